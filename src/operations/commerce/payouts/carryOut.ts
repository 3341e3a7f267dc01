import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { PayoutProvider, PayoutState, Payouts } from '@/adapters/payouts/types'

import { PaymentUnavailable } from '@/adapters/payments/types'
import { payoutsOf } from '@/adapters/payouts/index'
import { inTransaction, row } from '@/database/transaction'

import { settlePayout } from './settle'

type Given = { payout: string; payouts?: Payouts; req: PayloadRequest; tenant: string }

type Open = {
  account: string
  amount: number
  currency: string
  id: null | string
  provider: PayoutProvider
  transfer: null | string
}

/**
 * Brings a payout to what its provider says of it: pays it, where that was not asked yet, else looks how it stands. Asked again after a
 * crash it pays nothing twice. Call it outside a transaction. Throws PaymentUnavailable while the provider cannot be asked.
 */
export const carryOutPayout = async ({ payout, payouts, req, tenant }: Given): Promise<void> => {
  const open = await row<Open>(
    req,
    sql`select provider_account as account, amount::float8 as amount, currency, provider, provider_payout as id,
          provider_transfer as transfer from payouts where id = ${payout} and status <> 'failed'`,
  )
  if (!open) {
    return
  }
  const provider = payouts ?? payoutsOf(open.provider)
  if (!provider) {
    throw new PaymentUnavailable(`${open.provider} pays nothing out here.`)
  }
  const state = await stateAt(provider, { ...open, payout, tenant })
  await inTransaction(req, () => settlePayout({ payout, req, state, tenant }))
}

const stateAt = (
  provider: Payouts,
  { id, transfer, ...asked }: Open & { payout: string; tenant: string },
): Promise<PayoutState> => {
  const { account, amount, currency, payout, tenant } = asked

  return id && transfer
    ? provider.lookUp({ id, account, transfer })
    : provider.pay({ account, amount, currency, payout, tenant })
}
