import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Owed } from '@/domain/commerce/payouts'

import { payoutsHere } from '@/adapters/payouts/index'
import { row, rows } from '@/database/transaction'
import { heldSince, payable, payoutEntries } from '@/domain/commerce/payouts'
import { announce } from '@hooks/events/announce'

import { balancesOf } from '../balances'
import { holdLedger, post } from '../ledger/post'
import { owedOf } from './due'
import { payoutTerms } from './terms'

/** A payout that was asked for: `amount` in minor units. */
export type AskedPayout = { amount: number; currency: string; holder: string; id: string }

type Asked = {
  /** Whose alone; everybody's where absent. */
  holder?: string
  req: PayloadRequest
  /** What is paid is what had cleared by then; whoever was paid since is not paid again. Null pays by hand: all that has cleared by now, however little. */
  scheduledAt: Date | null
  tenant: string
}

type Ready = { account: string; holder: string; person: null | string }

/**
 * Asks for everything to be paid out that has cleared, to those who have an account that is ready; a worker asks the provider. It comes
 * off what is owed in the same transaction, under the lock of the ledger: of two at once the second finds nothing left. In the caller's transaction.
 */
export const askPayouts = async (asked: Asked): Promise<AskedPayout[]> => {
  const { holder, req, scheduledAt, tenant } = asked
  await holdLedger({ req, tenant })
  const { currency, holdingDays, minimum } = await payoutTerms({ req, tenant })
  const cutoff = heldSince(scheduledAt ?? new Date(), holdingDays)
  const ready = await readyAccounts(asked)
  const available = await heldBy(asked)
  const made: AskedPayout[] = []
  for (const owed of await owedOf({ cutoff, req, tenant })) {
    const account = ready.find((one) => one.holder === owed.holder)
    const least = scheduledAt && owed.currency === currency ? minimum : 0
    const cleared = payable({ ...owed, minimum: least })
    const left = available.get(owed.currency) ?? 0
    const amount = Math.max(Math.min(cleared, left), 0)
    if (account && amount > 0 && (!holder || holder === owed.holder)) {
      const isPaid = scheduledAt && (await wasPaidSince({ owed, req, scheduledAt }))
      if (!isPaid) {
        made.push(await write({ account, amount, owed, req, tenant }))
        available.set(owed.currency, left - amount)
      }
    }
  }

  return made
}

/** What the platform holds for the school and is not on its way, by currency: more than that it pays nobody. */
const heldBy = async ({ req, tenant }: Asked): Promise<Map<string, number>> => {
  const found = await balancesOf({ req, tenant })
  const held = new Map<string, number>()
  for (const { account, balance, currency } of found) {
    const sign = account === 'provider' ? 1 : account === 'payouts' ? -1 : 0
    held.set(currency, (held.get(currency) ?? 0) + sign * balance)
  }

  return held
}

const readyAccounts = ({ req }: Asked): Promise<Ready[]> =>
  rows(
    req,
    sql`select holder, person_id as person, provider_account as account from payout_accounts
        where is_ready and provider = ${payoutsHere().name}`,
  )

const wasPaidSince = async ({
  owed: { currency, holder },
  req,
  scheduledAt,
}: {
  owed: Owed
  req: PayloadRequest
  scheduledAt: Date
}): Promise<boolean> => {
  const found = await row(
    req,
    sql`select 1 from payouts where holder = ${holder} and currency = ${currency}
          and created_at >= ${scheduledAt.toISOString()} limit 1`,
  )

  return found !== undefined
}

const write = async ({
  account: { account, person },
  amount,
  owed: { currency, holder },
  req,
  tenant,
}: {
  account: Ready
  amount: number
  owed: Owed
  req: PayloadRequest
  tenant: string
}): Promise<AskedPayout> => {
  const payout = await row<{ id: string }>(
    req,
    sql`insert into payouts (id, tenant_id, holder, person_id, amount, currency, status, provider, provider_account)
        values (uuidv7(), ${tenant}, ${holder}, ${person}, ${amount}, ${currency}, 'pending', ${payoutsHere().name}, ${account})
        returning id`,
  )
  const id = payout?.id ?? ''
  await post({
    currency,
    entries: payoutEntries({ amount, holder }),
    key: `payout:${id}`,
    kind: 'payout',
    order: null,
    payout: id,
    req,
    tenant,
  })
  await announce({ data: { payout: id }, fact: 'payout.asked', req, tenant })

  return { id, amount, currency, holder }
}
