import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { Lesson } from '@payload-types'

import { asTenant } from '@/database/scope'
import { inTransaction, rows } from '@/database/transaction'
import { fileToken } from '@/operations/learning/downloads'
import { attend, sessionNow } from '@/operations/learning/liveSession'
import { readLesson } from '@/operations/learning/lessonView'
import { pdfOf, uploaded } from '@/test/factories/files'
import { classrooms } from '@/test/factories/learning'
import { call, requestOf, testPayload } from '@/test/harness'

import { download, lentFile } from './downloads'
import { attended, liveCalendar, liveSession } from './live'
import { completed, textRead, watched } from './progress'

const payload = testPayload()
const rooms = () => classrooms(payload())

type Room = Awaited<ReturnType<ReturnType<typeof rooms>['classroom']>>

const ask = (
  { learner, tenant }: Room,
  endpoint: Parameters<typeof call>[0],
  data: object,
  params: Record<string, string> = {},
) => call(endpoint, { data, params, tenant, user: learner })

const pdf = (tenant: string, pages: number) =>
  uploaded(payload(), {
    name: `paper-${pages}.pdf`,
    type: 'application/pdf',
    data: pdfOf(pages),
    tenant,
  })

/** A room with one lesson more, which can name files of its school. */
const withLesson = async (given: (tenant: string) => Promise<Partial<Lesson>>) => {
  const room = await rooms().classroom({ lessons: [] })
  const lesson = await rooms().lessonIn({ ...room, ...(await given(room.tenant)) } as never)

  return { ...room, lesson }
}

const completions = async ({ tenant }: Room) =>
  asTenant(tenant, async () =>
    rows(await requestOf(), sql`select id from events where fact = 'lesson.completed'`),
  )

const TEXT = (words: number) => ({
  root: {
    type: 'root',
    children: [
      {
        type: 'paragraph',
        children: [{ type: 'text', text: 'word '.repeat(words), version: 1 }],
        version: 1,
      },
    ],
    direction: null,
    format: '' as const,
    indent: 0,
    version: 1,
  },
})

describe('a PDF', () => {
  const paper = (completion?: Lesson['completion']) =>
    withLesson(async (tenant) => ({ completion, document: await pdf(tenant, 10), kind: 'pdf' }))

  it('keeps its page, and is complete with the last one', async () => {
    const room = await paper()
    const { lesson } = room
    expect((await ask(room, watched, { lesson, position: 4, spans: [[3, 4]] })).body).toMatchObject(
      { completed: false, position: 4, share: 0.1 },
    )
    const view = await asTenant(room.tenant, async () =>
      readLesson({
        asker: { isAuthor: false, learner: room.learner.id },
        lesson,
        req: await requestOf(),
      }),
    )
    expect(view).toMatchObject({
      completion: { rule: 'end' },
      lesson: { file: { mimeType: 'application/pdf' }, length: 10 },
      progress: { resumeAt: 4 },
    })
    expect(
      (await ask(room, watched, { lesson, position: 10, spans: [[9, 10]] })).body,
    ).toMatchObject({ completed: true, percent: 100 })
    expect(await completions(room)).toHaveLength(1)
  })

  it('can ask for a share of its pages, each counted once', async () => {
    const room = await paper({ percent: 50, rule: 'seen' })
    const { lesson } = room
    await ask(room, watched, { lesson, position: 10, spans: [[9, 10]] })
    await ask(room, watched, { lesson, position: 10, spans: [[9, 10]] })
    expect(
      (
        await ask(room, watched, {
          lesson,
          position: 99,
          spans: [
            [0, 3],
            [50, 99],
          ],
        })
      ).body,
    ).toMatchObject({ completed: false, position: 10, share: 0.4 })
    expect((await ask(room, watched, { lesson, position: 4, spans: [[3, 4]] })).body).toMatchObject(
      { completed: true },
    )
  })

  it('cannot be said to be done unless its author leaves it to the learner', async () => {
    const room = await paper()
    expect(await ask(room, completed, { lesson: room.lesson })).toMatchObject({
      body: { code: 'notCompletable' },
      status: 422,
    })
    const free = await paper({ rule: 'manual' })
    expect(await ask(free, completed, { lesson: free.lesson })).toMatchObject({ status: 200 })
  })
})

describe('a text that is done at its end', () => {
  const text = (words: number) =>
    withLesson(() =>
      Promise.resolve({ body: TEXT(words) as never, completion: { rule: 'end' }, kind: 'text' }),
    )

  it('counts the end once the time of reading has passed, by the clock of the server', async () => {
    const room = await text(960)
    const { lesson } = room
    expect((await ask(room, textRead, { isAtEnd: true, lesson })).body).toMatchObject({
      completed: false,
      wait: 60,
    })
    await asTenant(room.tenant, async () =>
      rows(
        await requestOf(),
        sql`update progress set created_at = now() - interval '61 seconds' where lesson_id = ${lesson}`,
      ),
    )
    expect((await ask(room, textRead, { isAtEnd: false, lesson })).body).toMatchObject({
      completed: false,
      wait: 0,
    })
    const both = await Promise.all([
      ask(room, textRead, { isAtEnd: true, lesson }),
      ask(room, textRead, { isAtEnd: true, lesson }),
    ])
    expect(both.map(({ body }) => body)).toMatchObject([{ completed: true }, { completed: true }])
    expect(await completions(room)).toHaveLength(1)
  })

  it('is not complete by saying so, and another kind not by its end', async () => {
    const room = await text(10)
    expect(await ask(room, completed, { lesson: room.lesson })).toMatchObject({ status: 422 })
    const film = await rooms().classroom()
    expect(await ask(film, textRead, { isAtEnd: true, lesson: film.first })).toMatchObject({
      body: { code: 'notCompletable' },
      status: 422,
    })
  })
})

describe('files to download', () => {
  const withFiles = async () => {
    const files: string[] = []
    const room = await withLesson(async (tenant) => {
      files.push(await pdf(tenant, 1), await pdf(tenant, 2))

      return {
        kind: 'download',
        resources: files.map((file) => ({ blockType: 'file', file, title: 'Sheet' })) as never,
      }
    })

    return { ...room, files }
  }

  it('open by a link that is counted, and complete the lesson once all are taken', async () => {
    const room = await withFiles()
    const { files, learner, lesson, tenant } = room
    const take = (file?: string) => ask(room, download, { file, lesson })
    const first = await take(files[0])
    expect(first).toMatchObject({ body: { completed: false }, status: 200 })
    const [again, second] = await Promise.all([take(files[0]), take(files[1])])
    expect([again.body, second.body]).toContainEqual(expect.objectContaining({ completed: true }))
    expect(await completions(room)).toHaveLength(1)
    const kept = await asTenant(tenant, async () =>
      rows(
        await requestOf(),
        sql`select downloads::int as downloads, files from progress where learner_id = ${learner.id}`,
      ),
    )
    expect(kept).toEqual([{ downloads: 3, files: { [files[0] ?? '']: 2, [files[1] ?? '']: 1 } }])
    const token = String((first.body as { url: string }).url.split('/').at(-1))
    const open = (user?: { id: string }) => call(lentFile, { params: { token }, tenant, user })
    expect((await open(learner)).status).toBe(200)
    expect(await open(await rooms().user({ tenant }))).toMatchObject({ status: 403 })
    expect((await open()).status).toBe(401)
  })

  it('open no longer than the link, or than the access', async () => {
    const { files, learner, lesson, tenant } = await withFiles()
    const link = (until: number) =>
      fileToken({ account: learner.id, file: files[0] ?? '', lesson, until }, tenant)
    const open = (token: string) => call(lentFile, { params: { token }, tenant, user: learner })
    expect(await open(link(Date.now() - 1))).toMatchObject({
      body: { code: 'badLink' },
      status: 403,
    })
    const good = link(Date.now() + 60_000)
    expect(await open(`${good}x`)).toMatchObject({ status: 403 })
    await asTenant(tenant, async () =>
      rows(await requestOf(), sql`update enrollments set status = 'revoked'`),
    )
    expect(await open(good)).toMatchObject({ status: 403 })
  })

  it('are lent to nobody who is not enrolled, and not by another lesson', async () => {
    const room = await withFiles()
    const { files, lesson, tenant } = room
    const stranger = await rooms().user({ tenant })
    const lend = (user: { id: string } | undefined, of = lesson) =>
      call(download, { data: { file: files[0], lesson: of }, tenant, user })
    expect((await lend(stranger)).status).toBe(403)
    expect((await lend(undefined)).status).toBe(401)
    const other = await rooms().lessonIn({ ...room, kind: 'text' } as never)
    expect((await lend(room.learner, other)).status).toBe(404)
  })
})

describe('a live session', () => {
  const STARTS = new Date('2026-03-29T00:30:00.000Z')
  const session = () =>
    withLesson(() =>
      Promise.resolve({
        kind: 'live',
        live: {
          endsAt: '2026-03-29T01:30:00.000Z',
          joinUrl: 'https://meet.example.com/one',
          opensBefore: 15,
          startsAt: STARTS.toISOString(),
          zone: 'Europe/Berlin',
        },
      }),
    )
  const at = (minutes: number) => new Date(STARTS.getTime() + minutes * 60_000)
  const now = ({ learner, lesson, tenant }: Room & { lesson: string }, moment: Date) =>
    asTenant(tenant, async () =>
      sessionNow({ learner: learner.id, lesson, now: moment, req: await requestOf() }),
    )

  it('tells its link to who is enrolled, from the moment its door opens until it is over', async () => {
    const room = await session()
    expect(await now(room, at(-16))).toMatchObject({ joinUrl: null, stage: 'before' })
    expect(await now(room, at(-15))).toMatchObject({
      joinUrl: 'https://meet.example.com/one',
      stage: 'open',
    })
    expect(await now(room, at(60))).toMatchObject({ joinUrl: null, stage: 'after' })
    const stranger = await rooms().user({ tenant: room.tenant })
    const params = { lesson: room.lesson }
    expect((await call(liveSession, { params, tenant: room.tenant, user: stranger })).status).toBe(
      403,
    )
  })

  it('never says its link in the lesson itself', async () => {
    const room = await session()
    const { docs } = await asTenant(room.tenant, () =>
      payload().find({
        collection: 'lessons',
        overrideAccess: false,
        user: { ...room.learner, collection: 'users' },
        where: { id: { equals: room.lesson } },
      }),
    )
    expect(docs).toHaveLength(1)
    expect(JSON.stringify(docs)).not.toContain('meet.example.com')
  })

  it('is complete by joining while it is open, once', async () => {
    const room = await session()
    expect(await ask(room, attended, { lesson: room.lesson })).toMatchObject({
      body: { code: 'sessionClosed' },
      status: 422,
    })
    const join = () =>
      asTenant(room.tenant, async () => {
        const req = await requestOf()
        const { learner, lesson, tenant } = room

        return inTransaction(req, () =>
          attend({ learner: learner.id, lesson, now: at(5), req, tenant }),
        )
      })
    expect(await join()).toEqual({ completed: true, percent: 100 })
    expect(await join()).toEqual({ completed: true, percent: 100 })
    expect(await completions(room)).toHaveLength(1)
  })

  it('goes into a calendar, with the way to the lesson and not into the session', async () => {
    const room = await session()
    const answer = await call(liveCalendar, {
      params: { lesson: room.lesson },
      tenant: room.tenant,
      user: room.learner,
    })
    expect(answer.status).toBe(200)
    expect(JSON.stringify(answer)).not.toContain('meet.example.com')
  })
})

describe('a lesson', () => {
  const create = async (given: Partial<Lesson>) => {
    const room = await rooms().classroom({ lessons: [] })
    const id = await rooms().lessonIn({ ...room, ...given } as never)

    return { id, tenant: room.tenant }
  }

  it.each([
    ['audio', 'audio'],
    ['pdf', 'document'],
    ['slides', 'document'],
    ['download', 'resources'],
    ['embed', 'embedUrl'],
    ['live', 'live.startsAt'],
  ] as const)('of the kind %s is not published without what it is about', async (kind, path) => {
    await expect(create({ kind })).rejects.toMatchObject({
      data: { errors: [{ path }] },
      status: 400,
    })
    await expect(create({ _status: 'draft', kind })).resolves.toBeTruthy()
  })

  it('takes no rule that does not fit its kind, and lets go of one with its kind', async () => {
    await expect(create({ completion: { rule: 'end' }, kind: 'video' })).rejects.toMatchObject({
      status: 400,
    })
    const { id, tenant } = await create({ completion: { rule: 'end' }, kind: 'text' })
    const changed = await asTenant(tenant, () =>
      payload().update({
        id,
        collection: 'lessons',
        data: { completion: { rule: 'end' }, kind: 'video' },
        overrideAccess: true,
      }),
    )
    expect(changed.completion?.rule ?? null).toBeNull()
  })

  it('shows nothing of a host that is not known', async () => {
    await expect(
      create({ embedUrl: 'https://evil.example/x', kind: 'embed' }),
    ).rejects.toMatchObject({ status: 400 })
  })

  it('holds no slides of another school', async () => {
    const other = (await rooms().tenant()).id
    const picture = await pdf(other, 1)
    await expect(
      create({ kind: 'slides', slides: [{ blockType: 'slide', picture }] as never }),
    ).rejects.toMatchObject({ status: 400 })
  })
})
