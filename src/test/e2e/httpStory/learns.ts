import { aurora } from '@/seed/schools/aurora'

import { eventually } from '../eventually'
import { mailTo } from '../outbox'
import { answersFor, quizOf, startAttempt } from '../studying'
import { visitor } from '../visitor'
import { lessonOf, mira, percentReaches, reader, story, watched } from './heroine'
import { textOfPdf } from './pdf'

/** From the first lesson to the certificate. */
export const itLearns = (): void => {
  it('plays the video by ranges, as it is or as a stream', async () => {
    const { id } = await lessonOf('video')
    const opened = await reader.post(`/api/learn/videos/${id}/open`)
    const { src } = opened.json<{ src: null | string }>()
    const part = await reader.send({
      headers: { range: 'bytes=0-99' },
      path: src ?? `/api/learn/media/${id}`,
    })

    expect([part.status, part.bytes.length]).toEqual([206, 100])
    expect(part.headers['content-type']).toBe(src ? 'application/vnd.apple.mpegurl' : 'video/mp4')
  })

  it('counts what was seen and not what was skipped, and keeps the place', async () => {
    const { duration } = await lessonOf('video')
    const length = Number(duration)

    expect(length).toBeGreaterThan(0)
    expect(await watched([[0, length * 0.3]], length * 0.3)).toMatchObject({ completed: false })
    const ahead = await watched([[length * 0.9, length]], length * 0.95)
    expect(ahead).toMatchObject({ completed: false })
    expect(ahead.share).toBeCloseTo(0.4, 2)
    expect((await lessonOf('video')).position).toBeCloseTo(length * 0.95, 1)
    expect((await watched([[0, length * 0.3]], length * 0.3)).share).toBeCloseTo(0.4, 2)
    expect(await watched([[length * 0.25, length * 0.95]], length)).toMatchObject({
      completed: true,
      share: 1,
    })
  })

  it('reads the texts', async () => {
    const texts = [await lessonOf('text'), await lessonOf('text', 1)]
    for (const { id: lesson } of texts) {
      expect((await reader.post('/api/progress/completed', { lesson })).status).toBe(200)
    }
    await percentReaches(75)
  })

  it('fails the quiz, and then passes it', async () => {
    const quiz = await quizOf(reader, (await lessonOf('quiz')).id)
    for (const right of [false, true]) {
      const attempt = await startAttempt(reader, quiz)
      expect(JSON.stringify(attempt)).not.toMatch(/isRight|explanation/)
      const handedIn = await reader.post(`/api/attempts/${attempt.id}/submit`, {
        answers: answersFor(aurora, attempt, { right }),
      })
      expect(handedIn.json()).toMatchObject({ passed: right, percent: right ? 100 : 0 })
      const again = await reader.post(`/api/attempts/${attempt.id}/submit`, { answers: {} })
      expect([again.status, again.json().code]).toEqual([409, 'attemptClosed'])
    }
    await percentReaches(100)
  })

  it('receives one certificate, which anybody can verify', async () => {
    const own = await eventually(
      async () =>
        (await reader.get('/api/certificates?depth=0')).json<{ docs: { serial: string }[] }>()
          .docs[0],
    )
    story.serial = own.serial
    const stranger = visitor('aurora')
    const said = await stranger.get(`/api/certificates/${story.serial}`)
    const page = await stranger.get(`/certificates/${story.serial}`)

    expect(said.json()).toMatchObject({
      course: aurora.courses[0]?.title,
      learner: mira.name,
      status: 'valid',
    })
    expect([page.status, page.text.includes(mira.name)]).toEqual([200, true])
    expect((await mailTo(mira.email, 'certificate')).html).toContain(story.serial)
    expect((await reader.get('/dashboard')).text).toContain(story.serial)
  })

  it('downloads the certificate as a PDF that holds her name', async () => {
    const pdf = await eventually(async () => {
      const answer = await visitor('aurora').get(`/certificates/${story.serial}.pdf`)

      return answer.status === 200 && answer
    })

    expect(pdf.headers['content-type']).toBe('application/pdf')
    expect(pdf.bytes.subarray(0, 4).toString()).toBe('%PDF')
    const text = textOfPdf(pdf.bytes)
    expect(text === null || text.includes(mira.name)).toBe(true)
  })
}
