import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import type { ProviderEvent, ProviderName } from '@/adapters/payments/types'

import { paymentsOf } from '@/adapters/payments/index'
import { BadSignature } from '@/adapters/payments/types'
import { asTenant } from '@/database/scope'
import { inTransaction, row } from '@/database/transaction'
import { announce } from '@hooks/events/announce'

/** What became of a delivery: kept, known already, or about nothing of ours. */
export type Receipt = 'ignored' | 'received' | 'repeated'

/**
 * The one way in for events of payment providers: checks the signature on the raw body, stores the
 * event under its unique id, and announces it in the same transaction; a worker makes something of
 * it. The event itself names the school, since it was signed with what the session was opened with.
 * On a school's host, `school` accepts that school's events alone; null accepts any. Throws
 * BadSignature, also for a provider that is not in use here.
 */
export const receiveEvent = async ({
  body,
  headers,
  payload,
  provider,
  school,
}: {
  body: string
  headers: Headers
  payload: Payload
  provider: ProviderName
  school: null | string
}): Promise<Receipt> => {
  const payments = paymentsOf(provider, await createLocalReq({}, payload))
  if (!payments) {
    throw new BadSignature(`No events of ${provider} are expected here.`)
  }
  const event = payments.verifyEvent({ body, headers })
  const tenant = event.tenant ?? school
  if (!tenant || !UUID.test(tenant) || (school && school !== tenant)) {
    return 'ignored'
  }

  return asTenant(tenant, async () => {
    const req = await createLocalReq({}, payload)

    return inTransaction(req, async () => {
      if (!(await row(req, sql`select 1 from tenants where id = ${tenant}`))) {
        return 'ignored'
      }
      const paymentEvent = await row<{ id: string }>(req, insertion({ body, event, tenant }))
      if (!paymentEvent) {
        return 'repeated'
      }
      const data = { paymentEvent: paymentEvent.id }
      await announce({ data, fact: 'paymentEvent.received', req, tenant })

      return 'received'
    })
  })
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const insertion = ({
  body,
  event,
  tenant,
}: {
  body: string
  event: ProviderEvent
  tenant: string
}) =>
  sql`insert into payment_events (id, tenant_id, provider, provider_event, type, report, payload, received_at)
      values (uuidv7(), ${tenant}, ${event.provider}, ${event.id}, ${event.type}, ${JSON.stringify(event)}::jsonb,
        ${body}::jsonb, now())
      on conflict (tenant_id, provider, provider_event) do nothing returning id`
