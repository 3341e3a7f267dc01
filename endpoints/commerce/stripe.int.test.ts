// First, before anything reads the environment.
import { STRIPE } from '@/test/stripe/settings'

import { sql } from '@payloadcms/db-postgres'

import type { StripeServer } from '@/test/stripe/server'

import { asTenant } from '@/database/scope'
import { row } from '@/database/transaction'
import { expireOrders } from '@/operations/commerce/expireOrders'
import { commerceFactories } from '@/test/factories/commerce'
import { call, requestOf, testPayload } from '@/test/harness'
import { settleOnly } from '@/test/settleOnly'
import { startStripeServer } from '@/test/stripe/server'

import { checkout } from './checkout'
import { approveTestPayment } from './testGateway'
import { stripeWebhook } from './webhooks'

const payload = testPayload()
const settle = () => settleOnly(payload(), 'applyOnPaymentEventReceived')
let stripe: StripeServer

beforeAll(async () => {
  stripe = await startStripeServer(STRIPE)
})
afterAll(() => stripe.close())

type Placed = { currency: string; order: string; total: number; url: string }

const place = async () => {
  const make = commerceFactories(payload())
  const { offer, tenant } = await make.shop()
  const coupon = await make.coupon({ amountOff: 900, currency: 'USD', percentOff: null, tenant })
  const user = { ...(await make.buyer(tenant)), emailVerified: true }
  const buy = () =>
    call(checkout, { data: { coupon: coupon.code, items: [{ offer }] }, tenant, user })

  return { buy, coupon, offer, tenant, user }
}

const post = async ({ body, headers }: { body: string; headers: Headers }) => {
  const req = Object.assign(await requestOf(), { headers, text: () => Promise.resolve(body) })
  const answer = await stripeWebhook.handler(req)

  return { body: (await answer.json()) as unknown, status: answer.status }
}

const orderIn = (tenant: string) =>
  asTenant(tenant, async () =>
    row<{ payments: number; session: null | string; status: string; uses: number }>(
      await requestOf(),
      sql`select status::text, session, (select count(*)::int from payments) as payments,
            (select sum(redemptions)::int from coupons) as uses from orders order by id desc limit 1`,
    ),
  )

describe('buying through Stripe', () => {
  it('opens a page for the exact sum and is paid by the signed event, once', async () => {
    const { buy, tenant } = await place()
    const { body, status } = await buy()
    const placed = body as Placed
    const session = (await orderIn(tenant))?.session ?? ''
    const delivery = stripe.delivery(stripe.settle(session, 'paid'))

    expect(status).toBe(201)
    expect(placed).toMatchObject({
      currency: 'USD',
      total: 4000,
      url: `${stripe.url}/c/pay/${session}`,
    })
    expect(stripe.store.sessions.get(session)).toMatchObject({
      amount_total: 4000,
      client_reference_id: placed.order,
    })
    expect(await post(delivery)).toEqual({ body: { receipt: 'received' }, status: 200 })
    expect(await post(delivery)).toEqual({ body: { receipt: 'repeated' }, status: 200 })
    await settle()
    expect(await orderIn(tenant)).toMatchObject({ payments: 1, status: 'paid', uses: 1 })
    expect(await buy()).toMatchObject({ body: { code: 'alreadyOwned' }, status: 409 })
  })

  it('opens a guest’s page for the address that was typed, and comes back with the key', async () => {
    const { offer, tenant } = await place()
    const email = `guest-${crypto.randomUUID().slice(0, 8)}@example.com`
    const { body, status } = await call(checkout, {
      data: { buyer: { name: 'Gil Guest', email }, items: [{ offer }] },
      tenant,
    })
    const { key, order } = body as Placed & { key: string }
    const session = (await orderIn(tenant))?.session ?? ''
    const opened = stripe.store.sessions.get(session)

    expect(status).toBe(201)
    expect(opened).toMatchObject({ client_reference_id: order, customer_email: email })
    expect(new URL(opened?.success_url ?? '').searchParams.get('key')).toBe(key)
    await post(stripe.delivery(stripe.settle(session, 'paid')))
    await settle()
    expect(await orderIn(tenant)).toMatchObject({ payments: 1, status: 'paid' })
  })

  it('refuses a forged, an altered, an old and an unsigned event', async () => {
    const { buy, tenant } = await place()
    await buy()
    const event = stripe.settle((await orderIn(tenant))?.session ?? '', 'paid')
    const { body, headers } = stripe.delivery(event)
    const old = stripe.delivery(event, new Date(Date.now() - 400_000))

    for (const wrong of [
      { body: body.replace('4000', '4001'), headers },
      { body, headers: new Headers() },
      old,
    ]) {
      expect(await post(wrong)).toEqual({ body: { code: 'badSignature' }, status: 400 })
    }
    await settle()
    expect(await orderIn(tenant)).toMatchObject({ payments: 0, status: 'pending' })
  })

  it('answers 200 to what does not concern it, and stores nothing', async () => {
    const { buy, tenant } = await place()
    await buy()
    const event = stripe.settle((await orderIn(tenant))?.session ?? '', 'paid')
    const foreign = {
      ...event,
      id: 'evt_foreign',
      data: { object: { ...event.data.object, metadata: {} } },
    }

    expect(await post(stripe.delivery(foreign))).toEqual({
      body: { receipt: 'ignored' },
      status: 200,
    })
  })

  it('says that payment is not available when Stripe is down, frees the coupon, and works the next time', async () => {
    const { buy, tenant } = await place()
    stripe.failNext(3, 500)

    expect(await buy()).toMatchObject({ body: { code: 'paymentUnavailable' }, status: 502 })
    expect(await orderIn(tenant)).toMatchObject({ status: 'failed', uses: 0 })
    expect(await buy()).toMatchObject({ status: 201 })
    expect(await orderIn(tenant)).toMatchObject({ status: 'pending', uses: 1 })
  })

  it('opens one page for a double click', async () => {
    const { buy } = await place()
    const before = stripe.store.sessions.size
    const answers = await Promise.all([buy(), buy(), buy()])

    expect(new Set(answers.map(({ body }) => (body as Placed).url)).size).toBe(1)
    expect(stripe.store.sessions.size).toBe(before + 1)
  })

  it('closes the page of an order that another one replaced', async () => {
    const { buy, offer, tenant, user } = await place()
    await buy()
    const first = (await orderIn(tenant))?.session ?? ''
    await call(checkout, { data: { items: [{ offer }] }, tenant, user })

    expect(stripe.store.sessions.get(first)?.status).toBe('expired')
  })

  it('asks Stripe before an order expires: paid there is paid here, though the event was lost', async () => {
    const [paid, left] = [await place(), await place()]
    await paid.buy()
    await left.buy()
    stripe.settle((await orderIn(paid.tenant))?.session ?? '', 'paid')
    await expireOrders({ now: new Date(Date.now() + 25 * 3600_000), payload: payload() })

    expect(await orderIn(paid.tenant)).toMatchObject({ payments: 1, status: 'paid' })
    expect(await orderIn(left.tenant)).toMatchObject({ payments: 0, status: 'expired', uses: 0 })
    expect(stripe.store.sessions.get((await orderIn(left.tenant))?.session ?? '')?.status).toBe(
      'expired',
    )
  })

  it('has no test gateway beside it', async () => {
    const { tenant, user } = await place()

    expect(
      await call(approveTestPayment, { params: { session: 'ts_any' }, tenant, user }),
    ).toMatchObject({ status: 404 })
  })
})
