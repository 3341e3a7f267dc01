// First, before anything reads the environment.
import { PROVIDER_PORTS } from '@/test/providers/settings'

import { sql } from '@payloadcms/db-postgres'

import type { PaddleServer } from '@/test/paddle/server'
import type { PayPalServer } from '@/test/paypal/server'
import type { RazorpayServer } from '@/test/razorpay/server'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { confirmOrder } from '@/operations/commerce/confirmOrder'
import { commerceFactories } from '@/test/factories/commerce'
import { chargeTax } from '@/test/factories/taxes'
import { call, requestOf, settle, testPayload } from '@/test/harness'
import { startPaddleServer } from '@/test/paddle/server'
import { startPayPalServer } from '@/test/paypal/server'
import { connect } from '@/test/providers/accounts'
import { startRazorpayServer } from '@/test/razorpay/server'
import { upsellTools } from '@/test/upsells'

import { checkout } from './checkout'
import { upsellEndpoints } from './upsells'
import { razorpayWebhook } from './webhooks'

const [proposal, , accept] = upsellEndpoints
const payload = testPayload()
const { shop } = upsellTools(payload)
let paddle: PaddleServer
let paypal: PayPalServer
let razorpay: RazorpayServer

beforeAll(async () => {
  paddle = await startPaddleServer({ port: PROVIDER_PORTS.paddle })
  paypal = await startPayPalServer({ port: PROVIDER_PORTS.paypal })
  razorpay = await startRazorpayServer({ port: PROVIDER_PORTS.razorpay })
})
afterAll(() => Promise.all([paddle.close(), paypal.close(), razorpay.close()]))

type Answer = { body: Record<string, unknown>; status: number }
type Order = {
  id: string
  provider: null | string
  session: null | string
  status: string
  tax: number
  total: number
}

/** A school that is paid through PayPal, whose course costs 49.00 USD, and which proposes another at 10.00 after the payment. */
const school = async ({ isTaxed = false, proposes = true } = {}) => {
  const at = await shop({ isActive: proposes })
  const { offer, tenant } = at
  await connect(payload(), { provider: 'paypal', tenant })
  if (isTaxed) {
    await chargeTax(payload(), { rates: [{ country: 'DE', percent: 19 }], tenant })
  }
  const user = { ...(await commerceFactories(payload()).buyer(tenant)), emailVerified: true }
  const query = <Row>(statement: ReturnType<typeof sql>) =>
    asTenant(tenant, async () => rows<Row>(await requestOf(), statement))
  const buy = async (who: { id: string } = user): Promise<Answer> =>
    (await call(checkout, {
      data: { billing: { country: 'DE' }, items: [{ offer }] },
      tenant,
      user: who,
    })) as Answer
  const orders = () =>
    query<Order>(
      sql`select id, provider, session, status::text as status, tax::int as tax, total::int as total from orders order by id`,
    )
  const latest = async (): Promise<Order> => {
    const found = (await orders()).at(-1)
    if (!found) {
      throw new Error('There is no order.')
    }

    return found
  }
  /** The buyer agrees on PayPal's page, and comes back. */
  const agree = async ({ id, session }: Order) => {
    paypal.approve(session ?? '')
    await asTenant(tenant, async () => confirmOrder({ order: id, req: await requestOf(), tenant }))
    await settle()
  }
  const setUse = (provider: string, isActive: boolean) =>
    query(
      sql`update payment_accounts set is_active = ${isActive}, in_use = case when ${isActive} then provider::text end where provider::text = ${provider}`,
    )
  const bought = async (): Promise<string> => {
    await buy()
    const order = await latest()
    await agree(order)

    return order.id
  }
  const shown = async (order: string): Promise<Answer> =>
    (await call(proposal, { params: { id: order }, tenant, user })) as Answer
  const take = async (order: string, total: number): Promise<Answer> =>
    (await call(accept, {
      data: { step: 'upsell', total },
      params: { id: order },
      tenant,
      user,
    })) as Answer

  return { ...at, agree, bought, buy, latest, orders, query, setUse, shown, take, user }
}

const payments = (query: Awaited<ReturnType<typeof school>>['query']) =>
  query(
    sql`select provider, amount::int as amount from payments where status = 'succeeded' order by id`,
  )

describe('an open order whose provider goes out of use', () => {
  it('gives way to a fresh one at another provider, and its page takes no money any more', async () => {
    const at = await school()
    await at.buy()
    const first = await at.latest()
    await connect(payload(), { position: 2, provider: 'razorpay', tenant: at.tenant })
    expect((await at.buy()).body.order).toBe(first.id)
    await at.setUse('paypal', false)
    const again = await at.buy()

    expect(again).toMatchObject({ body: { total: 4900 }, status: 201 })
    expect(await at.orders()).toMatchObject([
      { id: first.id, status: 'cancelled' },
      { provider: 'razorpay', status: 'pending' },
    ])
    await at.agree(first)
    expect(paypal.capturesOf(first.session ?? '')).toEqual([])
    const { session } = await at.latest()
    const { body, headers } = razorpay.delivery(razorpay.pay(session ?? ''))
    const { rows: known } = await systemPool().query<{ slug: string }>(
      'select slug from tenants where id = $1',
      [at.tenant],
    )
    const req = Object.assign(await requestOf(), {
      headers: new Headers([...headers, ['host', `${known[0]?.slug}.localhost`]]),
      text: () => Promise.resolve(body),
    })
    await razorpayWebhook.handler(req)
    await settle()
    expect(await payments(at.query)).toEqual([{ amount: 4900, provider: 'razorpay' }])
  })

  it('gives way to one that a merchant of record sells, once there is one', async () => {
    const at = await school()
    await at.buy()
    const first = await at.latest()
    await connect(payload(), { position: 2, provider: 'paddle', tenant: at.tenant })
    const asked = await Promise.all([at.buy(), at.buy()])

    expect(asked.map(({ status }) => status)).toEqual([201, 201])
    expect(new Set(asked.map(({ body }) => body.order)).size).toBe(1)
    expect(await at.orders()).toMatchObject([
      { id: first.id, status: 'cancelled' },
      { provider: 'paddle', status: 'pending' },
    ])
  })

  it('says that nobody takes the money where nobody is left', async () => {
    const at = await school()
    await at.bought()
    const other = { ...(await commerceFactories(payload()).buyer(at.tenant)), emailVerified: true }
    expect((await at.buy(other)).status).toBe(201)
    await at.setUse('paypal', false)

    expect(await at.buy(other)).toMatchObject({ body: { code: 'noProvider' }, status: 422 })
  })
})

describe('what is proposed after a sale by another provider, beside a merchant of record', () => {
  it('is the merchant’s with its tax, where no card was kept', async () => {
    const at = await school({ isTaxed: true, proposes: false })
    const order = await at.bought()
    await at.query(sql`update upsells set is_active = true`)
    await connect(payload(), { position: 2, provider: 'paddle', tenant: at.tenant })
    expect((await at.shown(order)).body).toMatchObject({
      proposal: { charges: false, tax: 0, total: 1000 },
    })
    const taken = await at.take(order, 1000)

    expect(taken).toMatchObject({ body: { total: 1000 }, status: 201 })
    expect(await at.latest()).toMatchObject({ provider: 'paddle', tax: 0, total: 1000 })
  })

  it('is the school’s with the school’s tax, where the kept card is charged', async () => {
    const at = await school({ isTaxed: true })
    const order = await at.bought()
    await connect(payload(), { position: 2, provider: 'paddle', tenant: at.tenant })
    const { proposal: seen } = (await at.shown(order)).body as {
      proposal: { tax: number; total: number }
    }
    expect(seen).toMatchObject({ charges: true })
    expect(seen.tax).toBeGreaterThan(0)
    await at.take(order, seen.total)
    await settle()

    expect(await at.latest()).toMatchObject({ status: 'paid', tax: seen.tax, total: seen.total })
    expect(await payments(at.query)).toMatchObject([{}, { amount: seen.total, provider: 'paypal' }])
  })

  it('stays the school’s on a page where the card is refused', async () => {
    const at = await school({ isTaxed: true })
    const order = await at.bought()
    await connect(payload(), { position: 2, provider: 'paddle', tenant: at.tenant })
    const { proposal: seen } = (await at.shown(order)).body as {
      proposal: { tax: number; total: number }
    }
    for (const token of paypal.store.vault.values()) {
      token.charges = 'DECLINES'
    }
    const taken = await at.take(order, seen.total)

    expect(taken).toMatchObject({ body: { url: expect.stringContaining(paypal.url) }, status: 201 })
    expect(await at.latest()).toMatchObject({ provider: 'paypal', tax: seen.tax })
    expect((await at.take(order, seen.total)).body).toEqual(taken.body)
  })

  it('begins anew where its page is at a provider that went out of use, and is paid once', async () => {
    const at = await school({ proposes: false })
    const order = await at.bought()
    await at.query(sql`update upsells set is_active = true`)
    await at.shown(order)
    await at.take(order, 1000)
    const first = await at.latest()
    expect(first).toMatchObject({ provider: 'paypal', status: 'pending' })
    await connect(payload(), { position: 2, provider: 'razorpay', tenant: at.tenant })
    await at.setUse('paypal', false)
    const again = await Promise.all([at.take(order, 1000), at.take(order, 1000)])

    expect(new Set(again.map(({ body }) => body.order)).size).toBe(1)
    expect((await at.orders()).slice(1)).toMatchObject([
      { id: first.id, status: 'cancelled' },
      { provider: 'razorpay', status: 'pending', total: 1000 },
    ])
    await at.agree(first)
    expect(paypal.capturesOf(first.session ?? '')).toEqual([])
  })
})
