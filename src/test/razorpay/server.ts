import { createHmac } from 'node:crypto'

import type { Answered, Asked, ProviderServer } from '../providers/httpServer'
import type { Event, Payment, Refund, Store } from './store'

import { payPage, replays, startProviderServer } from '../providers/httpServer'
import { payRegistration } from './recurring'
import { refusal } from './refusal'
import { route } from './routes'
import { eventOf, linkIn, newId, newStore, seconds } from './store'

/** The keys of the tests' Razorpay account. */
export const RAZORPAY_KEYS = {
  keyId: 'rzp_test_lectern4Tz9',
  keySecret: 'lectern-key-secret-7Kq2',
  webhookSecret: 'lectern-webhook-secret-8Wd1',
}

export type RazorpayServer = ProviderServer & {
  /** The delivery of an event, signed as Razorpay signs. */
  delivery: (event: Event, forged?: { secret?: string }) => { body: string; headers: Headers }
  /** The buyer pays on the link's page; answers the event of it. */
  pay: (link: string) => Event
  /** An event of a refund as it stands now. */
  /** An event of a payment, or of a kept card, as it stands now. */
  eventOf: (name: string, payload: Record<string, object>) => Event
  refundEvent: (name: string, refund: Refund) => Event
  store: Store
}

/**
 * A small stateful server that speaks Razorpay's HTTP protocol for payment links, registrations, kept cards, orders, payments and refunds, shows the page on
 * which a buyer pays, and signs webhooks: basic authentication, ids, error shapes, references that are used once, and
 * X-Refund-Idempotency. The real SDK talks to it.
 */
export const startRazorpayServer = async ({
  keyId = RAZORPAY_KEYS.keyId,
  keySecret = RAZORPAY_KEYS.keySecret,
  port,
  webhookSecret = RAZORPAY_KEYS.webhookSecret,
}: Partial<typeof RAZORPAY_KEYS> & { port?: number } = {}): Promise<RazorpayServer> => {
  const store = newStore()
  const again = replays()
  const basic = `Basic ${Buffer.from(`${keyId}:${keySecret}`).toString('base64')}`
  const at = { url: '' }

  const pay = (id: string): Event => {
    if (store.registrations.has(id)) {
      return payRegistration(store, id)
    }
    const link = linkIn(store, id)
    const { amount, currency } = link
    const payment: Payment = {
      id: newId('pay'),
      amount,
      amount_refunded: 0,
      created_at: seconds(),
      currency,
      entity: 'payment',
      fee: Math.round(amount * 0.02),
      notes: link.notes,
      status: 'captured',
    }
    store.payments.set(payment.id, payment)
    link.payments = [{ amount, payment_id: payment.id, status: 'captured' }]
    link.status = 'paid'

    return eventOf('payment_link.paid', { payment, payment_link: link })
  }

  const api = (asked: Asked): Answered => {
    if (asked.headers.authorization !== basic) {
      return refusal('Authentication failed', 401)
    }
    const key = asked.headers['x-refund-idempotency']

    return again.under(
      typeof key === 'string' ? key : undefined,
      `${asked.path} ${asked.body}`,
      () => route({ asked, store, url: at.url }),
      () => refusal('Different request with the same idempotency key has already been processed.'),
    )
  }

  const page = ({ path, query }: Asked): Answered => {
    const id = path.slice('/l/'.length)
    const link = store.registrations.get(id) ?? linkIn(store, id)
    const said = query.get('said')
    if (!said) {
      const amount = `${link.amount} ${link.currency}`

      return { body: payPage({ name: 'Razorpay', amount, path, token: id }), status: 200 }
    }
    const back = new URL(link.callback_url)
    if (said === 'pay') {
      pay(id)
      back.searchParams.set('razorpay_payment_link_id', id)
    }

    return { headers: { Location: back.toString() }, status: 303 }
  }

  const server = await startProviderServer({
    port,
    serve: (asked) => (/^\/[il]\//.test(asked.path) ? page(asked) : api(asked)),
  })
  at.url = server.url

  return {
    ...server,
    delivery: (sent, { secret = webhookSecret } = {}) => {
      const body = JSON.stringify(sent)
      const signature = createHmac('sha256', secret).update(body).digest('hex')

      return {
        body,
        headers: new Headers({
          'x-razorpay-event-id': newId('evt'),
          'x-razorpay-signature': signature,
        }),
      }
    },
    eventOf,
    pay,
    refundEvent: (name, made) => eventOf(name, { refund: made }),
    store,
  }
}
