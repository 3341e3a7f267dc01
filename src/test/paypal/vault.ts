import type { Answered, Asked } from '../providers/httpServer'
import type { Setup, Store, Token } from './store'

import { problem } from './problem'
import { newId, recordEvent } from './store'

/** Keeps an account, of a customer of its own. */
export const newToken = (store: Store, customer = { id: newId().slice(0, 10) }): Token => {
  const token: Token = { id: newId().toLowerCase(), charges: 'WORKS', customer }
  store.vault.set(token.id, token)

  return token
}

/** Why an account in the vault is not charged; null where it is. */
export const refusalOf = (store: Store, id: string): null | string => {
  const token = store.vault.get(id)

  return !token
    ? 'TOKEN_NOT_FOUND'
    : token.charges === 'DECLINES'
      ? 'INSTRUMENT_DECLINED'
      : token.charges === 'NEEDS_PAYER'
        ? 'PAYER_ACTION_REQUIRED'
        : null
}

type Context = { asked: Asked; store: Store; url: string }

const setUp = ({ asked, store, url }: Context): Answered => {
  const { payment_source } = JSON.parse(asked.body) as Pick<Setup, 'payment_source'>
  if (payment_source.paypal.usage_type !== 'MERCHANT') {
    return problem(400, 'INVALID_REQUEST', 'MISSING_REQUIRED_PARAMETER')
  }
  const setup: Setup = {
    id: newId(),
    customer: { id: newId().slice(0, 10) },
    payment_source,
    status: 'PAYER_ACTION_REQUIRED',
  }
  store.setups.set(setup.id, setup)
  const href = `${url}/agreements/approve?token=${setup.id}`

  return { body: { ...setup, links: [{ href, method: 'GET', rel: 'approve' }] }, status: 201 }
}

const exchange = ({ asked, store }: Context): Answered => {
  const { payment_source } = JSON.parse(asked.body) as {
    payment_source: { token: { id: string; type: string } }
  }
  const setup = store.setups.get(payment_source.token.id)
  if (!setup || payment_source.token.type !== 'SETUP_TOKEN') {
    return problem(404, 'RESOURCE_NOT_FOUND', 'INVALID_RESOURCE_ID')
  }
  if (setup.status !== 'APPROVED') {
    return problem(422, 'UNPROCESSABLE_ENTITY', 'SETUP_TOKEN_NOT_APPROVED')
  }
  setup.status = 'VAULTED'

  return { body: shown(newToken(store, setup.customer)), status: 201 }
}

const shown = ({ id, customer }: Token) => ({ id, customer, payment_source: { paypal: {} } })

/** What PayPal answers about its vault: setup tokens, and the payment tokens that they are exchanged for. */
export const vault = (context: Context): Answered => {
  const {
    asked: { method, path, query },
    store,
  } = context
  const [, kind = '', id = ''] = /^\/v3\/vault\/([\w-]+)(?:\/([\w-]+))?$/.exec(path) ?? []
  if (kind === 'setup-tokens') {
    const setup = store.setups.get(id)

    return method === 'POST'
      ? setUp(context)
      : setup
        ? { body: setup, status: 200 }
        : problem(404, 'RESOURCE_NOT_FOUND', 'INVALID_RESOURCE_ID')
  }
  if (method === 'POST') {
    return exchange(context)
  }
  if (!id) {
    const wanted = query.get('customer_id')
    const kept = [...store.vault.values()].filter(({ customer }) => customer.id === wanted)

    return { body: { payment_tokens: kept.map(shown), total_items: kept.length }, status: 200 }
  }
  const token = store.vault.get(id)
  if (method !== 'DELETE') {
    return token
      ? { body: shown(token), status: 200 }
      : problem(404, 'RESOURCE_NOT_FOUND', 'INVALID_RESOURCE_ID')
  }
  if (store.vault.delete(id)) {
    recordEvent(store, 'VAULT.PAYMENT-TOKEN.DELETED', { id })
  }

  return { status: 204 }
}
