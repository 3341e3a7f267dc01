import { systemPool } from '@/database/hosts'
import { STRANGERS } from '@/domain/identity/requestLimits'

import { hashOf } from './tokens'

type Whose = { email: string; tenant: string }

const named = (what: 'known' | 'strangers', { email, tenant }: Whose): string =>
  hashOf({ tenant, value: `${what}:${email.trim().toLowerCase()}` })

/** What a browser keeps that an account was signed in at by its password: nobody makes it up, and it opens nothing by itself. */
export const markOf = (whose: Whose): string => named('known', whose)

const keyOf = (whose: Whose): string => `strangers:${named('strangers', whose)}`

/**
 * Counts a try at an account's password by a browser that is strange to it, whether there is such an account or not: false where
 * `STRANGERS.most` of this hour failed. Counted before it is known how it ends, so that those made at once are no more than those. Its owner comes in by a browser that is known, by mail or otherwise, or chooses a new password.
 */
export const takeAsStranger = async (whose: Whose): Promise<boolean> => {
  const { rows } = await systemPool().query<{ count: number }>(
    `insert into lectern_limits as l (key, count, ends_at) values ($1, 1, clock_timestamp() + $2 * interval '1 second')
     on conflict (key) do update set
       count = case when l.ends_at <= clock_timestamp() then 1 else l.count + 1 end,
       ends_at = case when l.ends_at <= clock_timestamp() then excluded.ends_at else l.ends_at end
     returning count`,
    [keyOf(whose), STRANGERS.seconds],
  )

  return (rows[0]?.count ?? 1) <= STRANGERS.most
}

/** Takes back what was counted of a try whose password was right. */
export const giveBack = async (whose: Whose): Promise<void> => {
  await systemPool().query(
    `update lectern_limits set count = count - 1 where key = $1 and count > 0`,
    [keyOf(whose)],
  )
}

/** Begins anew for an account whose password was chosen anew. */
export const forgetStrangers = async (whose: Whose): Promise<void> => {
  await systemPool().query(`delete from lectern_limits where key = $1`, [keyOf(whose)])
}
