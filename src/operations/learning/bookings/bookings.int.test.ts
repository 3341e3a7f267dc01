import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { Booking } from '@/domain/learning/bookings'

import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { expireOrders } from '@/operations/commerce/expireOrders'
import { commerceFactories } from '@/test/factories/commerce'
import { drips } from '@/test/factories/drips'
import { call, requestOf, settle, testPayload } from '@/test/harness'
import { checkout } from '@endpoints/commerce/checkout'
import { changeOfEnrollments } from '@endpoints/learning/enrollmentChanges'
import { person } from '@endpoints/learning/people'
import { completed } from '@endpoints/learning/progress'
import { stopWaiting, waitForPlace } from '@endpoints/learning/waitlist'

import { settleBooking } from './settle'

const payload = testPayload()
const sales = () => commerceFactories(payload())
const make = () => drips(payload())

/** A course with an offer, somebody who may buy it, and who runs the school. */
const market = async (offer: object = { kind: 'free' }) => {
  const room = await make().classroom({
    lessons: [{ completion: { rule: 'manual' }, kind: 'video' }],
  })
  const { course, first, tenant } = room
  const { id } = await sales().offer({ course, tenant, ...offer })
  const manager = await make().user({ roles: ['admin'], tenant })
  const buyer = await sales().buyer(tenant)
  const buy = (user: { id: string } = buyer, cohorts: string[] = []) =>
    call(checkout, { data: { cohorts, items: [{ offer: id }] }, tenant, user })
  const staff = async (action: 'enroll' | 'pause' | 'remove', data: object) => {
    const said = await call(changeOfEnrollments, {
      data: { action, reason: 'Asked', ...data },
      tenant,
      user: manager,
    })
    expect(said.status).toBe(200)
  }
  const seenBy = async (user: { id: string }, whom: { id: string } = buyer) => {
    await settle()
    const { body } = await call(person, { params: { id: whom.id }, tenant, user })

    return (body as { bookings: Booking[] | null }).bookings
  }
  const states = async (whom: { id: string } = buyer) =>
    (await seenBy(manager, whom))?.[0]?.steps
      .map(({ side, state }) => `${state} ${side}`)
      .toReversed()

  return { buy, buyer, course, first, manager, seenBy, staff, states, tenant }
}

describe('a booking', () => {
  it('is seen alike by its learner and by the school, and by nobody else', async () => {
    const { buy, buyer, course, first, manager, seenBy, staff, states, tenant } = await market()
    await buy()
    expect(await states()).toEqual(['confirmed learner'])
    const enrollment = await make().enrollmentOf({ course, tenant }, buyer.id)
    await staff('pause', { enrollments: [enrollment] })
    expect(await states()).toEqual(['confirmed learner'])
    await staff('remove', { enrollments: [enrollment] })
    expect(await states()).toEqual(['confirmed learner', 'cancelled school'])
    await staff('enroll', { course, emails: [buyer.email] })
    await settle()
    await call(completed, { data: { lesson: first }, tenant, user: buyer })
    expect(await states()).toEqual([
      'confirmed learner',
      'cancelled school',
      'confirmed school',
      'attended learner',
    ])
    expect(await seenBy(buyer)).toEqual(await seenBy(manager))
    const stranger = await make().user({ tenant })
    expect(await seenBy(stranger)).toBeUndefined()
  })

  it('waits for its payment, and is over when that does not come in time', async () => {
    const { buy, buyer, states, tenant } = await market({ amount: 5000, kind: 'oneTime' })
    expect((await buy()).status).toBe(201)
    expect(await states()).toEqual(['awaitingPayment learner'])
    await make().query(
      { tenant },
      sql`update orders set expires_at = now() - interval '1 second', session = null, provider = null where buyer_id = ${buyer.id}`,
    )
    await expireOrders({ now: new Date(), payload: payload() })
    expect(await states()).toEqual(['awaitingPayment learner', 'cancelled time'])
    await buy()
    expect((await states())?.at(-1)).toBe('awaitingPayment learner')
  })

  it('waits in a queue, and goes on or ends with it', async () => {
    const { buy, course, states, tenant } = await market({ isForCohort: true, kind: 'free' })
    const startsAt = '2080-03-01T09:00:00.000Z'
    const cohort = await make().cohort({ capacity: 1, course, startsAt, tenant })
    const [inside, waiting] = await Promise.all([sales().buyer(tenant), sales().buyer(tenant)])
    expect((await buy(inside, [cohort])).status).toBe(201)
    await settle()
    const at = { params: { id: cohort }, tenant, user: waiting }
    await call(waitForPlace, { ...at, data: {} })
    expect(await states(waiting)).toEqual(['waitlisted learner'])
    await call(stopWaiting, at)
    expect(await states(waiting)).toEqual(['waitlisted learner', 'cancelled learner'])
  })

  it('has every change as one line, however many hear of it at once and how often', async () => {
    const { buy, buyer, course, states, tenant } = await market()
    await buy()
    await settle()
    await make().query(
      { tenant },
      sql`update enrollments set completed_at = now() where learner_id = ${buyer.id}`,
    )
    const again = () =>
      asTenant(tenant, async () => {
        const req = await requestOf()
        await inTransaction(req, () =>
          settleBooking({ course, learner: buyer.id, req, side: 'learner', tenant }),
        )
      })
    await Promise.all([again(), again(), again(), again(), again()])
    await again()
    expect(await states()).toEqual(['confirmed learner', 'attended learner'])
  })

  it('has the steps that were heard of late', async () => {
    const { buy, buyer, first, states, tenant } = await market()
    await buy()
    await make().query({ tenant }, sql`delete from booking_steps`)
    await settle()
    await make().query({ tenant }, sql`delete from booking_steps`)
    await call(completed, { data: { lesson: first }, tenant, user: buyer })
    expect(await states()).toEqual(['confirmed learner', 'attended learner'])
  })
})

describe('owners and admins', () => {
  const mails = (tenant: string) =>
    make().query<{ to: string }>(
      { tenant },
      sql`select "to" from emails where kind = 'bookingNews'`,
    )

  it('get a mail for each of a learner’s own changes, and for none of theirs', async () => {
    const { buy, buyer, course, manager, staff, tenant } = await market()
    await settle()
    const before = (await mails(tenant)).length
    await buy()
    await settle()
    const after = await mails(tenant)
    expect(after).toHaveLength(before + 1)
    expect(after.every(({ to }) => to === manager.email)).toBe(true)
    const enrollment = await make().enrollmentOf({ course, tenant }, buyer.id)
    await staff('remove', { enrollments: [enrollment] })
    await settle()
    expect(await mails(tenant)).toHaveLength(after.length)
  })

  it('get none where the school does without', async () => {
    const { buy, tenant } = await market()
    await make().query({ tenant }, sql`update tenants set settings_mails_bookings = false`)
    await buy()
    await settle()
    expect(await mails(tenant)).toEqual([])
  })
})
