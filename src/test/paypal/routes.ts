import type { Answered, Asked } from '../providers/httpServer'
import type { Capture, Money, Order, Refund, Store } from './store'

import { problem } from './problem'
import { newId, recordEvent } from './store'
import { newToken, refusalOf, vault } from './vault'

const unprocessable = (issue: string) => problem(422, 'UNPROCESSABLE_ENTITY', issue)

const WHOLE = ['HUF', 'JPY', 'TWD']
const TAKEN = [
  ...WHOLE,
  ...'AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD ILS MXN MYR NOK NZD PHP PLN SEK SGD THB USD'.split(
    ' ',
  ),
]

const wrongMoney = ({ currency_code, value }: Money): null | string =>
  !TAKEN.includes(currency_code)
    ? 'CURRENCY_NOT_SUPPORTED'
    : WHOLE.includes(currency_code) && value.includes('.')
      ? 'DECIMALS_NOT_SUPPORTED'
      : /^\d+(\.\d{2})?$/.test(value)
        ? null
        : 'INVALID_PARAMETER_VALUE'

const cents = ({ value }: Money): number => Math.round(Number(value) * 100)

type Context = { asked: Asked; store: Store; url: string }

const create = ({ asked, store, url }: Context): Answered => {
  const given = JSON.parse(asked.body) as Omit<
    Order,
    'create_time' | 'id' | 'status' | 'update_time'
  >
  const [{ amount, custom_id = '', items }] = given.purchase_units
  const wrong =
    [amount, ...(items ?? []).map(({ unit_amount }) => unit_amount)]
      .map(wrongMoney)
      .find(Boolean) ?? null
  const sum = (items ?? []).reduce((all, item) => all + cents(item.unit_amount), 0)
  if (wrong) {
    return unprocessable(wrong)
  }
  if (items && (sum !== cents(amount) || cents(amount.breakdown?.item_total ?? amount) !== sum)) {
    return unprocessable('ITEM_TOTAL_MISMATCH')
  }
  if (custom_id.length > 127) {
    return problem(400, 'INVALID_REQUEST', 'INVALID_STRING_LENGTH')
  }
  const wallet = given.payment_source.paypal
  if (wallet.attributes && wallet.attributes.vault.store_in_vault !== 'ON_SUCCESS') {
    return problem(400, 'INVALID_REQUEST', 'VAULT_INSTRUCTION_REQUIRED')
  }
  const order: Order = {
    ...given,
    id: newId(),
    create_time: new Date().toISOString(),
    status: 'PAYER_ACTION_REQUIRED',
    update_time: new Date().toISOString(),
  }
  if (wallet.vault_id) {
    return charge(order, { asked, store, url })
  }
  store.orders.set(order.id, order)

  return { body: { ...order, links: linksOf(order, url) }, status: 200 }
}

const linksOf = ({ id }: Order, url: string) => [
  { href: `${url}/v2/checkout/orders/${id}`, method: 'GET', rel: 'self' },
  { href: `${url}/checkoutnow?token=${id}`, method: 'GET', rel: 'payer-action' },
]

/** An order that is paid from the vault is captured as it is created, or refused and never was. */
const charge = (order: Order, context: Context): Answered => {
  const { stored_credential: stored, vault_id = '' } = order.payment_source.paypal
  const [unit] = order.purchase_units
  if (stored?.payment_initiator !== 'MERCHANT' || stored.usage !== 'SUBSEQUENT') {
    return unprocessable('PAYER_ACTION_REQUIRED')
  }
  const refusal = refusalOf(context.store, vault_id)
  const isKnown = [...context.store.orders.values()].some(
    ({ purchase_units: [one] }) => one.payments && one.invoice_id === unit.invoice_id,
  )
  if (refusal ?? isKnown) {
    return unprocessable(refusal ?? 'DUPLICATE_INVOICE_ID')
  }
  order.status = 'APPROVED'
  context.store.orders.set(order.id, order)

  return capture(order, context)
}

const patch = (order: Order, { asked }: Context): Answered => {
  const [change] = JSON.parse(asked.body) as { op: string; path: string; value: string }[]
  if (order.status === 'COMPLETED') {
    return unprocessable('ORDER_ALREADY_COMPLETED')
  }
  if (
    change?.op !== 'replace' ||
    change.path !== "/purchase_units/@reference_id=='default'/custom_id"
  ) {
    return unprocessable('NOT_PATCHABLE')
  }
  order.purchase_units[0].custom_id = change.value

  return { status: 204 }
}

const capture = (order: Order, { store, url }: Context): Answered => {
  const [unit] = order.purchase_units
  if (order.status === 'COMPLETED') {
    return unprocessable('ORDER_ALREADY_CAPTURED')
  }
  if (order.status !== 'APPROVED') {
    return unprocessable('ORDER_NOT_APPROVED')
  }
  const { capture: how } = store.settings
  if (how === 'DECLINES') {
    order.status = 'PAYER_ACTION_REQUIRED'

    return unprocessable('INSTRUMENT_DECLINED')
  }
  const { currency_code, value } = unit.amount
  const taken: Capture = {
    id: newId(),
    amount: { currency_code, value },
    ...(unit.custom_id && { custom_id: unit.custom_id }),
    status: how,
    supplementary_data: { related_ids: { order_id: order.id } },
  }
  const { vault } = order.payment_source.paypal.attributes ?? {}
  if (vault) {
    const { id, customer } = newToken(store)
    Object.assign(vault, { id, customer, status: 'VAULTED' })
  }
  store.captures.set(taken.id, taken)
  unit.payments = { captures: [taken] }
  order.status = 'COMPLETED'
  recordEvent(store, `PAYMENT.CAPTURE.${how}`, taken)

  return { body: { ...order, links: linksOf(order, url) }, status: 201 }
}

const refund = (taken: Capture, { asked, store, url }: Context): Answered => {
  const given = JSON.parse(asked.body || '{}') as { amount?: Money; custom_id?: string }
  const { amount = taken.amount } = given
  const gone = [...store.refunds.values()]
    .filter(({ links, status }) => status !== 'FAILED' && links[0]?.href.endsWith(taken.id))
    .reduce((all, one) => all + cents(one.amount), 0)
  if (cents(amount) + gone > cents(taken.amount)) {
    return unprocessable('REFUND_AMOUNT_EXCEEDED')
  }
  const made: Refund = {
    id: newId(),
    amount,
    ...(given.custom_id && { custom_id: given.custom_id }),
    links: [{ href: `${url}/v2/payments/captures/${taken.id}`, rel: 'up' }],
    status: store.settings.refund,
  }
  store.refunds.set(made.id, made)
  recordEvent(
    store,
    made.status === 'COMPLETED' ? 'PAYMENT.CAPTURE.REFUNDED' : 'PAYMENT.REFUND.PENDING',
    made,
  )

  return { body: made, status: 201 }
}

/** GET /v1/reporting/transactions: what moved, in pages. */
const search = ({ asked: { query }, store }: Context): Answered => {
  const [from, to] = [query.get('start_date') ?? '', query.get('end_date') ?? ''].map(Date.parse)
  if (!from || !to || to - from > 31 * 24 * 3600_000) {
    return problem(400, 'INVALID_REQUEST')
  }
  const captures = [...store.captures.values()].map((taken) => ({
    custom_field: taken.custom_id,
    fee_amount: { currency_code: taken.amount.currency_code, value: '-0.50' },
    transaction_amount: taken.amount,
    transaction_event_code: 'T0006',
    transaction_id: taken.id,
    transaction_status: taken.status === 'COMPLETED' ? 'S' : taken.status === 'PENDING' ? 'P' : 'D',
  }))
  const refunds = [...store.refunds.values()].map((made) => ({
    custom_field: made.custom_id,
    paypal_reference_id: /\w+$/.exec(made.links[0]?.href ?? '')?.[0],
    transaction_amount: { ...made.amount, value: `-${made.amount.value}` },
    transaction_event_code: 'T1107',
    transaction_id: made.id,
    transaction_status: made.status === 'COMPLETED' ? 'S' : 'P',
  }))
  const moves = [...store.moves.values()].map(({ id, amount, code, status }) => ({
    transaction_amount: amount,
    transaction_event_code: code,
    transaction_id: id,
    transaction_status: status,
  }))
  const all = [...captures, ...refunds, ...moves].map((info) => ({
    transaction_info: { ...info, transaction_initiation_date: new Date().toISOString() },
  }))
  const size = Number(query.get('page_size') ?? 100)
  const page = Number(query.get('page') ?? 1)

  return {
    body: {
      page,
      total_items: all.length,
      total_pages: Math.max(1, Math.ceil(all.length / size)),
      transaction_details: all.slice((page - 1) * size, page * size),
    },
    status: 200,
  }
}

/** How many disputes a page of their list holds here, whatever more was asked for. */
const DISPUTES_AT_ONCE = 2

/** GET /v1/customer/disputes: what the list says of each, in pages that lead on; or all that is known of one. */
const disputes = ({ asked: { path, query }, store, url }: Context): Answered => {
  if (!store.settings.seesDisputes) {
    return problem(403, 'NOT_AUTHORIZED')
  }
  const id = path.split('/')[4]
  const known = id ? store.disputes.get(id) : undefined
  if (id) {
    return known ? { body: known, status: 200 } : problem(404, 'RESOURCE_NOT_FOUND')
  }
  const since = Date.parse(query.get('start_time') ?? '')
  const size = Number(query.get('page_size') ?? 10)
  if (!(since > Date.now() - 180 * 24 * 3600_000) || !(size >= 1 && size <= 50)) {
    return problem(400, 'INVALID_REQUEST')
  }
  const all = [...store.disputes.values()].filter((one) => Date.parse(one.create_time) >= since)
  const from = Number(query.get('next_page_token') ?? 0)
  const to = from + Math.min(size, DISPUTES_AT_ONCE)
  query.set('next_page_token', String(to))

  return {
    body: {
      items: all
        .slice(from, to)
        .map(({ create_time, dispute_amount, dispute_id, reason, status, update_time }) => ({
          create_time,
          dispute_amount,
          dispute_id,
          reason,
          status,
          update_time,
        })),
      links: [
        { href: `${url}${path}`, method: 'GET', rel: 'self' },
        ...(to < all.length
          ? [{ href: `${url}${path}?${query.toString()}`, method: 'GET', rel: 'next' }]
          : []),
      ],
    },
    status: 200,
  }
}

/** What PayPal's API answers to a request that carries a good token. */
export const route = (context: Context): Answered => {
  const { asked, store, url } = context
  const { method, path } = asked
  if (path.startsWith('/v3/vault/')) {
    return vault(context)
  }
  if (path === '/v1/reporting/transactions') {
    return search(context)
  }
  if (path.startsWith('/v1/customer/disputes')) {
    return disputes(context)
  }
  const [, kind = '', id = '', act = ''] =
    /^\/v2\/(checkout\/orders|payments\/captures)(?:\/([\w-]+))?(?:\/(\w+))?$/.exec(path) ?? []
  if (kind === 'payments/captures' && method === 'POST' && act === 'refund') {
    const taken = store.captures.get(id)

    return taken ? refund(taken, context) : problem(404, 'RESOURCE_NOT_FOUND')
  }
  if (kind !== 'checkout/orders') {
    return problem(404, 'RESOURCE_NOT_FOUND')
  }
  if (method === 'POST' && !id) {
    return create(context)
  }
  const order = store.orders.get(id)
  if (!order) {
    return problem(404, 'RESOURCE_NOT_FOUND', 'INVALID_RESOURCE_ID')
  }

  return method === 'PATCH'
    ? patch(order, context)
    : method === 'POST' && act === 'capture'
      ? capture(order, context)
      : { body: { ...order, links: linksOf(order, url) }, status: 200 }
}
