import type { Answered, Asked } from '../providers/httpServer'
import type { Adjustment, Store, Transaction } from './store'

import { adjust } from './adjustments'
import { newId, recordEvent, sumUp } from './store'

/** An error as Paddle words it. */
export const refusal = (status: number, code: string): Answered => ({
  body: {
    error: { type: 'request_error', code, detail: code, documentation_url: '' },
    meta: { request_id: newId('req') },
  },
  status,
})

type Context = { asked: Asked; store: Store; url: string }

const given = (data: object, status = 200): Answered => ({
  body: { data, meta: { request_id: newId('req') } },
  status,
})

const TAKEN =
  'ARS AUD BRL CAD CHF CNY COP CZK DKK EUR GBP HKD HUF ILS INR JPY KRW MXN NOK NZD PLN SEK SGD THB TRY TWD UAH USD ZAR'.split(
    ' ',
  )

const newCustomer = ({ asked, store }: Context): Answered => {
  const { email } = JSON.parse(asked.body) as { email?: string }
  if (!email?.includes('@')) {
    return refusal(400, 'bad_request')
  }
  if ([...store.customers.values()].some((one) => one.email === email)) {
    return refusal(409, 'customer_already_exists')
  }
  const customer = { id: newId('ctm'), email }
  store.customers.set(customer.id, customer)

  return given(customer, 201)
}

const newTransaction = ({ asked, store }: Context): Answered => {
  const said = JSON.parse(asked.body) as Pick<
    Transaction,
    'checkout' | 'currency_code' | 'custom_data' | 'customer_id' | 'items'
  >
  const isWrong = said.items.some(
    ({ price: { product, tax_mode, unit_price } }) =>
      !/^\d+$/.test(unit_price.amount) ||
      unit_price.currency_code !== said.currency_code ||
      tax_mode !== 'internal' ||
      !product.tax_category,
  )
  if (isWrong || said.items.length === 0) {
    return refusal(400, 'bad_request')
  }
  if (!TAKEN.includes(said.currency_code)) {
    return refusal(400, 'currency_code_not_supported')
  }
  if (!store.customers.has(said.customer_id ?? '')) {
    return refusal(400, 'transaction_customer_is_required_with_address')
  }
  const id = newId('txn')
  const transaction: Transaction = {
    ...said,
    id,
    address_id: null,
    billed_at: null,
    checkout: { url: `${said.checkout.url}?_ptxn=${id}` },
    collection_mode: 'automatic',
    created_at: new Date().toISOString(),
    details: sumUp(said, { isCompleted: false }),
    invoice_number: null,
    status: 'draft',
  }
  store.transactions.set(id, transaction)

  return given(transaction, 201)
}

const patch = (transaction: Transaction, { asked }: Context): Answered => {
  const change = JSON.parse(asked.body) as Partial<Pick<Transaction, 'custom_data' | 'status'>>
  if (!['draft', 'ready'].includes(transaction.status)) {
    return refusal(400, 'transaction_immutable')
  }
  if (change.status && (change.status !== 'canceled' || transaction.status !== 'ready')) {
    return refusal(400, 'transaction_invalid_status_change')
  }
  Object.assign(transaction, change)

  return given(transaction)
}

const newAdjustment = ({ asked, store }: Context): Answered => {
  const said = JSON.parse(asked.body) as Pick<
    Adjustment,
    'action' | 'items' | 'reason' | 'transaction_id'
  >
  const transaction = store.transactions.get(said.transaction_id)
  if (transaction?.status !== 'completed') {
    return refusal(400, 'adjustment_transaction_invalid_status_for_refund')
  }
  const before = [...store.adjustments.values()].filter(
    (one) => one.transaction_id === transaction.id && one.action === 'refund',
  )
  if (before.some(({ status }) => status === 'pending_approval')) {
    return refusal(400, 'adjustment_pending_refund_request')
  }
  const isTooMuch = said.items.some(({ amount, item_id }) => {
    const line = transaction.details.line_items.find(({ id }) => id === item_id)
    const gone = before
      .filter(({ status }) => status !== 'rejected')
      .flatMap(({ items }) => items)
      .reduce((all, one) => all + (one.item_id === item_id ? Number(one.amount) : 0), 0)

    return gone + Number(amount) > Number(line?.totals.total ?? 0)
  })
  if (isTooMuch) {
    return refusal(400, 'adjustment_amount_above_remaining_allowed')
  }
  const status = store.settings.refund
  const made = adjust(store, { ...said, status, transaction })
  recordEvent(store, 'adjustment.created', made)

  return given(made, 201)
}

const listed = <T extends { id: string }>(all: readonly T[], { asked, url }: Context): Answered => {
  const { query } = asked
  const size = Number(query.get('per_page') ?? 50)
  const after = query.get('after')
  const from = after ? all.findIndex(({ id }) => id === after) + 1 : 0
  const data = all.slice(from, from + size)
  const next = new URL(asked.path, url)
  query.forEach((value, name) => next.searchParams.set(name, value))
  next.searchParams.set('after', data.at(-1)?.id ?? '')

  return {
    body: {
      data,
      meta: {
        pagination: {
          estimated_total: all.length,
          has_more: from + size < all.length,
          next: next.toString(),
          per_page: size,
        },
      },
    },
    status: 200,
  }
}

const transactions = (context: Context): Answered => {
  const {
    asked: { query },
    store,
  } = context
  const statuses = query.get('status')?.split(',')
  const customer = query.get('customer_id')
  const [from, to] = [query.get('billed_at[GTE]'), query.get('billed_at[LTE]')]
  const found = [...store.transactions.values()].filter(
    ({ billed_at, customer_id, status }) =>
      (!statuses || statuses.includes(status)) &&
      (!customer || customer === customer_id) &&
      (!from || (billed_at !== null && billed_at >= from)) &&
      (!to || (billed_at !== null && billed_at <= to)),
  )

  return listed(found.toReversed(), context)
}

/** What Paddle's API answers to a request that bears a good key. */
export const route = (context: Context): Answered => {
  const { asked, store, url } = context
  const { method, path, query } = asked
  const [, kind = '', id = '', part = ''] = /^\/(\w+)(?:\/(\w+))?(?:\/(\w+))?$/.exec(path) ?? []
  const isNew = method === 'POST' && !id
  if (kind === 'customers') {
    const email = query.get('email')
    const all = [...store.customers.values()].filter((one) => !email || one.email === email)

    return isNew ? newCustomer(context) : listed(all, context)
  }
  if (kind === 'adjustments') {
    const of = query.get('transaction_id')
    const all = [...store.adjustments.values()].filter((one) => !of || one.transaction_id === of)

    return isNew ? newAdjustment(context) : listed(all.toReversed(), context)
  }
  if (kind !== 'transactions') {
    return refusal(404, 'invalid_url')
  }
  if (!id) {
    return isNew ? newTransaction(context) : transactions(context)
  }
  const transaction = store.transactions.get(id)
  if (!transaction) {
    return refusal(404, 'entity_not_found')
  }
  if (part === 'invoice') {
    return transaction.invoice_number
      ? given({ url: `${url}/invoices/${transaction.id}.pdf` })
      : refusal(400, 'transaction_invoice_not_available')
  }

  return method === 'PATCH' ? patch(transaction, context) : given(transaction)
}
