import { createHmac, randomBytes } from 'node:crypto'

import { deriveSecret } from '@/secrets'

/** 256 random bits for a link or a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token or a code: an HMAC-SHA-256 with a secret of its school, from which nobody comes back to it. */
export const hashOf = ({ tenant, value }: { tenant: string; value: string }): string =>
  createHmac('sha256', deriveSecret({ purpose: `token-hashes:${tenant}` }))
    .update(value)
    .digest('base64url')
