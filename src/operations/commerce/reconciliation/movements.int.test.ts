// First, before anything reads the environment.
import { PROVIDER_PORTS } from '@/test/providers/settings'
import { STRIPE } from '@/test/stripe/settings'

import { sql } from '@payloadcms/db-postgres'

import type { PayPalServer } from '@/test/paypal/server'
import type { RazorpayServer } from '@/test/razorpay/server'
import type { StripeServer } from '@/test/stripe/server'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction, rows } from '@/database/transaction'
import { SCHOOL } from '@/domain/commerce/payouts'
import { checkout } from '@/operations/commerce/checkout'
import { confirmOrder } from '@/operations/commerce/confirmOrder'
import { beginOnboarding } from '@/operations/commerce/payouts/accounts'
import { askPayouts } from '@/operations/commerce/payouts/ask'
import { receiveEvent } from '@/operations/commerce/receiveEvent'
import { replayBatch } from '@/operations/commerce/replay'
import { commerceFactories } from '@/test/factories/commerce'
import { requestOf, settle, testPayload } from '@/test/harness'
import { moneyLetters } from '@/test/moneyTables'
import { disputeCapture } from '@/test/paypal/disputes'
import { startPayPalServer } from '@/test/paypal/server'
import { moveAtPayPal } from '@/test/paypal/store'
import { connect } from '@/test/providers/accounts'
import { startRazorpayServer } from '@/test/razorpay/server'
import { settleAtRazorpay } from '@/test/razorpay/store'
import { changeBalance, sendToBank } from '@/test/stripe/balance'
import { completeOnboarding } from '@/test/stripe/connect'
import { startStripeServer } from '@/test/stripe/server'

import { reconcileAll } from './nightly'

const payload = testPayload()
let paypal: PayPalServer
let razorpay: RazorpayServer
let stripe: StripeServer

beforeAll(async () => {
  paypal = await startPayPalServer({ port: PROVIDER_PORTS.paypal })
  razorpay = await startRazorpayServer({ port: PROVIDER_PORTS.razorpay })
  stripe = await startStripeServer(STRIPE)
})
afterAll(() => Promise.all([paypal.close(), razorpay.close(), stripe.close()]))

const query = <Row>(tenant: string, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<Row>(await requestOf(), statement))

/** Five hours from now: all that was done in a test has settled by then. */
const night = async () => {
  await reconcileAll({ now: new Date(Date.now() + 5 * 3600_000), payload: payload() })
  await settle()
}

type Report = {
  differences: { id: string; isMended: boolean; kind: string; what: string }[]
  mended: number
  provider: string
  status: string
  unexplained: number
}

const reportsOf = (tenant: string) =>
  query<Report>(
    tenant,
    sql`select provider, status::text as status, mended::int as mended, unexplained::int as unexplained, differences from reconciliations order by provider`,
  )

const differencesOf = async (tenant: string) =>
  (await reportsOf(tenant)).flatMap(({ differences }) =>
    differences.map(({ id, isMended, kind, what }) => [kind, id, what, isMended]),
  )

/** What each account of the books holds; they sum to zero. */
const booksOf = async (tenant: string) => {
  const held = await query<{ account: string; currency: string; sum: number }>(
    tenant,
    sql`select account::text as account, currency, sum(amount)::int as sum from ledger_entries
        group by account, currency having sum(amount) <> 0 order by account, currency`,
  )
  expect(held.reduce((all, { sum }) => all + sum, 0)).toBe(0)

  return Object.fromEntries(
    held.map(({ account, currency, sum }) => [`${account} ${currency}`, sum]),
  )
}

/** A school with its one course at 49.00 USD, paid through `provider`, on its own account where that is not Stripe. */
const school = async (provider: 'paypal' | 'razorpay' | 'stripe') => {
  const make = commerceFactories(payload())
  const { offer, tenant } = await make.shop()
  if (provider !== 'stripe') {
    await connect(payload(), { provider, tenant })
  }
  const buy = async () => {
    const { id, email } = await make.buyer(tenant)
    const { order } = await asTenant(tenant, async () =>
      checkout({
        buyer: { id, email, emailVerified: true, locale: 'en' },
        now: new Date(),
        offers: [offer],
        origin: 'http://school.localhost:3000',
        provider,
        req: await requestOf({ id }),
        tenant,
      }),
    )
    const [{ session = '' } = {}] = await query<{ session: string }>(
      tenant,
      sql`select session from orders where id = ${order}`,
    )

    return { order, session }
  }
  const hear = async ({ body, headers }: { body: string; headers: Headers }) => {
    const from = provider === 'stripe' ? null : tenant
    await receiveEvent({ body, headers, payload: payload(), provider, school: from })
    await settle()
  }
  const bought = async (): Promise<string> => {
    const { order, session } = await buy()
    if (provider === 'paypal') {
      paypal.approve(session)
      await asTenant(tenant, async () => confirmOrder({ order, req: await requestOf(), tenant }))
      await settle()
    } else if (provider === 'razorpay') {
      await hear(razorpay.delivery(razorpay.pay(session)))
    } else {
      await hear(stripe.delivery(stripe.settle(session, 'paid')))
    }
    const [{ id = '' } = {}] = await query<{ id: string }>(
      tenant,
      sql`select provider_payment as id from payments where order_id = ${order}`,
    )

    return id
  }

  return { bought, tenant }
}

const platform = async (): Promise<string> => {
  const { rows: found } = await systemPool().query<{ id: string }>(
    "select id from tenants where kind = 'platform'",
  )

  return found[0]?.id ?? ''
}

describe('what a provider takes for its work, and sends to the bank', () => {
  it('is learned from PayPal’s list, once, and leaves the school’s own account as PayPal has it', async () => {
    const { bought, tenant } = await school('paypal')
    await bought()
    moveAtPayPal(paypal.store, {
      amount: { currency_code: 'USD', value: '-30.00' },
      code: 'T0400',
      status: 'S',
    })
    moveAtPayPal(paypal.store, {
      amount: { currency_code: 'USD', value: '-2.00' },
      code: 'T0106',
      status: 'S',
    })
    await night()
    await night()

    expect(await reportsOf(tenant)).toMatchObject([
      { differences: [], mended: 0, status: 'agrees', unexplained: 0 },
    ])
    expect(await booksOf(tenant)).toEqual({
      'bank USD': 3000,
      'connected USD': 4900 - 50 - 3000 - 200,
      'providerFees USD': 250,
      'sales USD': -4900,
    })
  })

  it('is learned from Razorpay’s settlements, and what came back is on the account again', async () => {
    const { bought, tenant } = await school('razorpay')
    await bought()
    const settled = settleAtRazorpay(razorpay.store, {
      amount: 3000,
      fees: 59,
      status: 'processed',
    })
    await night()
    expect(await booksOf(tenant)).toMatchObject({ 'bank INR': 3000, 'connected INR': -3059 })

    Object.assign(razorpay.store.settlements.get(settled) ?? {}, { status: 'failed' })
    await night()
    expect(await differencesOf(tenant)).toEqual([
      ['payout', settled, 'stateDiffers', true],
      ['fee', settled, 'missingThere', false],
    ])
    expect(await booksOf(tenant)).toEqual({
      'connected INR': -59,
      'connected USD': 4900 - 98,
      'providerFees INR': 59,
      'providerFees USD': 98,
      'sales USD': -4900,
    })
  })

  it('is the platform’s where the money came to its account, and what it pays to its bank stands in its own books', async () => {
    const { bought, tenant } = await school('stripe')
    await bought()
    sendToBank(stripe.store, 1000)
    changeBalance(stripe.store, { type: 'stripe_fee', amount: -200 })
    await night()

    expect(await reportsOf(tenant)).toMatchObject([{ differences: [], status: 'agrees' }])
    expect(await booksOf(tenant)).toEqual({
      'feesBorne USD': -172,
      'providerFees USD': 172,
      'provider USD': 4900,
      'sales USD': -4900,
    })
    const [own] = await reportsOf(await platform())
    expect(own).toMatchObject({ differences: [], provider: 'stripe', status: 'agrees' })
    expect(await booksOf(await platform())).toEqual({
      'bank USD': 1000,
      'connected USD': -1200,
      'providerFees USD': 200,
    })
  })

  it('is compared with what was passed on to be paid out, and what nobody told of it is asked', async () => {
    const { bought, tenant } = await school('stripe')
    await bought()
    await systemPool().query(
      'update tenants set settings_earnings_holding_days = 0 where id = $1',
      [tenant],
    )
    const account = await asTenant(tenant, async () => {
      const url = await beginOnboarding({
        email: 'school@example.com',
        holder: SCHOOL,
        person: null,
        req: await requestOf(),
        returnUrl: 'https://school.example.com/earnings',
        tenant,
      })

      return url.split('/').at(-1) ?? ''
    })
    completeOnboarding(stripe.store, account)
    await query(tenant, sql`update payout_accounts set is_ready = true`)
    await asTenant(tenant, async () => {
      const req = await requestOf()
      await inTransaction(req, () => askPayouts({ req, scheduledAt: null, tenant }))
    })
    await settle()
    await night()
    expect(await differencesOf(tenant)).toEqual([])

    const [made] = [...stripe.store.payouts.values()].filter((one) => one.account === account)
    const [transfer] = [...stripe.store.transfers.values()].filter(
      ({ destination }) => destination === account,
    )
    Object.assign(made?.body ?? {}, { failure_message: 'No such account.', status: 'failed' })
    Object.assign(transfer ?? {}, { amount_reversed: transfer?.amount, reversed: true })
    await night()
    expect(await differencesOf(tenant)).toEqual([['transfer', transfer?.id, 'stateDiffers', true]])
    expect(await query(tenant, sql`select status::text as status, failure from payouts`)).toEqual([
      { failure: 'No such account.', status: 'failed' },
    ])

    Object.assign(transfer ?? {}, { amount: 1 })
    await night()
    expect(await differencesOf(tenant)).toEqual([
      ['transfer', transfer?.id, 'amountDiffers', false],
    ])
  })

  it('is reported where it differs: another fee, a payout that is gone, and what nothing explains', async () => {
    const { bought, tenant } = await school('stripe')
    const payment = await bought()
    const payout = sendToBank(stripe.store, 700)
    await night()
    Object.assign(stripe.store.intents.get(payment) ?? {}, { amount: 5000 })
    stripe.store.payouts.delete(payout.id)
    const strange = changeBalance(stripe.store, { type: 'adjustment', amount: -300 })
    await night()

    expect((await differencesOf(tenant)).toSorted()).toEqual([
      ['fee', payment, 'amountDiffers', false],
      ['payment', payment, 'amountDiffers', false],
    ])
    expect((await differencesOf(await platform())).toSorted()).toEqual([
      ['other', strange.id, 'missingHere', false],
      ['payout', payout.id, 'missingThere', false],
    ])
  })

  it('changes not a letter in any table of money when the log is replayed', async () => {
    const { bought, tenant } = await school('paypal')
    await bought()
    await night()
    const before = await moneyLetters(tenant)
    await asTenant(tenant, async () => replayBatch({ after: null, req: await requestOf(), tenant }))
    await settle()

    expect(await moneyLetters(tenant)).toEqual(before)
  })
})

describe('PayPal’s disputes', () => {
  it('stand in its list, and are fetched where no word of them came', async () => {
    const { bought, tenant } = await school('paypal')
    const capture = await bought()
    await night()
    disputeCapture({ act: 'open', capture, store: paypal.store })
    await night()
    const state = () =>
      query(tenant, sql`select state::text as state, amount::int as amount from disputes`)
    expect(await state()).toEqual([{ amount: 4900, state: 'needsResponse' }])
    expect(await reportsOf(tenant)).toMatchObject([
      { differences: [{ kind: 'dispute', what: 'missingHere' }], mended: 1, unexplained: 0 },
    ])

    disputeCapture({ act: 'win', capture, store: paypal.store })
    await night()
    expect(await state()).toEqual([{ amount: 4900, state: 'won' }])
    expect(await reportsOf(tenant)).toMatchObject([
      { differences: [{ kind: 'dispute', what: 'stateDiffers' }], mended: 2, unexplained: 0 },
    ])
  })
})
