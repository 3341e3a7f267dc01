import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import { checkout as checkoutEndpoint } from '@endpoints/commerce/checkout'
import { courseCohorts } from '@endpoints/commerce/cohorts'
import { changeOfEnrollments } from '@endpoints/learning/enrollmentChanges'
import { changeOfWaitlist, stopWaiting, waitForPlace } from '@endpoints/learning/waitlist'

import { asTenant } from '@/database/scope'
import { commerceFactories } from '@/test/factories/commerce'
import { drips } from '@/test/factories/drips'
import { call, requestOf, settle, testPayload } from '@/test/harness'

import { offerFreedPlaces } from './offerPlaces'
import { pressingOf } from './pressing'

const payload = testPayload()
const sales = () => commerceFactories(payload())
const make = () => drips(payload())

/** A full cohort, everybody in it enrolled for nothing, and people who would like to come in. */
const room = async ({ capacity = 1, people: count = 3 } = {}) => {
  const tenant = (await make().tenant()).id
  const { id: course } = await make().course({ tenant })
  const { id: offer } = await sales().offer({ course, isForCohort: true, kind: 'free', tenant })
  const cohort = await make().cohort({
    capacity,
    course,
    startsAt: '2080-03-01T09:00:00.000Z',
    tenant,
  })
  const manager = await make().user({ roles: ['admin'], tenant })
  const inside = await Promise.all(Array.from({ length: capacity }, () => sales().buyer(tenant)))
  const people = await Promise.all(Array.from({ length: count }, () => sales().buyer(tenant)))
  const buy = (user: { id: string }) =>
    call(checkoutEndpoint, { data: { cohorts: [cohort], items: [{ offer }] }, tenant, user })
  for (const one of inside) {
    await buy(one)
  }
  await settle()
  const at = { params: { id: cohort }, tenant }
  const join = (user: { id: string }) => call(waitForPlace, { ...at, data: {}, user })
  const leave = (user: { id: string }) => call(stopWaiting, { ...at, user })
  const staff = (action: 'front' | 'remove', entries: string[]) =>
    call(changeOfWaitlist, {
      data: { action, entries, reason: 'Asked kindly' },
      tenant,
      user: manager,
    })
  const queue = () =>
    make().query<{ id: string; learner: string; status: string }>(
      { tenant },
      sql`select id, learner_id as learner, status::text as status from waitlist_entries order by rank, id`,
    )
  const free = async (count = 1) => {
    const found = await make().query<{ id: string }>(
      { tenant },
      sql`select id from enrollments where status = 'active' order by id limit ${count}`,
    )
    await call(changeOfEnrollments, {
      data: { action: 'remove', enrollments: found.map(({ id }) => id), reason: 'Left' },
      tenant,
      user: manager,
    })
    await settle()
  }
  const mails = (kind: string) =>
    make().query<{ to: string }>(
      { tenant },
      sql`select "to" from emails where kind = ${kind} order by created_at, id`,
    )
  const lapse = () =>
    make().query(
      { tenant },
      sql`update waitlist_entries set offered_until = now() - interval '1 second' where status = 'offered'`,
    )
  const work = () => Promise.all([1, 2, 3].map(() => offerFreedPlaces({ payload: payload() })))

  return {
    buy,
    cohort,
    course,
    free,
    inside,
    join,
    lapse,
    leave,
    mails,
    people,
    queue,
    staff,
    tenant,
    work,
  }
}

type Room = Awaited<ReturnType<typeof room>>

const statuses = async ({ queue }: Pick<Room, 'queue'>) =>
  (await queue()).map(({ status }) => status)

const first = <T>([one]: readonly T[]): T => {
  if (one === undefined) {
    throw new Error('There is none.')
  }

  return one
}

describe('the queue of a full cohort', () => {
  it('is joined once, says at which place, and is nobody’s who could simply come in', async () => {
    const full = await room({ people: 2 })
    const [one, two] = full.people
    if (!one || !two) {
      throw new Error('There are two.')
    }
    const both = await Promise.all([full.join(one), full.join(one)])
    expect(both.map(({ body }) => body)).toEqual([
      { position: 1, status: 'waiting' },
      { position: 1, status: 'waiting' },
    ])
    expect((await full.join(two)).body).toEqual({ position: 2, status: 'waiting' })
    expect((await full.join(first(full.inside))).body).toMatchObject({ code: 'alreadyOwned' })
    expect((await full.buy(two)).body).toMatchObject({ code: 'cohortFull', left: 0 })
    await settle()
    expect(await full.mails('waitlistNews')).toHaveLength(2)

    const empty = await room({ people: 1 })
    await empty.free()
    expect((await empty.join(first(empty.people))).body).toMatchObject({ code: 'cohortHasPlaces' })
    expect(
      (
        await call(waitForPlace, {
          data: {},
          params: { id: crypto.randomUUID() },
          tenant: empty.tenant,
          user: first(empty.people),
        })
      ).status,
    ).toBe(404)
  })

  it('is offered a freed place one by one, each with one mail, and nobody passes it by', async () => {
    const full = await room()
    const [one, two, three] = full.people
    if (!one || !two || !three) {
      throw new Error('There are three.')
    }
    await full.join(one)
    await full.join(two)
    await full.free()

    expect(await statuses(full)).toEqual(['offered', 'waiting'])
    await full.work()
    expect(await statuses(full)).toEqual(['offered', 'waiting'])
    for (const passing of [two, three]) {
      expect((await full.buy(passing)).body).toMatchObject({ code: 'cohortFull' })
    }
    await settle()
    expect(await full.mails('placeOffered')).toEqual([{ to: one.email }])
    await asTenant(full.tenant, async () => {
      const req = await requestOf(one)
      expect((await pressingOf({ learner: one.id, req })).waiting).toMatchObject([
        { position: null, until: expect.any(String) },
      ])
    })

    await full.lapse()
    await full.work()
    expect(await statuses(full)).toEqual(['lapsed', 'offered'])
    await settle()
    expect((await full.buy(one)).body).toMatchObject({ code: 'cohortFull' })
    expect((await full.buy(two)).status).toBe(201)
    await settle()
    expect(await statuses(full)).toEqual(['lapsed', 'taken'])
    expect(await full.mails('placeOffered')).toEqual([{ to: one.email }, { to: two.email }])
    expect((await full.join(one)).body).toEqual({ position: 1, status: 'waiting' })
  })

  it('gets as many offers as places, of many freed at once, with many workers at work', async () => {
    const full = await room({ capacity: 5, people: 12 })
    for (const one of full.people) {
      await full.join(one)
    }
    await make().query(full, sql`update enrollments set status = 'revoked' where status = 'active'`)
    await Promise.all([full.work(), full.work(), full.work()])

    expect(await statuses(full)).toEqual([
      ...Array.from({ length: 5 }, () => 'offered'),
      ...Array.from({ length: 7 }, () => 'waiting'),
    ])
    await settle()
    expect(await full.mails('placeOffered')).toHaveLength(5)
    const bought = await Promise.all(full.people.map((one) => full.buy(one)))
    expect(bought.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 5 }, () => 201),
      ...Array.from({ length: 7 }, () => 409),
    ])
    await settle()
    await asTenant(full.tenant, () =>
      payload().update({
        id: full.cohort,
        collection: 'cohorts',
        data: { capacity: 7 },
        overrideAccess: true,
      }),
    )
    await full.work()
    expect((await statuses(full)).filter((one) => one === 'offered')).toHaveLength(2)
  })

  it('passes a declined place on at once, and lets go of who leaves', async () => {
    const full = await room()
    for (const one of full.people) {
      await full.join(one)
    }
    const [one, two] = full.people
    if (!one || !two) {
      throw new Error('There are three.')
    }
    expect((await full.leave(two)).body).toEqual({ hasLeft: true })
    expect((await full.leave(two)).body).toEqual({ hasLeft: false })
    await full.free()
    const answers = await Promise.all([full.leave(one), full.leave(one)])

    expect(answers.filter(({ body }) => (body as { hasLeft: boolean }).hasLeft)).toHaveLength(1)
    expect(await statuses(full)).toEqual(['declined', 'left', 'offered'])
  })

  it('is put in order and cleared by staff, with a reason', async () => {
    const full = await room()
    for (const one of full.people) {
      await full.join(one)
    }
    await settle()
    const [, second, third] = await full.queue()
    if (!second || !third) {
      throw new Error('There are three.')
    }
    expect((await full.staff('front', [third.id])).body).toEqual({ changed: 1 })
    expect((await full.queue()).map(({ id }) => id)[0]).toBe(third.id)
    expect((await full.staff('remove', [third.id, second.id])).body).toEqual({ changed: 2 })
    expect((await full.staff('remove', [third.id])).body).toEqual({ changed: 0 })
    await settle()
    expect(await full.mails('waitlistNews')).toHaveLength(5)
    const shown = await call(courseCohorts, {
      params: { id: full.course },
      tenant: full.tenant,
      user: first(full.people),
    })
    expect(shown.body).toMatchObject({
      cohorts: [{ left: 0, queued: { position: 1, until: null }, waiting: 1 }],
    })
    const asStudent = await call(changeOfWaitlist, {
      data: { action: 'front', entries: [second.id], reason: 'Me first' },
      tenant: full.tenant,
      user: first(full.people),
    })
    expect(asStudent.status).toBe(403)
  })
})
