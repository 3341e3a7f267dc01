import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import { entitlement, openForLearners } from '@endpoints/learning/entitlement'

import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { drips } from '@/test/factories/drips'
import { call, requestOf, settle, testPayload } from '@/test/harness'

import { changeProfile } from '@/operations/identity/profile'

import { askerOf } from './asker'
import { sayCompleted } from './complete'
import { readCurriculum } from './curriculum'
import { releaseDueLessons, settleReleases } from './releases'

const payload = testPayload()
const make = () => drips(payload())

type Room = Awaited<ReturnType<ReturnType<typeof make>['classroom']>>

const texts = (count: number) => Array.from({ length: count }, () => ({ kind: 'text' as const }))

const releases = (room: Pick<Room, 'tenant'>) =>
  make().query<{ lesson: string; source: string }>(
    room,
    sql`select lesson_id as lesson, source from lesson_releases order by created_at, id`,
  )

const mails = (room: Pick<Room, 'tenant'>) =>
  make().query<{ lessons: string[]; to: string }>(
    room,
    sql`select "to", data -> 'lessons' as lessons from emails where kind = 'lessonsOpened' order by created_at, id`,
  )

const locks = ({ slug, learner, tenant }: Room, now?: Date) =>
  asTenant(tenant, async () => {
    const req = await requestOf(learner)
    const found = await readCurriculum({ slug, asker: askerOf(req), now, req })

    return (found?.sections ?? []).flatMap(({ lessons }) => lessons.map((one) => one.lockedReason))
  })

const complete = ({ learner, tenant }: Room, lesson: string) =>
  asTenant(tenant, async () => {
    const req = await requestOf(learner)
    await inTransaction(req, () => sayCompleted({ learner: learner.id, lesson, req, tenant }))
  })

/** A learner in Berlin who enrolled on 16 March 2040 at noon, with lessons of the days after. */
const cohort = async () => {
  const room = await make().classroom({ lessons: texts(4) })
  const { learner, lessons } = room
  await make().query(
    room,
    sql`update users set time_zone = 'Europe/Berlin' where id = ${learner.id}`,
  )
  await make().query(room, sql`update enrollments set created_at = '2040-03-16T12:00:00Z'`)
  for (const [at, lesson] of lessons.slice(1).entries()) {
    await make().rule(room, 'lessons', lesson, { days: 8 + at, kind: 'days' })
  }
  await settle()
  await releaseDueLessons({ now: new Date('2040-03-16T12:00:00Z'), payload: payload() })

  return room
}

describe('release by time', () => {
  it('follows a learner who moves to another zone, and a school that does', async () => {
    const room = await cohort()
    const next = async () => {
      await settle()
      await releaseDueLessons({ now: new Date('2040-03-16T13:00:00Z'), payload: payload() })
      const [found] = await make().query<{ at: string }>(
        room,
        sql`select to_json(next_release_at at time zone 'UTC') #>> '{}' as at from enrollments`,
      )

      return found?.at
    }
    const changeZone = (timeZone: null | string) =>
      asTenant(room.tenant, async () => {
        const req = await requestOf(room.learner)
        await inTransaction(req, () =>
          changeProfile({
            account: room.learner.id,
            change: { timeZone },
            req,
            tenant: room.tenant,
          }),
        )
      })

    expect(await next()).toBe('2040-03-23T23:00:00')
    await changeZone('America/New_York')
    expect(await next()).toBe('2040-03-24T04:00:00')
    await changeZone(null)
    await asTenant(room.tenant, () =>
      payload().update({
        id: room.tenant,
        collection: 'tenants',
        data: { settings: { timeZone: 'Asia/Tokyo' } },
      }),
    )
    expect(await next()).toBe('2040-03-23T15:00:00')
  })

  it('happens once each, with one mail, through the hour that spring takes away', async () => {
    const room = await cohort()
    const { lessons } = room
    const opened: [string, number][] = []
    for (let hour = 0; hour <= 11 * 24; hour += 1) {
      const now = new Date(Date.parse('2040-03-16T12:30:00Z') + hour * 3_600_000)
      const before = (await releases(room)).length
      // Two workers that think the minute theirs, and one that comes again.
      await Promise.all([1, 2].map(() => releaseDueLessons({ now, payload: payload() })))
      const after = (await releases(room)).length
      if (after > before) {
        opened.push([now.toISOString(), after - before])
      }
    }
    await settle()

    // 24 March by winter time, 25 and 26 March around the change at 2:00 on the 25th.
    expect(opened).toEqual([
      ['2040-03-23T23:30:00.000Z', 1],
      ['2040-03-24T23:30:00.000Z', 1],
      ['2040-03-25T22:30:00.000Z', 1],
    ])
    expect((await releases(room)).map(({ lesson }) => lesson)).toEqual(lessons.slice(1))
    expect(await mails(room)).toHaveLength(3)
  })

  it('told of late is one mail for all that has opened meanwhile', async () => {
    const room = await cohort()
    const now = new Date('2040-04-02T00:00:00Z')
    await releaseDueLessons({ now, payload: payload() })
    await settle()
    await releaseDueLessons({ now, payload: payload() })
    await settle()

    expect(await releases(room)).toHaveLength(3)
    expect((await mails(room)).map(({ lessons }) => lessons.length)).toEqual([3])
    expect(await locks(room, now)).toEqual([null, null, null, null])
  })

  it('says nothing of what was open at enrollment, nor of a time that was over when it was set', async () => {
    const room = await make().classroom({ lessons: texts(2) })
    const [, second = ''] = room.lessons
    await make().rule(room, 'lessons', second, {
      at: '2020-01-01T00:00',
      kind: 'date',
      zone: 'school',
    })
    await settle()
    await releaseDueLessons({ payload: payload() })
    const other = await make().user({ tenant: room.tenant })
    await make().enrolled({ course: room.course, learner: other.id, tenant: room.tenant })
    await settle()

    expect(await releases(room)).toHaveLength(2)
    expect(await mails(room)).toEqual([])
  })
})

describe('release by work', () => {
  it('opens what follows at once, and tells of a section by one mail', async () => {
    const room = await make().classroom({ lessons: texts(2) })
    const [first = '', second = ''] = room.lessons
    const next = await make().addSection(room, texts(2))
    await make().rule(room, 'lessons', second, { kind: 'after' })
    await make().rule(room, 'sections', next.section, { kind: 'after' })
    await settle()
    expect(await locks(room)).toEqual([null, 'after', 'after', 'after'])

    await complete(room, first)
    await settle()
    expect(await locks(room)).toEqual([null, null, 'after', 'after'])
    expect(await mails(room)).toEqual([])

    await complete(room, second)
    await settle()
    expect(await locks(room)).toEqual([null, null, null, null])
    expect(await mails(room)).toMatchObject([
      { lessons: ['Lesson', 'Lesson'].map(() => expect.any(String)) },
    ])
  })

  it('stays, however the course is put in another order, and for whom it never came is as it is now', async () => {
    const room = await make().classroom({ lessons: texts(3) })
    const { course, lessons, tenant } = room
    const [first = '', second = '', third = ''] = lessons
    await make().rule(room, 'lessons', second, { kind: 'after' })
    await settle()
    await complete(room, first)
    await settle()
    const newcomer = await make().user({ tenant })
    await make().enrolled({ course, learner: newcomer.id, tenant })
    // The third comes between the first and the second: the second now waits for it.
    await make().query(
      room,
      sql`update lessons set _lessons_lessons_order = case id::text when ${first} then 'a0' when ${third} then 'a1' else 'a2' end`,
    )

    expect(await locks(room)).toEqual([null, null, null])
    expect(await locks({ ...room, learner: newcomer })).toEqual([null, null, 'after'])
  })

  it('refuses a lesson that is held back, and a rule that could never be met', async () => {
    const room = await make().classroom({ lessons: texts(2) })
    const [first = '', second = ''] = room.lessons
    await make().rule(room, 'lessons', second, { kind: 'after', lesson: first })
    await settle()

    await expect(complete(room, second)).rejects.toThrow('lessonNotYet')
    await expect(
      make().rule(room, 'lessons', first, { kind: 'after', lesson: second }),
    ).rejects.toThrow()
    const foreign = await make().classroom({ lessons: texts(1) })
    await expect(
      make().rule(room, 'lessons', first, { kind: 'after', lesson: foreign.first }),
    ).rejects.toThrow()
    await expect(make().rule(room, 'lessons', first, { days: 0, kind: 'days' })).rejects.toThrow()
  })
})

describe('staff', () => {
  it('open lessons for one or for all, once, with a reason, and see why what is open', async () => {
    const room = await make().classroom({ lessons: texts(3) })
    const { course, learner, lessons, tenant } = room
    const [, second = '', third = ''] = lessons
    const author = await make().user({ roles: ['instructor'], tenant })
    for (const lesson of [second, third]) {
      await make().rule(room, 'lessons', lesson, {
        at: '2090-01-01T00:00',
        kind: 'date',
        zone: 'school',
      })
    }
    const other = await make().user({ tenant })
    await make().enrolled({ course, learner: other.id, tenant })
    await settle()
    const open = (data: object) =>
      call(openForLearners, { data, params: { id: course }, tenant, user: author })
    const given = { learners: [learner.id], lessons: [second], notifies: true, reason: 'Was ill' }
    const both = await Promise.all([open(given), open(given)])

    expect(both.map(({ body }) => (body as { learners: number }).learners).toSorted()).toEqual([
      0, 1,
    ])
    expect((await open({ ...given, reason: ' ' })).status).toBe(400)
    await settle()
    expect(await locks(room)).toEqual([null, null, 'notYet'])
    expect(await mails(room)).toHaveLength(1)
    const asked = await call(entitlement, {
      params: { id: course },
      query: { learner: learner.id },
      tenant,
      user: author,
    })
    expect(asked.body).toMatchObject({
      sections: [
        {
          lessons: [
            { because: 'enrolled' },
            { because: 'override', lock: null },
            { because: null, lock: 'notYet', opensAt: '2090-01-01T00:00:00.000Z' },
          ],
        },
      ],
      standing: { status: 'active' },
    })

    expect((await open({ learners: 'all', reason: 'Holidays' })).body).toEqual({ learners: 2 })
    expect(await locks({ ...room, learner: other })).toEqual([null, null, null])
    const asStudent = await call(entitlement, {
      params: { id: course },
      query: { learner: learner.id },
      tenant,
      user: other,
    })
    expect(asStudent.status).toBe(403)
  })

  it('take nothing back from whoever was paused: what had opened is open again afterwards', async () => {
    const room = await cohort()
    const now = new Date('2040-03-24T12:00:00Z')
    await releaseDueLessons({ now, payload: payload() })
    await make().query(room, sql`update enrollments set status = 'paused'`)
    expect(await locks(room, now)).toEqual(['paused', 'paused', 'paused', 'paused'])
    await make().query(room, sql`update enrollments set status = 'active'`)
    const enrollment = await make().enrollmentOf(room, room.learner.id)
    await asTenant(room.tenant, async () => {
      const req = await requestOf()
      await inTransaction(req, () =>
        settleReleases({ by: 'time', enrollment, now, req, tenant: room.tenant }),
      )
    })

    expect(await locks(room, now)).toEqual([null, null, 'notYet', 'notYet'])
  })
})
