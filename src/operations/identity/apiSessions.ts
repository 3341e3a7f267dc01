import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { stepCookie } from '@/adapters/auth/cookies'
import { ACCESS_SECONDS, accessToken, refreshOf, refreshToken } from '@/adapters/auth/tokens'
import { tenantOfHost } from '@/database/hosts'
import { row, rows } from '@/database/transaction'
import { bareHost } from '@/domain/tenancy/hosts'
import { originOf } from '@/operations/tenancy/origins'

import { authFor } from './auth'
import { openStrongSession } from './beginSession'
import { finishStep } from './signInSteps'

/** What an API client holds; `expiresIn` is the access token's time, in seconds. */
export type Tokens = {
  accessToken: string
  expiresIn: number
  refreshToken: string
  tokenType: 'Bearer'
}

/** Why there are no tokens: as better-auth says it, or ours. */
export type Refused = { code: string; status: number }

const DAYS = sql`interval '30 days'`

type Row = { rotation: number; session: string }

const tokensOf = ({ rotation, session }: Row, tenant: string, now: Date): Tokens => ({
  accessToken: accessToken({ now: now.getTime(), session, tenant }),
  expiresIn: ACCESS_SECONDS,
  refreshToken: refreshToken({ rotation, session, tenant }),
  tokenType: 'Bearer',
})

type SignIn = {
  /** Of the account's app, or one of its recovery codes, where its sign-in takes a second step. */
  code?: string
  /** How the client's owner will find it among their devices; else its `User-Agent`. */
  device?: string
  email: string
  now: Date
  password: string
  req: PayloadRequest
  tenant: string
}

/**
 * Signs an API client in by the same door as browsers, with its limits, and makes the session one of tokens.
 * A second step that is asked for is taken by `code`; without one the answer is `secondFactorNeeded`, as for an account that has yet to set it up.
 * Throws wrongCode and tooManyCodes.
 */
export const beginApiSession = async (given: SignIn): Promise<Refused | Tokens> => {
  const { now, req, tenant } = given
  const said = await door(given)
  if ('status' in said) {
    return said
  }
  const begun = await row<Row>(
    req,
    sql`update auth_sessions s set rotation = 0 from users u
        where s.token = ${said.session} and s.tenant_id = ${tenant} and u.id = s.user_id and u.status = 'active'
        returning s.rotation, s.token as session`,
  )

  return begun ? tokensOf(begun, tenant, now) : { code: 'signInRequired', status: 401 }
}

type Said = { code?: unknown; step?: unknown; token?: unknown }

/** What better-auth's own sign-in says of an address and a password, and then the second step. */
const door = async (given: SignIn): Promise<Refused | { session: string }> => {
  const { device, email, password, req } = given
  const host = req.headers.get('host') ?? ''
  const found = await tenantOfHost(host)
  if (!found) {
    return { code: 'notFound', status: 404 }
  }
  const origin = originOf(bareHost(host))
  const headers = new Headers({ 'content-type': 'application/json', host, origin })
  headers.set('user-agent', device ?? req.headers.get('user-agent') ?? '')
  const address = req.headers.get('x-forwarded-for')
  if (address) {
    headers.set('x-forwarded-for', address)
  }
  const answer = await authFor({ host, payload: req.payload, tenant: found }).handler(
    new Request(`${origin}/api/auth/sign-in/email`, {
      body: JSON.stringify({ email, password }),
      headers,
      method: 'POST',
    }),
  )
  const body = ((await answer.json().catch(() => null)) ?? {}) as Said
  if (!answer.ok) {
    const { status } = answer
    const code = status === 429 ? 'tooMany' : 'signInRequired'

    return { code: typeof body.code === 'string' ? body.code : code, status }
  }

  if (typeof body.token === 'string') {
    return { session: body.token }
  }

  return body.step === 'verify' && given.code
    ? secondStep({
        ...given,
        code: given.code,
        headers,
        token: cookieSet(answer, stepCookie(origin)),
      })
    : { code: 'secondFactorNeeded', status: 401 }
}

/** The value of a cookie that an answer sets. */
const cookieSet = (answer: Response, name: string): string =>
  answer.headers
    .getSetCookie()
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1)
    .split(';', 1)[0] ?? ''

const secondStep = async ({
  code,
  headers,
  now,
  req,
  tenant,
  token,
}: SignIn & { code: string; headers: Headers; token: string }): Promise<{ session: string }> => {
  const { account } = await finishStep({ code, now, req, tenant, token, trusts: false })
  const { token: session } = await openStrongSession({ account, headers, req, tenant })

  return { session }
}

/**
 * Exchanges a refresh token for the next pair. Of several that come with the same one exactly one gets it; a
 * token that was exchanged before ends its session with all its tokens, since one of two holders is a thief.
 */
export const refreshApiSession = async ({
  now,
  req,
  tenant,
  token,
}: {
  now: Date
  req: PayloadRequest
  tenant: string
  token: string
}): Promise<Refused | Tokens> => {
  const named = refreshOf({ tenant, token })
  if (!named) {
    return { code: 'tokenEnded', status: 400 }
  }
  const next = await row<Row>(
    req,
    sql`update auth_sessions s set rotation = s.rotation + 1, updated_at = now(), expires_at = now() + ${DAYS} from users u
        where s.token = ${named.session} and s.tenant_id = ${tenant} and s.rotation = ${named.rotation} and s.expires_at > now()
          and u.id = s.user_id and u.status = 'active'
        returning s.rotation, s.token as session`,
  )
  if (next) {
    return tokensOf(next, tenant, now)
  }
  const stolen = await rows(
    req,
    sql`delete from auth_sessions where token = ${named.session} and tenant_id = ${tenant} and rotation > ${named.rotation} returning 1`,
  )

  return { code: stolen.length > 0 ? 'tokenReused' : 'tokenEnded', status: 400 }
}

/** Ends the session of a refresh token, the last one or an earlier one: both its tokens fail from here on. */
export const endApiSession = async ({
  req,
  tenant,
  token,
}: {
  req: PayloadRequest
  tenant: string
  token: string
}): Promise<void> => {
  const named = refreshOf({ tenant, token })
  if (named) {
    await rows(
      req,
      sql`delete from auth_sessions where token = ${named.session} and tenant_id = ${tenant}`,
    )
  }
}
