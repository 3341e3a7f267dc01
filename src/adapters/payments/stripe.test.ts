import { describe, expect, it } from '@jest/globals'

import type { SessionRequest } from './types'

import { startStripeServer } from '@/test/stripe/server'

import { stripePayments } from './stripe'
import { PaymentUnavailable } from './types'

const SECRET = 'whsec_stripe'

describe('Stripe', () => {
  const apart = async (secretKey: string) => {
    const server = await startStripeServer({ webhookSecret: SECRET })

    return {
      payments: stripePayments({ apiBase: server.url, secretKey, webhookSecret: SECRET }),
      server,
    }
  }
  const request: SessionRequest = {
    amount: 500,
    cancelUrl: 'http://a.test/cancel',
    currency: 'ISK',
    customerEmail: 'a@a.test',
    expiresAt: new Date(Date.now() + 3600_000),
    idempotencyKey: 'one',
    lines: [{ amount: 500, title: 'A course' }],
    locale: 'en',
    order: 'order-1',
    successUrl: 'http://a.test/done',
    tenant: 'tenant-1',
  }

  it('cannot be reached with a wrong key, and says so in our words', async () => {
    const { payments, server } = await apart('sk_test_wrong')

    await expect(payments.createSession(request)).rejects.toThrow(PaymentUnavailable)
    await server.close()
  })

  it('counts krónur in hundredths at Stripe and whole at home', async () => {
    const { payments, server } = await apart('sk_test_lectern')
    const { session } = await payments.createSession(request)

    expect(server.store.sessions.get(session)?.amount_total).toBe(50_000)
    expect(await payments.lookUp(session)).toMatchObject({ amount: 500, currency: 'ISK' })
    await server.close()
  })

  it('answers one session although the first answer was lost', async () => {
    const { payments, server } = await apart('sk_test_lectern')
    server.failNext(1)
    await payments.createSession(request)

    expect(server.requests).toHaveLength(2)
    expect(server.store.sessions.size).toBe(1)
    await expect(payments.createSession({ ...request, amount: 1, lines: [] })).rejects.toThrow(
      'same parameters',
    )
    await server.close()
  })

  it('tells paid, paid later, failed, expired and still waiting apart', async () => {
    const { payments, server } = await apart('sk_test_lectern')
    const { session } = await payments.createSession(request)
    const typeAfter = async (outcome: Parameters<typeof server.settle>[1]) =>
      (await payments.verifyEvent(server.delivery(server.settle(session, outcome)))).type

    expect(await typeAfter('delayed')).toBe('other')
    expect(await typeAfter('failed')).toBe('payment.failed')
    expect(await typeAfter('paidLater')).toBe('payment.succeeded')
    expect(await typeAfter('paid')).toBe('payment.succeeded')
    expect(await typeAfter('expired')).toBe('payment.expired')
    await server.close()
  })
})
