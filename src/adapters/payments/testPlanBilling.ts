import { randomBytes } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { PlanBilling, PlanPrice, PlanStanding } from './planBilling'
import type { Delivery } from './types'

import { row } from '@/database/transaction'

import { signedEvent } from './ownEvents'

/** A subscription as the test gateway keeps it; it is named by the page that it was opened on. */
export type GatewayPlan = Pick<PlanPrice, 'amount' | 'currency' | 'plan' | 'title'> & {
  cancelUrl: string
  endsAtPeriodEnd: boolean
  periodEnd: null | string
  session: string
  status: 'active' | 'closed' | 'ended' | 'open' | 'pastDue'
  successUrl: string
  tenant: string
}

/** What the owner, playing her bank, may do: pay or decline on the page, and let a later charge fail or work. */
type GatewayPlanAct = 'approve' | 'decline' | 'fail' | 'recover'

export type TestPlanBilling = PlanBilling & {
  /** Does it and answers the signed event of it; null where there is nothing to be done. */
  act: (args: { act: GatewayPlanAct; session: string }) => Promise<Delivery | null>
  find: (session: string) => Promise<GatewayPlan | null>
}

type Options = {
  clock: () => Date
  pageOf: (given: { session: string; successUrl: string }) => string
  req: PayloadRequest
  secret: string
}

const COLUMNS = sql`session, plan, title, amount::float8 as amount, currency, status::text as status, tenant_id as tenant,
  ends_at_period_end is true as "endsAtPeriodEnd", to_json(period_end) #>> '{}' as "periodEnd",
  success_url as "successUrl", cancel_url as "cancelUrl"`

/** What each act makes of which states; a state that an act led to already is left as it is. */
const ACTS: Record<GatewayPlanAct, { from: GatewayPlan['status']; to: GatewayPlan['status'] }> = {
  approve: { from: 'open', to: 'active' },
  decline: { from: 'open', to: 'closed' },
  fail: { from: 'active', to: 'pastDue' },
  recover: { from: 'pastDue', to: 'active' },
}

const monthAfter = (at: Date): Date => {
  const next = new Date(at)
  next.setUTCMonth(next.getUTCMonth() + 1)

  return next
}

/** How a subscription stands by the clock: a month that is over is paid anew, or was the last. */
const standingOf = (found: GatewayPlan, now: Date): PlanStanding => {
  const { endsAtPeriodEnd, plan, session, status, tenant } = found
  let periodEnd = found.periodEnd ? new Date(found.periodEnd) : null
  const isOver = periodEnd !== null && periodEnd <= now
  const hasEnded = status === 'ended' || (isOver && endsAtPeriodEnd)
  while (periodEnd && periodEnd <= now && !hasEnded) {
    periodEnd = monthAfter(periodEnd)
  }

  return {
    customer: `tcus_${tenant}`,
    endsAtPeriodEnd,
    periodEnd,
    plan,
    status: hasEnded
      ? 'ended'
      : status === 'active' || status === 'pastDue'
        ? status
        : status === 'open'
          ? 'pending'
          : 'ended',
    subscription: session,
    tenant,
  }
}

/** Subscriptions to plans without money, for trying the platform out: kept as rows of the school. */
export const testPlanBilling = ({ clock, pageOf, req, secret }: Options): TestPlanBilling => {
  const find = async (session: string): Promise<GatewayPlan | null> =>
    (await row<GatewayPlan>(
      req,
      sql`select ${COLUMNS} from gateway_plans where session = ${session}`,
    )) ?? null
  const end = async (session: string): Promise<void> => {
    await row(
      req,
      sql`update gateway_plans set status = 'ended', updated_at = now()
          where session = ${session} and status in ('active', 'pastDue') returning id`,
    )
  }

  return {
    name: 'test',
    act: async ({ act, session }) => {
      const { from, to } = ACTS[act]
      await row(
        req,
        sql`update gateway_plans set status = ${to}, updated_at = now(),
              period_end = coalesce(period_end, ${to === 'active' ? monthAfter(clock()).toISOString() : null}::timestamptz)
            where session = ${session} and status = ${from} returning id`,
      )
      const found = await find(session)

      return found?.status === to ? eventOf({ act, at: clock(), found, secret }) : null
    },
    change: async ({ price: { amount, currency, plan, title }, subscription }) => {
      await row(
        req,
        sql`update gateway_plans set plan = ${plan}, title = ${title}, amount = ${amount}, currency = ${currency},
              ends_at_period_end = false, updated_at = now()
            where session = ${subscription} and status in ('active', 'pastDue') returning id`,
      )
    },
    closeCheckout: async (session) => {
      await row(
        req,
        sql`update gateway_plans set status = 'closed', updated_at = now()
            where session = ${session} and status = 'open' returning id`,
      )
    },
    end,
    find,
    lookUp: async (session) => {
      const found = await find(session)

      return found && standingOf(found, clock())
    },
    lookUpCheckout: async (session) => {
      const found = await find(session)

      return (
        found && {
          status: found.status === 'open' ? 'open' : found.status === 'closed' ? 'closed' : 'paid',
          subscription: found.periodEnd ? session : null,
          url: pageOf({ session, successUrl: found.successUrl }),
        }
      )
    },
    openCheckout: async ({ cancelUrl, idempotencyKey, payer: { tenant }, price, successUrl }) => {
      const { amount, currency, plan, title } = price
      const made = await row<{ session: string }>(
        req,
        sql`insert into gateway_plans (id, tenant_id, session, key, plan, title, amount, currency, status, success_url, cancel_url)
            values (uuidv7(), ${tenant}, ${`tp_${randomBytes(18).toString('base64url')}`}, ${idempotencyKey}, ${plan},
              ${title}, ${amount}, ${currency}, 'open', ${successUrl}, ${cancelUrl})
            on conflict (tenant_id, key) do update set updated_at = now() returning session`,
      )
      if (!made) {
        throw new Error('The gateway opened no page.')
      }

      return {
        customer: `tcus_${tenant}`,
        session: made.session,
        url: pageOf({ session: made.session, successUrl }),
      }
    },
    setEnding: async ({ ends, subscription }) => {
      await row(
        req,
        sql`update gateway_plans set ends_at_period_end = ${ends}, updated_at = now()
            where session = ${subscription} and status in ('active', 'pastDue') returning id`,
      )
    },
  }
}

const eventOf = ({
  act,
  at,
  found: { amount, currency, session, tenant },
  secret,
}: {
  act: GatewayPlanAct
  at: Date
  found: GatewayPlan
  secret: string
}): Delivery =>
  signedEvent({
    at,
    event: {
      id: `evt_${session}_${act}_${at.getTime()}`,
      type: 'other',
      amount,
      currency,
      order: null,
      payment: null,
      planSubscription: session,
      session,
      tenant,
    },
    secret,
  })
