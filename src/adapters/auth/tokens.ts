import { createHmac, timingSafeEqual } from 'node:crypto'

import { deriveSecret } from '@/secrets'

/** For how long an access token opens the API, in seconds. */
export const ACCESS_SECONDS = 15 * 60

/** What a token is for, by which it begins; each is signed with a secret of its own, and each school with its own. */
const PREFIXES = { access: 'la_', refresh: 'lr_' } as const

type Kind = keyof typeof PREFIXES

const signature = (kind: Kind, said: string, tenant: string): Buffer =>
  createHmac('sha256', deriveSecret({ purpose: `${kind}:${tenant}` }))
    .update(said)
    .digest()

type Named = { session: string; tenant: string }

/** `<prefix><session>.<number>.<signature>`. */
const made = (kind: Kind, { number, session, tenant }: Named & { number: number }): string => {
  const said = `${session}.${number}`

  return `${PREFIXES[kind]}${said}.${signature(kind, said, tenant).toString('base64url')}`
}

const read = (
  kind: Kind,
  token: string,
  tenant: string,
): null | { number: number; session: string } => {
  const [, session, number, given] =
    new RegExp(`^${PREFIXES[kind]}([\\w-]+)\\.(\\d{1,15})\\.([\\w-]+)$`).exec(token) ?? []
  if (!session || !number || !given) {
    return null
  }
  const sent = Buffer.from(given, 'base64url')
  const right = signature(kind, `${session}.${number}`, tenant)

  return sent.length === right.length && timingSafeEqual(sent, right)
    ? { number: Number(number), session }
    : null
}

/** What opens the API in the name of a session, for a quarter of an hour from `now`, a time in milliseconds. */
export const accessToken = ({ now, ...named }: Named & { now: number }): string =>
  made('access', { ...named, number: Math.floor(now / 1000) + ACCESS_SECONDS })

/** The token of a session that an access token names, or null where it is over, forged or another school's. */
export const sessionOfAccess = ({
  now,
  tenant,
  token,
}: {
  now: number
  tenant: string
  token: string
}): null | string => {
  const found = read('access', token, tenant)

  return found && found.number * 1000 > now ? found.session : null
}

/** What is exchanged once for the next pair; `rotation` counts how often that was done. */
export const refreshToken = ({ rotation, ...named }: Named & { rotation: number }): string =>
  made('refresh', { ...named, number: rotation })

/** The session and the rotation that a refresh token names; whether it is still the last one, the session says. */
export const refreshOf = ({
  tenant,
  token,
}: {
  tenant: string
  token: string
}): null | { rotation: number; session: string } => {
  const found = read('refresh', token, tenant)

  return found && { rotation: found.number, session: found.session }
}

/** What a request states in `Authorization: Bearer`; browsers never send it by themselves, and so it needs no look at its origin. */
export const bearerOf = (headers: Headers): null | string =>
  /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null
