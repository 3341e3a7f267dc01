import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { askerOf } from '@/operations/learning/asker'
import { enroll } from '@/operations/learning/enroll'
import { courseHistory } from '@/operations/learning/history'
import { readDashboard } from '@/operations/learning/dashboard'
import { readLesson } from '@/operations/learning/lessonView'
import { remindOfEnds } from '@/operations/marketing/accessReminders'
import { drips } from '@/test/factories/drips'
import { call, requestOf, settle, testPayload } from '@/test/harness'

import { changeOfEnrollments } from './enrollmentChanges'

const payload = testPayload()
const make = () => drips(payload())

const office = async () => {
  const room = await make().classroom({ lessons: [{ kind: 'text' }] })
  const { course, learner, tenant } = room
  const manager = await make().user({ roles: ['admin'], tenant })
  const enrollment = await make().enrollmentOf(room, learner.id)
  const change = (data: object, user: { id: string } = manager) =>
    call(changeOfEnrollments, { data, tenant, user })
  const lock = () =>
    asTenant(tenant, async () => {
      const req = await requestOf(learner)

      return (await readLesson({ asker: askerOf(req), lesson: room.first, req }))?.lock
    })
  const daysLeft = async () => {
    const [found] = await make().query<{ days: null | number }>(
      room,
      sql`select round(extract(epoch from access_until - now()) / 86400)::int as days from enrollments where id = ${enrollment}`,
    )

    return found?.days
  }
  const limit = (days: number) =>
    make().query(
      room,
      sql`with g as (update access_grants set starts_at = now() - interval '60 days', ends_at = now() + ${`${days} days`}::interval)
          update enrollments set access_until = now() + ${`${days} days`}::interval where id = ${enrollment}`,
    )

  return { ...room, change, course, daysLeft, enrollment, limit, lock, manager }
}

const mails = (room: { tenant: string }, kind: string) =>
  make().query<{ data: Record<string, unknown>; to: string }>(
    room,
    sql`select "to", data from emails where kind = ${kind} order by created_at, id`,
  )

describe('POST /api/enrollments/changes', () => {
  it('pauses and resumes with a reason that stays in the history, and gives paused time back', async () => {
    const room = await office()
    await room.limit(10)
    const enrollments = [room.enrollment]
    const paused = await room.change({
      action: 'pause',
      enrollments,
      notifies: true,
      reason: 'A trip',
    })

    expect(paused.body).toMatchObject({ changed: 1 })
    expect(await room.lock()).toBe('paused')
    await asTenant(room.tenant, async () => {
      const shown = await readDashboard({ learner: room.learner.id, req: await requestOf() })
      expect(shown).toMatchObject([{ hasEnded: false, isPaused: true, next: null }])
    })
    expect(
      (await room.change({ action: 'pause', enrollments, reason: 'Again' })).body,
    ).toMatchObject({
      changed: 0,
    })
    await make().query(
      room,
      sql`update enrollments set paused_at = now() - interval '5 days', access_until = access_until - interval '5 days'`,
    )
    await make().query(room, sql`update access_grants set ends_at = ends_at - interval '5 days'`)
    await room.change({ action: 'resume', enrollments, reason: 'Is back' })

    expect(await room.lock()).toBeNull()
    expect(await room.daysLeft()).toBe(10)
    await settle()
    expect(await mails(room, 'accessChanged')).toMatchObject([
      { data: { action: 'pause', reason: 'A trip' } },
    ])
    const [history] = await asTenant(room.tenant, async () =>
      courseHistory({ learner: room.learner.id, req: await requestOf() }),
    )
    expect(history?.changes.map(({ action, reason }) => [action, reason])).toEqual([
      ['resume', 'Is back'],
      ['pause', 'A trip'],
    ])
  })

  it('keeps a pause over an offer that costs nothing, and ends it for one that was paid', async () => {
    const room = await office()
    await room.change({ action: 'pause', enrollments: [room.enrollment], reason: 'A quarrel' })
    const open = (source: 'free' | 'order') =>
      asTenant(room.tenant, async () => {
        const req = await requestOf()
        const { course, learner, tenant } = room
        await inTransaction(req, () =>
          enroll({ course, learner: learner.id, order: null, req, source, tenant }),
        )
      })
    await open('free')
    expect(await room.lock()).toBe('paused')
    await open('order')
    expect(await room.lock()).toBe(null)
  })

  it('extends what is left and what is over, for days, to a date and for good', async () => {
    const room = await office()
    const enrollments = [room.enrollment]
    const extend = (term: unknown) =>
      room.change({ action: 'extend', enrollments, reason: 'Was ill', term })
    await room.limit(10)
    await extend({ days: 5 })
    expect(await room.daysLeft()).toBe(15)

    await room.limit(-3)
    expect(await room.lock()).toBe('ended')
    await extend({ until: new Date(Date.now() + 40 * 86_400_000).toISOString() })
    expect(await room.daysLeft()).toBe(40)
    expect(await room.lock()).toBeNull()

    await extend('forever')
    expect(await room.daysLeft()).toBeNull()
    expect((await extend({ until: '2020-01-01T00:00:00Z' })).status).toBe(400)
    expect((await extend({ days: 0 })).status).toBe(400)
  })

  it('removes, and enrolls anew from the beginning; who is in is passed over, who is unknown is named', async () => {
    const room = await office()
    const { course, enrollment, learner, tenant } = room
    const [account] = await make().query<{ email: string }>(
      room,
      sql`select email from users where id = ${learner.id}`,
    )
    const email = account?.email ?? ''
    await room.change({ action: 'remove', enrollments: [enrollment], reason: 'Refunded' })
    expect(await room.lock()).toBe('revoked')

    const enroll = () =>
      room.change({
        action: 'enroll',
        course,
        emails: [email.toUpperCase(), 'nobody@example.com'],
        reason: 'A gift',
        term: { days: 30 },
      })
    const both = await Promise.all([enroll(), enroll()])
    expect(both.map(({ body }) => (body as { changed: number }).changed).toSorted()).toEqual([0, 1])
    expect(both[0].body).toMatchObject({ unknown: ['nobody@example.com'] })
    expect(await room.lock()).toBeNull()
    expect(await room.daysLeft()).toBe(30)

    const other = await make().user({ tenant })
    expect(
      (await room.change({ action: 'pause', enrollments: [enrollment], reason: 'x' }, other))
        .status,
    ).toBe(403)
    expect(
      (await room.change({ action: 'pause', enrollments: [enrollment], reason: ' ' })).status,
    ).toBe(400)
    const foreign = await office()
    expect(
      (await room.change({ action: 'remove', enrollments: [foreign.enrollment], reason: 'x' }))
        .body,
    ).toMatchObject({ changed: 0 })
    expect(await foreign.lock()).toBeNull()
  })

  it('enrolls whom a prerequisite is missing only where that is said to be ignored', async () => {
    const room = await office()
    const { id: before } = await make().course({ tenant: room.tenant, title: 'Before' })
    await asTenant(room.tenant, () =>
      payload().update({
        id: room.course,
        collection: 'courses',
        data: { prerequisites: [before] },
        depth: 0,
        overrideAccess: true,
      }),
    )
    const user = await make().user({ tenant: room.tenant })
    const [account] = await make().query<{ email: string }>(
      room,
      sql`select email from users where id = ${user.id}`,
    )
    const given = {
      action: 'enroll',
      course: room.course,
      emails: [account?.email],
      reason: 'Knows it',
    }

    expect((await room.change(given)).body).toMatchObject({
      changed: 0,
      missing: [{ courses: [{ title: 'Before' }], email: account?.email }],
    })
    expect((await room.change({ ...given, ignoresPrerequisites: true })).body).toMatchObject({
      changed: 1,
      missing: [],
    })
  })
})

describe('a reminder of the end', () => {
  it('goes out 7 days and 1 day before it, once each however many rounds run at once', async () => {
    const room = await office()
    await room.limit(20)
    const [found] = await make().query<{ until: string }>(
      room,
      sql`select to_json(access_until) #>> '{}' as until from enrollments where id = ${room.enrollment}`,
    )
    const end = Date.parse(found?.until ?? '')
    const sent: number[] = []
    for (let hour = 12 * 24; hour >= -24; hour -= 12) {
      const now = new Date(end - hour * 3_600_000)
      const rounds = hour % 24 === 0 ? 3 : 1
      const before = (await mails(room, 'accessEnding')).length
      await Promise.all(
        Array.from({ length: rounds }, () => remindOfEnds({ now, payload: payload() })),
      )
      const after = (await mails(room, 'accessEnding')).length
      sent.push(...Array.from({ length: after - before }, () => hour))
    }

    expect(sent).toEqual([168, 24])
    expect(await mails(room, 'accessEnding')).toHaveLength(2)
  })

  it('is not sent of access that was given shorter, and comes anew once it was extended', async () => {
    const room = await office()
    await make().query(
      room,
      sql`with g as (update access_grants set starts_at = now(), ends_at = now() + interval '3 days')
          update enrollments set access_until = now() + interval '3 days'`,
    )
    const remind = async () => {
      await remindOfEnds({ now: new Date(), payload: payload() })

      return (await mails(room, 'accessEnding')).length
    }
    expect(await remind()).toBe(0)

    await room.limit(5)
    expect(await remind()).toBe(1)
    await room.limit(6)
    expect(await remind()).toBe(2)
    expect(await remind()).toBe(2)
  })
})
