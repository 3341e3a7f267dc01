import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import { testGatewayFor } from '@/adapters/payments/index'
import { asTenant } from '@/database/scope'
import { row, rows } from '@/database/transaction'
import { addDays } from '@/domain/commerce/calendar'
import { checkout } from '@/operations/commerce/checkout'
import { receiveEvent } from '@/operations/commerce/receiveEvent'
import { renewSubscriptions } from '@/operations/commerce/subscriptions/renew'
import { learnerOf, sharedOf } from '@/operations/learning/lessonLearner'
import { readLesson } from '@/operations/learning/lessonView'
import { commerceFactories } from '@/test/factories/commerce'
import { factories } from '@/test/factories/index'
import { call, requestOf, testPayload } from '@/test/harness'
import { settleOnly } from '@/test/settleOnly'

import { cancel, resume } from './subscriptions'
import { setTestCard } from './testGateway'

const payload = testPayload()
const make = () => factories(payload())
const sell = () => commerceFactories(payload())

/** Applies what was announced of payments, orders and subscriptions, until nothing of it is left. */
const settle = async () => {
  for (let round = 0; round < 3; round += 1) {
    for (const name of [
      'applyOnPaymentEventReceived',
      'followOnOrderPaid',
      'followOnOrderFailed',
      'enrollOnOrderPaid',
      'grantOnSubscriptionChanged',
    ]) {
      await settleOnly(payload(), name)
    }
  }
}

type Bought = { buyer: string; course: string; offer: string; session: string; tenant: string }

const query = <T>({ tenant }: Pick<Bought, 'tenant'>, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<T>(await requestOf(), statement))

type Recurring = {
  interval?: 'month'
  kind: 'plan' | 'subscription'
  payments?: number
  prices?: { amount: number; currency: string }[]
  trialDays?: number
}

const monthly: Recurring = {
  interval: 'month',
  kind: 'subscription',
  prices: [{ amount: 1900, currency: 'USD' }],
}

const inThree: Recurring = {
  kind: 'plan',
  payments: 3,
  prices: [{ amount: 10_000, currency: 'USD' }],
}

const place = (given: Pick<Bought, 'buyer' | 'tenant'>, offers: string[]) =>
  asTenant(given.tenant, async () =>
    checkout({
      buyer: { id: given.buyer, email: 'ada@example.com', emailVerified: true, locale: 'en' },
      now: new Date(),
      offers,
      origin: 'http://school.localhost:3000',
      req: await requestOf({ id: given.buyer }),
      tenant: given.tenant,
    }),
  )

/** Somebody who has bought a recurring offer and approved its first payment. */
const subscribe = async (terms: Recurring): Promise<Bought> => {
  const { course, tenant } = await sell().shop()
  const { id: offer } = await sell().offer({ course, tenant, ...terms })
  const { id: buyer } = await sell().buyer(tenant)
  await query(
    { tenant },
    sql`update tenants set settings_recurring_skips_weekends = false where id = ${tenant}`,
  )
  const session = await approve({ buyer, tenant }, offer)
  await settle()

  return { buyer, course, offer, session, tenant }
}

const approve = async (given: Pick<Bought, 'buyer' | 'tenant'>, offer: string) => {
  const { url } = await place(given, [offer])
  const session = url.split('/').at(-1) ?? ''
  await asTenant(given.tenant, async () => {
    const delivery = await (
      await testGatewayFor(await requestOf())
    )?.decide({
      decision: 'approve',
      session,
    })
    if (!delivery) {
      throw new Error('The payment was not approved.')
    }
    await receiveEvent({ ...delivery, payload: payload(), provider: 'test', school: given.tenant })
  })

  return session
}

const renewAt = async (now: Date) => {
  await renewSubscriptions({ now, payload: payload() })
  await settle()
}

type Standing = {
  access: null | string
  completed: boolean
  id: string
  next: null | string
  orders: number
  paid: number
  periodEnd: string
  status: string
}

/** The buyer's one subscription with all that was paid in it, and until when its course is open. */
const standing = async (given: Bought): Promise<Standing> => {
  const found = await asTenant(given.tenant, async () =>
    row<Standing>(
      await requestOf(),
      sql`select s.id, s.status::text as status, coalesce(s.is_completed, false) as completed,
            to_json(s.next_step_at) #>> '{}' as next, to_json(s.period_end) #>> '{}' as "periodEnd",
            (select to_json(e.access_until) #>> '{}' from enrollments e where e.learner_id = s.buyer_id) as access,
            (select count(*)::int from orders o where o.subscription_id = s.id and o.status = 'paid') as orders,
            (select coalesce(sum(p.amount), 0)::int from payments p join orders o on o.id = p.order_id
             where o.subscription_id = s.id and p.status = 'succeeded') as paid
          from subscriptions s where s.buyer_id = ${given.buyer}`,
    ),
  )
  if (!found) {
    throw new Error('There is no subscription.')
  }

  return found
}

const card = ({ buyer, session, tenant }: Bought, works: boolean) =>
  call(setTestCard, { data: { works }, params: { session }, tenant, user: { id: buyer } })

const day = (text: null | string) => text?.slice(0, 10) ?? null

const dayOf = (from: string, days: number) =>
  addDays(new Date(from), days).toISOString().slice(0, 10)

const outcome = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'ok',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )

describe('a subscription', () => {
  it('begins with its first payment, and opens its course a grace beyond what is paid', async () => {
    const given = await subscribe(monthly)
    const { access, ...begun } = await standing(given)

    expect(begun).toMatchObject({ completed: false, orders: 1, paid: 1900, status: 'active' })
    expect(day(access)).toBe(dayOf(begun.periodEnd, 7))
    expect(begun.next).toBe(begun.periodEnd)
    expect(await outcome(place(given, [given.offer]))).toBe('alreadyOwned')
  })

  it('is charged once for a period, though four workers look at once and look again', async () => {
    const given = await subscribe(monthly)
    const { periodEnd } = await standing(given)
    const due = new Date(periodEnd)
    await Promise.all([1, 2, 3, 4].map(() => renewSubscriptions({ now: due, payload: payload() })))
    await renewAt(due)
    await renewAt(due)

    expect(await standing(given)).toMatchObject({ orders: 2, paid: 3800, status: 'active' })
    expect(await query(given, sql`select 1 from events where fact = 'order.paid'`)).toHaveLength(2)
  })

  it('pays for a year of months on a moved clock, a receipt and an order for each', async () => {
    const given = await subscribe(monthly)
    const start = new Date((await standing(given)).periodEnd)
    for (let days = 0; days < 335; days += 1) {
      await renewSubscriptions({ now: addDays(start, days), payload: payload() })
      if (days % 7 === 0 || days === 334) {
        await settle()
      }
    }

    expect(await standing(given)).toMatchObject({ orders: 12, paid: 12 * 1900, status: 'active' })
  }, 120_000)

  it('whose card fails is past due, keeps its grace, and ends after the last try', async () => {
    const given = await subscribe(monthly)
    const { periodEnd } = await standing(given)
    await card(given, false)
    const days = async (count: number) => {
      await renewAt(addDays(new Date(periodEnd), count))

      return standing(given)
    }

    expect(await days(0)).toMatchObject({ orders: 1, paid: 1900, status: 'pastDue' })
    expect(day((await days(0)).next)).toBe(dayOf(periodEnd, 1))
    expect(day((await days(1)).next)).toBe(dayOf(periodEnd, 3))
    expect(day((await days(3)).next)).toBe(dayOf(periodEnd, 5))
    expect(day((await days(5)).access)).toBe(dayOf(periodEnd, 7))
    expect(await days(7)).toMatchObject({ next: null, paid: 1900, status: 'ended' })
    expect(await days(40)).toMatchObject({ orders: 1, paid: 1900, status: 'ended' })
  })

  it('that is past due says so in the lessons of its buyer, and what others share of them stays as it was', async () => {
    const given = await subscribe(monthly)
    const { id, access, periodEnd } = await standing(given)
    const { id: section } = await make().section({ course: given.course, tenant: given.tenant })
    const { id: lesson } = await make().lesson({
      course: given.course,
      section,
      tenant: given.tenant,
    })
    const seen = async () => {
      const view = await asTenant(given.tenant, async () =>
        readLesson({
          asker: { isAuthor: false, learner: given.buyer },
          lesson,
          req: await requestOf(),
        }),
      )

      return view && { own: learnerOf(view, null).unpaid, shared: sharedOf(view) }
    }
    const before = await seen()
    expect(before?.own).toEqual([])
    await card(given, false)
    await renewAt(new Date(periodEnd))

    const after = await seen()
    expect(after?.own).toEqual([
      { id, amount: 1900, currency: 'USD', plan: expect.any(String), until: access },
    ])
    expect(after?.shared).toEqual(before?.shared)
    await card(given, true)
    await renewAt(addDays(new Date(periodEnd), 1))

    expect((await seen())?.own).toEqual([])
  })

  it('goes on from where it was when the card works again in its grace', async () => {
    const given = await subscribe(monthly)
    const { periodEnd } = await standing(given)
    await card(given, false)
    await renewAt(new Date(periodEnd))
    await card(given, true)
    await renewAt(addDays(new Date(periodEnd), 1))
    const after = await standing(given)

    expect(after).toMatchObject({ orders: 2, paid: 3800, status: 'active' })
    expect(new Date(after.periodEnd).getUTCMonth()).toBe(
      (new Date(periodEnd).getUTCMonth() + 1) % 12,
    )
  })

  it('costs nothing while it is tried, and is tried once', async () => {
    const given = await subscribe({ ...monthly, trialDays: 7 })
    const trial = await standing(given)

    expect(trial).toMatchObject({ orders: 1, paid: 0, status: 'trialing' })
    await renewAt(new Date(trial.periodEnd))
    expect(await standing(given)).toMatchObject({ orders: 2, paid: 1900, status: 'active' })
    await query(given, sql`update subscriptions set status = 'ended', next_step_at = null`)
    expect(await place(given, [given.offer])).toMatchObject({ total: 1900 })
  })

  it('ends with what is paid when its buyer wishes so, unless she changes her mind', async () => {
    const given = await subscribe(monthly)
    const { id, periodEnd } = await standing(given)
    const ask = (endpoint: typeof cancel, user = given.buyer) =>
      call(endpoint, { params: { id }, tenant: given.tenant, user: { id: user } })
    const { id: stranger } = await sell().buyer(given.tenant)

    expect((await ask(cancel, stranger)).status).toBe(404)
    expect(await ask(cancel)).toMatchObject({ body: { cancelAtPeriodEnd: true }, status: 200 })
    expect((await ask(cancel)).status).toBe(200)
    await settle()
    expect((await standing(given)).access).toBe(periodEnd)
    expect(await ask(resume)).toMatchObject({ body: { cancelAtPeriodEnd: false } })
    await ask(cancel)
    await renewAt(new Date(periodEnd))
    expect(await standing(given)).toMatchObject({
      access: periodEnd,
      next: null,
      orders: 1,
      status: 'canceled',
    })
    expect(await ask(resume)).toMatchObject({ body: { code: 'notResumable' }, status: 422 })
  })

  it('that ends takes nothing away that was bought apart', async () => {
    const given = await subscribe(monthly)
    const { id: forever } = await sell().offer({ course: given.course, tenant: given.tenant })
    await approve(given, forever)
    await settle()
    await card(given, false)
    const { periodEnd } = await standing(given)
    for (const days of [0, 1, 3, 5, 7]) {
      await renewAt(addDays(new Date(periodEnd), days))
    }

    expect(await standing(given)).toMatchObject({ access: null, status: 'ended' })
  })
})

describe('an instalment plan', () => {
  it('takes its total in three parts and not a payment more, then is open for good', async () => {
    const given = await subscribe(inThree)
    expect(await standing(given)).toMatchObject({ orders: 1, paid: 3334, status: 'active' })
    const start = new Date((await standing(given)).periodEnd)
    for (const days of [0, 31, 62, 93, 400]) {
      await renewAt(addDays(start, days))
    }

    expect(await standing(given)).toMatchObject({
      access: null,
      completed: true,
      next: null,
      orders: 3,
      paid: 10_000,
      status: 'ended',
    })
    expect(await outcome(place(given, [given.offer]))).toBe('alreadyOwned')
  })

  it('whose card fails on the third payment owes that one alone, and is whole once it is paid', async () => {
    const given = await subscribe(inThree)
    const start = new Date((await standing(given)).periodEnd)
    await renewAt(start)
    await card(given, false)
    const due = new Date((await standing(given)).periodEnd)
    await renewAt(due)
    await renewAt(due)
    const failed = await standing(given)
    expect(failed).toMatchObject({ completed: false, orders: 2, paid: 6667, status: 'pastDue' })
    expect(day(failed.access)).toBe(day(addDays(due, 7).toISOString()))
    await card(given, true)
    for (const days of [1, 3, 40, 400]) {
      await renewAt(addDays(due, days))
    }

    expect(await standing(given)).toMatchObject({
      access: null,
      completed: true,
      next: null,
      orders: 3,
      paid: 10_000,
      status: 'ended',
    })
    const books = await query<{ balance: number; sold: number }>(
      given,
      sql`select sum(amount)::int as balance, -sum(amount) filter (where account = 'sales')::int as sold from ledger_entries`,
    )
    expect(books).toEqual([{ balance: 0, sold: 10_000 }])
  })

  it('whose card fails on the third payment for good opens nothing any more, and charges nothing after its last try', async () => {
    const given = await subscribe(inThree)
    await renewAt(new Date((await standing(given)).periodEnd))
    await card(given, false)
    const due = new Date((await standing(given)).periodEnd)
    for (const days of [0, 1, 3, 5, 7, 40, 400]) {
      await renewAt(addDays(due, days))
    }

    const ended = await standing(given)
    expect(ended).toMatchObject({
      completed: false,
      next: null,
      orders: 2,
      paid: 6667,
      status: 'ended',
    })
    expect(ended.access).not.toBeNull()
    expect(new Date(ended.access ?? 0).getTime()).toBeLessThan(addDays(due, 8).getTime())
    const tried = await query<{ count: number }>(
      given,
      sql`select count(*)::int as count from payments where status = 'failed'`,
    )
    await card(given, true)
    await renewAt(addDays(due, 500))
    expect(
      await query(given, sql`select count(*)::int as count from payments where status = 'failed'`),
    ).toEqual(tried)
    expect(await standing(given)).toMatchObject({ orders: 2, paid: 6667 })
  })

  it('cannot be canceled, since it is owed', async () => {
    const given = await subscribe(inThree)
    const { id } = await standing(given)

    expect(
      await call(cancel, { params: { id }, tenant: given.tenant, user: { id: given.buyer } }),
    ).toMatchObject({ body: { code: 'notCancelable' }, status: 422 })
  })
})

describe('a recurring offer', () => {
  it('is bought alone', async () => {
    const { offer, tenant } = await sell().shop()
    const { id: course } = await factories(payload()).course({ tenant })
    const { id: recurring } = await sell().offer({ course, tenant, ...monthly })
    const { id: buyer } = await sell().buyer(tenant)

    expect(await outcome(place({ buyer, tenant }, [recurring, offer]))).toBe('recurringAlone')
  })

  it.each([
    { kind: 'plan' as const, payments: 1 },
    { kind: 'plan' as const, payments: 37 },
    { kind: 'subscription' as const, trialDays: 366 },
  ])('is refused with the terms %j', async (terms) => {
    const { course, tenant } = await sell().shop()

    expect(await outcome(sell().offer({ course, tenant, ...terms }))).toMatch(/invalid/i)
  })
})
