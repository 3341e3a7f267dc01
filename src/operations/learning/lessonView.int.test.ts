import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { Asker } from '@/operations/learning/asker'

import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { classrooms } from '@/test/factories/learning'
import { requestOf, testPayload } from '@/test/harness'
import { statements } from '@/test/statements'

import { readDashboard } from './dashboard'
import { readLesson } from './lessonView'
import { recordWatched } from './watched'

const payload = testPayload()
const rooms = () => classrooms(payload())

type Room = Awaited<ReturnType<ReturnType<typeof rooms>['classroom']>>

const seen = async ({ tenant }: Room, asker: Asker, lesson: string) =>
  asTenant(tenant, async () => readLesson({ asker, lesson, req: await requestOf() }))

const watch = ({ learner, tenant }: Room, lesson: string, to: number) =>
  asTenant(tenant, async () =>
    recordWatched({
      caller: { account: learner.id },
      lesson,
      report: { position: to, spans: [[0, to]] },
      req: await requestOf(),
      tenant,
    }),
  )

const visitor: Asker = { isAuthor: false, learner: null }

describe('the lesson page', () => {
  it('takes one statement and knows content, neighbours and where to resume', async () => {
    const room = await rooms().classroom({
      lessons: [{ title: 'a' }, { title: 'b' }, { title: 'c' }],
    })
    const [, lesson = ''] = room.lessons
    await watch(room, lesson, 40)
    const asker: Asker = { isAuthor: false, learner: room.learner.id }
    let view: Awaited<ReturnType<typeof readLesson>> = null

    expect(await statements(payload(), async () => (view = await seen(room, asker, lesson)))).toBe(
      1,
    )
    expect(view).toMatchObject({
      completion: { percent: 90, rule: 'seen' },
      course: { slug: room.slug },
      lesson: { duration: 100, title: 'b' },
      lock: null,
      next: { title: 'c' },
      previous: { title: 'a' },
      progress: { completed: false, position: 40, resumeAt: 40, share: 0.4 },
    })
  })

  it('never hands out what is locked', async () => {
    const room = await rooms().classroom({
      lessons: [{ kind: 'text' }, { isPreview: true, kind: 'text' }],
    })
    const body = { root: { type: 'root', children: [] } }
    await asTenant(room.tenant, async () =>
      rows(await requestOf(), sql`update lessons set body = ${JSON.stringify(body)}::jsonb`),
    )
    const [locked = '', preview = ''] = room.lessons

    expect(await seen(room, visitor, locked)).toMatchObject({
      lesson: { body: null },
      lock: 'signIn',
    })
    expect(await seen(room, visitor, preview)).toMatchObject({ lesson: { body }, lock: null })
    expect(await seen(room, { isAuthor: false, learner: room.learner.id }, locked)).toMatchObject({
      lesson: { body },
      lock: null,
    })
    expect(await seen(room, visitor, 'nonsense')).toBeNull()
  })
})

describe('the dashboard', () => {
  it('goes on with the unfinished lesson that was open last, in one statement', async () => {
    const room = await rooms().classroom({
      lessons: [{ title: 'a' }, { title: 'b' }, { title: 'c' }],
    })
    const [first = '', second = ''] = room.lessons
    const read = () =>
      asTenant(room.tenant, async () =>
        readDashboard({ learner: room.learner.id, req: await requestOf() }),
      )

    expect(await read()).toMatchObject([
      {
        completedAt: null,
        course: { slug: room.slug },
        lastSeenAt: null,
        next: { title: 'a' },
        percent: 0,
      },
    ])
    await watch(room, second, 30)
    expect(await read()).toMatchObject([{ next: { title: 'b' } }])
    await watch(room, second, 100)
    await watch(room, first, 100)
    expect(await read()).toMatchObject([{ next: { title: 'c' } }])
    expect(await statements(payload(), read)).toBe(1)
  })
})
