import { createHash } from 'node:crypto'

import { systemPool } from '@/database/hosts'
import { waitAfter } from '@/domain/identity/requestLimits'

type Attempt = { address: string; email: string; tenant: string }

/** Seconds after the last failure at which all of them are forgotten. */
const FORGOTTEN = 3600

/** One row for each account that somebody tries from an address, of which neither can be read. */
const keyOf = ({ address, email, tenant }: Attempt): string =>
  `failures:${createHash('sha256')
    .update([tenant, address, email.trim().toLowerCase()].join('\n'))
    .digest('base64url')}`

/**
 * Seconds that whoever is at an address has to wait before trying an account again. Others are not counted, so that nobody can lock an account
 * for its owner, who comes from another address.
 */
export const waitFor = async (attempt: Attempt): Promise<number> => {
  const { rows } = await systemPool().query<{ wait: number }>(
    `select ceil(extract(epoch from free_at - clock_timestamp()))::int as wait from lectern_limits where key = $1 and ends_at > clock_timestamp()`,
    [keyOf(attempt)],
  )

  return Math.max(0, rows[0]?.wait ?? 0)
}

/** Notes that an attempt failed; those made at once are counted one by one. */
export const noteFailure = async (attempt: Attempt): Promise<void> => {
  const { rows } = await systemPool().query<{ count: number }>(
    `insert into lectern_limits as l (key, count, ends_at) values ($1, 1, clock_timestamp() + $2 * interval '1 second')
     on conflict (key) do update set count = case when l.ends_at <= clock_timestamp() then 1 else l.count + 1 end, ends_at = excluded.ends_at
     returning count`,
    [keyOf(attempt), FORGOTTEN],
  )
  await systemPool().query(
    `update lectern_limits set free_at = greatest(free_at, clock_timestamp() + $2 * interval '1 second') where key = $1`,
    [keyOf(attempt), waitAfter(rows[0]?.count ?? 1)],
  )
}

/** Whoever signed in begins anew. */
export const forgetFailures = async (attempt: Attempt): Promise<void> => {
  await systemPool().query(`delete from lectern_limits where key = $1`, [keyOf(attempt)])
}
