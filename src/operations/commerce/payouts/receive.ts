import type { Payload } from 'payload'

import { createLocalReq } from 'payload'

import type { ProviderEvent } from '@/adapters/payments/types'
import type { PayoutEvent } from '@/adapters/payouts/types'

import { NOTHING } from '@/adapters/payments/reading'
import { payoutsHere } from '@/adapters/payouts/index'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'

import { keepEvent } from '../keepEvent'

type Delivery = { body: string; headers: Headers; payload: Payload }

/** What became of a delivery: kept, known already, or about nothing of ours. */
type Receipt = 'ignored' | 'received' | 'repeated'

/**
 * The way in for events of the provider of payouts: checks the signature on the raw body, and keeps the event under its unique id in the log of
 * each school whose account or payout it names; a worker asks the provider how that stands, so that an event told twice, late, in another order or replayed
 * changes nothing. Throws BadSignature.
 */
export const receivePayoutEvent = async ({
  body,
  headers,
  payload,
}: Delivery): Promise<Receipt> => {
  const event = payoutsHere().verifyEvent({ body, headers })
  if (!event) {
    return 'ignored'
  }
  let receipt: Receipt = 'ignored'
  for (const tenant of await schoolsOf(event)) {
    const kept = await asTenant(tenant, async () => {
      const req = await createLocalReq({}, payload)

      return inTransaction(req, () =>
        keepEvent({ body, event: asKept(event, tenant), req, tenant }),
      )
    })
    receipt = receipt === 'received' ? receipt : kept
  }

  return receipt
}

type Told = NonNullable<PayoutEvent>

const schoolsOf = async (event: Told): Promise<string[]> => {
  const { rows: found } = await systemPool().query<{ tenant: string }>(
    'account' in event
      ? 'select distinct tenant_id as tenant from payout_accounts where provider_account = $1 limit 2'
      : 'select tenant_id as tenant from payouts where id = $1 and tenant_id = $2',
    'account' in event ? [event.account] : [event.payout, event.tenant],
  )

  return found.map(({ tenant }) => tenant)
}

/** In the log of money Connect's events have names of their own: the same one may be delivered as an event of payments too, and mean nothing there. */
const asKept = (event: Told, tenant: string): ProviderEvent => ({
  ...NOTHING,
  id: `connect_${event.id}`,
  occurredAt: event.occurredAt,
  provider: payoutsHere().name,
  tenant,
  ...('account' in event
    ? { type: 'payoutAccount.reported', payoutAccount: event.account }
    : { type: 'payout.reported', payout: event.payout }),
})
