import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ProviderName, ReportedDispute } from '@/adapters/payments/types'
import type { DisputeReport } from '@/domain/commerce/disputes'

import { row } from '@/database/transaction'
import { afterReport, isOver } from '@/domain/commerce/disputes'
import { announce } from '@hooks/events/announce'

import { postDispute } from './post'

type Reported = {
  amount: number
  currency: string
  dispute: ReportedDispute
  /** When its provider says that it stood so; ISO 8601. */
  occurredAt: string
  payment: string
  provider: ProviderName
  req: PayloadRequest
  tenant: string
}

type Held = { currency: string; order: string; payment: string }
type Known = DisputeReport & { amount: number; id: string }

/**
 * Makes of a provider's report of a dispute what it means, under its order's lock: the dispute stands as all reports
 * together say, the books have what it took, gave back and cost, and `dispute.opened` and `dispute.changed` are announced,
 * the first once. Told twice, late or in another order it changes nothing more. Runs in the caller's transaction.
 */
export const reportDispute = async (
  reported: Reported,
): Promise<'currencyMismatch' | 'moved' | 'paymentUnknown'> => {
  const { currency, dispute, occurredAt, payment, provider, req, tenant } = reported
  const held = await row<Held>(
    req,
    sql`select o.id as "order", p.id as payment, p.currency from payments p join orders o on o.id = p.order_id
        where p.provider = ${provider} and p.provider_payment = ${payment} and p.status = 'succeeded' for no key update of o`,
  )
  if (!held) {
    return 'paymentUnknown'
  }
  if (held.currency !== currency) {
    return 'currencyMismatch'
  }
  const known = await knownAs({ dispute: dispute.id, provider, req })
  const { id: providerDispute, ...told } = dispute
  const next = afterReport(known ?? null, { ...told, reportedAt: occurredAt })
  const amount = known?.isWithdrawn ? known.amount : reported.amount
  const id = await written({ ...reported, amount, held, next, providerDispute })
  await postDispute({
    dispute: {
      id,
      amount,
      currency,
      fee: next.fee,
      isWithdrawn: next.isWithdrawn,
      isWon: next.state === 'won',
      order: held.order,
    },
    req,
    tenant,
  })
  if (!known && !isOver(next.state)) {
    await announce({ data: { dispute: id }, fact: 'dispute.opened', req, tenant })
  }
  if (known?.state !== next.state || known.isWithdrawn !== next.isWithdrawn) {
    await announce({ data: { dispute: id }, fact: 'dispute.changed', req, tenant })
  }

  return 'moved'
}

const knownAs = ({
  dispute,
  provider,
  req,
}: {
  dispute: string
  provider: ProviderName
  req: PayloadRequest
}): Promise<Known | undefined> =>
  row<Known>(
    req,
    sql`select id, state::text as state, amount::float8 as amount, fee::float8 as fee, reason, coalesce(is_withdrawn, false) as "isWithdrawn",
          to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dueAt",
          to_char(reported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "reportedAt"
        from disputes where provider = ${provider} and provider_dispute = ${dispute} for update`,
  )

const written = async ({
  amount,
  currency,
  held: { order, payment },
  next,
  occurredAt,
  provider,
  providerDispute,
  req,
  tenant,
}: Omit<Reported, 'dispute' | 'payment'> & {
  held: Held
  next: DisputeReport
  providerDispute: string
}): Promise<string> => {
  const settledAt = isOver(next.state) ? next.reportedAt : null
  const stored = await row<{ id: string }>(
    req,
    sql`insert into disputes (id, tenant_id, order_id, payment_id, provider, provider_dispute, amount, currency, fee, reason, state,
          is_withdrawn, due_at, opened_at, reported_at, settled_at)
        values (uuidv7(), ${tenant}, ${order}, ${payment}, ${provider}, ${providerDispute}, ${amount}, ${currency}, ${next.fee}, ${next.reason},
          ${next.state}, ${next.isWithdrawn}, ${next.dueAt}, ${occurredAt}, ${next.reportedAt}, ${settledAt})
        on conflict (tenant_id, provider, provider_dispute) do update
          set amount = excluded.amount, fee = excluded.fee, reason = excluded.reason, state = excluded.state,
            is_withdrawn = excluded.is_withdrawn, due_at = excluded.due_at, reported_at = excluded.reported_at,
            opened_at = least(disputes.opened_at, excluded.opened_at), settled_at = excluded.settled_at, updated_at = now()
        returning id`,
  )
  if (!stored) {
    throw new Error('A dispute was not written down.')
  }

  return stored.id
}
