// First, before anything reads the environment.
import { STRIPE } from '@/test/stripe/settings'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { Taxation } from '@/domain/commerce/tax/taxed'
import type { StripeServer } from '@/test/stripe/server'

import { asTenant } from '@/database/scope'
import { row } from '@/database/transaction'
import { recordSale } from '@/operations/commerce/tax/record'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'
import { chargeTax } from '@/test/factories/taxes'
import { call, requestOf, testPayload } from '@/test/harness'
import { settleOnly } from '@/test/settleOnly'
import { startStripeServer } from '@/test/stripe/server'

import { checkout } from './checkout'
import { checkoutQuote } from './quote'
import { refundEndpoints } from './refunds'
import { stripeWebhook } from './webhooks'

const payload = testPayload()
const [, askRefund] = refundEndpoints
let stripe: StripeServer

beforeAll(async () => {
  stripe = await startStripeServer(STRIPE)
})
afterAll(() => stripe.close())

const school = async () => {
  const make = commerceFactories(payload())
  const { offer, tenant } = await make.shop()
  await chargeTax(payload(), { source: 'stripe', tenant })
  const user = { ...(await make.buyer(tenant)), emailVerified: true }
  const ask = (endpoint: typeof checkout, billing: object) =>
    call(endpoint, { data: { billing, items: [{ offer }] }, tenant, user })

  return { ask, tenant }
}

const calculations = () =>
  stripe.requests.filter((request) => request === 'POST /v1/tax/calculations').length

describe('a school whose tax Stripe calculates', () => {
  it('charges on Stripe’s page what the quote said, asked for once', async () => {
    const { ask, tenant } = await school()
    const before = calculations()
    const billing = { country: 'US', postalCode: '94110' }
    const quoted = await ask(checkoutQuote, billing)

    expect(quoted.body).toMatchObject({
      tax: 355,
      taxation: { taxes: [{ name: 'Sales tax', amount: 355, percent: 7.25 }] },
      total: 5255,
    })
    const bought = await ask(checkout, billing)
    const { order, total } = bought.body as { order: string; total: number }
    const kept = await asTenant(tenant, async () =>
      row<{ session: string; taxation: Taxation }>(
        await requestOf(),
        sql`select session, taxation from orders where id = ${order}`,
      ),
    )

    expect(total).toBe(5255)
    expect(stripe.store.sessions.get(kept?.session ?? '')?.amount_total).toBe(5255)
    expect(kept?.taxation).toMatchObject({
      reference: expect.stringMatching(/^taxcalc_/),
      source: 'stripe',
    })
    expect(calculations() - before).toBe(1)
  })

  it('asks for the postal code where tax depends on it, and for a better one', async () => {
    const { ask } = await school()

    expect((await ask(checkoutQuote, { country: 'US' })).body).toMatchObject({
      taxation: { asksPostalCode: true, needs: 'postalCode' },
    })
    expect(await ask(checkout, { country: 'US', postalCode: 'nowhere' })).toMatchObject({
      body: { code: 'postalCodeNeeded' },
      status: 422,
    })
    expect((await ask(checkoutQuote, { country: 'DE' })).body).toMatchObject({ tax: 931 })
  })

  it('sells nothing untaxed while Stripe does not answer, and shows the rest of the quote', async () => {
    const { ask, tenant } = await school()
    stripe.failNext(3)
    expect(await ask(checkoutQuote, { country: 'HU' })).toMatchObject({
      body: { taxation: { needs: 'service' }, total: 4900 },
      status: 200,
    })
    stripe.failNext(3)

    expect(await ask(checkout, { country: 'HU' })).toMatchObject({
      body: { code: 'taxUnavailable' },
      status: 502,
    })
    const left = await asTenant(tenant, async () =>
      row(await requestOf(), sql`select 1 from orders`),
    )
    expect(left).toBeUndefined()
    expect((await ask(checkoutQuote, { country: 'HU' })).body).toMatchObject({ tax: 1323 })
  })

  it('has Stripe count what was paid, and what was given back of it, once', async () => {
    const { ask, tenant } = await school()
    const bought = await ask(checkout, { country: 'US', postalCode: '94110' })
    const { order, total } = bought.body as { order: string; total: number }
    const session = await asTenant(tenant, async () =>
      row<{ session: string }>(
        await requestOf(),
        sql`select session from orders where id = ${order}`,
      ),
    )
    const { body, headers } = stripe.delivery(stripe.settle(session?.session ?? '', 'paid'))
    const req = Object.assign(await requestOf(), { headers, text: () => Promise.resolve(body) })
    await stripeWebhook.handler(req)
    await settleOnly(payload(), 'applyOnPaymentEventReceived')
    await settleOnly(payload(), 'recordTaxOnOrderPaid')
    const again = () =>
      asTenant(tenant, async () => recordSale({ order, req: await requestOf(), tenant }))
    expect(await again()).toBe(await again())
    const manager = await factories(payload()).user({ roles: ['admin'], tenant })
    for (const amount of [1000, total - 1000]) {
      const asked = {
        endsAccess: false,
        key: crypto.randomUUID(),
        reason: 'Asked',
        wish: { amount },
      }
      await call(askRefund, { data: asked, params: { id: order }, tenant, user: manager })
      await settleOnly(payload(), 'carryOutOnRefundAsked')
      await settleOnly(payload(), 'recordTaxOnRefundSettled')
    }
    const counted = [...stripe.store.taxes.transactions.values()]

    expect(counted).toMatchObject([
      { type: 'transaction', reference: order },
      { type: 'reversal', flat_amount: -1000 },
      { type: 'reversal', flat_amount: 1000 - total },
    ])
  })
})
