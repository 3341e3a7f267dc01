// First, before anything reads the environment.
import { STRIPE } from '@/test/stripe/settings'

import { sql } from '@payloadcms/db-postgres'

import type { StripeServer } from '@/test/stripe/server'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { renewSubscriptions } from '@/operations/commerce/subscriptions/renew'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'
import { call, requestOf, testPayload } from '@/test/harness'
import { settleOnly } from '@/test/settleOnly'
import { completeOnboarding } from '@/test/stripe/connect'
import { startStripeServer } from '@/test/stripe/server'
import { headersOf, signedInBrowser } from '@/test/streams'

import { checkout } from './checkout'
import { earningEndpoints } from './earnings'
import { refundEndpoints } from './refunds'
import { stripeWebhook } from './webhooks'

const payload = testPayload()
const [, ask] = refundEndpoints
const [, onboard] = earningEndpoints
let stripe: StripeServer

beforeAll(async () => {
  stripe = await startStripeServer(STRIPE)
})
afterAll(() => stripe.close())

const work = async () => {
  for (const name of [
    'applyOnPaymentEventReceived',
    'followOnOrderPaid',
    'carryOutOnRefundAsked',
    'rememberOnCardGiven',
  ]) {
    await settleOnly(payload(), name)
  }
}

const send = async ({ body, headers }: { body: string; headers: Headers }) => {
  const req = Object.assign(await requestOf(), { headers, text: () => Promise.resolve(body) })
  await stripeWebhook.handler(req)
  await work()
}

/** A school whose sales go straight to its own account, less a fee of 20 %; its course costs 49.00 USD. */
const school = async ({ isReady = true, keepsFee = false } = {}) => {
  const make = commerceFactories(payload())
  const { course, offer, tenant } = await make.shop()
  await systemPool().query(
    'update tenants set settings_earnings_direct = true, settings_fee_rate = 2000, settings_fee_is_kept = $2 where id = $1',
    [tenant, keepsFee],
  )
  const manager = await factories(payload()).user({ roles: ['admin'], tenant })
  const browser = await signedInBrowser({ host: 'aurora.localhost', tenant, user: manager })
  const opened = await call(onboard, {
    data: { direct: true },
    headers: headersOf(browser),
    tenant,
    user: manager,
  })
  const account = (opened.body as { url: string }).url.split('/').at(-1) ?? ''
  if (isReady) {
    completeOnboarding(stripe.store, account)
    await systemPool().query('update payout_accounts set is_ready = true where tenant_id = $1', [
      tenant,
    ])
  }
  const user = { ...(await make.buyer(tenant)), emailVerified: true }
  const all = <Row>(statement: ReturnType<typeof sql>) =>
    asTenant(tenant, async () => rows<Row>(await requestOf(), statement))
  const buy = async (bought = offer) => {
    const { body } = await call(checkout, { data: { items: [{ offer: bought }] }, tenant, user })
    const { order } = body as { order: string }
    const [found] = await all<{ session: string }>(
      sql`select session from orders where id = ${order}`,
    )
    const session = found?.session ?? ''
    const intent = stripe.store.intents.get(stripe.store.intentOf.get(session) ?? '')

    return { intent, order, session }
  }
  const pay = async (session: string) => send(stripe.delivery(stripe.settle(session, 'paid')))
  const refund = async (order: string, amount: number) => {
    await call(ask, {
      data: { endsAccess: false, key: crypto.randomUUID(), reason: 'Asked', wish: { amount } },
      params: { id: order },
      tenant,
      user: manager,
    })
    await work()
  }
  const books = async () => {
    const found = await all<{ account: string; balance: number }>(
      sql`select account::text as account, sum(amount)::int as balance from ledger_entries group by account order by account`,
    )

    return Object.fromEntries(found.map(({ account: name, balance }) => [name, balance]))
  }

  return { account, all, books, buy, course, make, pay, refund, tenant, user }
}

describe('sales that go straight to the school', () => {
  it('take the fee as they are charged, and owe the school nothing besides', async () => {
    const { account, books, buy, pay } = await school()
    const { intent, session } = await buy()
    await pay(session)

    expect(intent).toMatchObject({
      amount: 4900,
      application_fee_amount: 980,
      transfer_data: { destination: account },
    })
    expect(await books()).toEqual({ connected: 3920, platformFee: 980, sales: -4900 })
  })

  it('give back the same part of the transfer and of the fee, in however many steps', async () => {
    const { books, buy, pay, refund } = await school()
    const { intent, order, session } = await buy()
    await pay(session)
    for (const amount of [1633, 1634, 1633]) {
      await refund(order, amount)
    }
    const given = [...stripe.store.refunds.values()].filter(
      ({ payment_intent }) => payment_intent === intent?.id,
    )
    const fees = given.map(({ refunded_fee }) => refunded_fee ?? 0)

    expect(fees).toEqual([327, 326, 327])
    expect(await books()).toEqual({
      connected: 0,
      platformFee: 0,
      refunds: 4900,
      sales: -4900,
    })
  })

  it('leave the fee where the platform keeps it', async () => {
    const { books, buy, pay, refund } = await school({ keepsFee: true })
    const { order, session } = await buy()
    await pay(session)
    await refund(order, 4900)

    expect([...stripe.store.refunds.values()].at(-1)).toMatchObject({ refunded_fee: 0 })
    expect(await books()).toMatchObject({ connected: -980, platformFee: 980 })
  })

  it('stay with the platform until the account is ready', async () => {
    const { books, buy, pay } = await school({ isReady: false })
    const { intent, session } = await buy()
    await pay(session)

    expect(intent?.transfer_data).toBeUndefined()
    expect(await books()).toEqual({ platformFee: 980, provider: 3920, sales: -4900 })
  })

  it('are what an order said at first, whatever the school sets meanwhile', async () => {
    const { account, all, books, buy, pay, tenant } = await school()
    const { session } = await buy()
    await all(
      sql`update tenants set settings_earnings_direct = false, settings_fee_rate = 1000 where id = ${tenant}`,
    )
    await pay(session)

    expect(await all(sql`select direct from orders`)).toEqual([{ direct: { account, fee: 980 } }])
    expect(await books()).toEqual({
      connected: 3920,
      platformFee: 490,
      provider: 490,
      sales: -4900,
    })
  })

  it('are the renewals of a subscription too, of which each says its own fee', async () => {
    const { account, all, books, buy, course, make, pay, tenant } = await school()
    const { id: offer } = await make.offer({
      course,
      kind: 'subscription',
      prices: [{ amount: 1900, currency: 'USD' }],
      tenant,
    })
    const { session } = await buy(offer)
    await pay(session)
    const [plan] = await all<{ end: string }>(
      sql`select to_json(period_end) #>> '{}' as end from subscriptions`,
    )
    await renewSubscriptions({ now: new Date(plan?.end ?? ''), payload: payload() })
    await work()
    const renewal = [...stripe.store.intents.values()].findLast(({ metadata }) => metadata.charge)

    expect(renewal).toMatchObject({
      application_fee_amount: 380,
      status: 'succeeded',
      transfer_data: { destination: account },
    })
    expect(await books()).toEqual({ connected: 3040, platformFee: 760, sales: -3800 })
  })
})
