// First, since it sets the environment that all else reads.
import { STRIPE } from '@/test/stripe/settings'

import { sql } from '@payloadcms/db-postgres'

import type { Plan } from '@payload-types'

import type { StripeServer } from '@/test/stripe/server'
import type { Subscription } from '@/test/stripe/store'

import { asTenant } from '@/database/scope'
import { row } from '@/database/transaction'
import { syncPlan } from '@/operations/tenancy/syncPlan'
import { followOverdue, followSubscription } from '@/operations/tenancy/planSubscriptions/follow'
import { ensurePlatform } from '@/seed/platform'
import { factories } from '@/test/factories'
import { call, requestOf, testPayload } from '@/test/harness'
import { settleOnly } from '@/test/settleOnly'
import { startStripeServer } from '@/test/stripe/server'
import { paySubscription } from '@/test/stripe/subscriptions'

import { ownPlan } from '../analytics/plan'
import { stripeWebhook } from '../commerce/webhooks'
import { cancelPlan, openPlanPortal, resumePlan, subscribeToPlan } from './plan'

const payload = testPayload()
const settle = () => settleOnly(payload(), 'followOnPlanSubscriptionReported')
let stripe: StripeServer
let platform: string

beforeAll(async () => {
  stripe = await startStripeServer(STRIPE)
  platform = await ensurePlatform(payload())
})
afterAll(() => stripe.close())

type Gives = { courses?: null | number; isOffered?: boolean; price?: number }

/** A plan as the platform's staff write it, told to Stripe. */
const plan = ({ courses = null, isOffered = true, price = 4900 }: Gives = {}): Promise<Plan> =>
  asTenant(platform, async () => {
    const made = await payload().create({
      collection: 'plans',
      data: {
        name: `Plan ${crypto.randomUUID()}`,
        currency: 'USD',
        included: { certificates: courses === null, coupons: true, domains: true },
        isOffered,
        limits: { courses },
        price,
        tenant: platform,
      },
      depth: 0,
      overrideAccess: true,
      req: await requestOf(),
    })
    await syncPlan({ plan: made.id, req: await requestOf() })

    return made
  })

const school = async () => {
  const make = factories(payload())
  const { id: tenant } = await make.tenant()
  const owner = await make.user({ roles: ['owner'], tenant })
  const as = (user = owner) => ({
    choose: (to: { id: string }) =>
      call(subscribeToPlan, { data: { plan: to.id }, tenant, user: user }),
    see: () => call(ownPlan, { tenant, user: user }),
  })
  const end = (how: 'cancel' | 'resume') =>
    call(how === 'cancel' ? cancelPlan : resumePlan, { data: {}, tenant, user: owner })

  return { ...as(), as, end, make, owner, tenant }
}

type Stands = {
  courses: null | number
  plan: null | string
  status: null | string
  subscription: null | string
}

const stands = (tenant: string): Promise<Stands | undefined> =>
  asTenant(tenant, async () =>
    row<Stands>(
      await requestOf(),
      sql`select t.plan, t.settings_limits_courses::float8 as courses, s.status::text as status, s.subscription
          from tenants t left join plan_subscriptions s on s.tenant_id = t.id where t.id = ${tenant}`,
    ),
  )

const post = async ({ body, headers }: { body: string; headers: Headers }) => {
  const req = Object.assign(await requestOf(), { headers, text: () => Promise.resolve(body) })

  return (await stripeWebhook.handler(req)).status
}

const told = (type: string, object: object) => post(stripe.delivery(stripe.record(type, object)))

const sessionOf = (answer: { body: unknown }): string =>
  (answer.body as { url: string }).url.split('/').at(-1) ?? ''

/** Pays on the page that an answer opened, and tells of it. */
const pay = async (answer: { body: unknown }): Promise<Subscription> => {
  const paid = paySubscription(stripe.store, sessionOf(answer))
  await told('customer.subscription.created', paid)
  await settle()

  return paid
}

describe('a school that takes a plan', () => {
  it('pays at Stripe as one customer, and has what it pays for once Stripe says so', async () => {
    const { choose, see, tenant } = await school()
    const studio = await plan({ courses: 7 })
    const answer = await choose(studio)

    expect(answer).toMatchObject({ body: { outcome: 'pay' }, status: 200 })
    expect(await stands(tenant)).toMatchObject({ plan: null, status: null })
    const paid = await pay(answer)
    expect(await stands(tenant)).toEqual({
      courses: 7,
      plan: studio.id,
      status: 'active',
      subscription: paid.id,
    })
    expect(await see()).toMatchObject({
      body: {
        paid: { endsAtPeriodEnd: false, hasPortal: true, isPastDue: false, plan: studio.id },
      },
    })
    expect(
      [...stripe.store.customers.values()].filter(({ metadata }) => metadata.tenant === tenant),
    ).toHaveLength(1)
  })

  it('opens one page, however often and however many at once ask for the same', async () => {
    const { choose } = await school()
    const studio = await plan()
    const pressed = await Promise.all([choose(studio), choose(studio), choose(studio)])
    const again = await choose(studio)

    expect(new Set([...pressed, again].map(sessionOf)).size).toBe(1)
  })

  it('closes the page of the plan that it wanted before', async () => {
    const { choose } = await school()
    const [first, second] = [await plan(), await plan({ price: 9900 })]
    const before = sessionOf(await choose(first))
    const after = sessionOf(await choose(second))

    expect(stripe.store.sessions.get(before)?.status).toBe('expired')
    expect(stripe.store.sessions.get(after)?.status).toBe('open')
  })

  it('is let in by its owners alone, and only to what is offered', async () => {
    const { as, choose, make, tenant } = await school()
    const studio = await plan()
    const hidden = await plan({ isOffered: false })
    for (const role of ['admin', 'instructor', 'student'] as const) {
      const user = await make.user({ roles: [role], tenant })
      expect(await as(user).choose(studio)).toMatchObject({ status: 403 })
    }
    expect(await choose(hidden)).toMatchObject({ body: { code: 'planUnknown' }, status: 422 })
    stripe.failNext(3)
    expect(await choose(studio)).toMatchObject({
      body: { code: 'paymentUnavailable' },
      status: 502,
    })
  })
})

describe('what Stripe tells', () => {
  it('counts as it is now: in any order, twice, by several workers at once', async () => {
    const { choose, tenant } = await school()
    const small = await plan({ courses: 1 })
    const large = await plan({ courses: 50, price: 9900 })
    const answer = await choose(small)
    const paid = paySubscription(stripe.store, sessionOf(answer))
    const created = stripe.record('customer.subscription.created', paid)
    const completed = stripe.record(
      'checkout.session.completed',
      stripe.store.sessions.get(sessionOf(answer)) ?? {},
    )
    const price = [...stripe.store.prices.values()].find(
      ({ active, metadata }) => active && metadata.plan === large.id,
    )
    Object.assign(paid.items.data[0] ?? {}, { price })
    const updated = stripe.record('customer.subscription.updated', paid)

    for (const event of [updated, completed, created, updated]) {
      expect(await post(stripe.delivery(event))).toBe(200)
    }
    await Promise.all([
      settle(),
      ...Array.from({ length: 12 }, () =>
        asTenant(tenant, async () =>
          followSubscription({ req: await requestOf(), subscription: paid.id, tenant }),
        ),
      ),
    ])
    expect(await stands(tenant)).toMatchObject({ courses: 50, plan: large.id, status: 'active' })
  })

  it('changes nothing when it is forged, old, or about another school’s subscription', async () => {
    const [one, other] = [await school(), await school()]
    const studio = await plan({ courses: 3 })
    const paid = await pay(await one.choose(studio))
    const forged = stripe.delivery(
      stripe.record('customer.subscription.updated', {
        ...paid,
        metadata: { ...paid.metadata, tenant: other.tenant },
      }),
    )
    expect(await post({ ...forged, body: forged.body.replace('active', 'actife') })).toBe(400)
    expect(
      await post(
        stripe.delivery(
          stripe.record('customer.subscription.updated', paid),
          new Date(Date.now() - 3_600_000),
        ),
      ),
    ).toBe(400)

    // Signed, yet it names a school that the subscription is not of.
    expect(await post(forged)).toBe(200)
    await settle()
    expect(await stands(other.tenant)).toMatchObject({ plan: null, subscription: null })
    expect(await stands(one.tenant)).toMatchObject({ plan: studio.id })
  })

  it('lets a school keep its plan while a failed charge is tried again, and says so', async () => {
    const { choose, see, tenant } = await school()
    const studio = await plan({ courses: 3 })
    const paid = await pay(await choose(studio))
    Object.assign(paid, { status: 'past_due' })
    await told('invoice.payment_failed', {
      id: 'in_1',
      object: 'invoice',
      parent: { subscription_details: { metadata: paid.metadata, subscription: paid.id } },
    })
    await settle()

    expect(await stands(tenant)).toMatchObject({ plan: studio.id, status: 'pastDue' })
    expect(await see()).toMatchObject({ body: { paid: { isPastDue: true } } })
  })

  it('is looked for where no event came', async () => {
    const { choose, tenant } = await school()
    const studio = await plan({ courses: 3 })
    paySubscription(stripe.store, sessionOf(await choose(studio)))
    await followOverdue(payload())

    expect(await stands(tenant)).toMatchObject({ plan: studio.id, status: 'active' })
  })

  it('ends the second of two subscriptions of one school', async () => {
    const { choose, tenant } = await school()
    const studio = await plan()
    const paid = await pay(await choose(studio))
    const second: Subscription = { ...structuredClone(paid), id: 'sub_second' }
    stripe.store.subscriptions.set(second.id, second)
    await told('customer.subscription.created', second)
    await settle()

    expect(stripe.store.subscriptions.get('sub_second')?.status).toBe('canceled')
    expect(await stands(tenant)).toMatchObject({ status: 'active', subscription: paid.id })
  })
})

describe('a school that changes its plan', () => {
  it('moves in place, keeps what is beyond a smaller one, and is told of it before', async () => {
    const { choose, make, see, tenant } = await school()
    const [large, small] = [await plan({ courses: 9, price: 9900 }), await plan({ courses: 1 })]
    const paid = await pay(await choose(large))
    await make.course({ tenant })
    await make.course({ tenant })

    const { body } = (await see()) as { body: { plans: { id: string; over: object[] }[] } }
    expect(body.plans.find(({ id }) => id === small.id)).toMatchObject({
      lost: [],
      over: [{ limit: 'courses', most: 1, used: 2 }],
    })
    expect(await choose(small)).toMatchObject({ body: { outcome: 'moved' }, status: 200 })
    expect(await stands(tenant)).toMatchObject({
      courses: 1,
      plan: small.id,
      subscription: paid.id,
    })
    expect(
      await asTenant(tenant, async () =>
        payload().count({ collection: 'courses', overrideAccess: true, req: await requestOf() }),
      ),
    ).toMatchObject({ totalDocs: 2 })
    await expect(make.course({ tenant })).rejects.toThrow()
  })

  it('stays where it is when its card declines', async () => {
    const { choose, tenant } = await school()
    const [large, small] = [await plan({ price: 9900 }), await plan()]
    await pay(await choose(small))
    stripe.store.declinesCards = true
    const answer = await choose(large)
    stripe.store.declinesCards = false

    expect(answer).toMatchObject({ body: { code: 'paymentDeclined' }, status: 402 })
    expect(await stands(tenant)).toMatchObject({ plan: small.id, status: 'active' })
  })

  it('ends with its month, goes on after all, and gives back what it had before', async () => {
    const { choose, end, see, tenant } = await school()
    const studio = await plan({ courses: 3 })
    const paid = await pay(await choose(studio))

    expect(await end('cancel')).toMatchObject({ body: { ends: true }, status: 200 })
    expect(await see()).toMatchObject({ body: { paid: { endsAtPeriodEnd: true } } })
    expect(await end('resume')).toMatchObject({ body: { ends: false } })
    expect(paid.cancel_at_period_end).toBe(false)

    Object.assign(paid, { status: 'canceled' })
    await told('customer.subscription.deleted', paid)
    await settle()
    expect(await stands(tenant)).toMatchObject({ courses: null, plan: null, status: 'ended' })
    expect(await end('cancel')).toMatchObject({ body: { code: 'planNotPaid' }, status: 409 })
  })

  it('goes to a plan that costs nothing when what is paid is over', async () => {
    const { choose, tenant } = await school()
    const [studio, free] = [await plan({ courses: 9 }), await plan({ courses: 2, price: 0 })]
    const paid = await pay(await choose(studio))

    expect(await choose(free)).toMatchObject({ body: { outcome: 'ending' } })
    expect(paid.cancel_at_period_end).toBe(true)
    expect(await stands(tenant)).toMatchObject({ plan: studio.id })
    Object.assign(paid, { status: 'canceled' })
    await told('customer.subscription.deleted', paid)
    await settle()
    expect(await stands(tenant)).toMatchObject({ courses: 2, plan: free.id, status: 'ended' })
    const again = await school()
    expect(await again.choose(free)).toMatchObject({ body: { outcome: 'moved' } })
    expect(await stands(again.tenant)).toMatchObject({ courses: 2, plan: free.id })
    await asTenant(platform, async () =>
      payload().update({
        id: free.id,
        collection: 'plans',
        data: { isOffered: false },
        overrideAccess: true,
        req: await requestOf(),
      }),
    )
  })

  it('finds its cards and invoices at Stripe', async () => {
    const { choose, owner, tenant } = await school()
    const ask = () => call(openPlanPortal, { data: {}, tenant, user: owner })
    expect(await ask()).toMatchObject({ status: 409 })
    await pay(await choose(await plan()))

    expect(await ask()).toMatchObject({
      body: { url: expect.stringContaining('/p/session/') as string },
      status: 200,
    })
  })
})
