import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Proved } from '@/adapters/signIn/types'

import { requestOfNonce } from '@/adapters/signIn/saml'
import { row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'

import type { HeldProvider } from './signInProviders'

import { beganThere, takeSaid } from './samlSignIn'
import { asking, providerOf, returnAddress } from './signInProviders'
import { hashOf, newToken } from './tokens'

/** For how long somebody may be away at a provider; in minutes. */
export const AWAY_MINUTES = 10

type At = { req: PayloadRequest; tenant: string }

/** What is kept while somebody is away; `account` where they are signed in and connect it. */
type Away = {
  account: null | string
  browser: string
  next: null | string
  nonce: string
  provider: string
  verifier: string
}

const hashed = (tenant: string, kind: 'browser' | 'state', value: string): string =>
  hashOf({ tenant, value: `provider:${kind}:${value}` })

const identifier = (tenant: string, state: string): string =>
  `provider:${hashed(tenant, 'state', state)}`

/**
 * The address at a provider to which a browser, which holds `browser`, is sent. Throws providerOff, providerAway and providerRefused.
 * Outside of a transaction.
 */
export const beginProvider = async ({
  id,
  account = null,
  browser,
  next,
  req,
  tenant,
}: At & {
  account?: null | string
  browser: string
  id: string
  next: null | string
}): Promise<string> => {
  const found = await active({ id, req, tenant })
  const [nonce, state, verifier] = [newToken(), newToken(), newToken()]
  const redirect = returnAddress(req, id)
  const address = await asking(() => found.provider.begin({ nonce, redirect, state, verifier }))
  const away: Away = {
    account,
    browser: hashed(tenant, 'browser', browser),
    next,
    nonce,
    provider: id,
    verifier,
  }
  await rows(
    req,
    sql`delete from auth_verifications where tenant_id = ${tenant} and identifier like 'provider:%' and expires_at < now()`,
  )
  await rows(
    req,
    sql`insert into auth_verifications (id, tenant_id, identifier, value, expires_at)
        values (uuidv7(), ${tenant}, ${identifier(tenant, state)}, ${JSON.stringify(away)}, now() + make_interval(mins => ${AWAY_MINUTES}))`,
  )

  return address
}

const active = async ({ id, req, tenant }: At & { id: string }): Promise<HeldProvider> => {
  const found = await providerOf({ id, req, tenant })
  if (!found?.isActive) {
    throw new RuleError('providerOff')
  }

  return found
}

/**
 * What was kept of whoever comes back with this state, once, and only in the browser that was sent away to this provider; null
 * for anybody else, whom a stranger may have sent here.
 */
export const cameBack = async ({
  id,
  browser,
  req,
  state,
  tenant,
}: At & { browser: string; id: string; state: string }): Promise<Away | null> => {
  const kept = await row<{ value: string }>(
    req,
    sql`delete from auth_verifications where identifier = ${identifier(tenant, state)} and expires_at > now() returning value`,
  )
  const away = kept ? (JSON.parse(kept.value) as Away) : null

  return away?.browser === hashed(tenant, 'browser', browser) && away.provider === id ? away : null
}

/** The same for whoever began at a provider that may begin by itself, and brings what it said: nobody was sent away. Null for anybody else. */
export const cameUnasked = async ({
  id,
  handle,
  req,
  tenant,
}: At & { handle: string; id: string }): Promise<Away | null> =>
  (await beganThere({ id, handle, req, tenant }))
    ? { account: null, browser: '', next: null, nonce: '', provider: id, verifier: '' }
    : null

/** Who came back, as the provider says. Throws providerOff, providerAway and providerRefused. Outside of a transaction. */
export const identified = async ({
  away: { nonce, provider: id, verifier },
  code,
  issuer,
  req,
  tenant,
}: At & { away: Away; code: string; issuer?: string }): Promise<{
  by: HeldProvider
  proved: Proved
}> => {
  const by = await active({ id, req, tenant })
  if (by.saml) {
    const request = nonce ? requestOfNonce(nonce) : null

    return { by, proved: await takeSaid({ id, handle: code, req, request, tenant }) }
  }
  const redirect = returnAddress(req, id)
  const proved = await asking(() =>
    by.provider.identify({ code, issuer, nonce, redirect, verifier }),
  )

  return { by, proved }
}
