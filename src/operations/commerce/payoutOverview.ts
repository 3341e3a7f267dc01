import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { EarningsBalance, EarningsInBase } from '@/domain/commerce/payouts'

import { payoutsHere } from '@/adapters/payouts/index'
import { systemPool } from '@/database/hosts'
import { rows } from '@/database/transaction'
import { SCHOOL } from '@/domain/commerce/payouts'

import { balancesNow, inBaseOf } from './payouts/earnings'

/** What one holder is owed in one currency: `name` is null for the school itself. */
export type HolderBalance = EarningsBalance & {
  holder: string
  isReady: boolean
  name: null | string
}

type Named = { holder: string; isReady: boolean; name: null | string }

/** What everybody who earns in the school is owed, and the school itself, by currency. */
export const payoutOverview = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<HolderBalance[]> => {
  const balances = await balancesNow({ req, tenant })
  const holders = JSON.stringify([...new Set(balances.map(({ holder }) => holder))])
  const named = await rows<Named>(
    req,
    sql`select h.holder, coalesce(u.name, u.email) as name, coalesce(a.is_ready, false) as "isReady"
        from jsonb_array_elements_text(${holders}::jsonb) as h(holder)
        left join users u on u.id::text = h.holder
        left join payout_accounts a on a.holder = h.holder and a.tenant_id = ${tenant} and a.provider = ${payoutsHere().name}`,
  )

  return balances.map((balance) => {
    const found = named.find(({ holder }) => holder === balance.holder)

    return { ...balance, name: found?.name ?? null, isReady: found?.isReady ?? false }
  })
}

/** What everybody but the school itself is owed, in its currency; null where they are owed in no other. */
export const peopleInBase = ({
  balances,
  ...given
}: {
  balances: readonly HolderBalance[]
  req: PayloadRequest
  tenant: string
}): Promise<EarningsInBase | null> =>
  inBaseOf({ ...given, balances: balances.filter(({ holder }) => holder !== SCHOOL) })

/** What the books of a school say in one currency, in minor units. */
export type SchoolBalance = {
  currency: string
  /** What the platform took of its sales. */
  fees: number
  /** What those who share in its sales are owed. */
  owed: number
  onWay: number
  /** What the provider holds for it. */
  held: number
  school: string
  schoolId: string
}

/** What the books of all schools say, as the platform: the last row of every account, summed by school and currency. */
export const allSchools = async (): Promise<SchoolBalance[]> => {
  const { rows: found } = await systemPool().query<SchoolBalance>(
    `with heads as (
       select distinct on (tenant_id, account, holder, currency) tenant_id, account, currency, balance
       from ledger_entries order by tenant_id, account, holder, currency, sequence desc)
     select t.id as "schoolId", t.name as school, h.currency,
       coalesce(sum(h.balance) filter (where h.account = 'platformFee'), 0)::float8 as fees,
       coalesce(-sum(h.balance) filter (where h.account = 'earnings'), 0)::float8 as owed,
       coalesce(-sum(h.balance) filter (where h.account = 'payouts'), 0)::float8 as "onWay",
       coalesce(sum(h.balance) filter (where h.account = 'provider'), 0)::float8 as held
     from heads h join tenants t on t.id = h.tenant_id
     group by t.id, t.name, h.currency order by t.name, h.currency`,
  )

  return found
}
