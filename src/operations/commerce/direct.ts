import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { DirectPayment } from '@/adapters/payments/types'

import { row } from '@/database/transaction'
import { keptOf } from '@/domain/commerce/earnings'
import { DIRECT } from '@/domain/commerce/payouts'

import { splitTerms } from './splitTerms'

type Asked = { order: null | string; provider: string; req: PayloadRequest; tenant: string }

type Sold = { account: null | string; currency: string; direct: DirectPayment | null; net: number }

/**
 * Where the money of an order goes at once, and the platform's fee of it; null where it stays with the platform, which
 * pays it out. Decided once for an order, so that whatever charges it, and however often, says the same. Only Stripe
 * knows such payments, and only a school that wants them, with an account that is ready.
 */
export const directOf = async ({
  order,
  provider,
  req,
  tenant,
}: Asked): Promise<DirectPayment | null> => {
  if (provider !== 'stripe' || !order) {
    return null
  }
  const sold = await row<Sold>(
    req,
    sql`select o.direct, o.currency, (o.total - o.tax)::float8 as net, a.provider_account as account
        from orders o join tenants t on t.id = o.tenant_id
          left join payout_accounts a on a.tenant_id = o.tenant_id and a.holder = ${DIRECT} and a.provider = 'stripe'
            and a.is_ready and t.settings_earnings_direct
        where o.id = ${order} and o.tenant_id = ${tenant}`,
  )
  if (!sold || sold.direct || !sold.account) {
    return sold?.direct ?? null
  }
  const { account, currency, net } = sold
  const { fee } = await splitTerms({ currency, req, tenant })
  const direct: DirectPayment = { account, fee: net - keptOf(net, fee) }
  const kept = await row<{ direct: DirectPayment }>(
    req,
    sql`update orders set direct = coalesce(direct, ${JSON.stringify(direct)}::jsonb) where id = ${order} returning direct`,
  )

  return kept?.direct ?? null
}

/** Whether a school wants its sales to go straight to it, and has no account ready that they could go to. */
export const lacksDirectAccount = async ({
  req,
  tenant,
}: Pick<Asked, 'req' | 'tenant'>): Promise<boolean> =>
  Boolean(
    await row(
      req,
      sql`select 1 from tenants t where t.id = ${tenant} and t.settings_earnings_direct and not exists (
            select 1 from payout_accounts a where a.tenant_id = t.id and a.holder = ${DIRECT} and a.is_ready)`,
    ),
  )
