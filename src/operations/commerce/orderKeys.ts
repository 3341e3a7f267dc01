import { createHmac, timingSafeEqual } from 'node:crypto'

import { keyEndOf } from '@/domain/commerce/guests'
import { deriveSecret } from '@/secrets'

type Which = { order: string; tenant: string }

const signature = ({ order, tenant }: Which, end: string): Buffer =>
  createHmac('sha256', deriveSecret({ purpose: `order:${tenant}` }))
    .update(`${order}.${end}`)
    .digest()

/**
 * The key that lets whoever holds it see one order without signing in, until `until`: the second it
 * ends, in base 36, and an HMAC-SHA-256 over order and end with a secret of that school.
 */
export const orderKey = ({ until, ...which }: Which & { until: Date }): string => {
  const end = Math.floor(until.getTime() / 1000).toString(36)

  return `${end}.${signature(which, end).toString('base64url')}`
}

/** Whether `key` was made for this order of this school, and has not ended. */
export const opensOrder = ({
  key,
  now,
  ...which
}: Which & { key: null | string | undefined; now: Date }): boolean => {
  const [end = '', signed = ''] = (key ?? '').split('.')
  const given = Buffer.from(signed, 'base64url')
  const right = signature(which, end)

  return (
    given.length === right.length &&
    timingSafeEqual(given, right) &&
    Number.parseInt(end, 36) * 1000 > now.getTime()
  )
}

/** The key that a guest gets for the order just placed: the same however often it is made, as payment pages must be asked for alike. */
export const keyOf = (
  { expiresAt, order }: { expiresAt: Date; order: string },
  tenant: string,
): string => orderKey({ order, tenant, until: keyEndOf(expiresAt) })
