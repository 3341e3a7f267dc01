import Stripe from 'stripe'

import type { StripeServer } from './server'

import { DESCRIPTION } from './description'
import { startStripeServer } from './server'

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
