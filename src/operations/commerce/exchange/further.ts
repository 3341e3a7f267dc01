import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { SchoolCurrency } from '@/domain/tenancy/currencies'
import type { DayRates } from '@/domain/commerce/exchange'
import type { Further, PriceIn } from '@/domain/commerce/prices'

import { row } from '@/database/transaction'
import { priceIn } from '@/domain/commerce/prices'
import { RuleError } from '@/domain/errors'

import { ratesFor, storedRates } from './storedRates'

/** The further currencies of the school `t`, as JSON (`SchoolCurrency[]`). */
const CURRENCIES: SQL = sql`(select coalesce(json_agg(json_build_object('conversion', c.conversion, 'currency', c.currency,
    'rate', c.rate, 'rounding', coalesce(c.rounding::text, 'whole')) order by c._order), '[]'::json)
  from tenants_settings_currencies c where c._parent_id = t.id)`

/** What the offer `o` of the school `t` has beside its price in the school's currency, as JSON (`Further`). */
export const FURTHER: SQL = sql`json_build_object('currencies', ${CURRENCIES}, 'prices', (
  select coalesce(json_agg(json_build_object('amount', q.amount::float8, 'currency', q.currency, 'least', q.least::float8,
    'most', q.most::float8, 'setupFee', coalesce(q.setup_fee, 0)::float8)), '[]'::json)
  from offers_prices q where q._parent_id = o.id and q.currency <> t.settings_currency))`

/** The currencies of a school, and the rates it converts by. */
export type SchoolExchange = { base: string; further: Further; rates: DayRates | null }

/** In which currencies a school sells, with the newest rates, whether it converts by them or not. */
export const exchangeOf = async (
  req: PayloadRequest,
  tenant: string,
): Promise<null | SchoolExchange> => {
  const found = await row<{ base: string; currencies: SchoolCurrency[] }>(
    req,
    sql`select t.settings_currency as base, ${CURRENCIES} as currencies from tenants t where t.id = ${tenant}`,
  )

  return found
    ? {
        base: found.base,
        further: { currencies: found.currencies, prices: [] },
        rates: await storedRates(req),
      }
    : null
}

type Priced = PriceIn & { further: Further }

/**
 * Offers in another currency than the school's own; null is that. Throws currencyNotSold where the school does not sell in
 * it. What has no price there has a null for its amount.
 */
export const offersIn = async <Offer extends Priced>(
  req: PayloadRequest,
  offers: readonly Offer[],
  currency: null | string,
): Promise<Offer[]> => {
  const further = offers[0]?.further
  if (!currency || offers.every((offer) => offer.currency === currency)) {
    return [...offers]
  }
  const rates = await ratesFor(req, further)

  return offers.map((offer) => {
    const price = priceIn(offer, currency, { further: offer.further, rates })
    if (!price) {
      throw new RuleError('currencyNotSold', { field: 'currency' })
    }

    return { ...offer, ...price }
  })
}
