import type { Payload, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import type { PlanStanding } from '@/adapters/payments/planBilling'
import type { ProviderName } from '@/adapters/payments/types'

import { asPlatform } from '@/database/scope'
import { inTransaction, row } from '@/database/transaction'
import { isLive } from '@/domain/tenancy/planSubscriptions'
import { announce } from '@hooks/events/announce'

import { FORMER, moveToPlan, restoreFormer } from '../plans'

type Given = {
  payload: Payload
  provider: ProviderName
  standing: PlanStanding
  tenant: string
  version: number
}

type Written = { former: null | string; was: null | string }

/**
 * Writes down how a subscription stands and gives the school what it pays for, in one transaction; false where the
 * row is no more the one of `version`, which is raised where anything is different: of many who follow the same news, one
 * writes it and the others find it written. Plans lie behind the school's wall: work of the platform.
 */
export const settlePlan = (given: Given): Promise<boolean> =>
  asPlatform(async () => {
    const req = await createLocalReq({}, given.payload)

    return inTransaction(req, async () => {
      const written = await write(req, given)
      if (!written) {
        return false
      }
      if (await hasMoved(req, given, written)) {
        const { tenant } = given
        const data = { id: tenant, collection: 'tenants' }
        await announce({ data, fact: 'content.changed', req, tenant })
      }

      return true
    })
  })

const write = (
  req: PayloadRequest,
  { provider, standing, tenant, version }: Given,
): Promise<undefined | Written> => {
  const { customer, endsAtPeriodEnd, periodEnd, plan, status, subscription } = standing
  const live = isLive(status)

  return row<Written>(
    req,
    sql`update plan_subscriptions p set subscription = ${subscription}, customer = ${customer}, provider = ${provider},
          plan = ${plan}, status = ${status}, period_end = ${periodEnd?.toISOString() ?? null}::timestamptz,
          ends_at_period_end = ${endsAtPeriodEnd}, session = case when ${live} then null else p.session end,
          wanted = case when ${live} then null else p.wanted end,
          former = case when ${live} then coalesce(p.former, (select ${FORMER} from tenants t where t.id = p.tenant_id))
            else p.former end,
          version = p.version + case when p.subscription is distinct from ${subscription} or p.customer is distinct from ${customer}
            or p.plan::text is distinct from ${plan} or p.status::text is distinct from ${status}
            or p.period_end is distinct from ${periodEnd?.toISOString() ?? null}::timestamptz(3)
            or p.ends_at_period_end is distinct from ${endsAtPeriodEnd} or (${live} and p.session is not null) then 1 else 0 end,
          updated_at = now()
        from plan_subscriptions o
        where o.id = p.id and p.tenant_id = ${tenant} and p.version = ${version}
        returning o.status::text as was, p.former::text as former`,
  )
}

/** Live, it is on its plan; ended, it goes back to what it would have had; whatever there is of it stays. */
const hasMoved = async (
  req: PayloadRequest,
  { standing: { plan, status }, tenant }: Given,
  { was }: Written,
): Promise<boolean> => {
  if (isLive(status)) {
    return plan !== null && moveToPlan({ plan, req, tenant })
  }

  return isLive(was) && restoreFormer({ req, tenant })
}
