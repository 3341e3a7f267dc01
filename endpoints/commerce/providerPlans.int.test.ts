// First, before anything reads the environment.
import { PROVIDER_PORTS } from '@/test/providers/settings'

import { sql } from '@payloadcms/db-postgres'

import type { PayPalServer } from '@/test/paypal/server'
import type { RazorpayServer } from '@/test/razorpay/server'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { row, rows } from '@/database/transaction'
import { courseOffers } from '@/operations/commerce/courseOffers'
import { confirmOrder } from '@/operations/commerce/confirmOrder'
import { confirmCard, confirmCards } from '@/operations/commerce/subscriptions/confirmCard'
import { renewSubscriptions } from '@/operations/commerce/subscriptions/renew'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'
import { call, requestOf, testPayload } from '@/test/harness'
import { startPayPalServer } from '@/test/paypal/server'
import { connect } from '@/test/providers/accounts'
import { startRazorpayServer } from '@/test/razorpay/server'
import { settleOnly } from '@/test/settleOnly'

import { checkout } from './checkout'
import { refundEndpoints } from './refunds'
import { subscriptionCard } from './subscriptionCard'
import { paypalWebhook, razorpayWebhook } from './webhooks'

const payload = testPayload()
const [, ask] = refundEndpoints
let paypal: PayPalServer
let razorpay: RazorpayServer

beforeAll(async () => {
  paypal = await startPayPalServer({ port: PROVIDER_PORTS.paypal })
  razorpay = await startRazorpayServer({ port: PROVIDER_PORTS.razorpay })
})
afterAll(() => Promise.all([paypal.close(), razorpay.close()]))

const settle = async () => {
  for (let round = 0; round < 3; round += 1) {
    for (const name of [
      'applyOnPaymentEventReceived',
      'confirmOnPaymentApproved',
      'followOnOrderPaid',
      'followOnOrderFailed',
      'rememberOnCardGiven',
    ]) {
      await settleOnly(payload(), name)
    }
  }
}

type Plan = {
  brand: null | string
  end: string
  failures: number
  id: string
  last4: null | string
  paid: number
  provider: string
  session: string
  status: string
}

const HOOKS = { paypal: paypalWebhook, razorpay: razorpayWebhook }

/** A school that is paid through these providers, and somebody about to subscribe to its course for 1,900 a month. */
const school = async ({
  currency = 'USD',
  providers = ['paypal'],
  trialDays = 0,
}: {
  currency?: 'INR' | 'USD'
  providers?: readonly ('paypal' | 'razorpay')[]
  trialDays?: number
} = {}) => {
  const make = commerceFactories(payload())
  const { course, tenant } = await make.shop()
  const all = <Row>(statement: ReturnType<typeof sql>) =>
    asTenant(tenant, async () => rows<Row>(await requestOf(), statement))
  await all(
    sql`update tenants set settings_recurring_skips_weekends = false, settings_currency = ${currency} where id = ${tenant}`,
  )
  for (const [index, provider] of providers.entries()) {
    await connect(payload(), { position: index + 1, provider, tenant })
  }
  const { id: offer } = await make.offer({
    course,
    kind: 'subscription',
    prices: [{ amount: 1900, currency }],
    tenant,
    trialDays,
  })
  const user = { ...(await make.buyer(tenant)), emailVerified: true }
  const { rows: known } = await systemPool().query<{ slug: string }>(
    'select slug from tenants where id = $1',
    [tenant],
  )
  const host = `${known[0]?.slug}.localhost`
  const buy = async () => {
    const answer = await call(checkout, { data: { items: [{ offer }] }, tenant, user })
    const [order] = await all<{ id: string; session: string }>(
      sql`select id, session from orders order by id desc limit 1`,
    )

    return { id: order?.id ?? '', answer, session: order?.session ?? '' }
  }
  const send = async (
    provider: keyof typeof HOOKS,
    { body, headers }: { body: string; headers: Headers },
  ) => {
    const req = Object.assign(await requestOf(), {
      headers: new Headers([...headers, ['host', host]]),
      text: () => Promise.resolve(body),
    })
    await HOOKS[provider].handler(req)
    await settle()
  }
  const plan = async (): Promise<Plan> => {
    const found = await asTenant(tenant, async () =>
      row<Plan>(
        await requestOf(),
        sql`select s.id, s.status::text as status, s.failures::int as failures, s.provider, s.session, s.card ->> 'brand' as brand,
              s.card ->> 'last4' as last4, to_json(s.period_end) #>> '{}' as end,
              (select coalesce(sum(p.amount), 0)::int from payments p where p.status = 'succeeded') as paid
            from subscriptions s`,
      ),
    )
    if (!found) {
      throw new Error('There is no subscription.')
    }

    return found
  }
  const renewAt = async (now: string) => {
    await renewSubscriptions({ now: new Date(now), payload: payload() })
    await settle()
  }
  const come = async (order: string) => {
    await asTenant(tenant, async () => confirmOrder({ order, req: await requestOf(), tenant }))
    await settle()
  }
  const page = async (provider?: string) => {
    const { id } = await plan()
    const { body } = await call(subscriptionCard, {
      data: { provider },
      params: { id },
      tenant,
      user,
    })
    const url = new URL((body as { url: string }).url)

    return { id, session: url.searchParams.get('token') ?? url.pathname.split('/').at(-1) ?? '' }
  }
  const giveCard = async (subscription: string) => {
    await asTenant(tenant, async () =>
      confirmCard({ req: await requestOf(), subscription, tenant }),
    )
    await settle()
  }

  return { all, buy, come, course, giveCard, page, plan, renewAt, send, tenant, user }
}

const ofPayPal = async (given: { trialDays?: number } = {}) => {
  const here = await school(given)
  const { id, session } = await here.buy()
  const [, setup] = /^setup_USD_(.+)$/.exec(session) ?? []
  if (setup) {
    paypal.agree(setup)
  } else {
    paypal.approve(session)
  }
  await here.come(id)
  const tokens = [...paypal.store.vault.values()]

  return { ...here, order: id, token: tokens.at(-1) }
}

const ofRazorpay = async (given: { trialDays?: number } = {}) => {
  const here = await school({ currency: 'INR', providers: ['razorpay'], ...given })
  const { session } = await here.buy()
  await here.send('razorpay', razorpay.delivery(razorpay.pay(session)))
  const token = [...razorpay.store.tokens.values()].at(-1)

  return { ...here, first: session, token }
}

describe('a subscription through PayPal', () => {
  it('keeps the account of its first order, knows it, and charges it for each period, once', async () => {
    const { plan, renewAt } = await ofPayPal()
    const first = await plan()
    await renewAt(first.end)
    const renewed = await plan()
    await renewAt(first.end)

    expect(first).toMatchObject({ brand: 'paypal', paid: 1900, status: 'active' })
    expect(renewed).toMatchObject({ failures: 0, paid: 3800, status: 'active' })
    expect(await plan()).toEqual(renewed)
  })

  it('is moved once by what PayPal answers and by its event, late and twice', async () => {
    const { plan, renewAt, send } = await ofPayPal()
    await renewAt((await plan()).end)
    const renewed = await plan()
    const captured = paypal.latest('PAYMENT.CAPTURE.COMPLETED')
    await send('paypal', paypal.delivery(captured))
    await send('paypal', paypal.delivery(captured))

    expect(await plan()).toEqual(renewed)
  })

  it('is past due when it is declined, and paid on the page by another account, charged from then on', async () => {
    const { giveCard, page, plan, renewAt, token } = await ofPayPal()
    const { end } = await plan()
    Object.assign(token ?? {}, { charges: 'DECLINES' })
    await renewAt(end)
    expect(await plan()).toMatchObject({ failures: 1, paid: 1900, status: 'pastDue' })
    const { id, session } = await page()
    paypal.approve(session)
    await giveCard(id)
    const after = await plan()
    await giveCard(id)

    expect(after).toMatchObject({ brand: 'paypal', failures: 0, paid: 3800, session })
    await renewAt(after.end)
    expect(await plan()).toMatchObject({ paid: 5700, status: 'active' })
  })

  it('is paid on the page though its buyer never came back', async () => {
    const { page, plan, renewAt, send, token } = await ofPayPal()
    Object.assign(token ?? {}, { charges: 'DECLINES' })
    await renewAt((await plan()).end)
    const { session } = await page()
    await send('paypal', paypal.delivery(paypal.approve(session)))

    expect(await plan()).toMatchObject({ failures: 0, paid: 3800, session, status: 'active' })
  })

  it('takes another account while nothing is due, on return or by the worker, and charges that one', async () => {
    const { page, plan, renewAt, token } = await ofPayPal()
    const { end } = await plan()
    const { session } = await page()
    paypal.agree(session)
    await confirmCards({ now: new Date(), payload: payload() })
    await settle()
    Object.assign(token ?? {}, { charges: 'DECLINES' })
    expect(await plan()).toMatchObject({ brand: 'paypal', session: `setup_USD_${session}` })
    await renewAt(end)

    expect(await plan()).toMatchObject({ failures: 0, paid: 3800, status: 'active' })
  })

  it('knows that its account was withdrawn, and says so instead of charging', async () => {
    const { all, plan, renewAt, send, token } = await ofPayPal()
    const { end } = await plan()
    paypal.store.vault.delete(token?.id ?? '')
    const id = 'WH-9-9'
    const create_time = new Date().toISOString()
    const event_type = 'VAULT.PAYMENT-TOKEN.DELETED'
    const resource = { id: token?.id }
    await send('paypal', paypal.delivery({ id, create_time, event_type, resource }))
    expect(await plan()).toMatchObject({ brand: null, status: 'active' })
    await renewAt(end)

    expect(await plan()).toMatchObject({ failures: 1, status: 'pastDue' })
    expect(await all(sql`select failure from payments where status = 'failed'`)).toEqual([
      { failure: 'cardMissing' },
    ])
  })

  it('takes the account of a trial without a payment, and charges it at its end', async () => {
    const { plan, renewAt } = await ofPayPal({ trialDays: 7 })
    const trial = await plan()
    await renewAt(trial.end)

    expect(trial).toMatchObject({ brand: 'paypal', paid: 0, status: 'trialing' })
    expect(await plan()).toMatchObject({ paid: 1900, status: 'active' })
  })

  it('gives a renewal back', async () => {
    const { all, plan, renewAt, tenant } = await ofPayPal()
    await renewAt((await plan()).end)
    const [renewal] = await all<{ id: string }>(sql`select id from orders where period = 1`)
    const manager = await factories(payload()).user({ roles: ['admin'], tenant })
    const asked = await call(ask, {
      data: {
        endsAccess: false,
        key: crypto.randomUUID(),
        reason: 'Asked',
        wish: { amount: 1900 },
      },
      params: { id: renewal?.id ?? '' },
      tenant,
      user: manager,
    })
    await settleOnly(payload(), 'carryOutOnRefundAsked')

    expect(asked.status).toBe(201)
    expect([...paypal.store.refunds.values()].at(-1)).toMatchObject({ amount: { value: '19.00' } })
  })
})

describe('a subscription through Razorpay', () => {
  it('keeps the card of its first payment, knows its end, and charges it for each period, once', async () => {
    const { plan, renewAt, send } = await ofRazorpay()
    const first = await plan()
    await renewAt(first.end)
    const renewed = await plan()
    const payment = [...razorpay.store.payments.values()].at(-1) ?? {}
    await send('razorpay', razorpay.delivery(razorpay.eventOf('payment.captured', { payment })))

    expect(first).toMatchObject({ brand: 'visa', last4: '4366', paid: 1900, status: 'active' })
    expect(renewed).toMatchObject({ failures: 0, paid: 3800, status: 'active' })
    expect(await plan()).toEqual(renewed)
  })

  it('waits a day for a charge that is on its way, asks for no second one, and hears what became of it', async () => {
    const { plan, renewAt, send, token } = await ofRazorpay()
    const { end } = await plan()
    Object.assign(token ?? {}, { charges: 'WAITS' })
    const before = razorpay.store.payments.size
    await renewAt(end)
    await renewAt(end)
    expect(await plan()).toMatchObject({ failures: 0, paid: 1900, status: 'active' })
    expect(razorpay.store.payments.size).toBe(before + 1)
    const payment = [...razorpay.store.payments.values()].at(-1) ?? {}
    Object.assign(payment, { status: 'captured' })
    await send('razorpay', razorpay.delivery(razorpay.eventOf('payment.captured', { payment })))

    expect(await plan()).toMatchObject({ failures: 0, paid: 3800, status: 'active' })
  })

  it('is past due when its bank says no, and takes another card for a rupee that goes back', async () => {
    const { all, giveCard, page, plan, renewAt, send, token } = await ofRazorpay({
      trialDays: 7,
    })
    const trial = await plan()
    expect(trial).toMatchObject({ last4: '4366', paid: 0, status: 'trialing' })
    const proof = [...razorpay.store.refunds.values()].at(-1)
    expect(proof).toMatchObject({ amount: 100 })
    await send(
      'razorpay',
      razorpay.delivery(razorpay.eventOf('refund.processed', { refund: proof ?? {} })),
    )
    expect(await all(sql`select 1 from payment_events where outcome = 'refused'`)).toEqual([])
    const { id, session } = await page()
    await send('razorpay', razorpay.delivery(razorpay.pay(session)))
    await giveCard(id)
    Object.assign(token ?? {}, { charges: 'DECLINES' })
    await renewAt(trial.end)
    expect(await plan()).toMatchObject({ paid: 1900, session, status: 'active' })
    const other = [...razorpay.store.tokens.values()].at(-1) ?? {}
    Object.assign(other, { charges: 'DECLINES' })
    await renewAt((await plan()).end)

    expect(await plan()).toMatchObject({ failures: 1, paid: 1900, status: 'pastDue' })
  })

  it('is not sold in a currency, or for more, than a card’s mandate allows', async () => {
    const { course, tenant } = await school({ providers: ['razorpay'] })
    const rupees = await school({ currency: 'INR', providers: ['razorpay'] })
    const onSale = async (which: { course: string; tenant: string }) => {
      const found = await asTenant(which.tenant, async () =>
        courseOffers({ courses: [which.course], req: await requestOf() }),
      )

      return found.filter(({ terms }) => terms)
    }

    expect(await onSale({ course, tenant })).toEqual([])
    expect(await onSale(rupees)).toMatchObject([{ amount: 1900, currency: 'INR' }])
    await rupees.all(sql`update offers_prices set amount = 1500001`)
    expect(await onSale(rupees)).toEqual([])
  })
})

describe('a subscription at a school with several providers', () => {
  it('changes from one to the other, and is charged there', async () => {
    const { giveCard, page, plan, renewAt, tenant } = await ofRazorpay()
    const { end } = await plan()
    await asTenant(tenant, async () =>
      rows(await requestOf(), sql`update subscriptions set currency = 'USD'`),
    )
    await connect(payload(), { position: 2, provider: 'paypal', tenant })
    const { id, session } = await page('paypal')
    paypal.agree(session)
    await giveCard(id)

    expect(await plan()).toMatchObject({ brand: 'paypal', provider: 'paypal' })
    const before = paypal.store.captures.size
    await renewAt(end)
    expect(paypal.store.captures.size).toBe(before + 1)
  })

  it('refuses to give a card to a provider that the school does not have', async () => {
    const { plan, tenant, user } = await ofPayPal()
    const { id } = await plan()
    const asked = await call(subscriptionCard, {
      data: { provider: 'razorpay' },
      params: { id },
      tenant,
      user,
    })

    expect(asked).toMatchObject({ body: { code: 'providerUnavailable' }, status: 422 })
  })
})
