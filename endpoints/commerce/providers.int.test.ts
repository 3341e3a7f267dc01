// First, before anything reads the environment.
import { PROVIDER_PORTS } from '@/test/providers/settings'

import { sql } from '@payloadcms/db-postgres'

import type { PayPalServer } from '@/test/paypal/server'
import type { RazorpayServer } from '@/test/razorpay/server'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { row, rows } from '@/database/transaction'
import { confirmOrder, confirmReturn } from '@/operations/commerce/confirmOrder'
import { expireOrders } from '@/operations/commerce/expireOrders'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'
import { call, requestOf, testPayload } from '@/test/harness'
import { startPayPalServer } from '@/test/paypal/server'
import { connect } from '@/test/providers/accounts'
import { startRazorpayServer } from '@/test/razorpay/server'
import { settleOnly } from '@/test/settleOnly'

import { checkout } from './checkout'
import { checkoutQuote } from './quote'
import { refundEndpoints } from './refunds'
import { paypalWebhook, razorpayWebhook } from './webhooks'

const payload = testPayload()
const [, ask] = refundEndpoints
let paypal: PayPalServer
let razorpay: RazorpayServer

beforeAll(async () => {
  paypal = await startPayPalServer({ port: PROVIDER_PORTS.paypal })
  razorpay = await startRazorpayServer({ port: PROVIDER_PORTS.razorpay })
})
beforeEach(() => {
  Object.assign(paypal.store.settings, { capture: 'COMPLETED', refund: 'COMPLETED' })
})
afterAll(() => Promise.all([paypal.close(), razorpay.close()]))

/** A worker's turn at what commerce has waiting. */
const work = async () => {
  await settleOnly(payload(), 'applyOnPaymentEventReceived')
  await settleOnly(payload(), 'confirmOnPaymentApproved')
  await settleOnly(payload(), 'carryOutOnRefundAsked')
}

type Order = {
  id: string
  payments: number
  provider: null | string
  session: string
  status: string
}

/** A school with accounts at PayPal, offered first, and at Razorpay, whose one course costs 49.00 USD. */
const place = async () => {
  const { offer, tenant } = await commerceFactories(payload()).shop()
  await connect(payload(), { provider: 'paypal', tenant })
  await connect(payload(), { position: 2, provider: 'razorpay', tenant })
  const user = { ...(await commerceFactories(payload()).buyer(tenant)), emailVerified: true }
  const { rows: known } = await systemPool().query<{ slug: string }>(
    'select slug from tenants where id = $1',
    [tenant],
  )
  const host = `${known[0]?.slug}.localhost`
  const buy = (data: object = {}) =>
    call(checkout, { data: { items: [{ offer }], ...data }, tenant, user })
  const latest = async () => {
    const found = await asTenant(tenant, async () =>
      row<Order>(
        await requestOf(),
        sql`select id, provider, session, status::text as status,
              (select count(*)::int from payments p where p.order_id = o.id and p.status = 'succeeded') as payments
            from orders o order by id desc limit 1`,
      ),
    )
    if (!found) {
      throw new Error('There is no order.')
    }

    return found
  }
  const send = async (
    webhook: typeof paypalWebhook,
    { body, headers }: { body: string; headers: Headers },
    at = host,
  ) => {
    const req = Object.assign(await requestOf(), {
      headers: new Headers([...headers, ['host', at]]),
      text: () => Promise.resolve(body),
    })
    const answer = await webhook.handler(req)

    return { body: (await answer.json()) as object, status: answer.status }
  }
  const come = async (how = confirmOrder) =>
    asTenant(tenant, async () =>
      how({ order: (await latest()).id, req: await requestOf(), tenant }),
    )

  return { buy, come, host, latest, offer, send, tenant, user }
}

describe('buying at a school with several providers', () => {
  it('offers those that take the currency, the first in front, and goes to whom the buyer chose', async () => {
    const { buy, latest, offer, tenant, user } = await place()
    const quote = await call(checkoutQuote, { data: { items: [{ offer }] }, tenant, user })
    const first = await buy()

    expect(quote.body).toMatchObject({ providers: ['paypal', 'razorpay'] })
    expect(first).toMatchObject({ body: { url: expect.stringContaining(paypal.url) }, status: 201 })
    const { session } = await latest()
    expect(await buy()).toMatchObject({ body: { url: (first.body as { url: string }).url } })
    expect(await buy({ provider: 'razorpay' })).toMatchObject({
      body: { url: expect.stringContaining(razorpay.url) },
      status: 201,
    })
    expect(await latest()).toMatchObject({ provider: 'razorpay', status: 'pending' })
    paypal.approve(session)
    expect(paypal.store.orders.get(session)?.purchase_units[0].custom_id).toMatch(/\/closed$/)
  })

  it('refuses a provider that nobody knows, that is not the school’s, or that cannot take it', async () => {
    const { buy, latest } = await place()

    for (const provider of ['stripe', 'test', 'nobody']) {
      expect(await buy({ provider })).toMatchObject({
        body: { code: 'providerUnavailable', field: 'provider' },
        status: 422,
      })
    }
    expect(await buy({ provider: 7 })).toMatchObject({ status: 400 })
    await expect(latest()).rejects.toThrow('no order')
  })

  it('says so where no provider takes the currency', async () => {
    const { offer, tenant } = await commerceFactories(payload()).shop()
    const user = { ...(await commerceFactories(payload()).buyer(tenant)), emailVerified: true }
    await connect(payload(), { provider: 'paypal', tenant })
    await asTenant(tenant, async () => {
      const req = await requestOf()
      await rows(req, sql`update offers_prices set currency = 'RUB'`)
    })
    await systemPool().query(`update tenants set settings_currency = 'RUB' where id = $1`, [tenant])

    for (const endpoint of [checkoutQuote, checkout]) {
      expect(await call(endpoint, { data: { items: [{ offer }] }, tenant, user })).toMatchObject({
        body: { code: 'noProvider' },
        status: 422,
      })
    }
  })

  it('sells nothing through the test gateway once real money has come in, whoever is in use', async () => {
    const { buy, come, latest, tenant } = await place()
    const another = { ...(await commerceFactories(payload()).buyer(tenant)), emailVerified: true }
    await buy()
    paypal.approve((await latest()).session)
    await come()
    await asTenant(tenant, async () =>
      rows(await requestOf(), sql`update payment_accounts set is_active = false, in_use = null`),
    )
    const { offer } = (await asTenant(tenant, async () =>
      row<{ offer: string }>(await requestOf(), sql`select id as offer from offers limit 1`),
    )) ?? { offer: '' }

    expect(await latest()).toMatchObject({ provider: 'paypal', status: 'paid' })
    expect(
      await call(checkout, { data: { items: [{ offer }] }, tenant, user: another }),
    ).toMatchObject({ body: { code: 'noProvider' }, status: 422 })
  })

  it('opens one page for clicks at once', async () => {
    const { buy } = await place()
    const before = paypal.store.orders.size
    const answers = await Promise.all([buy(), buy(), buy()])

    expect(new Set(answers.map(({ body }) => (body as { url: string }).url)).size).toBe(1)
    expect(paypal.store.orders.size).toBe(before + 1)
  })
})

describe('paying by PayPal', () => {
  it('takes the money when the buyer comes back, once, whatever is reported afterwards', async () => {
    const { buy, come, latest, send } = await place()
    await buy()
    const { session } = await latest()
    const approved = paypal.delivery(paypal.approve(session))
    await Promise.all([come(), come()])

    expect(await latest()).toMatchObject({ payments: 1, provider: 'paypal', status: 'paid' })
    const captured = paypal.delivery(paypal.latest('PAYMENT.CAPTURE.COMPLETED'))
    expect(await send(paypalWebhook, captured)).toMatchObject({ status: 200 })
    expect(await send(paypalWebhook, approved)).toMatchObject({ body: { receipt: 'received' } })
    expect(await send(paypalWebhook, approved)).toMatchObject({ body: { receipt: 'repeated' } })
    await work()
    expect(await latest()).toMatchObject({ payments: 1, status: 'paid' })
    expect(paypal.capturesOf(session)).toHaveLength(1)
  })

  it('takes the money by the report where she never comes back', async () => {
    const { buy, latest, send } = await place()
    await buy()
    const { session } = await latest()
    await send(paypalWebhook, paypal.delivery(paypal.approve(session)))
    await work()

    expect(await latest()).toMatchObject({ payments: 1, status: 'paid' })
  })

  it('waits while PayPal is away, and takes the money once it is back', async () => {
    const { buy, come, latest } = await place()
    await buy()
    const { session } = await latest()
    paypal.approve(session)
    paypal.failNext(2, 503)
    expect(await come(confirmReturn)).toBe('asked')
    expect(await latest()).toMatchObject({ payments: 0, status: 'pending' })
    await come()
    expect(await latest()).toMatchObject({ payments: 1, status: 'paid' })
  })

  it('sends her back to pay by other means where her card is declined', async () => {
    const { buy, come, latest } = await place()
    const { url } = (await buy()).body as { url: string }
    paypal.approve((await latest()).session)
    paypal.store.settings.capture = 'DECLINES'

    expect(await come(confirmReturn)).toBe('declined')
    expect((await buy()).body).toMatchObject({ url })
    paypal.store.settings.capture = 'COMPLETED'
    paypal.approve((await latest()).session)
    await come()
    expect(await latest()).toMatchObject({ payments: 1, status: 'paid' })
  })

  it('takes nothing for an order that was given up, and ends it where nobody agreed', async () => {
    const { buy, latest, send } = await place()
    await buy()
    const { session } = await latest()
    await expireOrders({ now: new Date(Date.now() + 48 * 3600_000), payload: payload() })
    const delivery = paypal.delivery(paypal.approve(session))

    expect(await latest()).toMatchObject({ status: 'expired' })
    await send(paypalWebhook, delivery)
    await work()
    expect(await latest()).toMatchObject({ payments: 0, status: 'expired' })
  })

  it('refuses what PayPal did not sign for this school’s account', async () => {
    const { buy, host, latest, send } = await place()
    const other = await place()
    await buy()
    const event = paypal.approve((await latest()).session)
    const good = paypal.delivery(event)
    const forged = [
      paypal.delivery(event, { webhookId: 'ANOTHER' }),
      paypal.delivery(event, { at: new Date(Date.now() - 4 * 86_400_000) }),
      { body: good.body.replace('49.00', '49.01'), headers: good.headers },
      { ...good, headers: new Headers() },
    ]

    for (const delivery of forged) {
      expect(await send(paypalWebhook, delivery)).toEqual({
        body: { code: 'badSignature' },
        status: 400,
      })
    }
    expect(await send(paypalWebhook, good, 'localhost')).toMatchObject({ status: 400 })
    expect(await send(paypalWebhook, good, other.host)).toMatchObject({
      body: { receipt: 'ignored' },
    })
    expect(await send(razorpayWebhook, good)).toMatchObject({ status: 400 })
    expect(host).toContain('localhost')
  })

  it('gives money back by PayPal, also what its own desk gave back', async () => {
    const { buy, come, latest, send, tenant } = await place()
    await buy()
    const { id, session } = await latest()
    paypal.approve(session)
    await come()
    const manager = await factories(payload()).user({ roles: ['admin'], tenant })
    await call(ask, {
      data: { endsAccess: false, key: crypto.randomUUID(), reason: 'Asked', wish: { amount: 900 } },
      params: { id },
      tenant,
      user: manager,
    })
    await work()
    const given = () =>
      asTenant(tenant, async () =>
        rows(
          await requestOf(),
          sql`select amount::int as amount, status::text as status from refunds order by id`,
        ),
      )

    expect(await given()).toEqual([{ amount: 900, status: 'succeeded' }])
    const told = paypal.latest('PAYMENT.CAPTURE.REFUNDED')
    const resource = { ...told.resource, id: 'DESK', custom_id: undefined }
    const desk = { ...told, id: 'WH-desk', resource }
    await send(paypalWebhook, paypal.delivery(told))
    await send(paypalWebhook, paypal.delivery(desk))
    await work()
    expect(await given()).toEqual([
      { amount: 900, status: 'succeeded' },
      { amount: 900, status: 'succeeded' },
    ])
  })
})

describe('paying by Razorpay', () => {
  it('is paid by the signed event, once, or when the buyer comes back', async () => {
    const { buy, come, latest, send } = await place()
    await buy({ provider: 'razorpay' })
    const { session } = await latest()
    const delivery = razorpay.delivery(razorpay.pay(session))
    const again = { ...delivery, headers: new Headers(delivery.headers) }
    again.headers.set('x-razorpay-event-id', 'evt_another')

    await come()
    expect(await latest()).toMatchObject({ payments: 1, provider: 'razorpay', status: 'paid' })
    expect(await send(razorpayWebhook, delivery)).toMatchObject({ body: { receipt: 'received' } })
    expect(await send(razorpayWebhook, again)).toMatchObject({ body: { receipt: 'repeated' } })
    await work()
    expect(await latest()).toMatchObject({ payments: 1, status: 'paid' })
  })

  it('refuses a forged event, and gives money back by Razorpay although it fails at first', async () => {
    const { buy, latest, send, tenant } = await place()
    await buy({ provider: 'razorpay' })
    const { id, session } = await latest()
    const event = razorpay.pay(session)
    expect(
      await send(razorpayWebhook, razorpay.delivery(event, { secret: 'another' })),
    ).toMatchObject({ status: 400 })
    await send(razorpayWebhook, razorpay.delivery(event))
    await work()
    const manager = await factories(payload()).user({ roles: ['admin'], tenant })
    await call(ask, {
      data: {
        endsAccess: false,
        key: crypto.randomUUID(),
        reason: 'Asked',
        wish: { amount: 4900 },
      },
      params: { id },
      tenant,
      user: manager,
    })
    razorpay.failNext(1, 502)
    await work()

    expect([...razorpay.store.refunds.values()]).toMatchObject([{ amount: 4900 }])
  })
})
