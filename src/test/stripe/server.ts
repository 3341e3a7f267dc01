import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import Stripe from 'stripe'

import type { Outcome } from './events'
import type { Event, Store, TestCard } from './store'

import { cardOf } from './cards'
import { ApiError } from './errors'
import { recordEvent, settleSession, signedDelivery } from './events'
import { decodeForm } from './form'
import { route } from './routes'
import { newId } from './store'

type Answer = { body: string; status: number }

export type StripeServer = {
  close: () => Promise<void>
  /** The delivery of an event, signed with the webhook secret, `at` that moment (now when absent). */
  delivery: (event: Event, at?: Date) => { body: string; headers: Headers }
  /** Answers the next requests with this status instead of serving them. */
  failNext: (times: number, status?: number) => void
  /** Serves the next requests, and never answers them: what was asked for happens, and nobody is told. */
  /** As Stripe does after a day: what is asked again under an idempotency key is new. */
  forgetKeys: () => void
  silenceNext: (times: number) => void
  /** Says what the card that paid on a page, or was taken there, does when it is charged again. */
  setCard: (session: string, card: TestCard) => void
  /** Every request that came in with a right key, as `METHOD /path`. */
  requests: string[]
  /** Writes an event about anything of Stripe's down, as it stands now. */
  record: (type: string, object: object) => Event
  /** Brings a session to an outcome, as its buyer would, and answers the event of it. */
  settle: (session: string, outcome: Outcome) => Event
  store: Store
  url: string
}

/**
 * A small stateful server that speaks Stripe's HTTP protocol for checkout sessions, payment intents,
 * products, prices,
 * customers, payment methods, setup sessions, subscriptions, refunds, disputes, the balance, tax calculations, the billing portal, events, and Connect's accounts, their links, transfers and payouts: form-encoded bodies, ids, expand, lists, error shapes, Idempotency-Key with replay and
 * mismatch, 400 for what Stripe does not describe, 401 for a wrong key, Stripe-Version echoed. The real SDK talks to it.
 */
export const startStripeServer = async ({
  clock = () => new Date(),
  port = 0,
  secretKey = 'sk_test_lectern',
  webhookSecret = 'whsec_lectern',
}: {
  clock?: () => Date
  port?: number
  secretKey?: string
  webhookSecret?: string
} = {}): Promise<StripeServer> => {
  const state = { failures: 0, failureStatus: 500, silences: 0, url: '' }
  const store: Store = {
    accounts: new Map(),
    balance: new Map(),
    cards: new Map(),
    clock,
    customers: new Map(),
    declinesCards: false,
    delaysRefunds: false,
    disputes: new Map(),
    events: new Map(),
    intentOf: new Map(),
    intents: new Map(),
    lines: new Map(),
    methods: new Map(),
    offered: new Map(),
    origin: () => state.url,
    payouts: new Map(),
    prices: new Map(),
    products: new Map(),
    refunds: new Map(),
    sessions: new Map(),
    setups: new Map(),
    subscriptions: new Map(),
    taxes: { calculations: new Set(), transactions: new Map() },
    transfers: new Map(),
  }
  const requests: string[] = []
  const replays = new Map<string, Answer & { request: string }>()

  const answer = async (message: IncomingMessage): Promise<Answer & { replayed?: boolean }> => {
    const body = await text(message)
    const { pathname: path, search } = new URL(message.url ?? '/', 'http://stripe')
    const method = message.method ?? 'GET'
    if (message.headers.authorization !== `Bearer ${secretKey}`) {
      throw new ApiError({ message: 'Invalid API Key provided.', status: 401 })
    }
    requests.push(`${method} ${path}`)
    if (state.failures > 0) {
      state.failures -= 1
      throw new ApiError({
        type: 'api_error',
        message: 'Something went wrong.',
        status: state.failureStatus,
      })
    }
    const key = message.headers['idempotency-key']
    const request = `${method} ${path} ${body}`
    const before = typeof key === 'string' && method === 'POST' ? replays.get(key) : undefined
    if (before && before.request !== request) {
      throw new ApiError({
        type: 'idempotency_error',
        message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${String(key)}'.`,
      })
    }
    if (before) {
      return { ...before, replayed: true }
    }
    const account = String(message.headers['stripe-account'] ?? '')
    const asked = method === 'GET' ? search.slice(1) : body
    const fresh = served({ account, body: asked, method, path, store })
    if (typeof key === 'string' && method === 'POST') {
      replays.set(key, { ...fresh, request })
    }

    return fresh
  }

  const server = createServer((message, response) => {
    answer(message)
      .catch((error: unknown) => refusalOf(error))
      .then((given) => {
        if (state.silences > 0) {
          state.silences -= 1
        } else {
          send({ ...given, message, response })
        }
      })
      .catch(() => response.destroy())
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  const address = server.address()
  state.url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}`

  return {
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((done) => server.close(() => done()))
    },
    delivery: (event, at = clock()) => signedDelivery({ at, event, webhookSecret }),
    failNext: (times, status = 500) =>
      Object.assign(state, { failures: times, failureStatus: status }),
    forgetKeys: () => replays.clear(),
    record: (type, object) => recordEvent({ type, object, store }),
    requests,
    setCard: (session, card) => store.cards.set(cardOf(store, session), card),
    settle: (id, outcome) => settleSession({ id, outcome, store }),
    silenceNext: (times) => {
      state.silences = times
    },
    store,
    url: state.url,
  }
}

const served = ({
  body,
  ...asked
}: {
  account: string
  body: string
  method: string
  path: string
  store: Store
}): Answer => {
  try {
    const form = decodeForm(body)

    return { body: JSON.stringify(route({ ...asked, form }), null, 2), status: 200 }
  } catch (error) {
    return refusalOf(error)
  }
}

const refusalOf = (error: unknown): Answer => {
  const known =
    error instanceof ApiError
      ? error
      : new ApiError({ type: 'api_error', message: String(error), status: 500 })

  return { body: JSON.stringify(known.body, null, 2), status: known.status }
}

const send = ({
  body,
  message,
  replayed,
  response,
  status,
}: Answer & { message: IncomingMessage; replayed?: boolean; response: ServerResponse }): void => {
  const key = message.headers['idempotency-key']
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Request-Id': newId('req_'),
    'Stripe-Version': message.headers['stripe-version'] ?? Stripe.API_VERSION,
    ...(key && { 'Idempotency-Key': key }),
    ...(replayed && { 'Idempotent-Replayed': 'true' }),
  })
  response.end(body)
}
