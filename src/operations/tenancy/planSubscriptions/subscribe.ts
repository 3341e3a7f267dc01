import type { PayloadRequest } from 'payload'

import { createLocalReq } from 'payload'

import type { PlanBilling, PlanPrice } from '@/adapters/payments/planBilling'
import type { School } from '@/operations/tenancy/school'

import { planBillingFor } from '@/adapters/payments/index'
import { systemPool } from '@/database/hosts'
import { asPlatform } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { isLive } from '@/domain/tenancy/planSubscriptions'
import { announce } from '@hooks/events/announce'

import type { Kept } from './store'

import { moveToPlan } from '../plans'
import { followSession, followSubscription } from './follow'
import { heldRow, keepSession } from './store'

type Asked = {
  billing?: PlanBilling
  locale: string
  /** The owner's address, for the provider's receipts. */
  email: string
  plan: string
  req: PayloadRequest
  /** The page of the admin to which the owner comes back. */
  returnUrl: string
  school: Pick<School, 'id' | 'name'>
}

/** What came of it: a page on which to pay, or that the school is on the plan, or goes there when its period ends. */
export type Chosen = { outcome: 'ending' | 'moved' } | { outcome: 'pay'; url: string }

type Offered = { price: null | string } & Omit<PlanPrice, 'price'>

/** A plan that is offered; plans are the platform's rows, behind the wall from every school's. */
const offeredPlan = async (plan: string): Promise<Offered> => {
  const { rows: found } = await systemPool().query<Offered>(
    `select p.id as plan, p.name as title, coalesce(p.price, 0)::float8 as amount, p.currency::text as currency,
       p.sale_price as price
     from plans p join tenants t on t.id = p.tenant_id and t.kind = 'platform'
     where p.id::text = $1 and p.is_offered`,
    [plan],
  )
  if (!found[0]) {
    throw new RuleError('planUnknown')
  }

  return found[0]
}

/** The price at the provider; the built-in gateway, which sells nothing, knows a plan by its own id. */
const pricedBy = ({ name }: PlanBilling, { price, ...plan }: Offered): PlanPrice => {
  if (name === 'stripe' && !price) {
    throw new RuleError('planNotReady')
  }

  return { ...plan, price: price ?? plan.plan }
}

/**
 * Takes a school to an offered plan: by a page on which its owner pays, by changing what it pays already, or at once
 * where it costs nothing and nothing is being paid; to one that costs nothing from one that is paid for, when what is paid
 * is over. Pressing again, at once or later, opens no second page. Throws planUnknown, planNotReady, planChanged where two
 * ask for different plans at once, PaymentDeclined and PaymentUnavailable. Call it outside a transaction.
 */
export const choosePlan = async (asked: Asked): Promise<Chosen> => {
  const { req, school } = asked
  const billing = asked.billing ?? planBillingFor(req)
  const tenant = school.id
  const offered = await offeredPlan(asked.plan)
  await followSession({ billing, req, tenant })
  const kept = await heldRow({ req, tenant })
  const { subscription } = kept
  if (subscription && isLive(kept.status)) {
    return changeTo({ billing, kept: { ...kept, subscription }, offered, req, tenant })
  }
  if (offered.amount === 0) {
    await moveFree({ plan: offered.plan, req, tenant })

    return { outcome: 'moved' }
  }

  return pay({ ...asked, billing, kept, price: pricedBy(billing, offered) })
}

const changeTo = async ({
  billing,
  kept: { subscription, version },
  offered,
  req,
  tenant,
}: {
  billing: PlanBilling
  kept: Kept & { subscription: string }
  offered: Offered
  req: PayloadRequest
  tenant: string
}): Promise<Chosen> => {
  if (offered.amount === 0) {
    await billing.setEnding({ ends: true, subscription })
  } else {
    const price = pricedBy(billing, offered)
    const idempotencyKey = `plan_${tenant}_${version}_${price.price}`
    await billing.change({ idempotencyKey, price, subscription })
  }
  await followSubscription({ billing, req, subscription, tenant })

  return { outcome: offered.amount === 0 ? 'ending' : 'moved' }
}

const moveFree = ({
  plan,
  req: { payload },
  tenant,
}: {
  plan: string
  req: PayloadRequest
  tenant: string
}): Promise<void> =>
  asPlatform(async () => {
    const req = await createLocalReq({}, payload)
    await inTransaction(req, async () => {
      if (await moveToPlan({ plan, req, tenant })) {
        const data = { id: tenant, collection: 'tenants' }
        await announce({ data, fact: 'content.changed', req, tenant })
      }
    })
  })

const pay = async ({
  billing,
  email,
  kept,
  locale,
  price,
  req,
  returnUrl,
  school,
}: { billing: PlanBilling; kept: Kept; price: PlanPrice } & Asked): Promise<Chosen> => {
  const tenant = school.id
  const open = kept.session ? await billing.lookUpCheckout(kept.session) : null
  if (open?.url && open.status === 'open' && kept.wanted === price.price) {
    return { outcome: 'pay', url: open.url }
  }
  if (kept.session) {
    await billing.closeCheckout(kept.session)
  }
  const { customer, session, url } = await billing.openCheckout({
    cancelUrl: returnUrl,
    idempotencyKey: `plan_${tenant}_${kept.version}_${price.price}`,
    locale,
    payer: { customer: kept.customer, email, school: school.name, tenant },
    price,
    successUrl: `${returnUrl}?paid=${price.plan}`,
  })
  const noted = { customer, provider: billing.name, session, version: kept.version }
  if (!(await keepSession({ ...noted, req, tenant, wanted: price.price }))) {
    await settleRace({ billing, req, session, tenant })
  }

  return { outcome: 'pay', url }
}

/** Somebody else was faster: with the same wish the page is the same; with another, this one is closed. */
const settleRace = async ({
  billing,
  req,
  session,
  tenant,
}: {
  billing: PlanBilling
  req: PayloadRequest
  session: string
  tenant: string
}): Promise<void> => {
  const now = await heldRow({ req, tenant })
  if (now.session !== session) {
    await billing.closeCheckout(session)
    throw new RuleError('planChanged')
  }
}
