import type { Payload, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import type { PlanCatalog, SoldPlan } from '@/adapters/payments/planCatalog'

import { planCatalog } from '@/adapters/payments/index'
import { PaymentUnavailable } from '@/adapters/payments/types'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { row, rows } from '@/database/transaction'

/** Whether this installation sells its plans through a provider. */
export const sellsPlans = (): boolean => planCatalog() !== undefined

type Given = { catalog?: PlanCatalog; plan: string; req: PayloadRequest }

/** A plan that changes more often than this while it is told to the provider waits for its next turn. */
const ROUNDS = 5

const planOf = ({ plan, req }: Given): Promise<SoldPlan | undefined> =>
  row<SoldPlan>(
    req,
    sql`select id, name, nullif(trim(description), '') as description, price::float8 as amount, currency,
          is_offered is true as "isOffered", updated_at::text as version
        from plans where id = ${plan}`,
  )

/**
 * Has the provider sell a plan as it stands, or no more where it is gone; nothing on an installation without a
 * provider. A plan that changed while the provider was told is told again, so that of two workers at once the last
 * word is the row's. Writes down what came of it, and throws PaymentUnavailable. Call it outside a transaction.
 */
export const syncPlan = async ({ catalog = planCatalog(), ...given }: Given): Promise<void> => {
  if (!catalog) {
    return
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    const found = await planOf(given)
    if (!found) {
      return catalog.remove(given.plan)
    }
    if (await told({ ...given, catalog }, found)) {
      return
    }
  }
  throw new Error('The plan changes faster than its provider can be told.')
}

/** Longest message of a provider that is kept. */
const LONGEST = 500

/** Whether the provider knows the plan as the row still has it. */
const told = async (
  { catalog, plan, req }: Given & { catalog: PlanCatalog },
  found: SoldPlan,
): Promise<boolean> => {
  try {
    const { price, product } = await catalog.put(found)
    const kept = await row(
      req,
      sql`update plans set sale_product = ${product}, sale_price = ${price}, sale_synced_at = now(), sale_error = null
          where id = ${plan} and updated_at = ${found.version}::timestamptz returning id`,
    )

    return kept !== undefined
  } catch (error) {
    if (error instanceof PaymentUnavailable) {
      await rows(
        req,
        sql`update plans set sale_error = ${error.message.slice(0, LONGEST)} where id = ${plan}`,
      )
    }
    throw error
  }
}

/** Tells the provider of plans that it does not know as they are: from before it was set up, or that failed. */
export const syncMissedPlans = async (payload: Payload): Promise<void> => {
  if (!sellsPlans()) {
    return
  }
  const { rows: missed } = await systemPool().query<{ id: string; tenant: string }>(
    `select id, tenant_id as tenant from plans
     where sale_synced_at is null or sale_synced_at < updated_at or sale_error is not null order by id`,
  )
  for (const { id, tenant } of missed) {
    const req = await createLocalReq({}, payload)
    await asTenant(tenant, () => syncPlan({ plan: id, req })).catch((error: unknown) => {
      payload.logger.warn({ err: error, plan: id }, 'A plan waits to be told to its provider.')
    })
  }
}
