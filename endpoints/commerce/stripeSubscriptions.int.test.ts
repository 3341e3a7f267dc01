// First, before anything reads the environment.
import { STRIPE } from '@/test/stripe/settings'

import { sql } from '@payloadcms/db-postgres'

import type { StripeServer } from '@/test/stripe/server'

import { asTenant } from '@/database/scope'
import { row, rows } from '@/database/transaction'
import { addDays } from '@/domain/commerce/calendar'
import { plansOf } from '@/operations/commerce/ownPlans'
import { recoveredRevenue } from '@/operations/commerce/recovered'
import { mailCardEndings } from '@/operations/commerce/subscriptions/cardEndings'
import { renewSubscriptions } from '@/operations/commerce/subscriptions/renew'
import { commerceFactories } from '@/test/factories/commerce'
import { call, requestOf, testPayload } from '@/test/harness'
import { settleOnly } from '@/test/settleOnly'
import { startStripeServer } from '@/test/stripe/server'

import { checkout } from './checkout'
import { forgetCard, subscriptionCard } from './subscriptionCard'
import { cancel } from './subscriptions'
import { stripeWebhook } from './webhooks'

const payload = testPayload()
let stripe: StripeServer

beforeAll(async () => {
  stripe = await startStripeServer(STRIPE)
})
afterAll(() => stripe.close())

const settle = async () => {
  for (let round = 0; round < 3; round += 1) {
    for (const name of [
      'applyOnPaymentEventReceived',
      'followOnOrderPaid',
      'followOnOrderFailed',
      'rememberOnCardGiven',
      'grantOnSubscriptionChanged',
      'mailBuyerOnSubscriptionChanged',
    ]) {
      await settleOnly(payload(), name)
    }
  }
}

const send = async ({ body, headers }: { body: string; headers: Headers }) => {
  const req = Object.assign(await requestOf(), { headers, text: () => Promise.resolve(body) })

  return (await (await stripeWebhook.handler(req)).json()) as { receipt: string }
}

/** Somebody who pays 19.00 USD a month by Stripe, from now on. */
const subscribed = async ({ trialDays = 0 } = {}) => {
  const make = commerceFactories(payload())
  const { course, tenant } = await make.shop()
  const { id: offer } = await make.offer({
    course,
    kind: 'subscription',
    prices: [{ amount: 1900, currency: 'USD' }],
    tenant,
    trialDays,
  })
  const user = { ...(await make.buyer(tenant)), emailVerified: true }
  const all = <Row>(statement: ReturnType<typeof sql>) =>
    asTenant(tenant, async () => rows<Row>(await requestOf(), statement))
  await all(sql`update tenants set settings_recurring_skips_weekends = false where id = ${tenant}`)
  await call(checkout, { data: { items: [{ offer }] }, tenant, user })
  const [opened] = await all<{ session: string }>(sql`select session from orders`)
  const session = opened?.session ?? ''
  await send(stripe.delivery(stripe.settle(session, 'paid')))
  await settle()
  const state = async () => {
    const found = await asTenant(tenant, async () =>
      row<{
        end: string
        failures: number
        id: string
        paid: number
        session: string
        status: string
      }>(
        await requestOf(),
        sql`select s.id, s.status::text as status, s.failures::int as failures, s.session, to_json(s.period_end) #>> '{}' as end,
              (select coalesce(sum(p.amount), 0)::int from payments p where p.status = 'succeeded') as paid
            from subscriptions s`,
      ),
    )
    if (!found) {
      throw new Error('There is no subscription.')
    }

    return found
  }
  const renewAt = async (now: Date) => {
    await renewSubscriptions({ now, payload: payload() })
    await settle()
  }
  const mails = () =>
    all<{ data: { url: string }; template: string }>(
      sql`select kind::text as template, data from emails where kind::text like 'payment%' order by id`,
    )

  return { all, mails, renewAt, session, state, tenant, user }
}

/** The webhook of the last charge, as Stripe sends it after it has answered. */
const lastCharge = () => {
  const intent = [...stripe.store.intents.values()].findLast(({ metadata }) => metadata.charge)
  const name = intent?.status === 'succeeded' ? 'succeeded' : 'payment_failed'

  return stripe.delivery(stripe.record(`payment_intent.${name}`, intent ?? {}))
}

describe('a subscription through Stripe', () => {
  it('keeps the card of its first page and charges it off session for each period, once', async () => {
    const { renewAt, session, state } = await subscribed()
    const first = await state()
    await renewAt(new Date(first.end))
    const renewed = await state()
    await renewAt(new Date(first.end))

    expect(first).toMatchObject({ paid: 1900, session, status: 'active' })
    expect(renewed).toMatchObject({ failures: 0, paid: 3800, status: 'active' })
    expect(await state()).toEqual(renewed)
  })

  it('is moved once by what Stripe answers and by its event, late, twice and out of order', async () => {
    const { renewAt, session, state } = await subscribed()
    const { end } = await state()
    stripe.setCard(session, 'declined')
    await renewAt(new Date(end))
    const declined = lastCharge()
    expect(await state()).toMatchObject({ failures: 1, paid: 1900, status: 'pastDue' })
    stripe.setCard(session, 'works')
    await renewAt(addDays(new Date(end), 1))
    const paid = lastCharge()
    for (const delivery of [paid, declined, declined, paid]) {
      await send(delivery)
      await settle()
    }

    expect(await state()).toMatchObject({ failures: 0, paid: 3800, status: 'active' })
  })

  it('is charged once though the answer of Stripe was lost, and its key forgotten', async () => {
    const { all, renewAt, state } = await subscribed()
    const { end } = await state()
    await renewAt(new Date(end))
    await all(sql`update orders set status = 'pending' where period = 1`)
    await all(sql`delete from payments p using orders o where o.id = p.order_id and o.period = 1`)
    await all(
      sql`update subscriptions set paid_periods = 1, next_step_at = period_end, period_end = ${end}`,
    )
    const before = stripe.store.intents.size
    await renewAt(addDays(new Date(end), 3))

    expect(stripe.store.intents.size).toBe(before)
  })

  it('takes the card of a trial without a payment, and charges it at its end', async () => {
    const { renewAt, session, state } = await subscribed({ trialDays: 7 })
    const trial = await state()
    await renewAt(new Date(trial.end))

    expect(stripe.store.sessions.get(session)).toMatchObject({ mode: 'setup' })
    expect(trial).toMatchObject({ paid: 0, status: 'trialing' })
    expect(await state()).toMatchObject({ paid: 1900, status: 'active' })
  })

  it('whose bank asks for its holder is past due, and paid by her on the page of the mail', async () => {
    const { mails, renewAt, session, state, tenant } = await subscribed()
    const { id, end } = await state()
    stripe.setCard(session, 'authenticationRequired')
    await renewAt(new Date(end))
    const [mail] = await mails()
    const key = new URL(mail?.data.url ?? '').searchParams.get('key')
    const ask = (data: object) => call(subscriptionCard, { data, params: { id }, tenant })

    expect(await state()).toMatchObject({ failures: 1, status: 'pastDue' })
    expect(mail?.template).toBe('paymentConfirm')
    expect(await ask({})).toMatchObject({ status: 401 })
    expect(await ask({ key: `${key}x` })).toMatchObject({ body: { code: 'badLink' }, status: 400 })
    const { body, status } = await ask({ key })
    expect(status).toBe(200)
    expect((await ask({ key })).body).toEqual(body)
    const page = (body as { url: string }).url.split('/').at(-1) ?? ''
    expect(stripe.store.sessions.get(page)).toMatchObject({ amount_total: 1900, mode: 'payment' })
    await send(stripe.delivery(stripe.settle(page, 'paid')))
    await settle()
    const after = await state()

    expect(after).toMatchObject({ failures: 0, paid: 3800, session: page, status: 'active' })
    await renewAt(new Date(after.end))
    expect(await state()).toMatchObject({ paid: 5700, status: 'active' })
  })

  it('is not charged while its buyer has the page open, and says what was recovered', async () => {
    const { renewAt, session, state, tenant, user } = await subscribed()
    const { id, end } = await state()
    stripe.setCard(session, 'declined')
    await renewAt(new Date(end))
    const { body } = await call(subscriptionCard, { data: {}, params: { id }, tenant, user })
    const page = (body as { url: string }).url.split('/').at(-1) ?? ''
    await send(stripe.delivery(stripe.settle(page, 'paid')))
    await settle()
    const req = await requestOf()
    const now = new Date()

    expect(await state()).toMatchObject({ paid: 3800, status: 'active' })
    expect(await asTenant(tenant, () => recoveredRevenue({ now, req, tenant }))).toMatchObject([
      { currency: 'USD', payments: 1, total: 1900 },
    ])
  })

  it('takes another card while nothing is due, and charges that one', async () => {
    const { renewAt, session, state, tenant, user } = await subscribed()
    const { id, end } = await state()
    const { body } = await call(subscriptionCard, { data: {}, params: { id }, tenant, user })
    const page = (body as { url: string }).url.split('/').at(-1) ?? ''
    await send(stripe.delivery(stripe.settle(page, 'paid')))
    await settle()
    stripe.setCard(session, 'declined')
    await renewAt(new Date(end))

    expect(stripe.store.sessions.get(page)).toMatchObject({ mode: 'setup' })
    expect(await state()).toMatchObject({ paid: 3800, session: page, status: 'active' })
  })

  it('shows its holder what is charged, and forgets that once nothing is charged any more', async () => {
    const { all, renewAt, state, tenant, user } = await subscribed()
    const { id, end } = await state()
    const shown = async () =>
      asTenant(tenant, async () => plansOf({ buyer: user.id, req: await requestOf() }))
    const forget = (who: object) =>
      call(forgetCard, { data: {}, params: { id }, tenant, user: { ...user, ...who } })
    const face = { brand: 'visa', expiresMonth: 11, expiresYear: 2031, last4: '4242' }

    expect(await shown()).toMatchObject([{ card: face }])
    expect(await forget({})).toMatchObject({ body: { code: 'cardNeeded' }, status: 422 })
    const stranger = await commerceFactories(payload()).buyer(tenant)
    expect(await forget(stranger)).toMatchObject({ status: 404 })
    await call(cancel, { data: {}, params: { id }, tenant, user })
    expect(await forget({})).toMatchObject({ status: 200 })
    expect(await forget({})).toMatchObject({ status: 200 })
    expect(await shown()).toMatchObject([{ card: null }])
    expect([...stripe.store.methods.values()].at(-1)?.customer).toBeNull()
    await all(sql`update subscriptions set cancel_at_period_end = false`)
    await renewAt(new Date(end))

    expect(await all(sql`select failure from payments where status = 'failed'`)).toEqual([
      { failure: 'cardMissing' },
    ])
  })

  it('is written to before the charge by which its card will have ended, once for each card', async () => {
    const { all, state } = await subscribed()
    const { end } = await state()
    const soon = addDays(new Date(end), -10)
    const written = () =>
      all<{ data: { until: string; url: string } }>(
        sql`select data from emails where kind = 'cardEnding'`,
      )
    await mailCardEndings({ now: soon, payload: payload() })
    expect(await written()).toEqual([])
    const ended = new Date(end).getUTCFullYear() - 1
    await all(
      sql`update subscriptions set card = card || ${JSON.stringify({ expiresYear: ended })}::jsonb`,
    )
    await mailCardEndings({ now: addDays(new Date(end), -20), payload: payload() })
    expect(await written()).toEqual([])
    await mailCardEndings({ now: soon, payload: payload() })
    await mailCardEndings({ now: soon, payload: payload() })

    expect(await written()).toMatchObject([
      { data: { until: end, url: expect.stringContaining('/pay/card/') } },
    ])
  })

  it('lets nobody else change its card', async () => {
    const { state, tenant } = await subscribed()
    const { id } = await state()
    const stranger = await commerceFactories(payload()).buyer(tenant)
    const asked = await call(subscriptionCard, { data: {}, params: { id }, tenant, user: stranger })

    expect(asked).toMatchObject({ body: { code: 'notFound' }, status: 404 })
  })
})
