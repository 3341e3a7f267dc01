import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ProviderName } from '@/adapters/payments/types'
import type { PlanStatus } from '@/domain/tenancy/planSubscriptions'

import { row } from '@/database/transaction'

/** What a school pays the platform, as it is kept; `periodEnd` in ISO 8601. */
export type Kept = {
  customer: null | string
  endsAtPeriodEnd: boolean
  periodEnd: null | string
  plan: null | string
  provider: null | ProviderName
  session: null | string
  status: null | PlanStatus
  subscription: null | string
  version: number
  /** The plan that the page `session` is about. */
  wanted: null | string
}

type Place = { req: PayloadRequest; tenant: string }

/** The school's row; null until it first looks for a plan. One statement. */
export const keptOf = async ({ req, tenant }: Place): Promise<Kept | null> =>
  (await row<Kept>(
    req,
    sql`select plan, provider::text as provider, customer, subscription, status::text as status, session, wanted,
          to_json(period_end) #>> '{}' as "periodEnd", ends_at_period_end is true as "endsAtPeriodEnd",
          version::int as version
        from plan_subscriptions where tenant_id = ${tenant}`,
  )) ?? null

/** The school's row, made where there is none. */
export const heldRow = async (place: Place): Promise<Kept> => {
  await row(
    place.req,
    sql`insert into plan_subscriptions (id, tenant_id, version) values (uuidv7(), ${place.tenant}, 1)
        on conflict (tenant_id) do nothing returning id`,
  )
  const kept = await keptOf(place)
  if (!kept) {
    throw new Error('The row of a subscription vanished.')
  }

  return kept
}

/** Notes the page on which somebody may pay; false where the row is another by now. */
export const keepSession = async ({
  customer,
  provider,
  req,
  session,
  tenant,
  version,
  wanted,
}: Pick<Kept, 'customer' | 'provider' | 'session' | 'version' | 'wanted'> &
  Place): Promise<boolean> =>
  Boolean(
    await row(
      req,
      sql`update plan_subscriptions set session = ${session}, wanted = ${wanted}, provider = ${provider},
            customer = ${customer}, version = version + 1, updated_at = now()
          where tenant_id = ${tenant} and version = ${version} returning id`,
    ),
  )
