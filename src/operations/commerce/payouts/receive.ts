import type { Payload } from 'payload'

import { createLocalReq } from 'payload'

import { payoutsHere } from '@/adapters/payouts/index'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { announce } from '@hooks/events/announce'

type Delivery = { body: string; headers: Headers; payload: Payload }

type Concerned = { id: string; tenant: string }

/**
 * The way in for events of the provider of payouts: checks the signature on the raw body, and announces that an account or a payout of ours may
 * stand otherwise; a worker asks how it does, so that an event told twice, late or in another order changes nothing. Answers whether it concerned anything. Throws BadSignature.
 */
export const receivePayoutEvent = async ({ payload, ...delivery }: Delivery): Promise<boolean> => {
  const event = payoutsHere().verifyEvent(delivery)
  if (!event) {
    return false
  }
  const isAccount = 'account' in event
  const { rows: found } = await systemPool().query<Concerned>(
    isAccount
      ? 'select id, tenant_id as tenant from payout_accounts where provider_account = $1 limit 2'
      : 'select id, tenant_id as tenant from payouts where id = $1 and tenant_id = $2',
    isAccount ? [event.account] : [event.payout, event.tenant],
  )
  for (const { id, tenant } of found) {
    await asTenant(tenant, async () => {
      const req = await createLocalReq({}, payload)
      await inTransaction(req, () =>
        isAccount
          ? announce({ data: { account: id }, fact: 'payoutAccount.reported', req, tenant })
          : announce({ data: { payout: id }, fact: 'payout.reported', req, tenant }),
      )
    })
  }

  return found.length > 0
}
