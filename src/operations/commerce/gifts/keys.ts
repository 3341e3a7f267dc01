import { createHmac, timingSafeEqual } from 'node:crypto'

import { deriveSecret } from '@/secrets'

type Which = { gift: string; tenant: string; version: number }

const signature = ({ gift, tenant, version }: Which): Buffer =>
  createHmac('sha256', deriveSecret({ purpose: `gift:${tenant}` }))
    .update(`${gift}.${version}`)
    .digest()

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * What the link of a gift carries: its id, and an HMAC-SHA-256 over id and version with a secret of that school. It does
 * not expire; another version, which another address makes, ends it.
 */
export const giftKey = (which: Which): string =>
  `${which.gift}.${signature(which).toString('base64url')}`

/** Which gift a key names; null where it is no key. Whether it opens that gift is for `opensGift` to say. */
export const giftIn = (key: string): null | string => {
  const [gift = ''] = key.split('.')

  return UUID.test(gift) ? gift : null
}

/** Whether a key was made for this version of a gift of this school. */
export const opensGift = ({ key, ...which }: Which & { key: string }): boolean => {
  const given = Buffer.from(key.split('.')[1] ?? '', 'base64url')
  const right = signature(which)

  return given.length === right.length && timingSafeEqual(given, right)
}
