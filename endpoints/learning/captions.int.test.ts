import { asTenant } from '@/database/scope'
import { askerOf } from '@/operations/learning/asker'
import { readLesson } from '@/operations/learning/lessonView'
import { classrooms } from '@/test/factories/learning'
import { call, requestOf, testPayload } from '@/test/harness'
import { readFileSync } from 'node:fs'

import { lessonMedia } from './media'

const payload = testPayload()

const CAPTIONS = 'WEBVTT\n\n00:00.000 --> 00:02.000\nשלום\n'

const upload = (tenant: string, name: string, data: Buffer) =>
  asTenant(tenant, async () =>
    payload().create({
      collection: 'media',
      data: { tenant },
      file: { name, data, mimetype: 'text/plain', size: data.length },
      overrideAccess: true,
      req: await requestOf(),
    }),
  )

const write = (tenant: string, id: string, captions: object[]) =>
  asTenant(tenant, async () =>
    payload().update({
      id,
      collection: 'lessons',
      data: { captions },
      depth: 0,
      overrideAccess: true,
      req: await requestOf(),
    }),
  )

/** A lesson with a film and captions in Hebrew. */
const captioned = async () => {
  const room = await classrooms(payload()).classroom({ lessons: [{}, {}] })
  const { first, tenant } = room
  const film = await upload(tenant, 'film.mp4', readFileSync('media/seed/lesson-he.mp4'))
  const file = await upload(tenant, 'film.he.vtt', Buffer.from(CAPTIONS))
  await asTenant(tenant, async () =>
    payload().update({
      id: first,
      collection: 'lessons',
      data: { video: film.id },
      overrideAccess: true,
      req: await requestOf(),
    }),
  )
  await write(tenant, first, [{ file: file.id, language: 'he' }])
  const view = async (user?: { id: string }) =>
    asTenant(tenant, async () => {
      const req = await requestOf(user)

      return readLesson({ asker: askerOf(req), lesson: first, req })
    })

  return { ...room, file: file.id, view }
}

describe('captions of a lesson', () => {
  it('are listed with the video for those who may open the lesson', async () => {
    const { first, learner, view } = await captioned()

    expect((await view(learner))?.lesson.file?.captions).toEqual([
      {
        label: null,
        language: 'he',
        src: `/api/learn/media/${first}?captions=he`,
      },
    ])
    expect((await view())?.lesson.file).toBeNull()
  })

  it('are served to those who may open the lesson, and to nobody else', async () => {
    const { first, learner, lessons, tenant } = await captioned()
    const get = (lesson: string, user?: { id: string }) =>
      call(lessonMedia, { params: { lesson }, query: { captions: 'he' }, tenant, user })

    const answer = await get(first, learner)
    expect(answer).toMatchObject({ body: CAPTIONS, status: 200 })
    expect(answer.headers.get('content-type')).toMatch(/^text\/vtt/)
    expect(await get(first)).toMatchObject({ status: 401 })
    const stranger = await classrooms(payload()).user({ tenant })
    expect(await get(first, stranger)).toMatchObject({ status: 403 })
    expect(await get(lessons[1] ?? '', learner)).toMatchObject({ status: 404 })
  })

  it('are one file for each language, of captions, and of the school', async () => {
    const { file, first, tenant } = await captioned()
    const foreign = await captioned()
    const film = await upload(tenant, 'other.mp4', readFileSync('media/seed/lesson-he.mp4'))

    for (const captions of [
      [
        { file, language: 'he' },
        { file, language: 'he' },
      ],
      [{ file: film.id, language: 'ru' }],
      [{ file: foreign.file, language: 'ru' }],
    ]) {
      await expect(write(tenant, first, captions)).rejects.toMatchObject({ status: 400 })
    }
  })

  it('are refused when uploaded where players could not follow them', async () => {
    const { tenant } = await captioned()

    await expect(
      upload(tenant, 'bad.vtt', Buffer.from('WEBVTT\n\n00:00:01,000 --> 00:00:02,000\nSubRip\n')),
    ).rejects.toMatchObject({ status: 400 })
  })
})
