import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { LimitName } from '@/domain/tenancy/limits'
import type { Included } from '@/domain/tenancy/plans'

import { systemPool } from '@/database/hosts'
import { row, rows } from '@/database/transaction'
import { LIMIT_NAMES } from '@/domain/tenancy/limits'
import { INCLUDED } from '@/domain/tenancy/plans'

type Given = { included: Included; limits: Record<LimitName, null | number> }

const object = (group: 'included' | 'limits', names: readonly string[]) =>
  sql.raw(`json_build_object(${names.map((name) => `'${name}', p.${group}_${name}`).join(', ')})`)

const GIVEN = sql`${object('limits', LIMIT_NAMES)} as limits, ${object('included', INCLUDED)} as included`

/** What a plan gives to a school; undefined where there is no such plan to be seen. */
export const givenByPlan = ({
  plan,
  req,
}: {
  plan: string
  req: PayloadRequest
}): Promise<Given | undefined> =>
  row<Given>(req, sql`select ${GIVEN} from plans p where p.id::text = ${plan}`)

const COPIED = [
  ...LIMIT_NAMES.map((name) => `limits_${name}`),
  ...INCLUDED.map((name) => `included_${name}`),
]

/** Gives every school on a plan what the plan gives, in the caller's transaction; answers the schools. */
export const spread = async ({
  plan,
  req,
}: {
  plan: string
  req: PayloadRequest
}): Promise<string[]> => {
  const changed = await rows<{ id: string }>(
    req,
    sql`update tenants t set ${sql.raw(COPIED.map((one) => `settings_${one} = p.${one}`).join(', '))}
        from plans p where p.id = ${plan}::uuid and t.plan = p.id::text returning t.id`,
  )

  return changed.map(({ id }) => id)
}

/** How many schools are on a plan. */
export const schoolsOn = async ({
  plan,
  req,
}: {
  plan: string
  req: PayloadRequest
}): Promise<number> => {
  const found = await row<{ count: number }>(
    req,
    sql`select count(*)::int as count from tenants where plan = ${plan}`,
  )

  return found?.count ?? 0
}

/** A plan as a school is shown it; `price` for a month, in minor units of `currency` (ISO 4217). */
export type ShownPlan = Given & {
  currency: string
  description: null | string
  id: string
  isCurrent: boolean
  name: string
  price: number
}

export type PlanChoice = {
  /** Where a school asks for another plan; null where the platform named no address. */
  contact: null | string
  plans: ShownPlan[]
}

/**
 * The school's plan and those it can ask for, cheapest first. Plans are the platform's rows, behind the
 * wall from every school's: read as the platform, and nothing but what is offered.
 */
export const planChoice = async (tenant: string): Promise<PlanChoice> => {
  const { rows: plans } = await systemPool().query<ShownPlan>(
    `select p.id, p.name, p.description, p.price::float8 as price, p.currency,
       coalesce(p.id::text = s.plan, false) as "isCurrent",
       json_build_object(${LIMIT_NAMES.map((name) => `'${name}', p.limits_${name}`).join(', ')}) as limits,
       json_build_object(${INCLUDED.map((name) => `'${name}', p.included_${name} is not false`).join(', ')}) as included
     from plans p join tenants t on t.id = p.tenant_id and t.kind = 'platform'
       join tenants s on s.id = $1
     where p.is_offered or p.id::text = s.plan
     order by p.price, p.name`,
    [tenant],
  )
  const { rows: platform } = await systemPool().query<{ contact: null | string }>(
    `select settings_support_email as contact from tenants where kind = 'platform' limit 1`,
  )

  return { contact: platform[0]?.contact ?? null, plans }
}
