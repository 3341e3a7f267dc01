import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { LineSplit } from '@/domain/commerce/earnings'

import { row } from '@/database/transaction'
import { splitsOf } from '@/domain/commerce/earnings'
import { movedEarnings } from '@/domain/commerce/ledger'

import { earnedOf, transferKey } from '../ledger/earnedOf'
import { holdLedger, post } from '../ledger/post'
import { sharedLines } from '../ledger/postPayment'
import { splitTerms } from '../splitTerms'

type Moved = {
  /** The course that the place is in from now on. */
  course: string
  currency: string
  /** A line that money was paid for, and its order. */
  line: string
  order: string
  req: PayloadRequest
  tenant: string
  transfer: string
}

type Booked = {
  earned: LineSplit['earned']
  refunded: number
  returned: LineSplit['earned']
  sold: number
}

/**
 * Lets those earn of what was paid for a place who share in its new course, by their shares of now, in place of those who
 * did: of the whole sale, and of what of it went back. What the platform took stays. In the transaction that moves the place.
 */
export const moveEarnings = async (moved: Moved): Promise<void> => {
  const { course, currency, line, order, req, tenant, transfer } = moved
  await holdLedger({ req, tenant })
  const booked = await bookedOf(moved)
  if (!booked) {
    return
  }
  const lines = await sharedLines({ courses: new Map([[line, course]]), order, req })
  const splits = splitsOf(lines, await splitTerms({ currency, req, tenant }))
  const earned = splits.find((one) => one.line === line)?.earned ?? []
  const given = { currency, kind: 'transfer', order, req, tenant } as const
  const { taken, whole } = movedEarnings({ ...booked, line, now: earned })
  await post({ ...given, entries: whole, key: transferKey({ line, transfer }) })
  await post({ ...given, entries: taken, key: `transferReturned:${transfer}:${line}` })
}

/** What the books say of a line: who earned of it, and what refunds took of that. */
const bookedOf = ({ line, req, tenant }: Moved): Promise<Booked | undefined> =>
  row<Booked>(
    req,
    sql`select (l.total - l.tax)::float8 as sold, ${earnedOf({ line: sql`l.id`, tenant })} as earned,
          coalesce((select sum(g.net) from refund_lines g join refunds r on r.id = g.refund_id
            where g.line_id = l.id and r.status = 'succeeded'), 0)::float8 as refunded,
          coalesce((select json_agg(json_build_object('amount', b.amount, 'person', b.person, 'rule', b.rule)) from (
            select sum(e.amount)::float8 as amount, e.holder as person, e.rule_id as rule from ledger_entries e
            where e.tenant_id = ${tenant}::uuid and e.line_id = l.id and e.account = 'earnings'
              and (e.kind = 'refund' or (e.kind = 'transfer' and e.key like 'transferReturned:%'))
            group by e.holder, e.rule_id having sum(e.amount) <> 0) b), '[]'::json) as returned
        from order_lines l where l.id = ${line} and l.total > 0`,
  )
