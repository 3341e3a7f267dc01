import type { Payload } from 'payload'

import { createLocalReq } from 'payload'

import type { RateSource } from '@/adapters/rates/types'

import { rateSource } from '@/adapters/rates/index'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { announce } from '@hooks/events/announce'

/**
 * Fetches the newest reference rates and stores those of a day that is new, each once; answers how many. While the source
 * does not answer the last ones hold, and the log says so. Pages of schools that convert by them are made anew.
 */
export const fetchRates = async ({
  payload,
  source = rateSource(),
}: {
  payload: Payload
  source?: RateSource
}): Promise<number> => {
  try {
    const { day, perEuro } = await source.latest()
    const { rowCount } = await systemPool().query(
      `insert into lectern_exchange_rates (day, currency, rate)
       select $1::date, e.key, e.value::numeric from json_each_text($2::json) e
       on conflict (day, currency) do nothing`,
      [day, JSON.stringify(perEuro)],
    )
    if (rowCount) {
      await showAnew(payload)
    }

    return rowCount ?? 0
  } catch (error) {
    const { rows } = await systemPool().query<{ day: null | string }>(
      `select to_char(max(day), 'YYYY-MM-DD') as day from lectern_exchange_rates`,
    )
    payload.logger.error(
      { day: rows[0]?.day ?? null, err: error },
      'No exchange rates could be fetched; the last ones hold.',
    )

    return 0
  }
}

const showAnew = async (payload: Payload): Promise<void> => {
  const { rows } = await systemPool().query<{ id: string }>(
    `select distinct t.id from tenants t join tenants_settings_currencies c on c._parent_id = t.id where c.conversion = 'daily'`,
  )
  for (const { id } of rows) {
    const req = await createLocalReq({}, payload)
    await asTenant(id, () =>
      inTransaction(req, () =>
        announce({ data: { id, collection: 'tenants' }, fact: 'content.changed', req, tenant: id }),
      ),
    )
  }
}
