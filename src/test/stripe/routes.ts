import type { FormValue } from './form'
import type { Session, Store } from './store'

import { ApiError, invalid, noSuch } from './errors'
import {
  changePrice,
  changeProduct,
  createPrice,
  createProduct,
  pricesFor,
  productOf,
} from './products'
import { createSession, expireSession } from './sessions'

type Asked = { form: Record<string, FormValue>; store: Store }
type Handler = (asked: Asked & { id: string }) => object

/** The part of Stripe's API that this server speaks: `METHOD /v1/path/:id`. */
const ROUTES: readonly [method: string, path: RegExp, handler: Handler][] = [
  [
    'POST',
    /^\/v1\/checkout\/sessions$/,
    ({ form, store }) => seen({ form, session: createSession(store, form), store }),
  ],
  [
    'GET',
    /^\/v1\/checkout\/sessions$/,
    ({ form, store }) =>
      page({ form, rows: [...store.sessions.values()], url: '/v1/checkout/sessions' }),
  ],
  [
    'GET',
    /^\/v1\/checkout\/sessions\/([^/]+)$/,
    ({ id, form, store }) => seen({ form, session: sessionOf(store, id), store }),
  ],
  [
    'POST',
    /^\/v1\/checkout\/sessions\/([^/]+)\/expire$/,
    ({ id, form, store }) => seen({ form, session: expireSession(sessionOf(store, id)), store }),
  ],
  [
    'GET',
    /^\/v1\/checkout\/sessions\/([^/]+)\/line_items$/,
    ({ id, form, store }) =>
      page({
        form,
        rows: store.lines.get(sessionOf(store, id).id) ?? [],
        url: `/v1/checkout/sessions/${id}/line_items`,
      }),
  ],
  [
    'GET',
    /^\/v1\/payment_intents$/,
    ({ form, store }) =>
      page({ form, rows: [...store.intents.values()], url: '/v1/payment_intents' }),
  ],
  [
    'GET',
    /^\/v1\/payment_intents\/([^/]+)$/,
    ({ id, store }) => found(store.intents.get(id), 'payment_intent', id),
  ],
  [
    'GET',
    /^\/v1\/events$/,
    ({ form, store }) => page({ form, rows: [...store.events.values()], url: '/v1/events' }),
  ],
  ['POST', /^\/v1\/products$/, ({ form, store }) => createProduct(store, form)],
  ['GET', /^\/v1\/products\/([^/]+)$/, ({ id, store }) => productOf(store, id)],
  ['POST', /^\/v1\/products\/([^/]+)$/, ({ id, form, store }) => changeProduct(store, id, form)],
  ['POST', /^\/v1\/prices$/, ({ form, store }) => createPrice(store, form)],
  ['POST', /^\/v1\/prices\/([^/]+)$/, ({ id, form, store }) => changePrice(store, id, form)],
  [
    'GET',
    /^\/v1\/prices$/,
    ({ form, store }) => page({ form, rows: pricesFor(store, form), url: '/v1/prices' }),
  ],
  ['GET', /^\/v1\/events\/([^/]+)$/, ({ id, store }) => found(store.events.get(id), 'event', id)],
]

/** Answers one request whose key was right; throws an ApiError for what Stripe would refuse. */
export const route = ({
  form,
  method,
  path,
  store,
}: Asked & { method: string; path: string }): object => {
  for (const [wanted, pattern, handler] of ROUTES) {
    const match = wanted === method && pattern.exec(path)
    if (match) {
      return handler({ id: match[1] ?? '', form, store })
    }
  }
  throw new ApiError({ message: `Unrecognized request URL (${method}: ${path}).`, status: 404 })
}

const found = <Row extends object>(row: Row | undefined, noun: string, id: string): Row => {
  if (!row) {
    throw noSuch(noun, id)
  }

  return row
}

/** A session by its id; throws Stripe's 404 where there is none. */
export const sessionOf = (store: Store, id: string): Session =>
  found(store.sessions.get(id), 'checkout.session', id)

/** A session with what was asked to be expanded in it. */
const seen = ({ form, session, store }: Asked & { session: Session }): object => {
  const expand = Array.isArray(form.expand) ? form.expand : []
  const extra = expand.map((name): object => {
    if (name === 'payment_intent') {
      return { payment_intent: session.payment_intent && store.intents.get(session.payment_intent) }
    }
    if (name === 'line_items') {
      const rows = store.lines.get(session.id) ?? []

      return {
        line_items: page({ form: {}, rows, url: `/v1/checkout/sessions/${session.id}/line_items` }),
      }
    }
    throw invalid('expand', `This property cannot be expanded (${JSON.stringify(name)}).`)
  })

  return Object.assign({ ...session }, ...extra) as object
}

/** A page of a list, newest first, by `limit` (10, at most 100) and `starting_after`. */
const page = <Row extends { id: string }>({
  form,
  rows,
  url,
}: {
  form: Record<string, FormValue>
  rows: readonly Row[]
  url: string
}): object => {
  const limit = Number(form.limit ?? 10)
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw invalid('limit', 'Invalid integer: between 1 and 100.')
  }
  const newest = rows.toReversed()
  const after = newest.findIndex(({ id }) => id === form.starting_after)
  const rest = newest.slice(after + 1)

  return { data: rest.slice(0, limit), has_more: rest.length > limit, object: 'list', url }
}
