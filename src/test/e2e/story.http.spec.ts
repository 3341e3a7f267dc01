import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { aurora } from '@/seed/schools/aurora'

import type { CheckedOut, Lesson } from './buying'

import { checkout, curriculum, newPerson, offerOf, sessionIn } from './buying'
import { eventually } from './eventually'
import { linkIn, mailsTo, mailTo } from './outbox'
import { answersFor, quizOf, startAttempt } from './studying'
import { signedIn, visitor } from './visitor'

const COURSE = 'seeing-light'
/** 4900 less the fifth that the coupon takes off. */
const DISCOUNTED = 3920

const mira = newPerson('Mira Öström')
const reader = visitor('aurora')
let bought: CheckedOut
let serial = ''

const lessonOf = async (kind: Lesson['kind'], nth = 0): Promise<Lesson> => {
  const lesson = (await curriculum(reader, COURSE)).lessons.filter((one) => one.kind === kind)[nth]
  if (!lesson) {
    throw new Error(`No ${kind} lesson.`)
  }

  return lesson
}

const watched = async (spans: [number, number][], position: number) => {
  const { id: lesson } = await lessonOf('video')

  return (await reader.post('/api/progress/watched', { lesson, position, spans })).json()
}

/** The roll-up follows a completed lesson by a job. */
const percentReaches = (percent: number) =>
  eventually(async () => (await curriculum(reader, COURSE)).enrollment?.percent === percent)

describe('the story of a course, by a script over HTTP', () => {
  it('begins with a visitor, who sees the course and may open its preview alone', async () => {
    const home = await reader.get('/')
    const { enrollment, lessons } = await curriculum(reader, COURSE)

    expect(home.status).toBe(200)
    expect(home.text).toContain(aurora.courses[0]?.summary)
    expect((await reader.get(`/courses/${COURSE}`)).status).toBe(200)
    expect(enrollment).toBeNull()
    expect(lessons.map(({ kind, locked }) => [kind, locked])).toEqual([
      ['video', false],
      ['text', true],
      ['text', true],
      ['quiz', true],
    ])
    expect((await reader.get(`/api/learn/media/${lessons[1]?.id}`)).status).toBeGreaterThan(400)
  })

  it('registers, and answers a second registration of the same address alike', async () => {
    const body = { ...mira, callbackURL: '/confirm?done=1', locale: 'en' }
    const first = await reader.post('/api/auth/sign-up/email', body)
    const second = await visitor('aurora').post('/api/auth/sign-up/email', body)
    const shape = ({ text }: typeof first) =>
      Object.keys((JSON.parse(text) as { user: object }).user).sort()

    expect([first.status, second.status]).toEqual([200, 200])
    expect(shape(second)).toEqual(shape(first))
    const early = await visitor('aurora').post('/api/auth/sign-in/email', mira)
    expect([early.status, early.json().code]).toEqual([403, 'EMAIL_NOT_VERIFIED'])
  })

  it('confirms by the link in the mail, which works once', async () => {
    const link = linkIn(await mailTo(mira.email, 'confirm'), '/verify-email')
    const once = await reader.get(link)
    const again = await visitor('aurora').get(link)

    expect([once.status, once.headers.location]).toEqual([302, '/confirm?done=1'])
    expect((await reader.get('/api/session')).json()).toMatchObject({
      user: { name: mira.name, email: mira.email, staff: false },
    })
    expect(again.status).toBe(302)
    expect(again.headers.location).toContain('error=LINK_USED')
    expect(again.headers['set-cookie']).toBeUndefined()
  })

  it('orders with a coupon: 201 with where to pay and how much', async () => {
    const offer = await offerOf(reader, COURSE)
    const answer = await checkout(reader, offer, aurora.coupon.code)
    bought = answer.json<CheckedOut>()

    expect(answer.status).toBe(201)
    expect(bought).toMatchObject({ currency: 'USD', total: DISCOUNTED })
    expect((await checkout(reader, offer, aurora.coupon.code)).json()).toEqual(bought)
    expect((await reader.get(bought.url)).status).toBe(200)
  })

  it('pays at the test gateway and is enrolled within two seconds', async () => {
    const session = sessionIn(bought.url)
    const paid = await reader.post(`/api/payments/test/${session}/approve`)

    expect([paid.status, paid.json().status]).toEqual([200, 'paid'])
    await eventually(async () => (await curriculum(reader, COURSE)).enrollment, 2000)
    expect((await reader.get(`/api/orders/${bought.order}?depth=0`)).json()).toMatchObject({
      status: 'paid',
      total: DISCOUNTED,
    })
    expect((await reader.get(String(paid.json().url))).status).toBe(200)
  })

  it('answers a payment approved twice alike, and enrolls once', async () => {
    const session = sessionIn(bought.url)
    const again = await reader.post(`/api/payments/test/${session}/approve`)
    const declined = await reader.post(`/api/payments/test/${session}/decline`)
    const { docs } = (await reader.get('/api/enrollments?depth=0')).json<{ docs: object[] }>()

    expect(again.json()).toMatchObject({ order: bought.order, status: 'paid' })
    expect([declined.status, declined.json().code]).toEqual([409, 'notPayable'])
    expect(docs).toHaveLength(1)
  })

  it('writes the receipt and the welcome, each once', async () => {
    const receipt = await mailTo(mira.email, 'receipt')
    await mailTo(mira.email, 'enrolled')

    expect(receipt.text).toContain('39.20')
    const kinds = (await mailsTo(mira.email)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'receipt' || kind === 'enrolled')).toHaveLength(2)
  })

  it('plays the video by ranges', async () => {
    const { id } = await lessonOf('video')
    const part = await reader.send({
      headers: { range: 'bytes=0-99' },
      path: `/api/learn/media/${id}`,
    })

    expect([part.status, part.bytes.length]).toEqual([206, 100])
    expect(part.headers['content-type']).toBe('video/mp4')
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
    serial = own.serial
    const stranger = visitor('aurora')
    const said = await stranger.get(`/api/certificates/${serial}`)
    const page = await stranger.get(`/certificates/${serial}`)

    expect(said.json()).toMatchObject({
      course: aurora.courses[0]?.title,
      learner: mira.name,
      status: 'valid',
    })
    expect([page.status, page.text.includes(mira.name)]).toEqual([200, true])
    expect((await mailTo(mira.email, 'certificate')).html).toContain(serial)
    expect((await reader.get('/dashboard')).text).toContain(serial)
  })

  it('downloads the certificate as a PDF that holds her name', async () => {
    const pdf = await eventually(async () => {
      const answer = await visitor('aurora').get(`/certificates/${serial}.pdf`)

      return answer.status === 200 && answer
    })

    expect(pdf.headers['content-type']).toBe('application/pdf')
    expect(pdf.bytes.subarray(0, 4).toString()).toBe('%PDF')
    const text = textOfPdf(pdf.bytes)
    expect(text === null || text.includes(mira.name)).toBe(true)
  })
})

/** The text of a PDF, or null on a machine without pdftotext. */
const textOfPdf = (bytes: Buffer): null | string => {
  const file = path.join(os.tmpdir(), `lectern-${process.pid}.pdf`)
  writeFileSync(file, bytes)
  try {
    return execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).normalize('NFC')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return null
    }
    throw error
  }
}

describe('the creator and the other school', () => {
  it('shows the creator the order, the student and the enrollment', async () => {
    const owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
    const order = await owner.get(`/api/orders/${bought.order}?depth=0`)
    const users = await owner.get(`/api/users?depth=0&where[email][equals]=${mira.email}`)

    expect(order.json()).toMatchObject({ status: 'paid', total: DISCOUNTED })
    expect(users.json()).toMatchObject({ totalDocs: 1 })
    expect((await owner.get('/admin')).status).toBe(200)
  })

  it('shows the other school nothing of the first', async () => {
    const owner = await signedIn({ email: 'owner@ofek.test', place: 'ofek' })
    const { course } = await curriculum(reader, COURSE)
    const secrets = [bought.order, mira.email, course.id, serial]
    for (const list of ['orders', 'users', 'enrollments', 'certificates', 'courses', 'payments']) {
      const answer = await owner.get(`/api/${list}?depth=2&limit=1000`)
      expect([list, answer.status]).toEqual([list, 200])
      expect(secrets.filter((secret) => answer.text.includes(secret))).toEqual([])
    }
    for (const place of [
      `/api/orders/${bought.order}`,
      `/api/certificates/${serial}`,
      `/certificates/${serial}`,
      `/certificates/${serial}.pdf`,
      `/api/learn/${COURSE}`,
      `/courses/${COURSE}`,
    ]) {
      expect([place, (await owner.get(place)).status]).toEqual([place, 404])
    }
  })

  it('takes the same address as another account in the other school', async () => {
    const refused = await visitor('ofek').post('/api/auth/sign-in/email', mira)
    const cookie = [...reader.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const carried = await visitor('ofek').send({ headers: { cookie }, path: '/api/session' })

    expect(refused.status).toBe(401)
    expect(carried.json()).toEqual({ user: null })
  })
})
