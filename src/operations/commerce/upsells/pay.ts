import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Payments } from '@/adapters/payments/types'
import type { OrderStatus } from '@/domain/commerce/orders'

import { row } from '@/database/transaction'
import { completePath } from '@/domain/commerce/paths'
import { RuleError } from '@/domain/errors'

import type { CheckedOut } from '../checkout'
import type { OpenOrder } from '../openOrders'
import type { FirstOrder } from './first'
import type { Taken } from './place'

import { openOrder } from '../openOrders'
import { keyOf } from '../orderKeys'
import { payPage } from '../payPage'
import { providerFor, providersFor } from '../providers'
import { chargeable, chargeKept } from './charge'
import { sellerOf } from './seller'

type Paying = {
  first: FirstOrder
  /** The page of the first order, for coming back without having paid; absolute. */
  from: string
  /** Origin of the school's pages. */
  origin: string
  req: PayloadRequest
  taken: Taken
  tenant: string
}

type Placed = { currency: string; expiresAt: string; status: OrderStatus; total: number }

/**
 * Pays what was taken after a payment, by the kept card or on a page, and says where its buyer goes. Throws proposalOver where its order
 * came to nothing, what `providerFor` refuses, and PaymentUnavailable. Call it outside a transaction.
 */
export const payProposal = async (paying: Paying): Promise<CheckedOut> => {
  const {
    first,
    origin,
    req,
    taken: { placed },
    tenant,
  } = paying
  const found = await row<Placed>(
    req,
    sql`select currency, to_json(expires_at) #>> '{}' as "expiresAt", status::text as status, total::float8 as total
        from orders where id = ${placed} and status in ('pending', 'paid')`,
  )
  if (!found) {
    throw new RuleError('proposalOver')
  }
  const { currency, total } = found
  const key =
    first.guestName === null
      ? null
      : keyOf({ expiresAt: new Date(found.expiresAt), order: placed }, tenant)
  const thanks = new URL(completePath(placed, key), origin).toString()
  const order = found.status === 'pending' ? await openOrder(req, placed) : undefined
  const url = order ? await wayOf({ ...paying, order, thanks }) : thanks

  return { currency, order: placed, total, url, ...(key && { key }) }
}

type Open = Paying & { order: OpenOrder; thanks: string }

/** Where its buyer goes: on, once the card is being charged, else to the page on which it is paid. */
const wayOf = async ({ first, from, order, req, taken, tenant, thanks }: Open): Promise<string> => {
  const money = { amount: order.total, currency: order.currency }
  const payments = order.paymentUrl ? null : await chargeable({ first, money, req })
  if (payments) {
    const { proposal } = taken
    const charged = await chargeKept({ first, order, payments, proposal, req, tenant })
    if (charged !== 'refused') {
      return thanks
    }
  }

  return payPage({
    cancelUrl: from,
    customerEmail: first.email,
    locale: first.locale ?? '',
    order,
    payments: await payee({ first, money, order, req, tenant }),
    req,
    successUrl: thanks,
    tenant,
  })
}

/** The provider of the first payment where it takes this one too, else the one offered first; none that would sell it otherwise than it was taxed. */
const payee = async ({
  first: { provider },
  money,
  order,
  req,
  tenant,
}: Pick<Paying, 'first' | 'req' | 'tenant'> & {
  money: { amount: number; currency: string }
  order: OpenOrder
}): Promise<Payments> => {
  const seller = await sellerOf({ order, req, tenant })
  const purchase = { money, recurs: false, req, seller }
  const able = await providersFor(purchase)

  return providerFor({ ...purchase, wanted: able.find((name) => name === provider) ?? null })
}
