import { createHmac, timingSafeEqual } from 'node:crypto'

import { deriveSecret } from '@/secrets'

const signature = (said: string, purpose: string): Buffer =>
  createHmac('sha256', deriveSecret({ purpose })).update(said).digest()

/** Words for a link, signed with HMAC-SHA-256 for one purpose; none of them may hold a tilde. */
export const signParts = (parts: readonly string[], purpose: string): string => {
  const said = parts.join('~')

  return `${Buffer.from(said).toString('base64url')}.${signature(said, purpose).toString('base64url')}`
}

/** The words that were signed for that purpose; null where these were not, or are not as many. */
export const signedParts = ({
  count,
  purpose,
  token,
}: {
  count: number
  purpose: string
  token: string
}): null | string[] => {
  const [text = '', given = ''] = token.split('.')
  const said = Buffer.from(text, 'base64url').toString('utf8')
  const parts = said.split('~')
  const [right, sent] = [signature(said, purpose), Buffer.from(given, 'base64url')]

  return parts.length === count && right.length === sent.length && timingSafeEqual(right, sent)
    ? parts
    : null
}
