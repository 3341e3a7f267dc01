import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Locale } from '@/domain/tenancy/locales'

import { sessionToken } from '@/adapters/auth/instance'
import { bearerOf } from '@/adapters/auth/tokens'
import { isViewToken } from '@/adapters/auth/views'
import { asTenant, currentScope, liftToPlatform, onlyView } from '@/database/scope'
import { tenantOfHost } from '@/database/hosts'
import { bareHost } from '@/domain/tenancy/hosts'
import { originOf } from '@/operations/tenancy/origins'

import { isSameOrigin } from './origin'
import { IS_STRONG_ENOUGH } from './strength'
import { VIEWED } from './viewing'

/** The signed-in account as Payload's `req.user` holds it. */
export type SessionUser = {
  collection: 'users'
  email: string
  emailVerified: boolean
  id: string
  /** From a role of the school's own. */
  permissions: string[]
  /** Id of the account's picture. */
  image: null | string
  /** The API key with which they call, where they do, and what it may. */
  key?: { id: string; scopes: readonly string[] }
  locale: Locale | null
  name: string
  roles: string[]
  status: string
  /** Whether they are in the team of any course. */
  teaches: boolean
  tenant: string
  /** The school once more, in the shape in which plugin-multi-tenant looks for it. */
  tenants: { tenant: string }[]
  /** IANA name; null while none is chosen. */
  timeZone: null | string
  /** Set where staff see the school as this learner does, and until when. They change nothing. */
  view?: { until: string }
}

type Row = Omit<SessionUser, 'collection' | 'key' | 'tenants' | 'view'> & { viewUntil?: string }
type Pool = {
  query: (query: { name: string; text: string; values: unknown[] }) => Promise<{ rows: Row[] }>
}

/**
 * Whom a request's session cookie or access token names: one statement, no writing. Null without either,
 * with one of another school or another origin, with an ended session, and for accounts that may not act.
 * Staff of the platform, who can only be signed in on its own host, work with its database role from
 * here on. Of a request of a view it is the learner, and nothing is written from here on.
 */
export const sessionUser = async ({
  headers,
  payload,
}: {
  headers: Headers
  payload: Payload
}): Promise<null | SessionUser> => {
  const host = headers.get('host') ?? currentScope().host
  const tenant = await tenantOfHost(host)
  const origin = originOf(bareHost(host ?? ''))
  if (!tenant || !(bearerOf(headers) || isSameOrigin({ headers, origin }))) {
    return null
  }
  const token = sessionToken({ headers, origin, tenant: tenant.id })
  if (!token) {
    return null
  }
  const pool = (payload.db as unknown as { pool: Pool }).pool
  const { rows } = await asTenant(tenant.id, () =>
    pool.query({
      ...(isViewToken(token) ? VIEWED_USER : SESSION_USER),
      values: [token, tenant.id],
    }),
  )
  const [found] = rows
  if (found?.roles.includes('superAdmin')) {
    liftToPlatform()
  }

  if (!found) {
    return null
  }
  const { viewUntil, ...user } = found
  if (viewUntil) {
    onlyView()
  }

  return {
    ...user,
    collection: 'users',
    tenants: [{ tenant: user.tenant }],
    ...(viewUntil && { view: { until: viewUntil } }),
  }
}

/** Sessions `s` that still hold and prove enough, with their accounts `u`. */
const LIVING = `from auth_sessions s join users u on u.id = s.user_id and u.tenant_id = s.tenant_id
  where s.expires_at > now() and u.status = 'active' and ${IS_STRONG_ENOUGH}`

/** Whoever calls: an account, or a session that names one and is read along with what is asked. */
export type Caller = { account: string } | { session: string }

/** A session names nobody any more. */
export class SessionEnded extends Error {}

/**
 * The id of a caller's account, null where its session has ended, for use inside a school's statement. Its text is the same for every session, since
 * statements are kept by it: the token of a view is none of a session, and stands for whom it shows.
 */
export const accountOf = (caller: Caller): SQL =>
  'account' in caller
    ? sql`${caller.account}::uuid`
    : sql`coalesce((select u.id ${sql.raw(LIVING)} and s.token = ${caller.session}),
        (select u.id ${sql.raw(VIEWED)} and v.token = ${caller.session}))`

/** What is read of an account `u` that calls. */
export const ACCOUNT_COLUMNS = `u.id, u.email, u.name, u.locale, u.time_zone as "timeZone", u.image, u.status, u.email_verified as "emailVerified", u.tenant_id as tenant,
    coalesce((select array_agg(p.value::text) from custom_roles_permissions p where p.parent_id = u.custom_role_id), '{}') as permissions,
    exists (select 1 from course_team c where c.account_id = u.id and c.state = 'accepted') as teaches,
    coalesce((select array_agg(r.value::text order by r."order") from users_roles r where r.parent_id = u.id), '{}') as roles`

const SESSION_USER = {
  name: 'session-user',
  text: `select ${ACCOUNT_COLUMNS} ${LIVING} and s.token = $1 and s.tenant_id = $2`,
}

const VIEWED_USER = {
  name: 'viewed-user',
  text: `select ${ACCOUNT_COLUMNS}, to_json(v.expires_at) #>> '{}' as "viewUntil" ${VIEWED} and v.token = $1 and v.tenant_id = $2`,
}
