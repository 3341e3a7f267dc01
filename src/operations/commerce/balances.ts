import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { LedgerAccount } from '@/domain/commerce/ledger'

import { rows } from '@/database/transaction'
import { shownBalance } from '@/domain/commerce/ledger'

import { headsOf } from './ledger/heads'

/** What an account holds, in minor units of `currency`, as `shownBalance` says it; `entries` is how many rows explain it. */
export type Balance = {
  account: LedgerAccount
  balance: number
  currency: string
  entries: number
}

/**
 * Every balance of the school: the last row of each account, holder and currency, found by walking the index from one
 * to the one before it, so that it costs the same whatever the books hold. What those who share are owed is one balance here.
 */
export const balancesOf = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<Balance[]> => {
  const found = await rows<Balance>(
    req,
    sql`with recursive ${headsOf(tenant)}
        select account::text as account, currency, sum(balance)::float8 as balance, sum(sequence)::int as entries
        from heads group by heads.account, currency order by currency, heads.account`,
  )

  return found.map((one) => ({ ...one, balance: shownBalance(one.account, one.balance) }))
}
