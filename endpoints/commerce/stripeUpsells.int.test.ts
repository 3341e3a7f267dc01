// First, before anything reads the environment.
import { STRIPE } from '@/test/stripe/settings'

import { sql } from '@payloadcms/db-postgres'

import type { StripeServer } from '@/test/stripe/server'

import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { commerceFactories } from '@/test/factories/commerce'
import { call, requestOf, testPayload } from '@/test/harness'
import { settleOnly } from '@/test/settleOnly'
import { startStripeServer } from '@/test/stripe/server'
import { upsellTools } from '@/test/upsells'

import { checkout } from './checkout'
import { upsellEndpoints } from './upsells'
import { stripeWebhook } from './webhooks'

const [proposal, decline, accept] = upsellEndpoints
const payload = testPayload()
const { shop } = upsellTools(payload)
let stripe: StripeServer

beforeAll(async () => {
  stripe = await startStripeServer(STRIPE)
})
afterAll(() => stripe.close())

const settle = async () => {
  for (const name of ['applyOnPaymentEventReceived', 'enrollOnOrderPaid']) {
    await settleOnly(payload(), name)
  }
}

const send = async ({ body, headers }: { body: string; headers: Headers }) => {
  const req = Object.assign(await requestOf(), { headers, text: () => Promise.resolve(body) })

  return (await (await stripeWebhook.handler(req)).json()) as { receipt: string }
}

/** Somebody who has paid 49.00 USD by a card that Stripe keeps, and is shown something for 10.00; a guest where nobody is signed in. */
const paid = async ({ isGuest = false } = {}) => {
  const at = await shop()
  const { tenant } = at
  const all = <Row>(statement: ReturnType<typeof sql>) =>
    asTenant(tenant, async () => rows<Row>(await requestOf(), statement))
  const user = isGuest
    ? undefined
    : { ...(await commerceFactories(payload()).buyer(tenant)), emailVerified: true }
  const buyer = { name: 'Gil Guest', email: `guest-${crypto.randomUUID().slice(0, 8)}@example.com` }
  const placed = await call(checkout, {
    data: { items: [{ offer: at.offer }], ...(isGuest && { buyer }) },
    tenant,
    user,
  })
  const { key, order } = placed.body as { key?: string; order: string }
  const [opened] = await all<{ session: string }>(
    sql`select session from orders where id = ${order}`,
  )
  const session = opened?.session ?? ''
  await send(stripe.delivery(stripe.settle(session, 'paid')))
  await settle()
  const asked = (data: object) => ({ data: { key, ...data }, params: { id: order }, tenant, user })
  const shown = await call(proposal, {
    params: { id: order },
    query: key ? { key } : {},
    tenant,
    user,
  })
  const orders = () =>
    all<{ status: string; total: number }>(
      sql`select status::text as status, total::int as total from orders order by id`,
    )
  const take = () => call(accept, asked({ step: 'upsell', total: 1000 }))

  return { all, asked, key, order, orders, session, shown, take, tenant, user }
}

const charges = () => [...stripe.store.intents.values()].filter(({ metadata }) => metadata.charge)

describe('what is proposed after a payment by Stripe', () => {
  beforeEach(() => stripe.store.intents.clear())

  it('is charged off session to the card that paid, once however many windows ask', async () => {
    const { orders, session, shown, take } = await paid()
    expect(shown).toMatchObject({
      body: { proposal: { charges: true, total: 1000 } },
      status: 200,
    })
    const taken = await Promise.all([take(), take(), take()])
    await settle()

    expect(taken.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(taken.map(({ body }) => (body as { order: string }).order)).size).toBe(1)
    expect(charges()).toMatchObject([{ amount: 1000, status: 'succeeded' }])
    expect(await orders()).toEqual([
      { status: 'paid', total: 4900 },
      { status: 'paid', total: 1000 },
    ])
    expect(stripe.store.sessions.get(session)).toMatchObject({ customer: expect.any(String) })
  })

  it('leads to a page where the bank asks for a proof, whatever is told of the charge before', async () => {
    const { all, orders, session, take } = await paid()
    stripe.setCard(session, 'authenticationRequired')
    const first = await take()
    const [refused] = charges()
    await send(stripe.delivery(stripe.record('payment_intent.payment_failed', refused ?? {})))
    await settle()
    const again = await take()
    expect(first).toMatchObject({ body: { url: expect.stringContaining(stripe.url) }, status: 201 })
    expect(again.body).toEqual(first.body)
    expect(await orders()).toMatchObject([{ status: 'paid' }, { status: 'pending' }])
    const [opened] = await all<{ session: string }>(
      sql`select session from orders where follows_id is not null`,
    )
    await send(stripe.delivery(stripe.settle(opened?.session ?? '', 'paid')))
    await settle()

    expect(await orders()).toMatchObject([{ status: 'paid' }, { status: 'paid' }])
  })

  it('is not given up by a charge that is told to have failed before its page is opened', async () => {
    const { all, orders, session, take } = await paid()
    stripe.setCard(session, 'declined')
    await take()
    const [refused] = charges()
    await all(
      sql`update orders set session = null, payment_url = null, provider = null where follows_id is not null`,
    )
    await send(stripe.delivery(stripe.record('payment_intent.payment_failed', refused ?? {})))
    await settle()

    expect(await orders()).toMatchObject([{ status: 'paid' }, { status: 'pending' }])
    expect((await take()).body).toMatchObject({ url: expect.stringContaining(stripe.url) })
    expect(charges()).toHaveLength(1)
  })

  it('is paid once where Stripe charged and its answer was lost', async () => {
    const { orders, take } = await paid()
    const { order } = (await take()).body as { order: string }
    const [made] = charges()
    await send(stripe.delivery(stripe.record('payment_intent.succeeded', made ?? {})))
    await settle()
    await take()
    await settle()

    expect(order).toBeTruthy()
    expect(charges()).toHaveLength(1)
    expect(await orders()).toMatchObject([{ status: 'paid' }, { status: 'paid' }])
  })

  it('can be asked for again while Stripe does not answer', async () => {
    const { orders, take } = await paid()
    stripe.failNext(50)
    expect(await take()).toMatchObject({ body: { code: 'paymentUnavailable' }, status: 502 })
    stripe.failNext(0)
    expect((await take()).status).toBe(201)
    await settle()

    expect(charges()).toHaveLength(1)
    expect(await orders()).toMatchObject([{ status: 'paid' }, { status: 'paid' }])
  })

  it('is a guest’s by the key of the order, and nobody’s without it', async () => {
    const { key, order, orders, shown, take, tenant } = await paid({ isGuest: true })
    const stranger = { data: { step: 'upsell', total: 1000 }, params: { id: order }, tenant }
    expect(shown).toMatchObject({ body: { proposal: { charges: true } }, status: 200 })
    expect(await call(accept, stranger)).toMatchObject({ status: 401 })
    expect(
      await call(accept, { ...stranger, data: { ...stranger.data, key: `${key}x` } }),
    ).toMatchObject({ status: 401 })
    const user = { ...(await commerceFactories(payload()).buyer(tenant)), emailVerified: true }
    expect(await call(accept, { ...stranger, user })).toMatchObject({ status: 404 })
    expect(await call(decline, { ...stranger, user })).toMatchObject({ status: 404 })
    const taken = await take()
    await settle()

    expect(taken).toMatchObject({ body: { key: expect.any(String) }, status: 201 })
    expect((taken.body as { url: string }).url).toContain('/thanks?key=')
    expect(await orders()).toMatchObject([{ status: 'paid' }, { status: 'paid' }])
  })
})
