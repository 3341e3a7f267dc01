import { createHmac } from 'node:crypto'

import type { Answered, Asked, ProviderServer } from '../providers/httpServer'
import type { Event, Store, Transaction } from './store'

import { payPage, startProviderServer } from '../providers/httpServer'
import { refusal, route } from './routes'
import { PADDLE_SCRIPT } from './script'
import { newId, newStore, recordEvent, sumUp } from './store'

/** The keys of the tests' Paddle account. */
export const PADDLE_KEYS = {
  apiKey: 'pdl_sdbx_apikey_lectern_7Kq2',
  clientToken: 'test_lectern_client_8Wd1',
  webhookSecret: 'pdl_ntfset_lectern_4Tz9',
}

export type PaddleServer = ProviderServer & {
  /** The delivery of an event, signed as Paddle signs, `at` that moment (now when absent). */
  delivery: (
    event: Event,
    forged?: { at?: Date; secret?: string },
  ) => { body: string; headers: Headers }
  /** The newest event of that name. */
  latest: (type: string) => Event
  /** The buyer pays a transaction; answers the event of it. */
  pay: (transaction: string) => Event
  store: Store
}

const script = (body: string): Answered => ({
  body,
  headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  status: 200,
})

/**
 * A small stateful server that speaks Paddle Billing's HTTP protocol for customers, transactions, adjustments and invoices,
 * serves the script and the checkout in which a buyer pays, and signs webhooks. It charges the tax of the United Kingdom, and
 * keeps five percent and fifty.
 */
export const startPaddleServer = async ({
  apiKey = PADDLE_KEYS.apiKey,
  port,
  webhookSecret = PADDLE_KEYS.webhookSecret,
}: Partial<typeof PADDLE_KEYS> & { port?: number } = {}): Promise<PaddleServer> => {
  const store = newStore()
  const at = { url: '' }

  const pay = (id: string): Event => {
    const transaction = transactionIn(store, id)
    const { isExempt } = store.settings
    Object.assign(transaction, {
      address_id: newId('add'),
      billed_at: new Date().toISOString(),
      details: sumUp(transaction, {
        ids: transaction.details.line_items.map((line) => line.id),
        isCompleted: true,
        isExempt,
      }),
      invoice_number: `325-${store.events.length + 10_001}`,
      status: 'completed',
    })

    return recordEvent(store, 'transaction.completed', transaction)
  }

  const checkout = ({ query }: Asked): Answered => {
    const id = query.get('token') ?? ''
    const { currency_code, details } = transactionIn(store, id)
    const said = query.get('said')
    if (!said) {
      const amount = `${details.totals.total} ${currency_code}`

      return {
        body: payPage({ name: 'Paddle', amount, path: '/checkout', token: id }),
        status: 200,
      }
    }
    if (said === 'pay') {
      pay(id)
    }

    return {
      body: `<!doctype html><title>Paddle</title><script>parent.postMessage('${said === 'pay' ? 'paid' : 'cancelled'}', '*')</script>`,
      status: 200,
    }
  }

  const serve = (asked: Asked): Answered => {
    if (asked.path === '/paddle/v2/paddle.js') {
      return script(PADDLE_SCRIPT)
    }
    if (asked.path === '/checkout') {
      return checkout(asked)
    }
    if (asked.path.startsWith('/invoices/')) {
      return { body: '<!doctype html><title>Invoice</title><h1>Paddle invoice</h1>', status: 200 }
    }

    return asked.headers.authorization === `Bearer ${apiKey}`
      ? route({ asked, store, url: at.url })
      : refusal(403, 'forbidden')
  }

  const server = await startProviderServer({ port, serve })
  at.url = server.url

  return {
    ...server,
    delivery: (event, { at: moment = new Date(), secret = webhookSecret } = {}) => {
      const body = JSON.stringify({ ...event, notification_id: newId('ntf') })
      const seconds = Math.floor(moment.getTime() / 1000)
      const signature = createHmac('sha256', secret).update(`${seconds}:${body}`).digest('hex')

      return {
        body,
        headers: new Headers({ 'paddle-signature': `ts=${seconds};h1=${signature}` }),
      }
    },
    latest: (type) => {
      const found = store.events.findLast(({ event_type }) => event_type === type)
      if (!found) {
        throw new Error(`Paddle told of no ${type}.`)
      }

      return found
    },
    pay,
    store,
  }
}

const transactionIn = (store: Store, id: string): Transaction => {
  const found = store.transactions.get(id)
  if (!found) {
    throw new Error(`Paddle has no transaction ${id}.`)
  }

  return found
}
