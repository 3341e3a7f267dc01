import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Billing } from '@/domain/commerce/invoices'
import type { PeriodPrice } from '@/domain/commerce/lifecycle'
import type { Taxation } from '@/domain/commerce/tax/taxed'

import type { Assessed } from '../tax/assess'

import { TaxUnavailable } from '@/adapters/tax/types'
import { row } from '@/database/transaction'
import { openedParty } from '@/operations/tenancy/taxIds'

import { assessTax } from '../tax/assess'
import { billingOf } from '../tax/earlier'

type Given = {
  /** What the period costs before tax is added, in minor units of `currency`. */
  amount: number
  currency: string
  /** The subscription. */
  id: string
  now: Date
  req: PayloadRequest
  tenant: string
}

/**
 * The tax of a later period of a subscription, by the rates of now and where the buyer said to be when it began; null
 * where the school charges none, and for what was begun before it charged any. Throws TaxUnavailable where nobody
 * calculates it now. Call it outside a transaction.
 */
export const periodTax = async ({
  id,
  amount,
  currency,
  now,
  req,
  tenant,
}: Given): Promise<Assessed | null> => {
  const first = await row<{ billing: Billing | null; taxation: null | Taxation }>(
    req,
    sql`select billing, taxation from orders where subscription_id = ${id} and terms is not null order by id limit 1`,
  )
  if (!first?.taxation) {
    return null
  }
  const assessed = await assessTax({
    ...billingOf({ ...first, billing: openedParty(first.billing, { tenant }) }),
    amounts: [amount],
    currency,
    now,
    recurs: true,
    req,
    tenant,
  })
  if (assessed?.shown.needs) {
    throw new TaxUnavailable(`The tax of a period waits for ${assessed.shown.needs}.`)
  }

  return assessed
}

/** A period's price with its tax, as it was assessed for it. */
export const taxedPrice = (
  price: PeriodPrice,
  tax: Assessed | null,
): PeriodPrice & { tax: number } => {
  const taxed = tax?.taxOn?.([price.total])
  const own = taxed?.lines[0] ?? 0

  return { ...price, tax: own, total: price.total + (taxed?.isIncluded ? 0 : own) }
}
