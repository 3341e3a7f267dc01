import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { LimitName, Usage } from '@/domain/tenancy/limits'

import { rows } from '@/database/transaction'
import { checkRoom, isFull } from '@/domain/tenancy/limits'

/** A row of the limited kind, as Payload's hooks hold it. */
export type Weighed = Readonly<Record<string, unknown>>

/** What a domain says about a limit on its rows; `used` and `weigh` count the same, one in the database. */
export type Limit = {
  name: LimitName
  /** Sub-select: how much all rows of the school take. */
  used: (tenant: string) => SQL
  /** How much one row takes: single things, or bytes. */
  weigh: (row: Weighed) => number
}

/** Runs a statement on the connection whose transaction is meant. */
export type Ask = <Row>(statement: SQL) => Promise<Row[]>

type Asked = { ask: Ask; limit: Limit; tenant: string }

const columnOf = ({ name }: Limit) => sql.identifier(`settings_limits_${name}`)

/** What the school may have and has; counted from the rows as they are. */
export const usageOf = async ({ ask, limit, tenant }: Asked): Promise<Usage> => {
  const [found] = await ask<Pick<Usage, 'most' | 'used'>>(
    sql`select (select t.${columnOf(limit)}::float8 from tenants t where t.id = ${tenant}) as most,
          (${limit.used(tenant)})::float8 as used`,
  )

  return { limit: limit.name, most: found?.most ?? null, used: found?.used ?? 0 }
}

/** Statements in the request's transaction, where it has one. */
export const askOf =
  (req: PayloadRequest): Ask =>
  (statement) =>
    rows(req, statement)

const isLimited = async ({ ask, limit, tenant }: Asked): Promise<boolean> =>
  (
    await ask(
      sql`select 1 from tenants t where t.id = ${tenant} and t.${columnOf(limit)} is not null`,
    )
  ).length > 0

/** Whether the school could have more; a moment later it may not. Nothing is counted without a limit. */
export const hasRoom = async (asked: Asked): Promise<boolean> =>
  !(await isLimited(asked)) || !isFull(await usageOf(asked))

/**
 * Makes sure that `more` fits into the school's limit until the caller's transaction ends; throws
 * limitReached. Whoever grows under the same limit waits for that end, so that two at once cannot both
 * have the last place. Without a limit nobody waits and nothing is counted.
 */
export const takeRoom = async ({ more, ...asked }: Asked & { more: number }): Promise<void> => {
  if (!(await isLimited(asked))) {
    return
  }
  const { ask, limit, tenant } = asked
  await ask(
    sql`select pg_advisory_xact_lock(hashtextextended(${`limit:${limit.name}:${tenant}`}, 0))`,
  )
  checkRoom({ ...(await usageOf(asked)), more })
}
