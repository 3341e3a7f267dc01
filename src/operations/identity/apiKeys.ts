import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createHash, randomBytes } from 'node:crypto'

import type { KeyRate } from '@/domain/identity/apiKeys'
import type { Permission } from '@/domain/identity/permissions/areas'

import { row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { KEY_PREFIX, SHOWN_LENGTH } from '@/domain/identity/apiKeys'
import { permits } from '@/domain/identity/permissions/areas'
import { newId } from '@/newId'
import { announce } from '@hooks/events/announce'

import { permissionsHeldBy } from './heldPermissions'

/** A key as its owner and the school's managers see it; moments are ISO 8601. */
export type KeyView = {
  createdAt: string
  expiresAt: null | string
  id: string
  isOwn: boolean
  lastUsedAt: null | string
  name: string
  owner: string
  rate: KeyRate
  scopes: Permission[]
  shown: string
}

/** Keys that hold, at most, of one account. */
const MOST_KEYS = 50

export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('hex')

type Wish = { days: null | number; name: string; rate: KeyRate; scopes: readonly Permission[] }

/**
 * Makes a key for whoever asks, with no permission that they have not; answers it, once. Throws
 * beyondOwnPermissions and tooManyKeys.
 */
export const makeKey = async ({
  now,
  req,
  tenant,
  wish: { name, days, rate, scopes },
}: {
  now: Date
  req: PayloadRequest
  tenant: string
  wish: Wish
}): Promise<{ id: string; key: string }> => {
  const held = permissionsHeldBy(req)
  if (scopes.length === 0 || !scopes.every((one) => permits(held, one))) {
    throw new RuleError('beyondOwnPermissions')
  }
  const account = String(req.user?.id)
  await row(req, sql`select pg_advisory_xact_lock(hashtextextended(${`apiKeys:${account}`}, 0))`)
  const counted = await row<{ count: number }>(
    req,
    sql`select count(*)::int as count from api_keys
        where account_id = ${account} and revoked_at is null and (expires_at is null or expires_at > now())`,
  )
  if ((counted?.count ?? 0) >= MOST_KEYS) {
    throw new RuleError('tooManyKeys')
  }
  const key = `${KEY_PREFIX}${randomBytes(32).toString('base64url')}`
  const id = newId()
  const until = days === null ? null : new Date(now.getTime() + days * 86_400_000).toISOString()
  await rows(
    req,
    sql`insert into api_keys (id, tenant_id, name, account_id, shown, hash, scopes, rate, expires_at, created_at, updated_at)
        values (${id}, ${tenant}, ${name}, ${account}, ${key.slice(0, SHOWN_LENGTH)}, ${hashOfKey(key)},
          ${JSON.stringify(scopes)}::jsonb, ${rate}, ${until}::timestamptz, now(), now())`,
  )
  await announce({ data: { account, key: id }, fact: 'apiKey.created', req, tenant })

  return { id, key }
}

/** Keys that hold: all of the school's for its managers, else one's own; the newest first. */
export const keysSeenBy = async ({
  isManager,
  req,
  tenant,
}: {
  isManager: boolean
  req: PayloadRequest
  tenant: string
}): Promise<KeyView[]> =>
  rows<KeyView>(
    req,
    sql`select k.id, k.name, u.name as owner, u.id = ${req.user?.id} as "isOwn", k.shown, k.scopes, k.rate,
          to_json(k.created_at) #>> '{}' as "createdAt", to_json(k.expires_at) #>> '{}' as "expiresAt",
          to_json(k.last_used_at) #>> '{}' as "lastUsedAt"
        from api_keys k join users u on u.id = k.account_id
        where k.tenant_id = ${tenant} and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())
          and (${isManager} or k.account_id = ${req.user?.id})
        order by k.created_at desc, k.id desc`,
  )

/** Ends a key at once: one's own, or any of the school's for its managers. False where there is none such. */
export const revokeKey = async ({
  id,
  isManager,
  req,
  tenant,
}: {
  id: string
  isManager: boolean
  req: PayloadRequest
  tenant: string
}): Promise<boolean> => {
  const revoked = await row<{ account: string }>(
    req,
    sql`update api_keys set revoked_at = now(), updated_at = now()
        where id = ${id} and tenant_id = ${tenant} and revoked_at is null
          and (${isManager} or account_id = ${req.user?.id})
        returning account_id as account`,
  )
  if (revoked) {
    const data = { account: revoked.account, key: id }
    await announce({ data, fact: 'apiKey.revoked', req, tenant })
  }

  return Boolean(revoked)
}
