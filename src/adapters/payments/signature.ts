import { createHmac, timingSafeEqual } from 'node:crypto'

import { BadSignature } from './types'

/** How old a signed delivery may be, in seconds, so that a recorded one cannot be sent again later. */
export const TOLERANCE_SECONDS = 300

const digestOf = ({
  body,
  seconds,
  secret,
}: {
  body: string
  seconds: number
  secret: string
}): string => createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')

/**
 * The signature header of a delivery: `t=<seconds>,v1=<hex>`, an HMAC-SHA-256 over `<seconds>.<body>`,
 * the scheme of Stripe's webhooks.
 */
export const signatureOf = ({
  at,
  body,
  secret,
}: {
  at: Date
  body: string
  secret: string
}): string => {
  const seconds = Math.floor(at.getTime() / 1000)

  return `t=${seconds},v1=${digestOf({ body, seconds, secret })}`
}

/** Throws BadSignature unless the header signs this body, within the tolerance of `now`. */
export const checkSignature = ({
  body,
  header,
  now,
  secret,
}: {
  body: string
  header: null | string
  now: Date
  secret: string
}): void => {
  const parts = (header ?? '').split(',').map((part) => part.trim().split('='))
  const seconds = Number(parts.find(([name]) => name === 't')?.[1])
  if (!Number.isSafeInteger(seconds)) {
    throw new BadSignature('The delivery is not signed.')
  }
  const expected = Buffer.from(digestOf({ body, seconds, secret }))
  const isSigned = parts.some(([name, value]) => {
    const given = Buffer.from(value ?? '')

    return name === 'v1' && given.length === expected.length && timingSafeEqual(given, expected)
  })
  if (!isSigned) {
    throw new BadSignature('The signature does not fit the delivery.')
  }
  if (Math.abs(now.getTime() / 1000 - seconds) > TOLERANCE_SECONDS) {
    throw new BadSignature('The delivery is too old.')
  }
}
