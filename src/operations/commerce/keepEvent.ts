import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ProviderEvent } from '@/adapters/payments/types'

import { row } from '@/database/transaction'
import { announce } from '@hooks/events/announce'

type Given = { body: string; event: ProviderEvent; req: PayloadRequest; tenant: string }

/**
 * Keeps what a provider reported, or was found to have, under its unique id in the school's log, and announces it, for a
 * worker to make something of. Answers whether it was new. Runs in the caller's transaction.
 */
export const keepEvent = async ({
  body,
  event,
  req,
  tenant,
}: Given): Promise<'received' | 'repeated'> => {
  const { planSubscription } = event
  const paymentEvent = await row<{ id: string }>(
    req,
    sql`insert into payment_events (id, tenant_id, provider, provider_event, type, report, payload, received_at, processed_at, outcome)
        values (uuidv7(), ${tenant}, ${event.provider}, ${event.id}, ${event.type}, ${JSON.stringify(event)}::jsonb,
          ${body}::jsonb, now(), ${planSubscription ? sql`now(), 'applied'` : sql`null, null`})
        on conflict (tenant_id, provider, provider_event) do nothing returning id`,
  )
  if (!paymentEvent) {
    return 'repeated'
  }
  await (planSubscription
    ? announce({
        data: { subscription: planSubscription },
        fact: 'planSubscription.reported',
        req,
        tenant,
      })
    : announce({
        data: { paymentEvent: paymentEvent.id },
        fact: 'paymentEvent.received',
        req,
        tenant,
      }))

  return 'received'
}
