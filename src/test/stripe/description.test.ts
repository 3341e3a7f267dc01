import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Stripe from 'stripe'

import type { StripeServer } from './server'

import { checkDescribed, DESCRIPTION } from './description'
import { ApiError } from './errors'
import { SERVED } from './routes'
import { startStripeServer } from './server'

/** What a call of the SDK asks Stripe for. */
const CALLS: Record<string, string> = {
  'accountLinks.create': 'POST /v1/account_links',
  'accounts.create': 'POST /v1/accounts',
  'accounts.retrieve': 'GET /v1/accounts/id',
  'balanceTransactions.list': 'GET /v1/balance_transactions',
  'billingPortal.sessions.create': 'POST /v1/billing_portal/sessions',
  'checkout.sessions.create': 'POST /v1/checkout/sessions',
  'checkout.sessions.expire': 'POST /v1/checkout/sessions/id/expire',
  'checkout.sessions.retrieve': 'GET /v1/checkout/sessions/id',
  'customers.create': 'POST /v1/customers',
  'disputes.list': 'GET /v1/disputes',
  'paymentIntents.create': 'POST /v1/payment_intents',
  'paymentIntents.list': 'GET /v1/payment_intents',
  'paymentMethods.detach': 'POST /v1/payment_methods/id/detach',
  'payouts.create': 'POST /v1/payouts',
  'payouts.list': 'GET /v1/payouts',
  'payouts.retrieve': 'GET /v1/payouts/id',
  'prices.create': 'POST /v1/prices',
  'prices.list': 'GET /v1/prices',
  'prices.update': 'POST /v1/prices/id',
  'products.create': 'POST /v1/products',
  'products.update': 'POST /v1/products/id',
  'refunds.create': 'POST /v1/refunds',
  'refunds.list': 'GET /v1/refunds',
  'subscriptions.cancel': 'DELETE /v1/subscriptions/id',
  'subscriptions.retrieve': 'GET /v1/subscriptions/id',
  'subscriptions.update': 'POST /v1/subscriptions/id',
  'tax.calculations.create': 'POST /v1/tax/calculations',
  'tax.transactions.createFromCalculation': 'POST /v1/tax/transactions/create_from_calculation',
  'tax.transactions.createReversal': 'POST /v1/tax/transactions/create_reversal',
  'transfers.create': 'POST /v1/transfers',
  'transfers.createReversal': 'POST /v1/transfers/id/reversals',
  'transfers.list': 'GET /v1/transfers',
  'transfers.retrieve': 'GET /v1/transfers/id',
}

/** Calls of the SDK in a folder, as in `payouts.list`; checking a signature asks nobody. */
const callsIn = (folder: string): Set<string> =>
  new Set(
    readdirSync(path.join(process.cwd(), folder), { encoding: 'utf8', recursive: true })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .flatMap((file) => [
        ...readFileSync(path.join(process.cwd(), folder, file), 'utf8').matchAll(
          /\bstripe(?:\(\))?\s*\.((?:[a-zA-Z]+\s*\.\s*){1,3}[a-zA-Z]+)\(/g,
        ),
      ])
      .map(([, call = '']) => call.replaceAll(/\s/g, ''))
      .filter((call) => !call.startsWith('webhooks.')),
  )

const page: Stripe.Checkout.SessionCreateParams = {
  cancel_url: 'http://a.test/back',
  line_items: [
    {
      price_data: { currency: 'usd', product_data: { name: 'A course' }, unit_amount: 4900 },
      quantity: 1,
    },
  ],
  mode: 'payment',
  success_url: 'http://a.test/done',
}

describe('the local Stripe server', () => {
  let server: StripeServer
  let stripe: Stripe

  beforeAll(async () => {
    server = await startStripeServer({ secretKey: 'sk_test_described' })
    const { hostname: host, port } = new URL(server.url)
    stripe = new Stripe('sk_test_described', { host, maxNetworkRetries: 0, port, protocol: 'http' })
  })
  afterAll(() => server.close())

  const refused = async (given: object): Promise<unknown> => {
    try {
      await stripe.checkout.sessions.create({ ...page, ...given })
    } catch (error) {
      return error
    }

    return null
  }

  it('knows the parameters of the version of the API that the SDK speaks', () => {
    expect(DESCRIPTION.api).toBe(Stripe.API_VERSION)
    expect(Object.keys(DESCRIPTION.operations)).toContain('POST /v1/checkout/sessions')
  })

  it.each(SERVED)('describes $method $path', ({ method, path }) => {
    try {
      checkDescribed({ form: {}, method, path })
    } catch (error) {
      expect(error).toBeInstanceOf(ApiError) // a parameter lacks; the call is described
    }
  })

  it('knows every call that is made of the SDK', () => {
    const made = callsIn('src/adapters')
    expect(made.size).toBeGreaterThan(25)
    expect([...made].filter((call) => !(call in CALLS))).toEqual([])
    const served = SERVED.map(({ method, path }) => `${method} ${path}`)
    expect(Object.values(CALLS).filter((call) => !served.includes(call))).toEqual([])
  })

  it('takes what Stripe describes', async () => {
    expect(await refused({})).toBeNull()
  })

  it('refuses a parameter that was invented, wherever it stands', async () => {
    expect(await refused({ tip_jar: 'yes' })).toMatchObject({
      code: 'parameter_unknown',
      param: 'tip_jar',
      statusCode: 400,
    })
    expect(await refused({ payment_intent_data: { kindness: '1' } })).toMatchObject({
      code: 'parameter_unknown',
      param: 'payment_intent_data[kindness]',
      statusCode: 400,
    })
  })

  it('refuses one of another kind, a word that is not among those, and one that lacks', async () => {
    expect(await refused({ expires_at: 'tomorrow' })).toMatchObject({
      param: 'expires_at',
      statusCode: 400,
    })
    expect(await refused({ mode: 'gift' })).toMatchObject({ param: 'mode', statusCode: 400 })
    await expect(stripe.transfers.create({ currency: 'usd' } as never)).rejects.toMatchObject({
      code: 'parameter_missing',
      param: 'destination',
    })
  })
})
