import { describe, expect, it } from '@jest/globals'

import type { Curriculum } from '@/operations/learning/curriculum'

import { storage } from '@/adapters/storage'
import { asTenant } from '@/database/scope'
import { mediaKey } from '@/domain/media/keys'
import { showUploads } from '@/operations/media/showUploads'
import { rows } from '@/database/transaction'
import { sql } from '@payloadcms/db-postgres'
import { classrooms } from '@/test/factories/learning'
import { call, requestOf, testPayload } from '@/test/harness'
import { statements } from '@/test/statements'

import { learn } from './learn'
import { lessonMedia } from './media'
import { watched } from './progress'

const payload = testPayload()
const rooms = () => classrooms(payload())

type Room = Awaited<ReturnType<ReturnType<typeof rooms>['classroom']>>

const curriculum = async ({ slug: courseSlug, tenant }: Room, user?: { id: string }) => {
  const { body, status } = await call(learn, { params: { courseSlug }, tenant, user })

  return { ...(body as Curriculum), status }
}

const lessonsOf = ({ sections }: Curriculum) => sections.flatMap(({ lessons }) => lessons)

describe('GET /api/learn/:courseSlug', () => {
  it('shows lessons in order, with lock and progress for whoever asks', async () => {
    const room = await rooms().classroom({
      lessons: [{ isPreview: true, title: 'a' }, { title: 'b' }, { kind: 'text', title: 'c' }],
    })
    const stranger = await rooms().user({ tenant: room.tenant })
    const author = await rooms().user({ roles: ['instructor'], tenant: room.tenant })
    await call(watched, {
      data: { lesson: room.first, position: 40, spans: [[0, 40]] },
      tenant: room.tenant,
      user: room.learner,
    })

    const mine = await curriculum(room, room.learner)
    expect(mine).toMatchObject({
      course: { slug: room.slug },
      enrollment: { percent: 0 },
      status: 200,
    })
    expect(
      lessonsOf(mine).map(({ completed, locked, position, share, title }) => [
        title,
        locked,
        completed,
        share,
        position,
      ]),
    ).toEqual([
      ['a', false, false, 0.4, 40],
      ['b', false, false, 0, 0],
      ['c', false, false, 0, 0],
    ])
    const reasons = async (user?: { id: string }) =>
      lessonsOf(await curriculum(room, user)).map(({ lockedReason }) => lockedReason)
    expect(await reasons()).toEqual([null, 'signIn', 'signIn'])
    expect(await reasons(stranger)).toEqual([null, 'enroll', 'enroll'])
    expect(await reasons(author)).toEqual([null, null, null])
  })

  it('follows the order that an author drags, and hides drafts and the bin', async () => {
    const room = await rooms().classroom({
      lessons: [{ title: 'a' }, { title: 'b' }, { title: 'c' }, { title: 'd' }],
    })
    await asTenant(room.tenant, async () => {
      const req = await requestOf()
      await rows(req, sql`update lessons set _lessons_lessons_order = 'Zz' where title = 'c'`)
      await rows(req, sql`update lessons set _status = 'draft' where title = 'b'`)
      await rows(req, sql`update lessons set deleted_at = now() where title = 'd'`)
    })

    expect(lessonsOf(await curriculum(room)).map(({ title }) => title)).toEqual(['c', 'a'])
  })

  it('is a 404 where there is no such course, in another school, or before it is published', async () => {
    const room = await rooms().classroom()
    const other = await rooms().classroom()
    await asTenant(room.tenant, async () =>
      rows(await requestOf(), sql`update courses set _status = 'draft'`),
    )

    expect((await curriculum({ ...room, slug: 'nowhere' })).status).toBe(404)
    expect((await curriculum({ ...room, slug: other.slug })).status).toBe(404)
    expect((await curriculum(room)).status).toBe(404)
    expect((await curriculum(room, room.learner)).status).toBe(200)
  })

  it('takes one statement', async () => {
    const room = await rooms().classroom({ lessons: [{}, {}, {}] })

    expect(await statements(payload(), () => curriculum(room, room.learner))).toBe(1)
  })
})

describe('GET /api/learn/media/:lesson', () => {
  it('streams to those who may open the lesson, by range, and to nobody else', async () => {
    const room = await rooms().classroom({ lessons: [{}, { isPreview: true }] })
    const media = { id: crypto.randomUUID(), filename: 'film.mp4', tenant: room.tenant }
    await storage().put({
      body: Buffer.from('0123456789'),
      contentType: 'video/mp4',
      key: mediaKey(media),
    })
    await asTenant(room.tenant, async () => {
      const req = await requestOf()
      await rows(
        req,
        sql`insert into media (id, tenant_id, filename, mime_type) values (${media.id}, ${room.tenant}, 'film.mp4', 'video/mp4')`,
      )
      await rows(req, sql`update lessons set video_id = ${media.id}`)
    })
    const stranger = await rooms().user({ tenant: room.tenant })
    const [lesson = '', preview = ''] = room.lessons
    const get = (id: string, user?: { id: string }) =>
      call(lessonMedia, { params: { lesson: id }, tenant: room.tenant, user })

    expect(await get(lesson, room.learner)).toMatchObject({ body: '0123456789', status: 200 })
    expect(await get(preview)).toMatchObject({ body: '0123456789', status: 200 })
    expect(await get(lesson)).toMatchObject({ body: { code: 'signInRequired' }, status: 401 })
    expect(await get(lesson, stranger)).toMatchObject({
      body: { code: 'lessonLocked' },
      status: 403,
    })
    expect(await get(crypto.randomUUID(), room.learner)).toMatchObject({ status: 404 })
  })

  it('gives the files in a lesson’s text to those who may open it, and no others', async () => {
    const room = await rooms().classroom({ lessons: [{ kind: 'text' }, { kind: 'text' }] })
    const [lesson = '', other = ''] = room.lessons
    const media = { id: crypto.randomUUID(), filename: 'notes.pdf', tenant: room.tenant }
    await storage().put({
      body: Buffer.from('%PDF'),
      contentType: 'application/pdf',
      key: mediaKey(media),
    })
    const upload = { type: 'upload', relationTo: 'media', value: media.id }
    const body = { root: { type: 'root', children: [{ type: 'quote', children: [upload] }] } }
    await asTenant(room.tenant, async () => {
      const req = await requestOf()
      await rows(
        req,
        sql`insert into media (id, tenant_id, filename, mime_type) values (${media.id}, ${room.tenant}, 'notes.pdf', 'application/pdf')`,
      )
      await rows(
        req,
        sql`update lessons set body = ${JSON.stringify(body)}::jsonb where id = ${lesson}`,
      )
      const shown = await showUploads({ lesson, req, text: body })
      expect(JSON.stringify(shown)).toContain(`/api/learn/media/${lesson}?file=${media.id}`)
      expect(JSON.stringify(await showUploads({ req, text: body }))).not.toContain('/api/')
    })
    const get = (id: string, user?: { id: string }) =>
      call(lessonMedia, {
        params: { lesson: id },
        query: { file: media.id },
        tenant: room.tenant,
        user,
      })

    expect(await get(lesson, room.learner)).toMatchObject({ body: '%PDF', status: 200 })
    expect(await get(lesson)).toMatchObject({ status: 401 })
    expect(await get(other, room.learner)).toMatchObject({ status: 404 })
  })
})
