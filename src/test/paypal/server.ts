import { createSign } from 'node:crypto'
import { crc32 } from 'node:zlib'

import type { Answered, Asked, ProviderServer } from '../providers/httpServer'
import type { Capture, Event, Order, Setup, Store } from './store'

import { payPage, replays, startProviderServer } from '../providers/httpServer'
import { selfSigned } from '../tls/certificate'
import { problem } from './problem'
import { route } from './routes'
import { newId, newStore, recordEvent } from './store'

/** The keys of the tests' PayPal account. */
export const PAYPAL_KEYS = {
  clientId: 'AQ-lectern-client-id-4Tz9',
  secret: 'EJ-lectern-client-secret-7Kq2',
  webhookId: '8PT597110X687430LKGECATA',
}

export type PayPalServer = ProviderServer & {
  /** The holder of an account lets it be charged from now on. */
  agree: (setup: string) => void
  /** The buyer agrees on PayPal's page; answers the event of it. */
  approve: (order: string) => Event
  /** What was taken of an order. */
  capturesOf: (order: string) => Capture[]
  /** The delivery of an event, signed as PayPal signs, `at` that moment (now when absent). */
  delivery: (
    event: Event,
    forged?: { at?: Date; certUrl?: string; webhookId?: string },
  ) => { body: string; headers: Headers }
  /** The newest event of that name. */
  latest: (type: string) => Event
  store: Store
}

/**
 * A small stateful server that speaks PayPal's HTTP protocol for tokens, orders, captures, refunds and the vault, shows the page
 * on which a buyer agrees, and signs webhooks with a certificate that it serves: ids, error shapes, PayPal-Request-Id,
 * its currencies. The real SDK talks to it.
 */
export const startPayPalServer = async ({
  clientId = PAYPAL_KEYS.clientId,
  port,
  secret = PAYPAL_KEYS.secret,
  webhookId = PAYPAL_KEYS.webhookId,
}: Partial<typeof PAYPAL_KEYS> & { port?: number } = {}): Promise<PayPalServer> => {
  const store = newStore()
  const again = replays()
  const { certificate, key } = selfSigned({
    days: 30,
    host: 'messageverificationcerts.paypal.com',
  })
  const basic = `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`
  const at = { url: '' }

  const token = ({ headers }: Asked): Answered => {
    if (headers.authorization !== basic) {
      return { body: { error: 'invalid_client', error_description: 'No.' }, status: 401 }
    }
    const access_token = `A21AA${newId()}`
    store.tokens.add(access_token)

    return { body: { access_token, expires_in: 32_400, token_type: 'Bearer' }, status: 200 }
  }

  const approve = (id: string): Event => {
    const order = orderIn(store, id)
    order.status = 'APPROVED'
    order.update_time = new Date().toISOString()

    return recordEvent(store, 'CHECKOUT.ORDER.APPROVED', order)
  }

  const agree = (id: string): void => {
    const setup = setupIn(store, id)
    setup.status = 'APPROVED'
  }

  const page = ({ query }: Asked): Answered => {
    const id = query.get('token') ?? ''
    const order = orderIn(store, id)
    const { cancel_url = '', return_url = '' } =
      order.payment_source.paypal.experience_context ?? {}
    const said = query.get('said')
    if (!said) {
      const { currency_code, value } = order.purchase_units[0].amount
      const amount = `${value} ${currency_code}`

      return {
        body: payPage({ name: 'PayPal', amount, path: '/checkoutnow', token: id }),
        status: 200,
      }
    }
    const back = new URL(said === 'pay' ? return_url : cancel_url)
    back.searchParams.set('token', id)
    if (said === 'pay') {
      approve(id)
      back.searchParams.set('PayerID', newId())
    }

    return { headers: { Location: back.toString() }, status: 303 }
  }

  const agreement = ({ query }: Asked): Answered => {
    const id = query.get('token') ?? ''
    const { cancel_url = '', return_url = '' } =
      setupIn(store, id).payment_source.paypal.experience_context ?? {}
    const said = query.get('said')
    if (!said) {
      const path = '/agreements/approve'

      return { body: payPage({ name: 'PayPal', amount: '—', path, token: id }), status: 200 }
    }
    const back = new URL(said === 'pay' ? return_url : cancel_url)
    if (said === 'pay') {
      agree(id)
      back.searchParams.set('approval_token_id', id)
    }

    return { headers: { Location: back.toString() }, status: 303 }
  }

  const api = (asked: Asked): Answered => {
    const { authorization = '', 'paypal-request-id': given } = asked.headers
    if (!store.tokens.has(authorization.replace('Bearer ', ''))) {
      return problem(401, 'AUTHENTICATION_FAILURE')
    }
    const key = typeof given === 'string' && asked.method === 'POST' ? given : undefined

    return again.under(
      key,
      `${asked.path} ${asked.body}`,
      () => route({ asked, store, url: at.url }),
      () => problem(422, 'UNPROCESSABLE_ENTITY', 'DUPLICATE_REQUEST_ID'),
    )
  }

  const server = await startProviderServer({
    port,
    serve: (asked) =>
      asked.path === '/v1/oauth2/token'
        ? token(asked)
        : asked.path === '/certs/CERT-1'
          ? { body: certificate, status: 200 }
          : asked.path === '/checkoutnow'
            ? page(asked)
            : asked.path === '/agreements/approve'
              ? agreement(asked)
              : api(asked),
  })
  at.url = server.url

  return {
    ...server,
    agree,
    approve,
    capturesOf: (order) =>
      [...store.captures.values()].filter(
        ({ supplementary_data: { related_ids } }) => related_ids.order_id === order,
      ),
    delivery: (event, forged = {}) => {
      const body = JSON.stringify(event)
      const time = (forged.at ?? new Date()).toISOString()
      const id = crypto.randomUUID()
      const signed = [id, time, forged.webhookId ?? webhookId, crc32(body)].join('|')
      const headers = new Headers({
        'paypal-auth-algo': 'SHA256withRSA',
        'paypal-cert-url': forged.certUrl ?? `${server.url}/certs/CERT-1`,
        'paypal-transmission-id': id,
        'paypal-transmission-sig': createSign('sha256').update(signed).sign(key, 'base64'),
        'paypal-transmission-time': time,
      })

      return { body, headers }
    },
    latest: (type) => {
      const found = store.events.findLast(({ event_type }) => event_type === type)
      if (!found) {
        throw new Error(`There is no event ${type}.`)
      }

      return found
    },
    store,
  }
}

const setupIn = (store: Store, id: string): Setup => {
  const setup = store.setups.get(id)
  if (!setup) {
    throw new Error(`PayPal has no setup ${id}.`)
  }

  return setup
}

const orderIn = (store: Store, id: string): Order => {
  const order = store.orders.get(id)
  if (!order) {
    throw new Error(`PayPal has no order ${id}.`)
  }

  return order
}
