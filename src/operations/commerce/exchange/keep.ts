import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Exchange } from '@/domain/commerce/exchange'

import { row, rows } from '@/database/transaction'
import { exchangedBack } from '@/domain/commerce/exchange'

import { exchangeOf } from './further'
import { rateFrom } from './worth'

type Sums = { base: number; currency: string; discount: number; tax: number; total: number }

/**
 * Keeps with an order of another currency than the school's own what it was worth in that when it was placed, and by which
 * rate of which day. Keeps nothing where no rate is known. Runs in the caller's transaction.
 */
export const keepExchange = async ({
  order,
  req,
  tenant,
}: {
  order: string
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const sums = await row<Sums>(
    req,
    sql`select o.base::float8 as base, o.currency, o.discount::float8 as discount, o.tax::float8 as tax, o.total::float8 as total
        from orders o join tenants t on t.id = o.tenant_id
        where o.id = ${order} and o.currency <> t.settings_currency and o.exchange is null`,
  )
  const school = sums && (await exchangeOf(req, tenant))
  const rate = school && rateFrom(school, sums.currency)
  if (!rate) {
    return
  }
  const { base, currency, discount, tax, total } = sums
  const inBase = (amount: number) => exchangedBack({ amount, currency }, school.base, rate.value)
  const exchange: Exchange = {
    ...rate,
    base: inBase(base),
    currency: school.base,
    discount: inBase(discount),
    tax: inBase(tax),
    total: inBase(total),
  }
  await rows(
    req,
    sql`update orders set exchange = ${JSON.stringify(exchange)}::jsonb where id = ${order}`,
  )
}
