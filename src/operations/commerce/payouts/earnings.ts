import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type {
  Earnings,
  EarningsBalance,
  EarningsInBase,
  EarningsLine,
  OwnPayout,
} from '@/domain/commerce/payouts'

import { payoutsHere } from '@/adapters/payouts/index'
import { row, rows } from '@/database/transaction'
import { earningsInBase, heldSince, payable, sumsOf } from '@/domain/commerce/payouts'

import { worthNow } from '../exchange/worth'
import { owedOf } from './due'
import { payoutTerms } from './terms'

const AT_ONCE = 50

type Given = {
  before?: number
  currency?: string
  holder: string
  req: PayloadRequest
  tenant: string
}

/** What has cleared of each balance by now, with the school's days of holding. */
export const balancesNow = async ({
  req,
  tenant,
}: Pick<Given, 'req' | 'tenant'>): Promise<(EarningsBalance & { holder: string })[]> => {
  const { holdingDays } = await payoutTerms({ req, tenant })
  const found = await owedOf({ cutoff: heldSince(new Date(), holdingDays), req, tenant })

  return found.map((one) => ({ ...one, payable: payable({ ...one, minimum: 0 }) }))
}

/** What balances come to in the school's currency; null where they are in no other. */
export const inBaseOf = async ({
  balances,
  req,
  tenant,
}: Pick<Given, 'req' | 'tenant'> & {
  balances: readonly EarningsBalance[]
}): Promise<EarningsInBase | null> => {
  const worth = await worthNow({ all: balances.map((one) => sumsOf(one)), req, tenant })

  return worth && earningsInBase(worth)
}

/** All that somebody earned, newest first, 50 lines at once, with what explains each. */
export const earningsOf = async (given: Given): Promise<Earnings> => {
  const { holder, req } = given
  const account = await row<{ isReady: boolean; needs: null | string }>(
    req,
    sql`select is_ready as "isReady", needs from payout_accounts where holder = ${holder} and provider = ${payoutsHere().name}`,
  )
  const all = await balancesNow(given)
  const balances = all.flatMap(({ holder: whose, ...one }) => (whose === holder ? [one] : []))
  const currency = given.currency ?? balances[0]?.currency
  const entries = currency ? await linesOf({ ...given, currency }) : []

  return {
    account: account ?? null,
    balances,
    currency: currency ?? null,
    entries,
    inBase: await inBaseOf({ balances, req, tenant: given.tenant }),
    next: entries.length < AT_ONCE ? null : (entries.at(-1)?.sequence ?? null),
    payouts: await payoutsTo(given),
  }
}

/** What was sold by the line `l`; where the share `s` is of another course, as in a library, that course. */
const TITLE = sql`case when s.course_id <> l.course_id then (select c.title from courses c where c.id = s.course_id) else l.title end`

/** How the course of the share `s` was used in the period `p`, as JSON; null where the line is of none. */
const USE = sql`(select json_build_object('from', p.begins_at, 'to', p.ends_at, 'seconds', max(u.seconds) filter (where u.course = s.course_id), 'of', sum(u.seconds))
  from jsonb_to_recordset(p.uses) as u(course uuid, seconds float8) having max(u.seconds) filter (where u.course = s.course_id) is not null)`

const linesOf = ({
  before,
  currency,
  holder,
  req,
  tenant,
}: Given & { currency: string }): Promise<EarningsLine[]> =>
  rows(
    req,
    sql`select e.sequence::int as sequence, e.kind::text as kind, (-e.amount)::float8 as amount, (-e.balance)::float8 as balance, e.currency,
          to_json(e.posted_at) #>> '{}' as "postedAt", o.number as "order", ${TITLE} as title, ${USE} as use, s.id as rule, s.share::int as share,
          e.refund_id as refund, e.payout_id as payout
        from ledger_entries e left join orders o on o.id = e.order_id left join order_lines l on l.id = e.line_id
        left join revenue_shares s on s.id = e.rule_id
        left join library_periods p on p.order_id = e.order_id and e.kind = 'library'
        where e.tenant_id = ${tenant}::uuid and e.account = 'earnings' and e.holder = ${holder} and e.currency = ${currency}
          and e.sequence < ${before ?? Number.MAX_SAFE_INTEGER}
        order by e.sequence desc limit ${AT_ONCE}`,
  )

const payoutsTo = ({ holder, req }: Given): Promise<OwnPayout[]> =>
  rows(
    req,
    sql`select id, amount::float8 as amount, currency, status::text as status, failure,
          to_json(created_at) #>> '{}' as "madeAt", to_json(settled_at) #>> '{}' as "settledAt"
        from payouts where holder = ${holder} order by id desc limit ${AT_ONCE}`,
  )
