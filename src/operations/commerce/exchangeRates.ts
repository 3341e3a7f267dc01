import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import type { RateSource } from '@/adapters/rates/types'

import { rateSource } from '@/adapters/rates/index'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction, row, rows } from '@/database/transaction'
import { announce } from '@hooks/events/announce'

/**
 * Fetches the newest reference rates and stores those of a day that is new, each once; answers how many. While the source
 * does not answer the last ones hold, and the log says so. Tells, in any case, the schools that convert by them.
 */
export const fetchRates = async ({
  payload,
  source = rateSource(),
}: {
  payload: Payload
  source?: RateSource
}): Promise<number> => {
  const stored = await store(source).catch(async (error: unknown) => {
    payload.logger.error(
      { day: (await newest()) ?? null, err: error },
      'No exchange rates could be fetched; the last ones hold.',
    )

    return 0
  })
  await tellOfRates(payload)

  return stored
}

const store = async (source: RateSource): Promise<number> => {
  const { day, perEuro } = await source.latest()
  const { rowCount } = await systemPool().query(
    `insert into lectern_exchange_rates (day, currency, rate)
     select $1::date, e.key, e.value::numeric from json_each_text($2::json) e
     on conflict (day, currency) do nothing`,
    [day, JSON.stringify(perEuro)],
  )

  return rowCount ?? 0
}

const newest = async (): Promise<string | undefined> =>
  (
    await systemPool().query<{ day: null | string }>(
      `select to_char(max(day), 'YYYY-MM-DD') as day from lectern_exchange_rates`,
    )
  ).rows[0]?.day ?? undefined

/** The entry by which a school `t` was told of the rates of the newest day; the journal is searched from when they came. */
const TOLD = `select 1 from events e, (
    select to_char(day, 'YYYY-MM-DD') as day, min(fetched_at) as since from lectern_exchange_rates
    where day = (select max(day) from lectern_exchange_rates) group by day) r
  where e.tenant_id = t.id and e.created_at >= r.since and e.fact = 'rates.changed' and e.data ->> 'day' = r.day`

/**
 * Tells each school that converts by the rates of the newest day and was not told of them yet, in a transaction of its own: one that
 * fails is written down, holds up no other, and is told in the next round.
 */
const tellOfRates = async (payload: Payload): Promise<void> => {
  const day = await newest()
  if (!day) {
    return
  }
  const { rows: behind } = await systemPool().query<{ id: string }>(
    `select t.id from tenants t where exists (
       select 1 from tenants_settings_currencies c where c._parent_id = t.id and c.conversion = 'daily')
     and not exists (${TOLD}) order by t.id`,
  )
  for (const { id } of behind) {
    await asTenant(id, () => tell({ day, payload, tenant: id })).catch((error: unknown) => {
      payload.logger.error(
        { day, err: error, tenant: id },
        'A school could not be told of new exchange rates; it is told in the next round.',
      )
    })
  }
}

/** Rounds that run at once wait for one another at each school, and find it told. */
const tell = async ({
  day,
  payload,
  tenant,
}: {
  day: string
  payload: Payload
  tenant: string
}): Promise<void> => {
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    await rows(req, sql`select pg_advisory_xact_lock(hashtextextended(${`rates:${tenant}`}, 0))`)
    const told = await row(req, sql`select 1 from tenants t where exists (${sql.raw(TOLD)})`)
    if (!told) {
      await announce({ data: { day }, fact: 'rates.changed', req, tenant })
    }
  })
}
