import type { ArrayFieldValidation, CollectionBeforeDeleteHook } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { APIError } from 'payload'

import { row } from '@/database/transaction'

type Given = { currency?: null | string }[] | null | undefined

/** Accepts one price in each currency, and at least one where the offer is not free. */
export const onePricePerCurrency: ArrayFieldValidation = (value, { data }) => {
  const prices = (value as Given) ?? []
  const currencies = new Set(prices.map((price) => price.currency))
  if (currencies.size < prices.length) {
    return 'One price in each currency.'
  }
  const isFree = (data as { kind?: string }).kind === 'free'

  return isFree || prices.length > 0 || 'An offer that is not free has a price.'
}

/** 409 for an offer that an order names: it can be taken off sale, its history stays. */
export const keepSoldOffer: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const sold = await row(
    req,
    sql`select 1 from order_lines where offer_id::text = ${String(id)} limit 1`,
  )
  if (sold) {
    throw new APIError(
      'This offer was ordered. Take it off sale instead.',
      409,
      { code: 'inUse' },
      true,
    )
  }
}
