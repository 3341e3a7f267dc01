import type { Payload } from 'payload'

import { poolOf } from '@/database/connection'
import { tenantOfHost } from '@/database/hosts'
import { asTenant, currentScope } from '@/database/scope'
import { STAFF } from '@/domain/identity/roles'

import type { SessionUser } from './session'

import { hashOfKey } from './apiKeys'
import { ACCOUNT_COLUMNS } from './session'

type Row = Omit<SessionUser, 'collection' | 'key' | 'tenants'> & {
  isStale: boolean
  key: string
  scopes: string[]
}

/**
 * Whose key a request comes with, and what the key may: one statement. A key ends with its time, when it
 * is revoked, and with its owner's account or work in the school. That it was used is noted once in five minutes.
 */
export const keyUser = async ({
  headers,
  key,
  payload,
}: {
  headers: Headers
  key: string
  payload: Payload
}): Promise<null | SessionUser> => {
  const tenant = await tenantOfHost(headers.get('host') ?? currentScope().host)
  if (!tenant) {
    return null
  }

  return asTenant(tenant.id, async () => {
    const pool = poolOf(payload)
    const values = [hashOfKey(key), tenant.id, [...STAFF]]
    const found = (await pool.query(KEY_USER, values)).rows[0] as Row | undefined
    if (!found) {
      return null
    }
    const { isStale, key: id, scopes, ...account } = found
    if (isStale) {
      await pool.query(USED, [id])
    }

    return {
      ...account,
      collection: 'users',
      key: { id, scopes },
      tenants: [{ tenant: account.tenant }],
    }
  })
}

const FRESH = `now() - interval '5 minutes'`

const KEY_USER = `
  select ${ACCOUNT_COLUMNS}, k.id as key, k.scopes, coalesce(k.last_used_at < ${FRESH}, true) as "isStale"
  from api_keys k join users u on u.id = k.account_id and u.tenant_id = k.tenant_id
  where k.hash = $1 and k.tenant_id = $2 and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())
    and u.status = 'active' and (u.custom_role_id is not null or exists (select 1 from users_roles r where r.parent_id = u.id and r.value::text = any($3)))`

const USED = `update api_keys set last_used_at = now() where id = $1 and coalesce(last_used_at < ${FRESH}, true)`
