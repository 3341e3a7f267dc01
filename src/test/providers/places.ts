import type { GatewaySession, GatewaySessions } from '@/adapters/payments/gatewaySessions'
import type { DisputeAct } from '@/adapters/payments/testDisputes'
import type { Delivery, Payments } from '@/adapters/payments/types'

import { OWN_SIGNATURE } from '@/adapters/payments/ownEvents'
import { paddlePayments } from '@/adapters/payments/paddle'
import { paypalPayments } from '@/adapters/payments/paypal'
import { razorpayPayments } from '@/adapters/payments/razorpay'
import { signatureOf } from '@/adapters/payments/signature'
import { stripePayments } from '@/adapters/payments/stripe'
import { testGateway } from '@/adapters/payments/testGateway'

import { disputeTransaction } from '../paddle/adjustments'
import { PADDLE_KEYS, startPaddleServer } from '../paddle/server'
import { disputeCapture } from '../paypal/disputes'
import { PAYPAL_KEYS, startPayPalServer } from '../paypal/server'
import { moveAtPayPal } from '../paypal/store'
import { disputePayment } from '../razorpay/disputes'
import { RAZORPAY_KEYS, startRazorpayServer } from '../razorpay/server'
import { settleAtRazorpay } from '../razorpay/store'
import { disputeIntent } from '../stripe/disputes'
import { sendToBank } from '../stripe/balance'
import { startStripeServer } from '../stripe/server'

/** A provider at work, with somebody who pays. */
export type Place = {
  /** Sends that much from the account to its bank, or has it come back from there; answers the provider's name of it. Absent where the provider lists none of that. */
  bank?: (amount: number, isReturned?: boolean) => Promise<string>
  /** Lets the card that was kept on a page fail from now on. */
  breakCard?: (session: string) => Promise<void>
  close: () => Promise<void>
  /** What the provider sends when the bank of a payment's buyer does that with it; `ask` takes no money yet. */
  dispute: (payment: string, act: 'ask' | DisputeAct) => Promise<Delivery>
  /** The currency in which cards are charged again. */
  currency: string
  /** How long the provider goes on sending a delivery, in milliseconds. */
  lifetime: number
  /** What the provider sends once the buyer has paid; signed at `at` with `secret`, where given. */
  pay: (session: string, forged?: { at?: Date; secret?: string }) => Promise<Delivery>
  payments: Payments
  /** Whether an event tells of a card that was given without a payment; else the provider is asked about its page. */
  tellsOfCards: boolean
}

const SECRET = 'whsec_contract'
const STRIPE_MS = 300_000

export const stripePlace = async (): Promise<Place> => {
  const server = await startStripeServer({ secretKey: 'sk_test_contract', webhookSecret: SECRET })
  const options = { apiBase: server.url, secretKey: 'sk_test_contract', webhookSecret: SECRET }

  return {
    bank: (amount, isReturned) => {
      const payout = sendToBank(server.store, amount)
      payout.status = isReturned ? 'failed' : 'paid'

      return Promise.resolve(payout.id)
    },
    breakCard: (session) => Promise.resolve(server.setCard(session, 'declined')),
    close: server.close,
    currency: 'USD',
    dispute: (intent, act) => {
      const status = STRIPE_DISPUTES[act]
      const { store } = server

      return Promise.resolve(server.delivery(disputeIntent({ intent, status, store })))
    },
    lifetime: STRIPE_MS,
    pay: (session, { at = new Date(), secret = SECRET } = {}) => {
      const { body, headers } = server.delivery(server.settle(session, 'paid'))
      headers.set('stripe-signature', signatureOf({ at, body, secret }))

      return Promise.resolve({ body, headers })
    },
    payments: stripePayments(options),
    tellsOfCards: true,
  }
}

const STRIPE_DISPUTES = {
  ask: 'warning_needs_response',
  lose: 'lost',
  open: 'needs_response',
  review: 'under_review',
  win: 'won',
} as const

const inMemory = (): GatewaySessions => {
  const sessions = new Map<string, GatewaySession>()

  return {
    find: (session) => Promise.resolve(sessions.get(session) ?? null),
    forget: (session) => {
      const found = sessions.get(session)
      if (found) {
        sessions.set(session, { ...found, recurs: false })
      }

      return Promise.resolve()
    },
    open: ({ idempotencyKey, keeps = false, recurs = false, subscription = null, ...request }) => {
      const session = `ts_${idempotencyKey}`
      const opened = sessions.get(session) ?? {
        ...request,
        cardWorks: true,
        payment: null,
        recurs: recurs || keeps,
        session,
        status: 'open',
        subscription,
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

/** What the contract's payments are. */
const DISPUTED = {
  amount: 4400,
  currency: 'USD',
  order: '00000000-0000-7000-8000-000000000001',
  tenant: '00000000-0000-7000-8000-00000000000a',
}

export const gatewayPlace = (): Promise<Place> => {
  const payments = testGateway({
    clock: () => new Date(),
    pageOf: ({ session }) => `http://aurora.localhost:3000/pay/${session}`,
    secret: SECRET,
    sessions: inMemory(),
  })

  return Promise.resolve({
    breakCard: async (session) => {
      await payments.setCard({ session, works: false })
    },
    close: () => Promise.resolve(),
    currency: 'USD',
    dispute: (payment, act) => {
      const { amount, currency, order, tenant } = DISPUTED
      const about = { amount, currency, order, payment, tenant }
      const given = payments.dispute({ ...about, act: act === 'ask' ? 'open' : act })

      return Promise.resolve(given)
    },
    lifetime: STRIPE_MS,
    pay: async (session, { at = new Date(), secret = SECRET } = {}) => {
      const sent = await payments.decide({ decision: 'approve', session })
      const body = sent?.body ?? ''

      return {
        body,
        headers: new Headers({ [OWN_SIGNATURE]: signatureOf({ at, body, secret }) }),
      }
    },
    payments,
    tellsOfCards: true,
  })
}

export const paypalPlace = async (): Promise<Place> => {
  const server = await startPayPalServer()
  const payments = paypalPayments({ ...PAYPAL_KEYS, apiBase: server.url, chargeSecret: SECRET })

  return {
    bank: (amount, isReturned) => {
      const value = `-${(amount / 100).toFixed(2)}`
      const status = isReturned ? 'V' : 'S'

      return Promise.resolve(
        moveAtPayPal(server.store, {
          amount: { currency_code: 'USD', value },
          code: 'T0400',
          status,
        }),
      )
    },
    breakCard: async (session) => {
      const kept = await payments.keptCard?.(session)
      Object.assign(server.store.vault.get(kept?.keys.token ?? '') ?? {}, { charges: 'DECLINES' })
    },
    close: server.close,
    currency: 'USD',
    dispute: (capture, act) => {
      const { store } = server

      return Promise.resolve(server.delivery(disputeCapture({ act, capture, store })))
    },
    lifetime: (3 * 24 + 1) * 3600_000,
    pay: async (session, { at, secret } = {}) => {
      const [, setup] = /^setup_[A-Z]{3}_(.+)$/.exec(session) ?? []
      if (setup) {
        server.agree(setup)

        return { body: '', headers: new Headers() }
      }
      server.approve(session)
      await payments.confirm?.(session)

      return server.delivery(server.latest('PAYMENT.CAPTURE.COMPLETED'), { at, webhookId: secret })
    },
    payments,
    tellsOfCards: false,
  }
}

export const razorpayPlace = async (): Promise<Place> => {
  const server = await startRazorpayServer()
  const payments = razorpayPayments({ ...RAZORPAY_KEYS, apiBase: server.url, chargeSecret: SECRET })

  return {
    bank: (amount, isReturned) => {
      const status = isReturned ? 'failed' : 'processed'

      return Promise.resolve(settleAtRazorpay(server.store, { amount, status }))
    },
    breakCard: async (session) => {
      const kept = await payments.keptCard?.(session)
      Object.assign(server.store.tokens.get(kept?.keys.token ?? '') ?? {}, { charges: 'DECLINES' })
    },
    close: server.close,
    currency: 'INR',
    dispute: (payment, act) => {
      const { store } = server

      return Promise.resolve(server.delivery(disputePayment({ act, payment, store })))
    },
    lifetime: 25 * 3600_000,
    pay: (session, { at = new Date(), secret } = {}) => {
      const event = { ...server.pay(session), created_at: Math.floor(at.getTime() / 1000) }

      return Promise.resolve(server.delivery(event, { secret }))
    },
    payments,
    tellsOfCards: true,
  }
}

export const paddlePlace = async (): Promise<Place> => {
  const server = await startPaddleServer()
  const payments = paddlePayments({ ...PADDLE_KEYS, apiBase: server.url })

  return {
    close: server.close,
    currency: 'USD',
    dispute: (transaction, act) => {
      const { store } = server

      return Promise.resolve(server.delivery(disputeTransaction({ act, store, transaction })))
    },
    lifetime: STRIPE_MS,
    pay: (session, forged) => Promise.resolve(server.delivery(server.pay(session), forged)),
    payments,
    tellsOfCards: false,
  }
}
