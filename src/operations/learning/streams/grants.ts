import { createHash } from 'node:crypto'

import { signedParts, signParts } from '@/operations/identity/signedParts'

/** How long what was granted holds, in ms; a player asks anew well before. */
export const GRANTED_FOR = 10 * 60_000

/** Name of the cookie that carries a grant, on the addresses of its video alone. */
export const GRANT_COOKIE = 'stream'

/** That somebody may watch one video of one lesson in one session on one device; `until` in ms. */
export type Grant = {
  /** Empty for a visitor. */
  account: string
  device: string
  /** Empty for staff who look at a file by itself. */
  lesson: string
  /** The row, or for a visitor the name, of this one watching. */
  play: string
  /** What names the session without being it; empty for a visitor. */
  session: string
  until: number
  video: string
}

const purposeOf = (tenant: string): string => `stream:${tenant}`

/** A name of a session that opens nothing. */
export const sessionName = (token: null | string): string =>
  token ? createHash('sha256').update(token).digest('base64url').slice(0, 22) : ''

/** All that is granted, signed for that school. */
export const sealGrant = (
  { account, device, lesson, play, session, until, video }: Grant,
  tenant: string,
): string =>
  signParts([account, device, lesson, play, session, String(until), video], purposeOf(tenant))

/** What was granted in this school; null where it was not, or its time is over. */
export const grantIn = ({
  now,
  tenant,
  token,
}: {
  now: number
  tenant: string
  token: string
}): Grant | null => {
  const parts = signedParts({ count: 7, purpose: purposeOf(tenant), token })
  const [account = '', device = '', lesson = '', play = '', session = '', until, video = ''] =
    parts ?? []

  return parts && Number(until) > now
    ? { account, device, lesson, play, session, until: Number(until), video }
    : null
}
