import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { LimitName } from '@/domain/tenancy/limits'
import type { Fee, Included } from '@/domain/tenancy/plans'

import { systemPool } from '@/database/hosts'
import { row, rows } from '@/database/transaction'
import { LIMIT_NAMES } from '@/domain/tenancy/limits'
import { INCLUDED } from '@/domain/tenancy/plans'

import { sellsPlans } from './syncPlan'

type Given = { fee: Fee; included: Included; limits: Record<'requests' | LimitName, null | number> }

const object = (group: 'included' | 'limits', names: readonly string[]) =>
  sql.raw(`json_build_object(${names.map((name) => `'${name}', p.${group}_${name}`).join(', ')})`)

const GIVEN = sql`${object('limits', [...LIMIT_NAMES, 'requests'])} as limits, ${object('included', INCLUDED)} as included,
  json_build_object('rate', coalesce(p.fee_rate, 0)::int, 'isKept', p.fee_is_kept is true) as fee`

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
  ...[...LIMIT_NAMES, 'requests'].map((name) => `limits_${name}`),
  ...INCLUDED.map((name) => `included_${name}`),
  'fee_rate',
  'fee_is_kept',
]

/** Those of them that are numbers; the others are yes or no. */
const isNumber = (column: string): boolean => column.startsWith('limits_') || column === 'fee_rate'

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

/** What a school `t` has of its plan and limits, as JSON, to be given back to it by `restoreFormer`. */
export const FORMER = sql.raw(
  `jsonb_build_object('plan', t.plan, ${COPIED.map((one) => `'${one}', t.settings_${one}`).join(', ')})`,
)

type Moved = { plan: string; req: PayloadRequest; tenant: string }

/**
 * Puts a school on a plan with all that it gives, in the caller's transaction; answers whether it was not on it. The plan
 * is held meanwhile, so that a change of it reaches the school either way.
 */
export const moveToPlan = async ({ plan, req, tenant }: Moved): Promise<boolean> => {
  const moved = await row(
    req,
    sql`update tenants t set plan = p.id::text, updated_at = now(),
          ${sql.raw(COPIED.map((one) => `settings_${one} = p.${one}`).join(', '))}
        from (select * from plans where id::text = ${plan} for share) p
        where t.id = ${tenant}::uuid and t.plan is distinct from p.id::text returning t.id`,
  )

  return moved !== undefined
}

/** The offered plan that costs nothing, the oldest of several. */
const FREE = sql`select p.id::text as id from plans p join tenants o on o.id = p.tenant_id and o.kind = 'platform'
  where p.is_offered and coalesce(p.price, 0) = 0 order by p.created_at, p.id limit 1`

/**
 * Gives a school that pays no more the offered plan that costs nothing, else what it had before it paid; answers whether
 * anything changed. In the caller's transaction, as the platform.
 */
export const restoreFormer = async ({ req, tenant }: Omit<Moved, 'plan'>): Promise<boolean> => {
  const free = await row<{ id: string }>(req, FREE)
  const before = await row<{ plan: null | string }>(
    req,
    sql`select p.id::text as plan from plan_subscriptions s join plans p on p.id::text = s.former ->> 'plan'
        where s.tenant_id = ${tenant}`,
  )
  const plan = free?.id ?? before?.plan
  if (plan) {
    return moveToPlan({ plan, req, tenant })
  }
  const restored = await row(
    req,
    sql`update tenants t set plan = null, updated_at = now(),
          ${sql.raw(
            COPIED.map(
              (one) =>
                `settings_${one} = (s.former ->> '${one}')::${isNumber(one) ? 'numeric' : 'boolean'}`,
            ).join(', '),
          )}
        from plan_subscriptions s where s.tenant_id = t.id and t.id = ${tenant}::uuid and s.former is not null
        returning t.id`,
  )

  return restored !== undefined
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
  /** Whether a school can have it by itself: it is offered, and either costs nothing or has its price at the provider. */
  isOpen: boolean
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
       p.is_offered and (coalesce(p.price, 0) = 0 or p.sale_price is not null or not $2) as "isOpen",
       json_build_object(${LIMIT_NAMES.map((name) => `'${name}', p.limits_${name}`).join(', ')}) as limits,
       json_build_object(${INCLUDED.map((name) => `'${name}', p.included_${name} is not false`).join(', ')}) as included,
       json_build_object('rate', coalesce(p.fee_rate, 0)::int, 'isKept', p.fee_is_kept is true) as fee
     from plans p join tenants t on t.id = p.tenant_id and t.kind = 'platform'
       join tenants s on s.id = $1
     where p.is_offered or p.id::text = s.plan
     order by p.price, p.name`,
    [tenant, sellsPlans()],
  )
  const { rows: platform } = await systemPool().query<{ contact: null | string }>(
    `select settings_support_email as contact from tenants where kind = 'platform' limit 1`,
  )

  return { contact: platform[0]?.contact ?? null, plans }
}
