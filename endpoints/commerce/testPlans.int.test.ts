import { sql } from '@payloadcms/db-postgres'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { row } from '@/database/transaction'
import { followOverdue } from '@/operations/tenancy/planSubscriptions/follow'
import { ensurePlatform } from '@/seed/platform'
import { factories } from '@/test/factories'
import { call, requestOf, testPayload } from '@/test/harness'
import { settleOnly } from '@/test/settleOnly'
import { ownPlan } from '@endpoints/analytics/plan'
import { cancelPlan, openPlanPortal, subscribeToPlan } from '@endpoints/tenancy/plan'

import { actOnTestPlan } from './testPlans'

const payload = testPayload()
const settle = () => settleOnly(payload(), 'followOnPlanSubscriptionReported')

/** A school with an owner, and a plan of three courses, on an installation without any keys. */
const scene = async () => {
  const make = factories(payload())
  const platform = await ensurePlatform(payload())
  const { id: tenant } = await make.tenant()
  const owner = await make.user({ roles: ['owner'], tenant })
  const plan = await asTenant(platform, async () =>
    payload().create({
      collection: 'plans',
      data: {
        name: `Plan ${crypto.randomUUID()}`,
        currency: 'EUR',
        isOffered: true,
        limits: { courses: 3 },
        price: 1900,
        tenant: platform,
      },
      depth: 0,
      overrideAccess: true,
      req: await requestOf(),
    }),
  )
  const asked = { tenant, user: owner as never }
  const session = async (): Promise<string> => {
    const { body } = await call(subscribeToPlan, { data: { plan: plan.id }, ...asked })

    return (body as { url: string }).url.split('/').at(-1) ?? ''
  }
  const act = async (which: string, of: string, user: unknown = owner) => {
    const answer = await call(actOnTestPlan, {
      data: {},
      params: { act: which, session: of },
      tenant,
      user: user as never,
    })
    await settle()

    return answer
  }
  const stands = () =>
    asTenant(tenant, async () =>
      row(
        await requestOf(),
        sql`select t.plan, t.settings_limits_courses::float8 as courses, s.status::text as status
            from tenants t left join plan_subscriptions s on s.tenant_id = t.id where t.id = ${tenant}`,
      ),
    )

  return { act, asked, make, plan, session, stands, tenant }
}

it('takes a school through paying, failing and ending without any keys', async () => {
  const { act, asked, plan, session, stands, tenant } = await scene()
  const page = await session()

  expect(await session()).toBe(page)
  expect(await act('approve', page)).toMatchObject({ status: 200 })
  expect(await act('approve', page)).toMatchObject({ status: 200 })
  expect(await stands()).toEqual({ courses: 3, plan: plan.id, status: 'active' })
  expect(await call(openPlanPortal, { data: {}, ...asked })).toMatchObject({ status: 409 })

  await act('fail', page)
  expect(await stands()).toMatchObject({ plan: plan.id, status: 'pastDue' })
  await act('recover', page)
  expect(await call(cancelPlan, { data: {}, ...asked })).toMatchObject({ body: { ends: true } })
  await systemPool().query(
    `update gateway_plans set period_end = now() - interval '1 minute' where tenant_id = $1`,
    [tenant],
  )
  await systemPool().query(
    `update plan_subscriptions set period_end = now() - interval '1 minute' where tenant_id = $1`,
    [tenant],
  )
  await followOverdue(payload())
  expect(await stands()).toEqual({ courses: null, plan: null, status: 'ended' })
  expect(await call(ownPlan, asked)).toMatchObject({ body: { paid: null } })
})

it('pays the next month by itself', async () => {
  const { act, plan, session, stands, tenant } = await scene()
  await act('approve', await session())
  for (const table of ['gateway_plans', 'plan_subscriptions']) {
    await systemPool().query(
      `update ${table} set period_end = now() - interval '40 days' where tenant_id = $1`,
      [tenant],
    )
  }
  await followOverdue(payload())

  expect(await stands()).toMatchObject({ plan: plan.id, status: 'active' })
  const { rows } = await systemPool().query<{ ahead: boolean }>(
    'select period_end > now() as ahead from plan_subscriptions where tenant_id = $1',
    [tenant],
  )
  expect(rows).toEqual([{ ahead: true }])
})

it('leaves a declined page closed, and knows nobody but owners of the school', async () => {
  const { act, make, session, stands, tenant } = await scene()
  const page = await session()
  const other = await scene()
  const admin = await make.user({ roles: ['admin'], tenant })

  expect(await act('approve', page, admin)).toMatchObject({ status: 403 })
  expect(await other.act('approve', page)).toMatchObject({ status: 404 })
  expect(await act('decline', page)).toMatchObject({ status: 200 })
  expect(await act('approve', page)).toMatchObject({ body: { code: 'notPayable' }, status: 409 })
  expect(await stands()).toMatchObject({ plan: null })
  expect(await session()).not.toBe(page)
})
