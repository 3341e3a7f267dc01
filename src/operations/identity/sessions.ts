import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Device } from '@/domain/identity/devices'
import type { Locale } from '@/domain/tenancy/locales'

import { sessionToken } from '@/adapters/auth/instance'
import { placeOf } from '@/adapters/places'
import { row, rows } from '@/database/transaction'
import { deviceOf } from '@/domain/identity/devices'
import { bareHost } from '@/domain/tenancy/hosts'
import { originOf } from '@/operations/tenancy/origins'

/** Where an account is signed in. Moments are ISO 8601; `seenAt` is kept to the day. */
export type OpenSession = Device & {
  /** What an API client calls itself; null for a browser. */
  app: null | string
  id: string
  isCurrent: boolean
  /** Where its address is; null where nobody knows. */
  place: null | string
  seenAt: string
  since: string
}

type Whose = { account: string; req: PayloadRequest; tenant: string }

/** The token of the session that a request comes with. */
export const tokenOf = ({ req, tenant }: Pick<Whose, 'req' | 'tenant'>): string => {
  const origin = originOf(bareHost(req.headers.get('host') ?? ''))

  return sessionToken({ headers: req.headers, origin, tenant }) ?? ''
}

/** An account's sessions that have not ended: the one that asks first, then the last seen. */
export const openSessions = async (
  whose: Whose & { locale?: Locale | null },
): Promise<OpenSession[]> => {
  const found = await rows<
    Omit<OpenSession, keyof Device | 'place'> & { address: null | string; userAgent: null | string }
  >(
    whose.req,
    sql`select id, ip_address as address, user_agent as "userAgent", case when rotation is not null then user_agent end as app, token = ${tokenOf(whose)} as "isCurrent",
          to_json(created_at) #>> '{}' as since, to_json(updated_at) #>> '{}' as "seenAt"
        from auth_sessions
        where user_id = ${whose.account} and tenant_id = ${whose.tenant} and expires_at > now()
        order by "isCurrent" desc, updated_at desc, id`,
  )

  const { logger } = whose.req.payload
  const log = (error: unknown) => logger.warn({ err: error }, 'No places can be told.')

  return Promise.all(
    found.map(async ({ address, userAgent, ...session }) => ({
      ...session,
      ...deviceOf(userAgent),
      place: await placeOf({ address, locale: whose.locale ?? 'en', log }),
    })),
  )
}

/**
 * Ends one session of an account, or all but the one that asks, and answers how many ended. The one
 * that asks ends by signing out alone.
 */
export const endSessions = async ({
  session,
  ...whose
}: Whose & { session: 'others' | { id: string } }): Promise<number> => {
  const which = session === 'others' ? sql`true` : sql`id::text = ${session.id}`
  const ended = await rows(
    whose.req,
    sql`delete from auth_sessions
        where user_id = ${whose.account} and tenant_id = ${whose.tenant} and token <> ${tokenOf(whose)} and ${which}
        returning 1`,
  )

  return ended.length
}

/** Whether the session that asks was begun no longer than `within` milliseconds before `now`. */
export const isFreshSession = async ({
  now,
  within,
  ...whose
}: Whose & { now: Date; within: number }): Promise<boolean> =>
  Boolean(
    await row(
      whose.req,
      sql`select 1 from auth_sessions
          where user_id = ${whose.account} and tenant_id = ${whose.tenant} and token = ${tokenOf(whose)}
            and created_at > ${new Date(now.getTime() - within).toISOString()}`,
    ),
  )

/** Makes the session that asks one that has proved two steps. */
export const strengthen = async (whose: Whose): Promise<void> => {
  await rows(
    whose.req,
    sql`update auth_sessions set is_strong = true
        where user_id = ${whose.account} and tenant_id = ${whose.tenant} and token = ${tokenOf(whose)}`,
  )
}
