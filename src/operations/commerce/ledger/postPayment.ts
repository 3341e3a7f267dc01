import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { SharedLine } from '@/domain/commerce/earnings'

import { rows } from '@/database/transaction'
import { splitsOf } from '@/domain/commerce/earnings'
import { paymentEntries } from '@/domain/commerce/ledger'

import { openLibraryPeriod } from '../libraries/open'
import { OPENS_LIBRARY } from '../library'
import { post } from './post'
import { withheldOf } from './withheld'
import { splitTerms } from '../splitTerms'

type Paid = {
  currency: string
  /** What a merchant of record keeps of it for itself, in minor units; null where the school is the seller. */
  merchantFee?: null | number
  order: string
  req: PayloadRequest
  tenant: string
}

/**
 * The lines of a paid order with the rules by which they are shared now, some of them by those of other `courses`. What was paid
 * for a library is shared by none of them: what was used is known when its period has ended.
 */
export const sharedLines = ({
  courses = new Map(),
  order,
  req,
}: Pick<Paid, 'order' | 'req'> & { courses?: ReadonlyMap<string, string> }): Promise<
  SharedLine[]
> =>
  rows(
    req,
    sql`select l.id, (l.total - l.tax)::float8 as net, l.tax::float8 as tax, l.course_id is null as "isTip",
          coalesce((select json_agg(json_build_object('id', s.id, 'person', s.person_id, 'share', s.share::int) order by s.id)
            from revenue_shares s where s.course_id = coalesce((${JSON.stringify(Object.fromEntries(courses))}::jsonb ->> l.id::text)::uuid, l.course_id)
              and s.starts_at <= now()
              and (s.ends_at is null or s.ends_at > now()) and not ${OPENS_LIBRARY}), '[]'::json) as rules
        from order_lines l where l.order_id = ${order} order by l.id`,
  )

/**
 * Posts the money that came in for an order, line by line, once: what the platform took of it, and what those who share in its courses
 * earned, included. In the transaction that books the payment.
 */
export const postPayment = async ({
  currency,
  merchantFee = null,
  order,
  req,
  tenant,
}: Paid): Promise<void> => {
  const lines = await sharedLines({ order, req })
  const terms = await splitTerms({ currency, req, tenant })
  const splits = splitsOf(lines, {
    ...terms,
    provider:
      terms.provider && merchantFee !== null ? { fixed: merchantFee, rate: 0 } : terms.provider,
  })
  const entries = paymentEntries(lines, {
    merchantFee,
    splits,
    withheld: await withheldOf({ order, req }),
  })
  await post({ currency, entries, key: `order:${order}`, kind: 'payment', order, req, tenant })
  await openLibraryPeriod({ order, req, tenant })
}
