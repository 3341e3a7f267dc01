import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { PayoutState } from '@/adapters/payouts/types'
import type { LedgerEntry } from '@/domain/commerce/ledger'

import { row, rows } from '@/database/transaction'
import { arrivedEntries, returnedEntries } from '@/domain/commerce/payouts'
import { announce } from '@hooks/events/announce'

import { post } from '../ledger/post'

type Settling = { payout: string; req: PayloadRequest; state: PayoutState; tenant: string }

type Moved = { amount: number; currency: string; holder: string; status: 'paid' | 'pending' }

/**
 * Writes down what a provider made of a payout, once: what arrived is gone from the provider, and what failed is owed again, with its
 * reason, also where it was believed to have arrived. Runs in the caller's transaction.
 */
export const settlePayout = async ({ payout, req, state, tenant }: Settling): Promise<void> => {
  const { id, failure, status, transfer } = state
  const held = await row<Moved>(
    req,
    sql`select amount::float8 as amount, currency, holder, status::text as status from payouts
        where id = ${payout} and (status = 'pending' or status = 'paid' and ${status} = 'failed') for update`,
  )
  if (!held) {
    return
  }
  await rows(
    req,
    sql`update payouts set status = ${status}::enum_payouts_status, failure = ${failure}, updated_at = now(),
          provider_payout = coalesce(${id}, provider_payout), provider_transfer = coalesce(${transfer}, provider_transfer),
          settled_at = case when ${status} <> 'pending' then now() end
        where id = ${payout}`,
  )
  if (status === 'pending') {
    return
  }
  await post({
    currency: held.currency,
    entries: status === 'paid' ? arrivedEntries(held) : cameBack(held),
    key: `payout:${payout}:${status}`,
    kind: status === 'paid' ? 'payoutSettled' : 'payoutFailed',
    order: null,
    payout,
    req,
    tenant,
  })
  await announce({ data: { payout }, fact: `payout.${status}`, req, tenant })
}

/** What had arrived comes back from where it went first. */
const cameBack = (held: Moved): LedgerEntry[] => [
  ...(held.status === 'paid'
    ? arrivedEntries(held).map((entry) => ({ ...entry, amount: -entry.amount }))
    : []),
  ...returnedEntries(held),
]
