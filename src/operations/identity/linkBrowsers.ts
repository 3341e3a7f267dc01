import type { PayloadRequest } from 'payload'

import { cookieHeader, cookieIn, linkedCookie } from '@/adapters/auth/cookies'
import { systemPool } from '@/database/hosts'
import { bareHost } from '@/domain/tenancy/hosts'
import { originOf } from '@/operations/tenancy/origins'

import { hashOf, newToken } from './tokens'

/** For how long a browser may come from a linked school after it was last seen with the account, in seconds. */
const KNOWN_SECONDS = 180 * 86_400

type Whose = { account: string; req: PayloadRequest; tenant: string }

const originFor = (req: PayloadRequest): string => originOf(bareHost(req.headers.get('host') ?? ''))

const tokenIn = (req: PayloadRequest): string =>
  cookieIn(req.headers, linkedCookie(originFor(req))) ?? ''

const hashed = (tenant: string, token: string): string =>
  hashOf({ tenant, value: `linkBrowser:${token}` })

/** Whether the account was signed in in the browser that asks. */
export const isKnownBrowser = async ({ account, req, tenant }: Whose): Promise<boolean> => {
  const { rowCount } = await systemPool().query(
    `select 1 from lectern_link_browsers where tenant = $1 and account = $2 and hash = $3 and expires_at > now()`,
    [tenant, account, hashed(tenant, tokenIn(req))],
  )

  return rowCount === 1
}

/** Remembers the browser that asks as one in which the account is signed in; answers the cookie that it keeps, as a header. */
export const rememberBrowser = async (whose: Whose): Promise<string> => {
  const { account, req, tenant } = whose
  const token = (await isKnownBrowser(whose)) ? tokenIn(req) : newToken()
  const origin = originFor(req)
  await systemPool().query(
    `with over as (delete from lectern_link_browsers where account = $2 and expires_at < now())
     insert into lectern_link_browsers (tenant, account, hash, expires_at) values ($1, $2, $3, now() + make_interval(secs => $4))
     on conflict (account, hash) do update set expires_at = excluded.expires_at`,
    [tenant, account, hashed(tenant, token), KNOWN_SECONDS],
  )

  return cookieHeader({
    name: linkedCookie(origin),
    maxAge: KNOWN_SECONDS,
    origin,
    value: token,
  })
}

/** Forgets every browser of an account but the one that asks: they sign in once more. */
export const forgetOtherBrowsers = async ({ account, req, tenant }: Whose): Promise<void> => {
  await systemPool().query(
    `delete from lectern_link_browsers where tenant = $1 and account = $2 and hash <> $3`,
    [tenant, account, hashed(tenant, tokenIn(req))],
  )
}
