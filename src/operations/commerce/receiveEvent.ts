import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import type { Payments, ProviderEvent, ProviderName } from '@/adapters/payments/types'

import { installationPaymentsOf, paymentsOf } from '@/adapters/payments/index'
import { BadSignature } from '@/adapters/payments/types'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction, row } from '@/database/transaction'

import { keepEvent } from './keepEvent'

/** What became of a delivery: kept, known already, or about nothing of ours. */
export type Receipt = 'ignored' | 'received' | 'repeated'

/**
 * The one way in for events of payment providers: checks the signature on the raw body, stores the
 * event under its unique id, and announces it in the same transaction; a worker makes something of
 * it. One about a plan of the platform says no more than that its subscription is to be looked at. The event itself names the school, since it was signed with what the session was opened with, or its payment does.
 * On a school's host, `school` accepts that school's events alone, signed for its own account where it has one; null
 * accepts any that is signed for the installation's. Throws BadSignature, also for a provider that is not in use here.
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
  const payments = await signedFor({ payload, provider, school })
  if (!payments) {
    throw new BadSignature(`No events of ${provider} are expected here.`)
  }
  const event = await payments.verifyEvent({ body, headers })
  const tenant = event.tenant ?? school ?? (await schoolOfPayment(event))
  if (!tenant || !UUID.test(tenant) || (school && school !== tenant)) {
    return 'ignored'
  }

  return asTenant(tenant, async () => {
    const req = await createLocalReq({}, payload)

    return inTransaction(req, async () => {
      if (!(await row(req, sql`select 1 from tenants where id = ${tenant}`))) {
        return 'ignored'
      }

      return keepEvent({ body, event, req, tenant })
    })
  })
}

/** Through whose account events that come in here are signed: the school's, or the installation's. */
const signedFor = async ({
  payload,
  provider,
  school,
}: {
  payload: Payload
  provider: ProviderName
  school: null | string
}): Promise<Payments | undefined> => {
  if (provider !== 'test' && !school) {
    return installationPaymentsOf(provider)
  }
  const ours = async () => paymentsOf(provider, await createLocalReq({}, payload))

  return school ? asTenant(school, ours) : ours()
}

/** Whose payment, or whose card, an event is about that names no school itself, as one of a refund made at the provider's own desk. */
const schoolOfPayment = async ({
  payment,
  provider,
  removed,
}: ProviderEvent): Promise<null | string> => {
  const named = payment ?? removed
  if (!named) {
    return null
  }
  const { rows } = await systemPool().query<{ tenant: string }>(
    payment
      ? 'select tenant_id as tenant from payments where provider = $1 and provider_payment = $2 limit 2'
      : "select distinct tenant_id as tenant from subscriptions where provider = $1 and card_keys ->> 'token' = $2 limit 2",
    [provider, named],
  )

  return rows.length === 1 ? (rows[0]?.tenant ?? null) : null
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
