import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'

import type { OpenOrder } from '../openOrders'
import type { FirstOrder } from './first'
import type { Taken } from './place'

import { openOrder } from '../openOrders'
import { closePages } from '../payPage'
import { ableNow } from '../providers'
import { chargeable } from './charge'
import { sellerOf } from './seller'

type Given = { first: FirstOrder; req: PayloadRequest; taken: Taken; tenant: string }

/**
 * Gives up an order by which a proposal was taken and that nobody can take the money for any more: its page is at a provider that is not in use, or
 * nobody is left who sells it as it was taxed. Its page is closed, and the proposal counts as not answered. One whose kept
 * card can be charged stays as it is. Call it outside a transaction.
 */
export const giveUpUnpayable = async (given: Given): Promise<void> => {
  const {
    req,
    taken: { placed },
  } = given
  const order = await openOrder(req, placed)
  if (!order || (await canBePaid({ ...given, order }))) {
    return
  }
  const gone = await row(
    req,
    sql`update orders set status = 'cancelled', updated_at = now() where id = ${placed} and status = 'pending' returning id`,
  )
  await closePages(req, gone ? [order] : [])
}

const canBePaid = async ({
  first,
  order,
  req,
  tenant,
}: Given & { order: OpenOrder }): Promise<boolean> => {
  const money = { amount: order.total, currency: order.currency }
  if (!order.paymentUrl && (await chargeable({ first, money, req }))) {
    return true
  }
  const seller = await sellerOf({ order, req, tenant })
  const able = await ableNow({ money, recurs: false, req, seller })

  return order.provider ? able.some((name) => name === order.provider) : able.length > 0
}
