import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { Member } from '@/test/plans'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { addDays } from '@/domain/commerce/calendar'
import { earningsOf } from '@/operations/commerce/payouts/earnings'
import { factories } from '@/test/factories'
import { giveBack } from '@/test/factories/sales'
import { requestOf, testPayload } from '@/test/harness'
import { planTools } from '@/test/plans'

import { settleLibraries } from './settle'

const payload = testPayload()
const tools = planTools(payload)
const { query, renewAt, standing } = tools

/** A course with a film that somebody teaches for half of what it earns. */
const course = async (tenant: string, id?: string) => {
  const make = factories(payload())
  const made = id ?? (await make.course({ tenant })).id
  const { id: teacher } = await make.user({ roles: ['instructor'], tenant })
  const { id: section } = await make.section({ course: made, tenant })
  const { id: lesson } = await make.lesson({ duration: 9000, section, tenant })
  await asTenant(tenant, () =>
    payload().create({
      collection: 'revenue-shares',
      data: {
        course: made,
        person: teacher,
        share: 5000,
        startsAt: '2020-01-01T00:00:00.000Z',
        tenant,
      },
      overrideAccess: true,
    }),
  )

  return { course: made, lesson, teacher }
}

/** A library of two courses at 30 USD a month, and a member of it. */
const library = async () => {
  const { course: first, tenant } = await tools.shop()
  const light = await course(tenant, first)
  const sound = await course(tenant)
  const { id: offer } = await tools.offer({ course: first, library: 'all', tenant })
  const join = () => tools.subscribe({ course: first, offer, tenant })

  return { join, light, member: await join(), sound, tenant }
}

type Taught = Awaited<ReturnType<typeof course>>

const watch = ({ buyer, tenant }: Member, { course: of, lesson }: Taught, seconds: number) =>
  query(
    tenant,
    sql`insert into progress (id, tenant_id, learner_id, lesson_id, course_id, enrollment_id, spans, seconds, share, position)
        select uuidv7(), e.tenant_id, e.learner_id, ${lesson}, e.course_id, e.id, '[]', ${seconds}, 0, 0 from enrollments e
        where e.learner_id = ${buyer} and e.course_id = ${of}
        on conflict (tenant_id, learner_id, lesson_id) do update set seconds = progress.seconds + excluded.seconds`,
  )

const renew = async (member: Member) => renewAt(new Date((await standing(member)).end))

/** Lets the card fail until the subscription is over. */
const end = async (member: Member) => {
  const { end: until } = await standing(member)
  await tools.setCard(member, false)
  for (const days of [0, 1, 3, 5, 7]) {
    await renewAt(addDays(new Date(until), days))
  }

  return addDays(new Date(until), 8)
}

const settled = (now = new Date()) => settleLibraries({ now, payload: payload() })

const earned = (tenant: string, { teacher }: Taught) =>
  asTenant(tenant, async () => earningsOf({ holder: teacher, req: await requestOf(), tenant }))

const owed = async (tenant: string, taught: Taught) =>
  (await earned(tenant, taught)).balances[0]?.owed ?? 0

const orderOf = async ({ id, tenant }: Member) =>
  (
    await query<{ order: string }>(
      tenant,
      sql`select id as "order" from orders where subscription_id = ${id} order by id`,
    )
  ).map(({ order }) => order)

describe('what is paid for a library', () => {
  it('is shared by use when its period has ended, once however often that is asked for, and not before', async () => {
    const { light, member, sound, tenant } = await library()
    await watch(member, light, 1000)
    await watch(member, sound, 500)
    expect(await settled()).toBe(0)
    expect(await owed(tenant, light)).toBe(0)

    await renew(member)
    await Promise.all([settled(), settled(), settled()])
    expect(await settled()).toBe(0)
    expect(await owed(tenant, light)).toBe(1000)
    expect(await owed(tenant, sound)).toBe(500)
  })

  it('counts what was used in the period alone', async () => {
    const { light, member, sound, tenant } = await library()
    await watch(member, light, 1000)
    await renew(member)
    await watch(member, sound, 700)
    await settled()
    expect([await owed(tenant, light), await owed(tenant, sound)]).toEqual([1500, 0])

    await renew(member)
    await settled()
    expect([await owed(tenant, light), await owed(tenant, sound)]).toEqual([1500, 1500])
  })

  it('is the school’s where nothing was used, and where a course was opened by something else', async () => {
    const { light, member, sound, tenant } = await library()
    await watch(member, sound, 100)
    await renew(member)
    await query(
      tenant,
      sql`delete from access_grants g using enrollments e where e.id = g.enrollment_id and e.course_id = ${sound.course}`,
    )

    expect(await settled()).toBe(1)
    expect([await owed(tenant, light), await owed(tenant, sound)]).toEqual([0, 0])
  })

  it('is shared for the last period when it is over', async () => {
    const { light, member, tenant } = await library()
    await watch(member, light, 10)
    const later = await end(member)
    expect(await settled(new Date())).toBe(0)

    expect(await settled(later)).toBe(1)
    expect(await owed(tenant, light)).toBe(1500)
  })

  it('is explained by the course, the share, the order, and how much of the period it was', async () => {
    const { light, member, sound, tenant } = await library()
    await watch(member, sound, 500)
    await watch(member, light, 1500)
    await renew(member)
    await settled()
    const { entries } = await earned(tenant, sound)
    const [title] = await query<{ title: string }>(
      tenant,
      sql`select title from courses where id = ${sound.course}`,
    )

    expect(entries).toEqual([
      expect.objectContaining({
        amount: 375,
        kind: 'library',
        share: 5000,
        title: title?.title,
        use: expect.objectContaining({ of: 2000, seconds: 500 }),
      }),
    ])
  })

  it('goes back in proportion, whether it is given back before or after it was shared', async () => {
    const { join, light, member, sound, tenant } = await library()
    const other = await join()
    for (const one of [member, other]) {
      await watch(one, light, 1)
      await watch(one, sound, 2)
    }
    const [before = ''] = await orderOf(member)
    const [after = ''] = await orderOf(other)
    await giveBack({ order: before, tenant, wish: { amount: 1000 } })
    await renew(member)
    await renew(other)
    await settled()
    await giveBack({ order: after, tenant, wish: { amount: 1000 } })
    expect([await owed(tenant, light), await owed(tenant, sound)]).toEqual([666, 1334])

    await giveBack({ order: before, tenant, wish: { amount: 2000 } })
    await giveBack({ order: after, tenant, wish: { amount: 2000 } })
    expect([await owed(tenant, light), await owed(tenant, sound)]).toEqual([0, 0])
  })

  it('waits while its money is contested', async () => {
    const { light, member, tenant } = await library()
    await watch(member, light, 10)
    const [order = ''] = await orderOf(member)
    await renew(member)
    const state = (given: string) =>
      systemPool().query(
        `insert into disputes (id, tenant_id, order_id, payment_id, provider, provider_dispute, state, amount, fee, currency, opened_at, reported_at, is_withdrawn)
         select uuidv7(), p.tenant_id, p.order_id, p.id, 'test', 'dp', $2, 3000, 0, 'USD', now(), now(), false from payments p where p.order_id = $1
         on conflict do nothing`,
        [order, given],
      )
    await state('needsResponse')
    expect(await settled()).toBe(0)
    await systemPool().query(`update disputes set state = 'won' where order_id = $1`, [order])

    expect(await settled()).toBe(1)
    expect(await owed(tenant, light)).toBe(1500)
  })
})
