import type { Answered, Asked } from '../providers/httpServer'
import type { Link, Notes, Payment, Refund, Store } from './store'

import { recurringRoute } from './recurring'
import { refusal } from './refusal'
import { newId, seconds } from './store'

type Context = { asked: Asked; store: Store; url: string }

const create = ({ asked, store, url }: Context): Answered => {
  const given = JSON.parse(asked.body) as Omit<
    Link,
    'entity' | 'id' | 'payments' | 'short_url' | 'status'
  >
  const isUsed = [...store.links.values()].some((one) => one.reference_id === given.reference_id)
  if (isUsed) {
    return refusal(`payment link with given reference_id (${given.reference_id}) already exists`)
  }
  if (given.expire_by < seconds() + 900) {
    return refusal('expire_by should be at least 15 minutes after current time')
  }
  const id = newId('plink')
  const link: Link = {
    ...given,
    id,
    entity: 'payment_link',
    payments: [],
    short_url: `${url}/l/${id}`,
    status: 'created',
  }
  store.links.set(id, link)

  return { body: link, status: 200 }
}

const refund = (payment: Payment, { asked, store }: Context): Answered => {
  const given = JSON.parse(asked.body) as { amount: number; notes?: Notes; receipt?: string }
  if (payment.amount_refunded + given.amount > payment.amount) {
    return refusal('The total refund amount is greater than the refund payment amount')
  }
  payment.amount_refunded += given.amount
  const made: Refund = {
    id: newId('rfnd'),
    amount: given.amount,
    created_at: seconds(),
    currency: payment.currency,
    entity: 'refund',
    notes: given.notes ?? [],
    payment_id: payment.id,
    receipt: given.receipt ?? null,
    status: store.settings.refund,
  }
  store.refunds.set(made.id, made)

  return { body: made, status: 200 }
}

const links = (context: Context, id: string, act: string): Answered => {
  const {
    asked: { method, query },
    store,
  } = context
  if (!id) {
    const wanted = query.get('reference_id')
    const found = [...store.links.values()].filter((one) => one.reference_id === wanted)

    return method === 'POST' ? create(context) : { body: { payment_links: found }, status: 200 }
  }
  const link = store.links.get(id)
  if (!link) {
    return refusal('The id provided does not exist')
  }
  if (act === 'cancel') {
    if (link.status !== 'created') {
      return refusal(`Payment Link cannot be cancelled as it is already ${link.status}`)
    }
    link.status = 'cancelled'
  }

  return { body: link, status: 200 }
}

/** A page of a list, newest first. */
const list = (rows: { created_at: number }[], query: URLSearchParams): Answered => {
  const from = Number(query.get('from') ?? 0)
  const to = Number(query.get('to') ?? Infinity)
  const skip = Number(query.get('skip') ?? 0)
  const found = rows.filter(({ created_at: at }) => at >= from && at <= to).toReversed()
  const items = found.slice(skip, skip + Number(query.get('count') ?? 10))

  return { body: { count: items.length, entity: 'collection', items }, status: 200 }
}

/** What Razorpay's API answers to a request with the right keys. */
export const route = (context: Context): Answered => {
  const { asked, store } = context
  const recurring = recurringRoute(context)
  if (recurring) {
    return recurring
  }
  const [, kind, id = '', act = ''] =
    /^\/v1\/(payment_links|payments|refunds|disputes|settlements)(?:\/(\w+))?(?:\/(\w+))?\/?$/.exec(
      asked.path,
    ) ?? []
  if (kind === 'payment_links') {
    return links(context, id, act)
  }
  if (
    !id &&
    (kind === 'payments' || kind === 'refunds' || kind === 'disputes' || kind === 'settlements')
  ) {
    return list([...store[kind].values()], asked.query)
  }
  const payment = store.payments.get(id)

  return payment && act === 'refund'
    ? refund(payment, context)
    : refusal('The id provided does not exist')
}
