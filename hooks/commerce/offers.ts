import type {
  ArrayFieldValidation,
  CollectionAfterChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeValidateHook,
} from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { APIError } from 'payload'

import { row, rows } from '@/database/transaction'
import { idOf } from '@/domain/ids'

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

type Relation = { id: string } | string
type Bundled = { course?: null | Relation; courses?: null | Relation[] }

/** A bundle names each course once, and not the one it stands with again. */
export const eachCourseOnce: CollectionBeforeValidateHook = ({ data, originalDoc }) => {
  const given = data as Bundled | undefined
  const own = given?.course ?? (originalDoc as Bundled | undefined)?.course
  if (!given || !Array.isArray(given.courses)) {
    return data
  }
  const ids = new Set(given.courses.map(idOf))
  if (own) {
    ids.delete(idOf(own))
  }

  return { ...data, courses: [...ids] }
}

type Stored = { id: string; course: Relation; isDefault?: boolean | null }

/** Of the offers that stand with a course one is chosen at first: the one that was last made so. */
export const keepOneDefault: CollectionAfterChangeHook<Stored> = async ({ doc, req }) => {
  if (doc.isDefault) {
    await rows(
      req,
      sql`update offers set is_default = false, updated_at = now()
          where course_id = ${idOf(doc.course)} and is_default and id <> ${doc.id}`,
    )
  }
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
