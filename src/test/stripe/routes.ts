import type { FormValue } from './form'
import type { Session, Store } from './store'

import { changesOf, withCharge } from './balance'
import { chargeCard, detachCard } from './cards'
import {
  accountOf,
  createAccount,
  createAccountLink,
  createPayout,
  createTransfer,
  payoutOf,
  payoutsOf,
  reverseTransfer,
  transfersOf,
} from './connect'
import { checkDescribed } from './description'
import { ApiError, invalid, noSuch } from './errors'
import {
  changePrice,
  changeProduct,
  createPrice,
  createProduct,
  pricesFor,
  productOf,
} from './products'
import { createRefund } from './refunds'
import { createSession, expireSession } from './sessions'
import {
  cancelSubscription,
  changeSubscription,
  createCustomer,
  createSubscriptionSession,
  openPortal,
  subscriptionOf,
} from './subscriptions'
import { calculateTax, recordTax, reverseTax } from './taxes'

/** `account` is the connected one that a request acts for, or nothing. */
type Asked = { account: string; form: Record<string, FormValue>; store: Store }
type Handler = (asked: Asked & { id: string }) => object

/** The part of Stripe's API that this server speaks: `METHOD /v1/path/:id`. */
const ROUTES: readonly [method: string, path: RegExp, handler: Handler][] = [
  [
    'POST',
    /^\/v1\/checkout\/sessions$/,
    ({ form, store }) =>
      form.mode === 'subscription'
        ? createSubscriptionSession(store, form)
        : seen({ form, session: createSession(store, form), store }),
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
    'POST',
    /^\/v1\/payment_methods\/([^/]+)\/detach$/,
    ({ id, store }) => detachCard(found(store.methods.get(id), 'payment_method', id)),
  ],
  ['POST', /^\/v1\/payment_intents$/, ({ form, store }) => chargeCard(store, form)],
  [
    'GET',
    /^\/v1\/payment_intents$/,
    ({ form, store }) =>
      page({
        form,
        rows: [...store.intents.values()]
          .filter(
            (intent) =>
              isCreatedIn(form, intent) &&
              (form.customer === undefined || intent.customer === form.customer),
          )
          .map((intent) => withCharge(intent, form)),
        url: '/v1/payment_intents',
      }),
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
  ['POST', /^\/v1\/accounts$/, ({ form, store }) => createAccount(store, form)],
  ['GET', /^\/v1\/accounts\/([^/]+)$/, ({ id, store }) => accountOf(store, id)],
  ['POST', /^\/v1\/account_links$/, ({ form, store }) => createAccountLink(store, form)],
  ['POST', /^\/v1\/transfers$/, ({ form, store }) => createTransfer(store, form)],
  [
    'GET',
    /^\/v1\/transfers$/,
    ({ form, store }) => listed({ form, rows: transfersOf(store, form), url: '/v1/transfers' }),
  ],
  [
    'GET',
    /^\/v1\/payouts$/,
    ({ account, form, store }) =>
      listed({ form, rows: payoutsOf(store, account), url: '/v1/payouts' }),
  ],
  [
    'GET',
    /^\/v1\/balance_transactions$/,
    ({ form, store }) => listed({ form, rows: changesOf(store), url: '/v1/balance_transactions' }),
  ],
  [
    'GET',
    /^\/v1\/transfers\/([^/]+)$/,
    ({ id, store }) => found(store.transfers.get(id), 'transfer', id),
  ],
  ['POST', /^\/v1\/transfers\/([^/]+)\/reversals$/, ({ id, store }) => reverseTransfer(store, id)],
  ['POST', /^\/v1\/payouts$/, ({ account, form, store }) => createPayout(store, account, form)],
  ['GET', /^\/v1\/payouts\/([^/]+)$/, ({ id, account, store }) => payoutOf(store, account, id)],
  [
    'GET',
    /^\/v1\/refunds$/,
    ({ form, store }) => listed({ form, rows: [...store.refunds.values()], url: '/v1/refunds' }),
  ],
  [
    'GET',
    /^\/v1\/disputes$/,
    ({ form, store }) => listed({ form, rows: [...store.disputes.values()], url: '/v1/disputes' }),
  ],
  ['POST', /^\/v1\/refunds$/, ({ form, store }) => createRefund(store, form)],
  [
    'GET',
    /^\/v1\/refunds\/([^/]+)$/,
    ({ id, store }) => found(store.refunds.get(id), 'refund', id),
  ],
  ['POST', /^\/v1\/tax\/calculations$/, ({ form, store }) => calculateTax(store, form)],
  [
    'POST',
    /^\/v1\/tax\/transactions\/create_from_calculation$/,
    ({ form, store }) => recordTax(store, form),
  ],
  [
    'POST',
    /^\/v1\/tax\/transactions\/create_reversal$/,
    ({ form, store }) => reverseTax(store, form),
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
  ['POST', /^\/v1\/customers$/, ({ form, store }) => createCustomer(store, form)],
  ['GET', /^\/v1\/subscriptions\/([^/]+)$/, ({ id, store }) => subscriptionOf(store, id)],
  [
    'POST',
    /^\/v1\/subscriptions\/([^/]+)$/,
    ({ id, form, store }) => changeSubscription(store, id, form),
  ],
  ['DELETE', /^\/v1\/subscriptions\/([^/]+)$/, ({ id, store }) => cancelSubscription(store, id)],
  ['POST', /^\/v1\/billing_portal\/sessions$/, ({ form, store }) => openPortal(store, form)],
  ['GET', /^\/v1\/events\/([^/]+)$/, ({ id, store }) => found(store.events.get(id), 'event', id)],
]

/** Every call that is served, as `METHOD /path` with the id that stands in it as `id`. */
export const SERVED: readonly { method: string; path: string }[] = ROUTES.map(
  ([method, { source }]) => ({
    method,
    path: source.replaceAll('\\/', '/').replaceAll('([^/]+)', 'id').replaceAll(/[$^]/g, ''),
  }),
)

/** Answers one request whose key was right and whose parameters are described; throws an ApiError for what Stripe would refuse. */
export const route = ({
  account,
  form,
  method,
  path,
  store,
}: Asked & { method: string; path: string }): object => {
  for (const [wanted, pattern, handler] of ROUTES) {
    const match = wanted === method && pattern.exec(path)
    if (match) {
      checkDescribed({ form, method, path })

      return handler({ id: match[1] ?? '', account, form, store })
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
const seen = ({ form, session, store }: Omit<Asked, 'account'> & { session: Session }): object => {
  const expand = Array.isArray(form.expand) ? form.expand : []
  const extra = expand.map((name): object => {
    const [, intent, method] =
      /^(payment_intent|setup_intent)(\.payment_method)?$/.exec(
        typeof name === 'string' ? name : '',
      ) ?? []
    if (intent) {
      return expanded({ isWhole: method !== undefined, session, store })
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

/** The intent of a page, with the card that it has kept inside where that was asked for. */
const expanded = ({
  isWhole,
  session,
  store,
}: {
  isWhole: boolean
  session: Session
  store: Store
}): object => {
  const whole = <Intent extends { payment_method?: null | string }>(intent: Intent | undefined) =>
    intent && {
      ...intent,
      ...(isWhole && { payment_method: store.methods.get(intent.payment_method ?? '') ?? null }),
    }

  return {
    payment_intent: whole(store.intents.get(session.payment_intent ?? '')) ?? null,
    setup_intent: whole(store.setups.get(session.setup_intent ?? '')) ?? null,
  }
}

/** Whether something was made within what `created` asks for. */
const isCreatedIn = ({ created }: Record<string, FormValue>, row: { created: number }): boolean => {
  const { gte = '0', lt = 'Infinity' } =
    created && typeof created === 'object' && !Array.isArray(created) ? created : {}

  return row.created >= Number(gte) && row.created < Number(lt)
}

const listed = <Row extends { created: number; id: string }>({
  form,
  rows,
  url,
}: {
  form: Record<string, FormValue>
  rows: readonly Row[]
  url: string
}): object => page({ form, rows: rows.filter((row) => isCreatedIn(form, row)), url })

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
