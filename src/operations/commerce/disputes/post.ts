import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { LedgerEntry } from '@/domain/commerce/ledger'

import { row, rows } from '@/database/transaction'
import { returnedSplits } from '@/domain/commerce/earnings'
import { disputeEntries, disputeFeeEntries } from '@/domain/commerce/ledger'

import { holdLedger, post } from '../ledger/post'
import { withheldOf } from '../ledger/withheld'
import { keepsFee } from '../splitTerms'
import { disputedLines } from './lines'

/** A dispute as the books know it; of what a merchant of record sold it keeps its fee; `amount` and `fee` in minor units of `currency`. */
type PostedDispute = {
  amount: number
  currency: string
  fee: number
  id: string
  isWithdrawn: boolean
  isWon: boolean
  order: string
}

type Posting = { dispute: PostedDispute; req: PayloadRequest; tenant: string }

const keyOf = (dispute: string): string => `dispute:${dispute}`

/**
 * Posts what a dispute took, what came back when it was won, and what it cost, each once; fees and earnings go and come back
 * with the money, in proportion. Called again with the same it posts nothing. In the caller's transaction, which holds the order.
 */
export const postDispute = async ({ dispute, req, tenant }: Posting): Promise<void> => {
  await holdLedger({ req, tenant })
  if (dispute.isWithdrawn) {
    await withdraw({ dispute, req, tenant })
  }
  if (dispute.isWithdrawn && dispute.isWon) {
    await giveBack({ dispute, req, tenant })
  }
  await settleFee({ dispute, req, tenant })
}

const withdraw = async ({ dispute, req, tenant }: Posting): Promise<void> => {
  const { id, amount, currency, order } = dispute
  const key = keyOf(id)
  if (
    await row(req, sql`select 1 from ledger_entries where tenant_id = ${tenant} and key = ${key}`)
  ) {
    return
  }
  const { lines, over } = await disputedLines({ amount, order, req, tenant })
  const splits = returnedSplits(lines, { keepsFee: await keepsFee({ req, tenant }) })
  const withheld = await bearerOf({ order, req })
  const sold = await row<{ merchant: null | string }>(
    req,
    sql`select merchant from orders where id = ${order}`,
  )
  const merchantFee = sold?.merchant ? 0 : null
  const entries = disputeEntries(lines, over, { merchantFee, splits, withheld })
  await post({ currency, dispute: id, entries, key, kind: 'dispute', order, req, tenant })
}

/**
 * From whom a provider takes contested money, as `withheldOf` says whose it was: the platform, said as null, also where the
 * money had gone on to the school at once, since it was the platform that was paid; or 0, where that was the school's own account.
 */
const bearerOf = async ({
  order,
  req,
}: {
  order: string
  req: PayloadRequest
}): Promise<0 | null> => {
  const isDirect = await row(
    req,
    sql`select 1 from orders where id = ${order} and direct is not null`,
  )

  return isDirect || (await withheldOf({ order, req })) === null ? null : 0
}

/** The very lines by which the money went, the other way round. */
const giveBack = async ({
  dispute: { id, currency, order },
  req,
  tenant,
}: Posting): Promise<void> => {
  const gone = await rows<
    Omit<LedgerEntry, 'holder' | 'rule'> & { holder: string; rule: null | string }
  >(
    req,
    sql`select account, holder, line_id as line, rule_id as rule, (-amount)::float8 as amount from ledger_entries
        where tenant_id = ${tenant} and key = ${keyOf(id)} order by place`,
  )
  const entries = gone.map(({ rule, ...entry }) => ({ ...entry, ...(rule && { rule }) }))
  const key = `${keyOf(id)}:won`
  await post({ currency, dispute: id, entries, key, kind: 'dispute', order, req, tenant })
}

/** Brings what the books say that a dispute cost to what its provider says. */
const settleFee = async ({ dispute, req, tenant }: Posting): Promise<void> => {
  const { id, currency, fee, order } = dispute
  const posted = await row<{ count: number; sum: number }>(
    req,
    sql`select count(*)::int as count, coalesce(sum(amount), 0)::float8 as sum from ledger_entries
        where tenant_id = ${tenant} and dispute_id = ${id} and account = 'disputeFees'`,
  )
  const more = fee - (posted?.sum ?? 0)
  if (more !== 0) {
    const entries = disputeFeeEntries(more, await bearerOf({ order, req }))
    const key = `${keyOf(id)}:fee:${posted?.count ?? 0}`
    await post({ currency, dispute: id, entries, key, kind: 'disputeFee', order, req, tenant })
  }
}
