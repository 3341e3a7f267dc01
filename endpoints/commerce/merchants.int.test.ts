// First, before anything reads the environment.
import { PROVIDER_PORTS } from '@/test/providers/settings'

import { sql } from '@payloadcms/db-postgres'

import type { PaddleServer } from '@/test/paddle/server'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { reconcileAll } from '@/operations/commerce/reconciliation/nightly'
import { carryOutRefund } from '@/operations/commerce/refunds/carryOut'
import { expireOrders } from '@/operations/commerce/expireOrders'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'
import { call, requestOf, settle, testPayload } from '@/test/harness'
import { decideRefund, disputeTransaction } from '@/test/paddle/adjustments'
import { startPaddleServer } from '@/test/paddle/server'
import { connect } from '@/test/providers/accounts'

import { checkout } from './checkout'
import { merchantInvoiceEndpoint } from './merchants'
import { checkoutQuote } from './quote'
import { refundEndpoints } from './refunds'
import { paddleWebhook } from './webhooks'

const payload = testPayload()
const [, ask] = refundEndpoints
let paddle: PaddleServer

beforeAll(async () => {
  paddle = await startPaddleServer({ port: PROVIDER_PORTS.paddle })
})
beforeEach(() => {
  Object.assign(paddle.store.settings, { isExempt: false, refund: 'approved' })
})
afterAll(() => paddle.close())

type Answer = { body: Record<string, unknown>; status: number }

/** A school whose one course costs 49.00 USD, which charges tax of its own, has PayPal in front, and sells through Paddle. */
const place = async () => {
  const make = commerceFactories(payload())
  const { offer, tenant } = await make.shop()
  await connect(payload(), { provider: 'paypal', tenant })
  await connect(payload(), { position: 2, provider: 'paddle', tenant })
  await systemPool().query(
    `update tenants set settings_taxation_is_charged = true, settings_taxation_country = 'DE' where id = $1`,
    [tenant],
  )
  const buyer = { ...(await make.buyer(tenant)), emailVerified: true }
  const manager = await factories(payload()).user({ roles: ['admin'], tenant })
  const { rows: known } = await systemPool().query<{ slug: string }>(
    'select slug from tenants where id = $1',
    [tenant],
  )
  const host = `${known[0]?.slug}.localhost`
  const query = <Row>(statement: ReturnType<typeof sql>) =>
    asTenant(tenant, async () => rows<Row>(await requestOf(), statement))
  const buy = async (data: object = {}): Promise<Answer> =>
    (await call(checkout, {
      data: { items: [{ offer }], ...data },
      tenant,
      user: buyer,
    })) as Answer
  const send = async (
    { body, headers }: { body: string; headers: Headers },
    at = host,
  ): Promise<Answer> => {
    const req = Object.assign(await requestOf(), {
      headers: new Headers([...headers, ['host', at]]),
      text: () => Promise.resolve(body),
    })
    const answer = await paddleWebhook.handler(req)

    return { body: (await answer.json()) as Answer['body'], status: answer.status }
  }
  const transactionIn = ({ body }: Answer): string =>
    new URL(String(body.url)).searchParams.get('_ptxn') ?? ''
  const bought = async () => {
    const answer = await buy()
    const transaction = transactionIn(answer)
    const delivery = paddle.delivery(paddle.pay(transaction))
    await send(delivery)
    await settle()

    return { delivery, order: String(answer.body.order), transaction }
  }
  const give = (order: string, amount: number) =>
    call(ask, {
      data: { endsAccess: false, key: crypto.randomUUID(), reason: 'Asked for', wish: { amount } },
      params: { id: order },
      tenant,
      user: manager,
    })
  /** What each account of the books holds; they sum to zero. */
  const books = async () => {
    const held = await query<{ account: string; sum: number }>(
      sql`select account::text as account, sum(amount)::int as sum from ledger_entries group by account having sum(amount) <> 0 order by account`,
    )
    expect(held.reduce((all, { sum }) => all + sum, 0)).toBe(0)

    return Object.fromEntries(held.map(({ account, sum }) => [account, sum]))
  }

  return {
    books,
    bought,
    buy,
    buyer,
    give,
    host,
    manager,
    offer,
    query,
    send,
    tenant,
    transactionIn,
  }
}

describe('a school that sells through a merchant of record', () => {
  it('charges no tax of its own, and offers nobody else for what the merchant takes', async () => {
    const { buy, buyer, offer, query, tenant, transactionIn } = await place()
    const quote = (await call(checkoutQuote, {
      data: { items: [{ offer }] },
      tenant,
      user: buyer,
    })) as Answer
    const placed = await buy({ total: 4900 })

    expect(quote.body).toMatchObject({ providers: ['paddle'], tax: 0, total: 4900 })
    expect(quote.body.taxation).toBeUndefined()
    expect(placed).toMatchObject({ status: 201 })
    expect(await buy({ provider: 'paypal' })).toMatchObject({
      body: { code: 'providerUnavailable' },
      status: 422,
    })
    const sent = paddle.store.transactions.get(transactionIn(placed))
    expect(sent).toMatchObject({
      checkout: { url: expect.stringContaining('/pay/paddle?_ptxn=') },
      currency_code: 'USD',
      custom_data: { order: placed.body.order, tenant },
      items: [
        {
          price: { tax_mode: 'internal', unit_price: { amount: '4900', currency_code: 'USD' } },
          quantity: 1,
        },
      ],
    })
    expect(await query(sql`select taxation, merchant from orders`)).toEqual([
      { merchant: null, taxation: null },
    ])
  })

  it('opens one page for clicks at once', async () => {
    const { buy, query, transactionIn } = await place()
    const answers = await Promise.all([buy(), buy(), buy()])
    const [url, ...others] = new Set(answers.map(({ body }) => body.url))

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(url).toBeTruthy()
    expect(others).toEqual([])
    expect(await query(sql`select session from orders`)).toEqual([
      { session: answers[0] && transactionIn(answers[0]) },
    ])
  })

  it('takes the sale as the merchant reports it, and issues no invoice of its own', async () => {
    const { books, bought, query } = await place()
    const { order } = await bought()

    expect(
      await query(
        sql`select status::text as status, merchant, merchant_fee::int as fee, merchant_invoice as invoice, base::int as base, discount::int as discount,
              tax::int as tax, total::int as total from orders where id = ${order}`,
      ),
    ).toEqual([
      {
        base: 4900,
        discount: 0,
        fee: 295,
        invoice: expect.stringMatching(/^325-/),
        merchant: 'Paddle',
        status: 'paid',
        tax: 817,
        total: 4900,
      },
    ])
    expect(await query(sql`select tax::int as tax, total::int as total from order_lines`)).toEqual([
      { tax: 817, total: 4900 },
    ])
    expect(await query(sql`select 1 from invoices`)).toEqual([])
    expect(await books()).toEqual({
      connected: 3788,
      merchantFee: 295,
      merchantTax: 817,
      sales: -4900,
    })
    expect(await query(sql`select status::text as status from enrollments`)).toEqual([
      { status: 'active' },
    ])
  })

  it('takes less from a buyer who owes no tax, and its order says so', async () => {
    const { books, bought, query, send } = await place()
    paddle.store.settings.isExempt = true
    const { delivery, order } = await bought()
    const sums = sql`select base::int as base, tax::int as tax, total::int as total, status::text as status from orders where id = ${order}`

    expect(await query(sums)).toEqual([{ base: 4083, status: 'paid', tax: 0, total: 4083 }])
    expect(await books()).toMatchObject({ merchantFee: 254, sales: -4083 })
    expect(await send(delivery)).toMatchObject({ body: { receipt: 'repeated' } })
    const again = paddle.delivery({
      ...paddle.latest('transaction.completed'),
      event_id: 'evt_2nd',
    })
    await send(again)
    await settle()
    expect(await query(sums)).toEqual([{ base: 4083, status: 'paid', tax: 0, total: 4083 }])
    expect(await query(sql`select distinct refusal from payment_events`)).toEqual([
      { refusal: null },
    ])
  })

  it('stores an event once, from this school’s account and on its own host alone', async () => {
    const { bought, buy, host, query, send, transactionIn } = await place()
    const other = await place()
    const { delivery } = await bought()
    expect(await send(delivery)).toMatchObject({ body: { receipt: 'repeated' }, status: 200 })
    const event = paddle.pay(transactionIn(await other.buy()))
    const { body, headers } = paddle.delivery(event)

    expect(await send({ body: body.replace('4900', '4901'), headers })).toMatchObject({
      body: { code: 'badSignature' },
      status: 400,
    })
    expect(await send(paddle.delivery(event, { secret: 'pdl_ntfset_other' }))).toMatchObject({
      status: 400,
    })
    expect(await send({ body, headers })).toMatchObject({ body: { receipt: 'ignored' } })
    expect(await send({ body, headers }, 'platform.localhost')).toMatchObject({ status: 400 })
    expect(await other.send({ body, headers }, other.host)).toMatchObject({
      body: { receipt: 'received' },
    })
    expect(await query(sql`select count(*)::int as count from payment_events`)).toEqual([
      { count: 1 },
    ])
    expect(host).not.toBe(other.host)
    await settle()
    expect(await buy()).toMatchObject({ status: 409 })
  })

  it('books an order as paid that nobody told of, when its time is over', async () => {
    const { buy, query, transactionIn } = await place()
    paddle.pay(transactionIn(await buy()))
    await query(sql`update orders set expires_at = now() - interval '1 minute'`)
    await expireOrders({ now: new Date(), payload: payload() })

    expect(await query(sql`select status::text as status, merchant from orders`)).toEqual([
      { merchant: 'Paddle', status: 'paid' },
    ])
  })

  it('says that Paddle does not answer, and finds the page that was opened meanwhile', async () => {
    const { buy, query } = await place()
    const before = paddle.store.transactions.size
    paddle.failNext(20, 503)
    expect(await buy()).toMatchObject({ body: { code: 'paymentUnavailable' }, status: 502 })
    paddle.failNext(0)
    expect(await buy()).toMatchObject({ status: 201 })
    expect(paddle.store.transactions.size).toBe(before + 1)
    expect(await query(sql`select status::text as status from orders order by id`)).toEqual([
      { status: 'failed' },
      { status: 'pending' },
    ])
  })
})

describe('money that goes back through a merchant of record', () => {
  it('is refunded once Paddle agrees, with its tax, and no credit note of the school', async () => {
    const { books, bought, give, query, send } = await place()
    const { order } = await bought()
    paddle.store.settings.refund = 'pending_approval'
    expect(await give(order, 1000)).toMatchObject({ status: 201 })
    await settle()
    const [asked] = await query<{ id: string; status: string }>(
      sql`select provider_refund as id, status::text as status from refunds`,
    )
    expect(asked).toMatchObject({ id: expect.stringMatching(/^adj_/), status: 'pending' })
    expect(await books()).toMatchObject({ connected: 3788 })

    await send(paddle.delivery(decideRefund(paddle.store, asked?.id ?? '', 'approved')))
    await settle()
    expect(await query(sql`select status::text as status from refunds`)).toEqual([
      { status: 'succeeded' },
    ])
    expect(await books()).toEqual({
      connected: 2955,
      merchantFee: 295,
      merchantTax: 650,
      refunds: 1000,
      sales: -4900,
    })
    expect(await query(sql`select 1 from credit_notes`)).toEqual([])
  })

  it('stays with the school where Paddle says no, and can be asked for again', async () => {
    const { books, bought, give, query, send } = await place()
    const { order } = await bought()
    paddle.store.settings.refund = 'pending_approval'
    await give(order, 4900)
    await settle()
    await send(
      paddle.delivery(
        decideRefund(paddle.store, [...paddle.store.adjustments.keys()].at(-1) ?? '', 'rejected'),
      ),
    )
    await settle()
    expect(await query(sql`select status::text as status, failure from refunds`)).toEqual([
      { failure: 'rejected', status: 'failed' },
    ])
    expect(await books()).toMatchObject({ connected: 3788 })

    paddle.store.settings.refund = 'approved'
    await give(order, 4900)
    await settle()
    expect(await books()).toEqual({
      connected: -295,
      merchantFee: 295,
      refunds: 4900,
      sales: -4900,
    })
  })

  it('is given once, though Paddle’s answer was lost and it is asked again', async () => {
    const { books, bought, give, query, tenant } = await place()
    const { order, transaction } = await bought()
    await give(order, 900)
    await settle()
    const before = await books()
    const [refund] = await query<{ id: string }>(
      sql`update refunds set status = 'pending', provider_refund = null, settled_at = null returning id`,
    )
    await asTenant(tenant, async () =>
      carryOutRefund({ refund: refund?.id ?? '', req: await requestOf(), tenant }),
    )

    expect(await query(sql`select status::text as status from refunds`)).toEqual([
      { status: 'succeeded' },
    ])
    expect(
      [...paddle.store.adjustments.values()].filter((one) => one.transaction_id === transaction),
    ).toHaveLength(1)
    expect(await books()).toEqual(before)
  })

  it('is taken by the buyer’s bank, and comes back when Paddle wins', async () => {
    const { books, bought, query, send } = await place()
    const { transaction } = await bought()
    const told = async (act: 'open' | 'win') => {
      await send(paddle.delivery(disputeTransaction({ act, store: paddle.store, transaction })))
      await settle()
    }
    await told('open')
    expect(
      await query(
        sql`select state::text as state, due_at as "dueAt", fee::int as fee from disputes`,
      ),
    ).toEqual([{ dueAt: null, fee: 1500, state: 'underReview' }])
    expect(await books()).toEqual({
      connected: -1795,
      disputeFees: 1500,
      disputes: 4900,
      merchantFee: 295,
      sales: -4900,
    })
    await told('win')
    expect(await query(sql`select state::text as state from disputes`)).toEqual([{ state: 'won' }])
    expect(await books()).toMatchObject({ merchantTax: 817, sales: -4900 })
  })
})

describe('what the school and the buyer see of it', () => {
  it('leads the buyer and managers to the merchant’s invoice, and nobody else', async () => {
    const { bought, buyer, manager, tenant } = await place()
    const { order, transaction } = await bought()
    const stranger = await commerceFactories(payload()).buyer(tenant)
    const open = async (user?: { id: string }, key?: string) => {
      const req = Object.assign(await requestOf(user), {
        query: key ? { key } : {},
        routeParams: { order },
      })
      const answer = await asTenant(tenant, () => merchantInvoiceEndpoint.handler(req))

      return { location: answer.headers.get('location'), status: answer.status }
    }

    for (const user of [buyer, manager]) {
      expect(await open(user)).toEqual({
        location: `${paddle.url}/invoices/${transaction}.pdf`,
        status: 303,
      })
    }
    expect(await open(stranger)).toMatchObject({ status: 404 })
    expect(await open()).toMatchObject({ status: 401 })
    expect(await open(undefined, 'zzz.forged')).toMatchObject({ status: 401 })
  })

  it('is compared with Paddle’s own list at night, and what was never told is fetched', async () => {
    const { books, buy, query, transactionIn } = await place()
    const transaction = transactionIn(await buy())
    paddle.pay(transaction)
    const night = () =>
      reconcileAll({ now: new Date(Date.now() + 5 * 3600_000), payload: payload() })
    const report = sql`select status::text as status, mended::int as mended, unexplained::int as unexplained from reconciliations where provider = 'paddle'`
    await night()
    await settle()
    expect(await query(report)).toEqual([{ mended: 1, status: 'mended', unexplained: 0 }])
    expect(await books()).toMatchObject({ connected: 3788, merchantFee: 295, merchantTax: 817 })

    disputeTransaction({ act: 'open', store: paddle.store, transaction })
    await night()
    await settle()
    expect(await query(report)).toEqual([{ mended: 2, status: 'mended', unexplained: 0 }])
    expect(await books()).toMatchObject({ disputes: 4900 })
    await night()
    expect(await query(report)).toEqual([{ mended: 2, status: 'agrees', unexplained: 0 }])
  })
})
