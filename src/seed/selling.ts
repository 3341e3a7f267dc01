import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { placeOrder } from '@/operations/commerce/placeOrder'
import { pricePurchase } from '@/operations/commerce/pricePurchase'
import { settleOrder } from '@/operations/commerce/settleOrder'

import type { SeedSale } from './types'

import { accountOf } from './people'

/** An order that was paid; `total` in minor units. */
export type Sold = { currency: string; order: string; payment: string; total: number }

/** Sells to somebody in the country of the school, and takes the money. */
export const sell = async ({
  country,
  req,
  sale: { by, coupon, currency, gift, offers: titles },
  tenant,
}: {
  country: string
  req: PayloadRequest
  sale: SeedSale
  tenant: string
}): Promise<Sold> => {
  const buyer = await accountOf(by, req)
  const offers = await Promise.all(titles.map((title) => offerOf(req, title)))
  const asked = {
    billing: { country },
    buyer,
    code: coupon ?? null,
    gift: gift ? { ...gift, deliverAt: null } : null,
    now: new Date(),
    offers,
    req,
    tenant,
    wishes: { amounts: {}, currency: currency ?? null, tip: 0 },
  }
  const { tax } = await pricePurchase(asked)
  const { order } = await placeOrder({ ...asked, provider: 'test', tax })

  return takeMoney({ ...order, req, tenant })
}

/** The money for an order that waits for it. */
export const takeMoney = async ({
  currency,
  order,
  req,
  tenant,
  total,
}: Omit<Sold, 'payment'> & { req: PayloadRequest; tenant: string }): Promise<Sold> => {
  const [payment, session] = [`pay_${order}`, `demo_${order}`]
  await row(
    req,
    sql`update orders set provider = 'test', session = ${session} where id = ${order} returning id`,
  )
  const paid = { amount: total, currency, payment, provider: 'test', session } as const
  const outcome = await settleOrder({ type: 'payment.succeeded', order, paid, req, tenant })
  if (outcome !== 'moved') {
    throw new Error(`The demo could not sell: ${outcome}.`)
  }

  return { currency, order, payment, total }
}

/** The id of an offer by its title. */
export const offerOf = (req: PayloadRequest, title: string): Promise<string> =>
  idOf(req, sql`select id from offers where title = ${title}`)

/** The id that a statement finds; the demo names nothing that is not there. */
export const idOf = async (
  req: PayloadRequest,
  statement: ReturnType<typeof sql>,
): Promise<string> => {
  const found = await row<{ id: string }>(req, statement)
  if (!found) {
    throw new Error('The demo names something that is not there.')
  }

  return found.id
}
