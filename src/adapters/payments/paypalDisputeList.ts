import { ApiError } from '@paypal/paypal-server-sdk'
import { z } from 'zod'

import type { PayPal } from './paypalClient'
import type { Movement } from './types'

import { listedEvent } from './listing'
import { unless } from './paypalClient'
import { disputedAtPayPal } from './paypalDisputes'
import { PaymentUnavailable } from './types'

/** PayPal lists disputes by their beginning, and those of the last 180 days alone. */
const LISTED_MS = 179 * 24 * 3600_000
const AT_ONCE = '50'

const pageShape = z.object({
  items: z.array(z.object({ dispute_id: z.string() })).default([]),
  links: z.array(z.object({ href: z.url(), rel: z.string() })).default([]),
})
const dateShape = z.object({ update_time: z.coerce.date() })

/**
 * Disputes of a PayPal account as they stand now; null where its app was not given leave to see them. The list says little of each, so that each
 * is asked for.
 */
export const disputesAtPayPal = async (paypal: PayPal, to: Date): Promise<Movement[] | null> => {
  try {
    return await listed(paypal, to)
  } catch (error) {
    if (isForbidden(error)) {
      return null
    }
    throw error
  }
}

const isForbidden = (error: unknown): boolean =>
  error instanceof PaymentUnavailable &&
  error.cause instanceof ApiError &&
  error.cause.statusCode === 403

const listed = async (paypal: PayPal, to: Date): Promise<Movement[]> => {
  const movements: Movement[] = []
  const from = new Date(to.getTime() - LISTED_MS).toISOString()
  let query: null | Record<string, string> = { page_size: AT_ONCE, start_time: from }
  while (query) {
    const { items, links } = pageShape.parse(await asked(paypal, { query }))
    for (const { dispute_id } of items) {
      movements.push(...movementOf(await asked(paypal, { id: dispute_id })))
    }
    const next = links.find(({ rel }) => rel === 'next')
    query = next ? Object.fromEntries(new URL(next.href).searchParams) : null
  }

  return movements
}

const asked = async (
  { disputes }: PayPal,
  about: { id?: string; query?: Record<string, string> },
): Promise<unknown> => {
  const found = await unless([], () => disputes(about))
  if (found === null) {
    throw new PaymentUnavailable('PayPal listed no disputes.')
  }

  return found
}

const movementOf = (resource: unknown): Movement[] => {
  const read = disputedAtPayPal(resource)
  const id = read?.dispute?.id
  const { update_time } = dateShape.safeParse(resource).data ?? {}
  if (!read || !id) {
    return []
  }
  const event = { ...read, occurredAt: update_time ?? new Date(), provider: 'paypal' as const }

  return [{ id, event: listedEvent(event, { id, kind: 'dispute' }), fee: null, kind: 'dispute' }]
}
