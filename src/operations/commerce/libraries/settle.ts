import type { Payload, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import type { Meter } from '@/domain/commerce/libraries'

import { systemPool } from '@/database/hosts'
import { inTransaction, row, rows } from '@/database/transaction'
import { leftOf } from '@/domain/commerce/earnings'
import { splitByUse, usedBetween } from '@/domain/commerce/libraries'
import { movedEarnings } from '@/domain/commerce/ledger'

import type { Due } from '../subscriptions/eachDue'

import { holdLedger, post } from '../ledger/post'
import { splitTerms } from '../splitTerms'
import { eachDue } from '../subscriptions/eachDue'
import { readMeter } from './meter'
import { bookedLines, millisecondsOf, openedBy, sharedUses } from './parts'

/** Periods looked at in one round; the rest waits for the next. */
const AT_ONCE = 500

/** Whether a dispute about the money of the order `o` is undecided. */
const CONTESTED = `exists (select 1 from disputes d where d.order_id = o.id and d.state not in ('lost', 'won'))`

/**
 * Periods `p` that have ended by `$1`: the next one of their subscription is paid, or it runs no more and what was paid for is over. While
 * a dispute about the money is undecided they wait.
 */
const ENDED = `from library_periods p join orders o on o.id = p.order_id join subscriptions s on s.id = o.subscription_id
  left join lateral (select n.id, n.paid_at from orders n where n.subscription_id = s.id and n.status = 'paid' and n.paid_at > o.paid_at
    order by n.paid_at limit 1) next on true
  where p.settled_at is null and o.status = 'paid'
    and (next.id is not null or (s.status not in ('trialing', 'active', 'pastDue') and s.period_end <= $1))
    and not ${CONTESTED}`

type Ended = Due & { endsAt: string; next: null | string; period: string }

/**
 * Shares what was paid for each period of a library that has ended by `now` among those who share in the courses that were used; each
 * by itself, so that one that fails waits for the next round. Answers how many were shared.
 */
export const settleLibraries = async ({
  now,
  payload,
}: {
  now: Date
  payload: Payload
}): Promise<number> => {
  const { rows: due } = await systemPool().query<Ended>(
    `select p.id as period, p.tenant_id as tenant, s.id, next.id as next,
       to_json(coalesce(next.paid_at, s.period_end)) #>> '{}' as "endsAt" ${ENDED} order by p.id limit ${AT_ONCE}`,
    [now.toISOString()],
  )

  return eachDue({
    due,
    payload,
    work: async (one) => {
      const req = await createLocalReq({}, payload)

      return inTransaction(req, () => settle({ ...one, req }))
    },
  })
}

/** `length` in milliseconds. */
type Period = {
  beginsAt: string
  buyer: string
  currency: string
  length: number
  opening: Meter
  order: string
}

/** Of two rounds at once one finds the period open; no dispute comes between, since its posting waits for the books. */
const settle = async (ended: Ended & { req: PayloadRequest }): Promise<boolean> => {
  const { endsAt, period, req, tenant } = ended
  await holdLedger({ req, tenant })
  const held = await row<Period>(
    req,
    sql`update library_periods p set settled_at = now(), ends_at = ${endsAt}::timestamptz, updated_at = now() from orders o
        where p.id = ${period} and p.settled_at is null and o.id = p.order_id and not ${sql.raw(CONTESTED)}
        returning to_json(p.begins_at) #>> '{}' as "beginsAt", greatest(1, ${millisecondsOf(sql`${endsAt}::timestamptz - p.begins_at`)}) as length, o.buyer_id as buyer, o.currency, p.opening, o.id as "order"`,
  )
  if (!held) {
    return false
  }
  const uses = await usesOf(ended, held)
  const parts = await bookEarnings({ ended, held, uses })
  const used = uses.map(({ course, seconds }, index) => ({ amount: parts[index], course, seconds }))
  await rows(
    req,
    sql`update library_periods set uses = ${JSON.stringify(used)}::jsonb where id = ${period} and tenant_id = ${tenant}`,
  )

  return true
}

/** What was used from its opening to the opening of the next one, or to now where there is none. */
const usesOf = async (
  { id, endsAt, next, req }: Ended & { req: PayloadRequest },
  { beginsAt, buyer, opening }: Period,
) => {
  const following = next
    ? await row<{ opening: Meter }>(
        req,
        sql`select opening from library_periods where order_id = ${next}`,
      )
    : undefined
  const closing = following?.opening ?? (await readMeter({ learner: buyer, req }))
  const uses = await openedBy({ req, subscription: id, uses: usedBetween(opening, closing) })

  return sharedUses({ from: beginsAt, req, to: endsAt, uses })
}

type Booking = {
  ended: Ended & { req: PayloadRequest }
  held: Period
  uses: Awaited<ReturnType<typeof sharedUses>>
}

/** Books what each earned of the whole period, and what refunds and disputes took of that before; answers the part of each course. */
const bookEarnings = async ({
  ended: { req, tenant },
  held: { currency, length, order },
  uses,
}: Booking): Promise<number[]> => {
  const lines = await bookedLines({ order, req, tenant })
  const { provider } = await splitTerms({ currency, req, tenant })
  const left = leftOf(
    lines,
    lines.map(({ fee }) => fee),
    provider,
  )
  const splits = lines.map((line, index) => ({
    ...line,
    ...splitByUse(left[index] ?? 0, uses, length),
  }))
  const moved = splits.map(({ id, earned, net, taken }) =>
    movedEarnings({
      earned: [],
      line: id,
      now: earned,
      refunded: Math.min(taken, net),
      returned: [],
      sold: net,
    }),
  )
  const given = { currency, kind: 'library', order, req, tenant } as const
  await post({ ...given, entries: moved.flatMap(({ whole }) => whole), key: `library:${order}` })
  await post({
    ...given,
    entries: moved.flatMap(({ taken }) => taken),
    key: `libraryReturned:${order}`,
  })

  return uses.map((_, index) => splits.reduce((sum, { parts }) => sum + (parts[index] ?? 0), 0))
}
