import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { DayRates } from '@/domain/commerce/exchange'
import type { Further } from '@/domain/commerce/prices'

import { row } from '@/database/transaction'

/** The reference rates of the newest day that the platform has, the same for every school; null before there are any. */
export const storedRates = async (req: PayloadRequest): Promise<DayRates | null> => {
  const found = await row<DayRates>(
    req,
    sql`select to_char(r.day, 'YYYY-MM-DD') as day, json_object_agg(r.currency, r.rate::text) as "perEuro"
        from lectern_exchange_rates r
        where r.day = (select max(day) from lectern_exchange_rates) group by r.day`,
  )

  return found ?? null
}

/** The same where a school converts by them; null where it does not, without asking. */
export const ratesFor = async (
  req: PayloadRequest,
  further: Further | undefined,
): Promise<DayRates | null> =>
  further?.currencies.some(({ conversion }) => conversion === 'daily') ? storedRates(req) : null
