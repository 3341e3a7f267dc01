import { sql } from '@payloadcms/db-postgres'

import type { Role } from '@/domain/identity/roles'

import { asTenant } from '@/database/scope'
import { row, rows } from '@/database/transaction'
import { commerceFactories } from '@/test/factories/commerce'
import { classrooms } from '@/test/factories/learning'
import { requestOf, testPayload } from '@/test/harness'
import { statements } from '@/test/statements'

import { startOf } from './start'

const payload = testPayload()
const rooms = () => classrooms(payload())

const staff = (tenant: string, ...roles: Role[]) => rooms().user({ roles, tenant })

const startFor = (tenant: string, user: { id: string }) =>
  asTenant(tenant, async () => startOf({ language: 'en', req: await requestOf(user) }))

/** An order that was paid so many days ago at noon of UTC. */
const paid = ({
  buyer,
  currency = 'USD',
  days,
  tenant,
  total,
}: {
  buyer: string
  currency?: string
  days: number
  tenant: string
  total: number
}) =>
  asTenant(tenant, async () =>
    rows(
      await requestOf(),
      sql`insert into orders (id, tenant_id, number, buyer_id, status, base, discount, tax, total, currency, provider, paid_at)
          values (gen_random_uuid(), ${tenant}, ${crypto.randomUUID().slice(0, 8)}, ${buyer}, 'paid', ${total}, 0, 0, ${total}, ${currency}, 'test',
            date_trunc('day', now()) - make_interval(days => ${days}) + interval '12 hours')`,
    ),
  )

const step = (start: Awaited<ReturnType<typeof startOf>>, of: string) =>
  start?.steps.find((one) => one.step === of)?.done

it('tells a new school everything that is to be done, and nothing else', async () => {
  const { id: tenant } = await rooms().tenant()
  const start = await startFor(tenant, await staff(tenant, 'owner'))
  expect(start?.steps.map(({ done }) => done)).toEqual(Array(8).fill(false))
  expect(start).toMatchObject({ averagePercent: null, drafts: [], orders: [], stuck: [] })
  expect(start?.days).toHaveLength(60)
  expect(
    start?.days.every(({ learners, lessons, sales }) => learners + lessons + sales === 0),
  ).toBe(true)
})

it('ticks a step as soon as the school has what it asks for', async () => {
  const { course, tenant } = await rooms().classroom()
  const owner = await staff(tenant, 'owner')
  const before = await startFor(tenant, owner)
  expect([step(before, 'course'), step(before, 'lesson'), step(before, 'price')]).toEqual([
    true,
    true,
    false,
  ])
  await commerceFactories(payload()).offer({
    course,
    prices: [{ amount: 900, currency: 'EUR' }],
    tenant,
  })
  expect(step(await startFor(tenant, owner), 'price')).toBe(false)
  await commerceFactories(payload()).offer({ course, tenant })
  await rooms().page({ slug: 'home', tenant })
  await staff(tenant, 'support')
  const after = await startFor(tenant, owner)
  expect([step(after, 'price'), step(after, 'home'), step(after, 'colleague')]).toEqual([
    true,
    true,
    true,
  ])
})

it('counts the money of each day by the clock of the school, in its own currency', async () => {
  const { learner, tenant } = await rooms().classroom()
  const owner = await staff(tenant, 'owner')
  await asTenant(tenant, async () =>
    rows(
      await requestOf(),
      sql`update tenants set settings_time_zone = 'Pacific/Kiritimati' where id = ${tenant}`,
    ),
  )
  await paid({ buyer: learner.id, days: 3, tenant, total: 4900 })
  await paid({ buyer: learner.id, days: 3, tenant, total: 100 })
  await paid({ buyer: learner.id, days: 40, tenant, total: 700 })
  await paid({ buyer: learner.id, days: 90, tenant, total: 5 })
  await paid({ buyer: learner.id, currency: 'EUR', days: 3, tenant, total: 9 })
  const day = await asTenant(tenant, async () =>
    row<{ day: string }>(
      await requestOf(),
      sql`select ((date_trunc('day', now()) - interval '3 days' + interval '12 hours') at time zone 'Pacific/Kiritimati')::date::text as day`,
    ),
  )
  const start = await startFor(tenant, owner)
  expect(
    start?.days.filter(({ sales }) => sales > 0).map(({ orders, sales }) => [sales, orders]),
  ).toEqual([
    [700, 1],
    [5000, 2],
  ])
  expect(start?.days.find(({ sales }) => sales === 5000)?.day).toBe(day?.day)
  expect(start?.orders).toHaveLength(5)
  expect(start?.days.find(({ sales }) => sales === 5000)?.sold).toEqual([
    { amount: 9, currency: 'EUR', unknown: 9, worth: 0 },
    { amount: 5000, currency: 'USD', unknown: 0, worth: 5000 },
  ])
})

it('adds up what other currencies brought by the rate that each order kept, and says what kept none', async () => {
  const { learner, tenant } = await rooms().classroom()
  const owner = await staff(tenant, 'owner')
  await paid({ buyer: learner.id, days: 2, tenant, total: 1000 })
  await paid({ buyer: learner.id, currency: 'EUR', days: 2, tenant, total: 2000 })
  await paid({ buyer: learner.id, currency: 'ILS', days: 2, tenant, total: 500 })
  await asTenant(tenant, async () =>
    rows(
      await requestOf(),
      sql`update orders set exchange = '{"base":2200,"currency":"USD","day":"2026-11-20","discount":0,"tax":0,"total":2200,"value":"0.909"}'
          where tenant_id = ${tenant} and currency = 'EUR'`,
    ),
  )
  const day = (await startFor(tenant, owner))?.days.find(({ sales }) => sales > 0)

  expect(day).toMatchObject({ orders: 2, sales: 3200 })
  expect(day?.sold).toEqual([
    { amount: 2000, currency: 'EUR', unknown: 0, worth: 2200 },
    { amount: 500, currency: 'ILS', unknown: 500, worth: 0 },
    { amount: 1000, currency: 'USD', unknown: 0, worth: 1000 },
  ])
})

it('tells of new learners, of drafts, and of those who stopped in the middle', async () => {
  const { course, learner, lessons, tenant } = await rooms().classroom({ lessons: [{}, {}] })
  const owner = await staff(tenant, 'owner')
  await rooms().course({ _status: 'draft', tenant, title: 'Half a thought' })
  await asTenant(tenant, async () => {
    const req = await requestOf()
    await rows(req, sql`update enrollments set percent = 50 where course_id = ${course}`)
    await rows(
      req,
      sql`insert into progress (id, tenant_id, learner_id, lesson_id, course_id, enrollment_id, spans, seconds, share, position, position_at, completed_at, updated_at)
          select gen_random_uuid(), ${tenant}, ${learner.id}, ${lessons[0]}, ${course}, e.id, '[]', 100, 1, 100, now(), now() - interval '20 days', now() - interval '20 days'
          from enrollments e where e.course_id = ${course}`,
    )
  })
  const start = await startFor(tenant, owner)
  expect(start?.days.at(-1)?.learners).toBe(1)
  expect(start?.drafts).toMatchObject([{ kind: 'courses', title: 'Half a thought', total: 1 }])
  expect(start?.stuck).toMatchObject([{ learner: 'Ada', percent: 50 }])
  expect(start?.averagePercent).toBe(50)
})

it('shows money to managers alone, and drafts to authors', async () => {
  const { learner, tenant } = await rooms().classroom()
  await paid({ buyer: learner.id, days: 1, tenant, total: 4900 })
  const instructor = await startFor(tenant, await staff(tenant, 'instructor'))
  expect(instructor?.orders).toBeNull()
  expect(JSON.stringify(instructor)).not.toContain('4900')
  expect(instructor?.drafts).toEqual([])
  const support = await startFor(tenant, await staff(tenant, 'support'))
  expect(support).toMatchObject({ drafts: null, orders: null, steps: [] })
  expect((await startFor(tenant, await staff(tenant, 'admin')))?.orders).toHaveLength(1)
})

it('takes six statements, one of them to know who takes the school’s money', async () => {
  const { tenant } = await rooms().classroom()
  const owner = await staff(tenant, 'owner')
  expect(await statements(payload(), () => startFor(tenant, owner))).toBe(6)
})
