import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'
import { announce } from '@hooks/events/announce'

type Reported = {
  /** Ours. */
  payout?: string
  /** The provider's name of an account. */
  payoutAccount?: string
  provider: string
  req: PayloadRequest
  tenant: string
}

/**
 * Announces that a payout, or an account to which somebody is paid, may stand otherwise, for a worker to ask how it does. Answers whether
 * there is any such. Runs in the caller's transaction.
 */
export const reportPayout = async ({
  payout,
  payoutAccount,
  provider,
  req,
  tenant,
}: Reported): Promise<boolean> => {
  const [accounts, payouts] = [
    await rows<{ account: string }>(
      req,
      sql`select id as account from payout_accounts where provider::text = ${provider} and provider_account = ${payoutAccount ?? ''} order by id`,
    ),
    await rows<{ payout: string }>(
      req,
      sql`select id as payout from payouts where id::text = ${payout ?? ''}`,
    ),
  ]
  for (const data of accounts) {
    await announce({ data, fact: 'payoutAccount.reported', req, tenant })
  }
  for (const data of payouts) {
    await announce({ data, fact: 'payout.reported', req, tenant })
  }

  return accounts.length + payouts.length > 0
}
