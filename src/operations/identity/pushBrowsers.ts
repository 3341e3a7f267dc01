import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createHash } from 'node:crypto'

import type { PushBrowser } from '@/adapters/push'
import type { Device } from '@/domain/identity/devices'

import { row, rows } from '@/database/transaction'
import { deviceOf } from '@/domain/identity/devices'
import { MOST_BROWSERS } from '@/domain/mail/pushServices'

import { tokenOf } from './sessions'

type Whose = { account: string; req: PayloadRequest; tenant: string }

/** A browser that is told of what happens, by its session; `digest` is SHA-256 of its address, in base64url, by which it knows itself. */
export type ToldBrowser = Device & { digest: string; id: string; since: string }

/** The browsers of an account that are told, the last first. */
export const toldBrowsers = async ({
  account,
  req,
}: Omit<Whose, 'tenant'>): Promise<ToldBrowser[]> => {
  const found = await rows<{
    endpoint: string
    id: string
    since: string
    userAgent: null | string
  }>(
    req,
    sql`select id, push_endpoint as endpoint, user_agent as "userAgent", to_json(push_since) #>> '{}' as since
        from auth_sessions where user_id = ${account} and push_endpoint is not null and expires_at > now()
        order by push_since desc, id`,
  )

  return found.map(({ id, endpoint, since, userAgent }) => ({
    id,
    ...deviceOf(userAgent),
    digest: createHash('sha256').update(endpoint).digest('base64url'),
    since,
  }))
}

/** Taken from a session, its browser is told no more. */
const NONE = sql`push_endpoint = null, push_key = null, push_auth = null, push_since = null`

/**
 * Has the browser that asks told from now on, as long as its session lasts; false where it comes without one. Told twice it is one;
 * a browser that another session had is this one's, and the one told longest gives way where there are too many.
 */
export const addBrowser = async ({
  browser: { auth, endpoint, p256dh },
  ...whose
}: Whose & { browser: PushBrowser }): Promise<boolean> => {
  const { account, req, tenant } = whose
  const token = tokenOf(whose)
  // One after the other, where a browser comes twice at once.
  await row(
    req,
    sql`select pg_advisory_xact_lock(hashtextextended(${`push:${tenant}:${endpoint}`}, 0))`,
  )
  await rows(
    req,
    sql`update auth_sessions set ${NONE} where tenant_id = ${tenant} and push_endpoint = ${endpoint} and token <> ${token}`,
  )
  const added = await row(
    req,
    sql`update auth_sessions set push_endpoint = ${endpoint}, push_key = ${p256dh}, push_auth = ${auth}, push_since = now()
        where token = ${token} and user_id = ${account} and tenant_id = ${tenant} and expires_at > now() returning 1`,
  )
  await rows(
    req,
    sql`update auth_sessions set ${NONE} where id in (
          select id from auth_sessions where user_id = ${account} and push_endpoint is not null
          order by push_since desc, id desc offset ${MOST_BROWSERS})`,
  )

  return Boolean(added)
}

/** Tells a browser of an account no more; false where the account has no such. */
export const removeBrowser = async ({
  id,
  account,
  req,
}: Omit<Whose, 'tenant'> & { id: string }): Promise<boolean> =>
  Boolean(
    await row(
      req,
      sql`update auth_sessions set ${NONE} where id = ${id}::uuid and user_id = ${account} and push_endpoint is not null returning 1`,
    ),
  )
