import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { Payments, SessionRequest } from './types'

import { startStripeServer } from '@/test/stripe/server'

import type { GatewaySession, GatewaySessions } from './gatewaySessions'

import { signatureOf } from './signature'
import { stripePayments } from './stripe'
import { GATEWAY_SIGNATURE, testGateway } from './testGateway'
import { BadSignature } from './types'

type Delivery = { body: string; headers: Headers }

type Place = {
  close: () => Promise<void>
  /** What the provider sends once the buyer has paid; signed at `at` with `secret`, where given. */
  pay: (session: string, forged?: { at?: Date; secret?: string }) => Promise<Delivery>
  payments: Payments
}

const SECRET = 'whsec_contract'

const stripe = async (): Promise<Place> => {
  const server = await startStripeServer({ secretKey: 'sk_test_contract', webhookSecret: SECRET })
  const options = { apiBase: server.url, secretKey: 'sk_test_contract', webhookSecret: SECRET }

  return {
    close: server.close,
    pay: (session, { at = new Date(), secret = SECRET } = {}) => {
      const { body, headers } = server.delivery(server.settle(session, 'paid'))
      headers.set('stripe-signature', signatureOf({ at, body, secret }))

      return Promise.resolve({ body, headers })
    },
    payments: stripePayments(options),
  }
}

const inMemory = (): GatewaySessions => {
  const sessions = new Map<string, GatewaySession>()

  return {
    find: (session) => Promise.resolve(sessions.get(session) ?? null),
    open: ({ idempotencyKey, ...request }) => {
      const session = `ts_${idempotencyKey}`
      const opened = sessions.get(session) ?? {
        ...request,
        cardWorks: true,
        payment: null,
        session,
        status: 'open',
      }
      sessions.set(session, opened)

      return Promise.resolve(opened)
    },
    setCard: ({ session, works }) => {
      const found = sessions.get(session)
      if (found) {
        sessions.set(session, { ...found, cardWorks: works })
      }

      return Promise.resolve(Boolean(found))
    },
    settle: ({ payment, session, status }) => {
      const found = sessions.get(session)
      if (found?.status === 'open') {
        sessions.set(session, { ...found, payment, status })
      }

      return Promise.resolve(sessions.get(session) ?? null)
    },
  }
}

const gateway = (): Promise<Place> => {
  const payments = testGateway({
    clock: () => new Date(),
    pageOf: ({ session }) => `http://aurora.localhost:3000/pay/${session}`,
    secret: SECRET,
    sessions: inMemory(),
  })

  return Promise.resolve({
    close: () => Promise.resolve(),
    pay: async (session, { at = new Date(), secret = SECRET } = {}) => {
      const sent = await payments.decide({ decision: 'approve', session })
      const body = sent?.body ?? ''

      return {
        body,
        headers: new Headers({ [GATEWAY_SIGNATURE]: signatureOf({ at, body, secret }) }),
      }
    },
    payments,
  })
}

describe.each([
  ['Stripe', stripe],
  ['the test gateway', gateway],
])('payments by %s', (_name, open) => {
  let place: Place
  let orders = 0

  beforeAll(async () => {
    place = await open()
  })
  afterAll(() => place.close())

  const request = (): SessionRequest => {
    orders += 1
    const order = `00000000-0000-7000-8000-${String(orders).padStart(12, '0')}`

    return {
      amount: 4400,
      cancelUrl: 'http://aurora.localhost:3000/checkout',
      currency: 'USD',
      customerEmail: 'student@aurora.test',
      expiresAt: new Date(Math.ceil(Date.now() / 1000) * 1000 + 23 * 3600_000),
      idempotencyKey: order,
      lines: [
        { amount: 3900, title: 'Light & Shadow — Свет' },
        { amount: 500, title: 'מדריך' },
      ],
      locale: 'he',
      order,
      successUrl: 'http://aurora.localhost:3000/checkout/done',
      tenant: '00000000-0000-7000-8000-00000000000a',
    }
  }

  it('opens a session with a page to pay on, and the same one for the same key', async () => {
    const asked = request()
    const opened = await place.payments.createSession(asked)

    expect(opened.url).toMatch(/^http:\/\/.+/)
    expect(await place.payments.createSession(asked)).toEqual(opened)
    expect(await place.payments.lookUp(opened.session)).toEqual({
      amount: 4400,
      currency: 'USD',
      payment: null,
      status: 'open',
    })
  })

  it('reports a payment with the ids the session was opened with', async () => {
    const asked = request()
    const { session } = await place.payments.createSession(asked)
    const event = place.payments.verifyEvent(await place.pay(session))

    expect(event).toMatchObject({
      type: 'payment.succeeded',
      amount: 4400,
      currency: 'USD',
      order: asked.order,
      provider: place.payments.name,
      session,
      tenant: asked.tenant,
    })
    expect(event.id).toMatch(/^evt_/)
    expect(event.payment).toBeTruthy()
    expect(Math.abs(event.occurredAt.getTime() - Date.now())).toBeLessThan(60_000)
    expect(await place.payments.lookUp(session)).toMatchObject({
      payment: event.payment,
      status: 'paid',
    })
  })

  it('refuses a delivery that was altered by a single digit', async () => {
    const { session } = await place.payments.createSession(request())
    const { body, headers } = await place.pay(session)
    const altered = body.replace('4400', '4401')

    expect(altered).not.toBe(body)
    expect(() => place.payments.verifyEvent({ body: altered, headers })).toThrow(BadSignature)
  })

  it('refuses a delivery signed with another secret, too old, or not at all', async () => {
    const { session } = await place.payments.createSession(request())
    const foreign = await place.pay(session, { secret: 'whsec_other' })
    const old = await place.pay(session, { at: new Date(Date.now() - 301_000) })

    expect(() => place.payments.verifyEvent(foreign)).toThrow(BadSignature)
    expect(() => place.payments.verifyEvent(old)).toThrow(BadSignature)
    expect(() => place.payments.verifyEvent({ ...old, headers: new Headers() })).toThrow(
      BadSignature,
    )
  })

  it('closes a session, twice without complaint, and knows nothing of others', async () => {
    const { session } = await place.payments.createSession(request())
    await place.payments.closeSession(session)
    await place.payments.closeSession(session)

    expect(await place.payments.lookUp(session)).toMatchObject({ status: 'expired' })
    expect(await place.payments.lookUp(`${session}x`)).toBeNull()
  })
})
