import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import { changeOfEnrollments } from '@endpoints/learning/enrollmentChanges'

import { asTenant } from '@/database/scope'
import { remindOfEnds } from '@/operations/marketing/accessReminders'
import { drips } from '@/test/factories/drips'
import { call, requestOf, settle, testPayload } from '@/test/harness'

import { readDashboard } from './dashboard'
import { releaseDueLessons } from './releases'

const payload = testPayload()
const make = () => drips(payload())

const HOUR = 3_600_000

const released = (room: { tenant: string }) =>
  make().query<{ lesson: string }>(
    room,
    sql`select lesson_id as lesson from lesson_releases order by created_at, id`,
  )

const notices = (room: { tenant: string }) =>
  make().query<{ data: { lessons: string[] } }>(
    room,
    sql`select data from emails where kind = 'lessonsOpened' order by created_at, id`,
  )

const text = { kind: 'text' as const }

describe('a cohort that runs through both changes of the clock', () => {
  it('opens each lesson once, on the school’s clock and with one notice, wherever its learners are', async () => {
    const room = await make().classroom({ lessons: [text, text, text, text, text] })
    const { lessons } = room
    const [, days = '', autumn = '', spring = '', early = ''] = lessons
    await make().query(
      room,
      sql`update tenants set settings_time_zone = 'Europe/Berlin' where id = ${room.tenant}`,
    )
    await make().query(
      room,
      sql`update users set time_zone = 'Asia/Tokyo' where id = ${room.learner.id}`,
    )
    await make().query(room, sql`update enrollments set created_at = '2025-01-01T00:00:00Z'`)
    await make().rule(room, 'lessons', days, { days: 2, kind: 'days' })
    for (const lesson of [autumn, spring, early]) {
      await make().rule(room, 'lessons', lesson, {
        at: '2024-06-01T00:00',
        kind: 'date',
        zone: 'learner',
      })
    }
    await settle()
    // 2:30 is there twice on 26 October, and not at all on 29 March. One lesson keeps the course's date, which is over.
    const cohort = await make().cohort({
      course: room.course,
      dates: { [autumn]: '2025-10-26T02:30', [spring]: '2026-03-29T02:30' },
      endsAt: '2026-04-30T00:00:00.000Z',
      startsAt: '2025-10-24T07:00:00.000Z',
      tenant: room.tenant,
    })
    await make().query(room, sql`delete from lesson_releases`)
    await make().inCohort(room, room.learner.id, cohort)
    await make().query(room, sql`update enrollments set next_release_at = '2025-10-20T00:00:00Z'`)
    await releaseDueLessons({ now: new Date('2025-10-20T00:00:00Z'), payload: payload() })
    const opened: [string, number][] = []
    for (const day of ['2025-10-24', '2025-10-25', '2025-10-26', '2026-03-28', '2026-03-29']) {
      for (let half = 0; half < 48; half += 1) {
        const now = new Date(Date.parse(`${day}T00:00:00Z`) + (half * HOUR) / 2)
        const before = (await released(room)).length
        await Promise.all([1, 2].map(() => releaseDueLessons({ now, payload: payload() })))
        const after = (await released(room)).length
        if (after > before) {
          opened.push([now.toISOString(), after - before])
        }
      }
    }
    await settle()

    expect(opened).toEqual([
      ['2025-10-24T07:00:00.000Z', 1],
      ['2025-10-25T22:00:00.000Z', 1],
      ['2025-10-26T00:30:00.000Z', 1],
      ['2026-03-29T01:30:00.000Z', 1],
    ])
    expect((await released(room)).map(({ lesson }) => lesson)).toEqual([
      early,
      days,
      autumn,
      spring,
    ])
    expect((await notices(room)).map(({ data }) => data.lessons.length)).toEqual([1, 1, 1, 1])
  })
})

describe('a cohort that is put off', () => {
  it('closes the course until its new start, and opens it then', async () => {
    const room = await make().classroom({ lessons: [text] })
    const cohort = await make().cohort({ course: room.course, tenant: room.tenant })
    await make().inCohort(room, room.learner.id, cohort)
    const shown = async () =>
      asTenant(room.tenant, async () =>
        readDashboard({ learner: room.learner.id, req: await requestOf() }),
      )
    const put = (data: object) =>
      asTenant(room.tenant, () =>
        payload().update({ id: cohort, collection: 'cohorts', data, overrideAccess: true }),
      )

    expect(await shown()).toMatchObject([
      { cohort: { isBefore: false }, hasEnded: false, next: { id: room.first } },
    ])
    await put({ startsAt: '2080-01-01T00:00:00.000Z' })
    expect(await shown()).toMatchObject([
      { cohort: { isBefore: true }, hasEnded: false, next: null },
    ])
    await put({
      closesAtEnd: true,
      endsAt: '2021-01-01T00:00:00.000Z',
      startsAt: '2020-01-01T00:00:00.000Z',
    })
    expect(await shown()).toMatchObject([{ hasEnded: true, next: null }])
    await expect(put({ endsAt: '2019-01-01T00:00:00.000Z' })).rejects.toThrow()
    await expect(put({ dates: { lesson: 'soon' } })).rejects.toThrow()
    await expect(
      asTenant(room.tenant, () =>
        payload().delete({ id: cohort, collection: 'cohorts', overrideAccess: true }),
      ),
    ).rejects.toThrow('This cohort has learners')
  })
})

describe('a cohort that closes its course', () => {
  it('reminds its learners 7 days and 1 day before its end, and no others', async () => {
    const room = await make().classroom({ lessons: [text] })
    const at = (days: number) => new Date(Date.now() + days * 24 * HOUR).toISOString()
    const [closing, open] = await Promise.all(
      [true, false].map((closesAtEnd) =>
        make().cohort({
          closesAtEnd,
          course: room.course,
          endsAt: at(30),
          startsAt: at(-1),
          tenant: room.tenant,
        }),
      ),
    )
    const other = await make().user({ tenant: room.tenant })
    await make().enrolled({ course: room.course, learner: other.id, tenant: room.tenant })
    await make().inCohort(room, room.learner.id, closing ?? '')
    await make().inCohort(room, other.id, open ?? '')
    const sent: number[] = []
    for (const day of [20, 22.9, 23.1, 25, 28.9, 29.1, 29.9, 30.1]) {
      await Promise.all(
        [1, 2].map(() => remindOfEnds({ now: new Date(at(day)), payload: payload() })),
      )
      const mails = await make().query<{ to: string }>(
        room,
        sql`select "to" from emails where kind = 'accessEnding'`,
      )
      sent.push(mails.length)
      expect(mails.map(({ to }) => to)).not.toContain(other.email)
    }

    expect(sent).toEqual([0, 0, 1, 1, 1, 2, 2, 2])
  })
})

describe('moving', () => {
  const office = async (learners: number) => {
    const room = await make().classroom({ lessons: [text, text] })
    const manager = await make().user({ roles: ['admin'], tenant: room.tenant })
    const people = [room.learner]
    for (let at = 1; at < learners; at += 1) {
      const one = await make().user({ tenant: room.tenant })
      await make().enrolled({ course: room.course, learner: one.id, tenant: room.tenant })
      people.push(one)
    }
    const cohort = await make().cohort({
      capacity: 1,
      course: room.course,
      tenant: room.tenant,
    })
    const enrollments = await Promise.all(people.map(({ id }) => make().enrollmentOf(room, id)))
    const change = (data: object) =>
      call(changeOfEnrollments, { data, tenant: room.tenant, user: manager })
    const inside = async () =>
      (
        await make().query<{ id: string }>(
          room,
          sql`select id from enrollments where cohort_id = ${cohort} and status <> 'revoked' order by id`,
        )
      ).map(({ id }) => id)

    return { ...room, change, cohort, enrollments, inside, people }
  }

  it('keeps what was done, tells the learner, and stays in the history', async () => {
    const room = await office(1)
    await make().complete(room, room.learner.id, room.first)
    await make().query(room, sql`update enrollments set percent = 50`)
    const data = {
      action: 'move',
      cohort: room.cohort,
      enrollments: room.enrollments,
      notifies: true,
      reason: 'Asked for it',
    }
    const both = await Promise.all([room.change(data), room.change(data)])
    await settle()

    expect(both.map(({ body }) => (body as { changed: number }).changed).toSorted()).toEqual([0, 1])
    expect(await room.inside()).toEqual(room.enrollments)
    expect(
      await make().query(
        room,
        sql`select e.percent::int as percent, p.completed_at is not null as done, h.action::text as action, h.reason, h.cohort_id as cohort
            from enrollments e join progress p on p.enrollment_id = e.id join enrollment_changes h on h.enrollment_id = e.id`,
      ),
    ).toEqual([
      { action: 'move', cohort: room.cohort, done: true, percent: 50, reason: 'Asked for it' },
    ])
    expect(
      await make().query(
        room,
        sql`select data ->> 'action' as action, data -> 'cohort' ->> 'startsAt' as starts from emails where kind = 'accessChanged'`,
      ),
    ).toEqual([{ action: 'move', starts: expect.stringContaining('2020-01-01') }])
  })

  it('takes as many as there are places for, all or none, however many staff move at once', async () => {
    const room = await office(6)
    const move = (enrollments: string[]) =>
      room.change({ action: 'move', cohort: room.cohort, enrollments, reason: 'Together' })
    expect((await move(room.enrollments.slice(0, 2))).body).toMatchObject({
      code: 'cohortFull',
      left: 1,
    })
    expect(await room.inside()).toEqual([])

    const answers = await Promise.all(room.enrollments.map((one) => move([one])))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const [inside = ''] = await room.inside()

    await room.change({ action: 'remove', enrollments: [inside], reason: 'Left' })
    const [other = ''] = room.enrollments.filter((one) => one !== inside)
    expect((await move([other])).body).toMatchObject({ changed: 1 })
    expect(await room.inside()).toEqual([other])
    expect(
      (await room.change({ action: 'move', cohort: null, enrollments: [other], reason: 'Alone' }))
        .body,
    ).toMatchObject({ changed: 1 })
    expect(await room.inside()).toEqual([])
  })

  it('passes over who takes another course, and knows no cohort of another school', async () => {
    const [room, other] = [await office(1), await office(1)]
    const sibling = await make().course({ tenant: room.tenant })
    const cohort = await make().cohort({ course: sibling.id, tenant: room.tenant })
    const move = (to: string) =>
      room.change({ action: 'move', cohort: to, enrollments: room.enrollments, reason: 'Why not' })

    expect((await move(cohort)).body).toMatchObject({ changed: 0 })
    expect((await move(other.cohort)).body).toMatchObject({ code: 'cohortClosed' })
  })

  it('is done by enrolling too, within the places', async () => {
    const room = await office(1)
    const people = [
      await make().user({ tenant: room.tenant }),
      await make().user({ tenant: room.tenant }),
    ]
    const enroll = (emails: string[], cohort = room.cohort) =>
      room.change({ action: 'enroll', cohort, course: room.course, emails, reason: 'A gift' })

    expect((await enroll(people.map(({ email }) => email))).body).toMatchObject({
      code: 'cohortFull',
    })
    expect(await room.inside()).toEqual([])
    expect((await enroll([people[0]?.email ?? ''])).body).toMatchObject({ changed: 1 })
    expect(await room.inside()).toHaveLength(1)
  })
})
