import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { addDays } from '@/domain/commerce/calendar'
import { courseOffers } from '@/operations/commerce/courseOffers'
import { grantWhilePaid } from '@/operations/learning/grantWhilePaid'
import { dashboardOf } from '@/operations/pages/dashboardView'
import { factories } from '@/test/factories'
import { everyStatement } from '@/test/everyStatement'
import { requestOf, testPayload } from '@/test/harness'
import { planTools, type Member } from '@/test/plans'
import { settleOnly } from '@/test/settleOnly'

const payload = testPayload()
const tools = planTools(payload)
const { buy, offer, query, renewAt, setCard, settle, shop, standing, subscribe } = tools
const make = () => factories(payload())

/** Lets courses that were published meanwhile join, and what comes of it. */
const join = async () => {
  await settleOnly(payload(), 'joinLibrariesOnContentChanged')
  await settle()
}

/** Ids of the courses that are open to a member at a moment, in their order. */
const openTo = async ({ buyer, tenant }: Member, at = new Date()): Promise<string[]> =>
  (
    await query<{ course: string }>(
      tenant,
      sql`select course_id as course from enrollments where learner_id = ${buyer} and status = 'active'
            and (access_until is null or access_until > ${at.toISOString()}) order by course_id`,
    )
  ).map(({ course }) => course)

const category = (tenant: string, title: string) =>
  asTenant(tenant, () =>
    payload().create({
      collection: 'categories',
      data: { name: title, slug: title.toLowerCase(), tenant } as never,
      depth: 0,
      overrideAccess: true,
    }),
  )

const change = (tenant: string, id: string, data: object) =>
  asTenant(tenant, () =>
    payload().update({ id, collection: 'courses', data: data, overrideAccess: true }),
  )

const MANY = 500

/** As many published courses as a large library has, written as copies of one. */
const manyCourses = ({ course, tenant }: { course: string; tenant: string }) =>
  query(
    tenant,
    sql`insert into courses (id, tenant_id, title, slug, _status)
        select uuidv7(), tenant_id, title || ' ' || n, 'copy-' || n, 'published' from courses, generate_series(2, ${MANY}) n where id = ${course}`,
  )

const grant = ({ id, tenant }: Member) =>
  asTenant(tenant, async () => {
    const req = await requestOf()
    await inTransaction(req, () => grantWhilePaid({ req, subscription: id, tenant }))
  })

/** What a step sends that has sent it before on the same connections. */
const sentBy = async (run: () => Promise<unknown>): Promise<number> =>
  (await everyStatement(payload(), run)).length

const shownTo = ({ buyer: id, tenant }: Member) =>
  asTenant(tenant, async () =>
    dashboardOf({ req: await requestOf(), user: { id, name: 'Ada', timeZone: null } }),
  )

describe('a library of five hundred courses', () => {
  it('is opened, renewed and closed in the few statements of a small one', async () => {
    const { course, tenant } = await shop()
    await manyCourses({ course, tenant })
    const { id } = await offer({ course, library: 'all', tenant })
    const member = await subscribe({ course, offer: id, tenant })
    expect(await openTo(member)).toHaveLength(MANY)

    await query(tenant, sql`delete from access_grants`)
    await query(tenant, sql`delete from enrollments`)
    expect(await sentBy(() => grant(member))).toBeLessThanOrEqual(9)
    expect(await openTo(member)).toHaveLength(MANY)

    await query(
      tenant,
      sql`update subscriptions set period_end = period_end + interval '1 month' where id = ${member.id}`,
    )
    expect(await sentBy(() => grant(member))).toBeLessThanOrEqual(8)
    const { end } = await standing(member)
    expect(await openTo(member, addDays(new Date(end), -1))).toHaveLength(MANY)
    expect(await openTo(member, addDays(new Date(end), 40))).toEqual([])
    expect(await sentBy(() => grant(member))).toBeLessThanOrEqual(5)
  })

  it('enrolls once where the same is followed twice at once', async () => {
    const { course, tenant } = await shop()
    await manyCourses({ course, tenant })
    const { id } = await offer({ course, library: 'all', tenant })
    const member = await subscribe({ course, offer: id, tenant })
    await query(tenant, sql`delete from access_grants`)
    await query(tenant, sql`delete from enrollments`)
    await query(tenant, sql`delete from events where fact = 'enrollment.created'`)
    await Promise.all([grant(member), grant(member)])

    expect(
      await query(
        tenant,
        sql`select (select count(*)::int from access_grants) as grants, (select count(*)::int from enrollments) as enrollments,
              (select count(*)::int from events where fact = 'enrollment.created') as told`,
      ),
    ).toEqual([{ enrollments: MANY, grants: MANY, told: MANY }])
  })

  it('shows on the dashboard what was begun and some of the rest, and says how much more there is', async () => {
    const { course, tenant } = await shop()
    await manyCourses({ course, tenant })
    const { id } = await offer({ course, library: 'all', tenant })
    const member = await subscribe({ course, offer: id, tenant })
    const { courses, further } = await shownTo(member)

    expect(courses.map((one) => one.course.id)).toContain(course)
    expect(courses.length + further).toBe(MANY)
    expect(courses.length).toBeLessThanOrEqual(13)
  })
})

describe('a library', () => {
  it('opens all courses, and each that is published later, at once', async () => {
    const { course, tenant } = await shop()
    const { id: second } = await make().course({ tenant })
    const { id } = await offer({ course, library: 'all', tenant })
    const member = await subscribe({ course, offer: id, tenant })
    expect(await openTo(member)).toEqual([course, second].toSorted())

    const { id: third } = await make().course({ tenant })
    await join()
    await join()
    expect(await openTo(member)).toEqual([course, second, third].toSorted())
    expect(
      await query(
        tenant,
        sql`select 1 from order_lines l join orders o on o.id = l.order_id where o.buyer_id = ${member.buyer}`,
      ),
    ).toHaveLength(1)
  })

  it('by categories opens what is in them, and what comes to them', async () => {
    const { course, tenant } = await shop()
    const { id: light } = await category(tenant, 'Light')
    const { id: second } = await make().course({ tenant })
    const { id: third } = await make().course({ tenant })
    await change(tenant, second, { category: light })
    const { id } = await offer({
      course,
      library: 'categories',
      libraryCategories: [light],
      tenant,
    })
    const member = await subscribe({ course, offer: id, tenant })
    expect(await openTo(member)).toEqual([course, second].toSorted())

    await change(tenant, third, { categories: [light] })
    await join()
    expect(await openTo(member)).toEqual([course, second, third].toSorted())
    await change(tenant, third, { categories: [] })
    await join()
    expect(await openTo(member)).toContain(third)
  })

  it('that ends closes what it opened, and nothing that was bought apart', async () => {
    const { course, tenant } = await shop()
    const { id: second } = await make().course({ tenant })
    const { id: third } = await make().course({ tenant })
    const { id: apart } = await tools.sell().offer({ course: second, tenant })
    const { id } = await offer({ course, library: 'all', tenant })
    const member = await subscribe({ course, offer: id, tenant })
    await buy({ ...member, offer: apart })
    await settle()
    const { end } = await standing(member)
    await setCard(member, false)
    for (const days of [0, 1, 3, 5, 7]) {
      await renewAt(addDays(new Date(end), days))
    }
    const later = addDays(new Date(end), 8)

    expect(await standing(member)).toMatchObject({ status: 'ended' })
    expect(await openTo(member, addDays(new Date(end), 6))).toEqual(
      [course, second, third].toSorted(),
    )
    expect(await openTo(member, later)).toEqual([second])
    await make().course({ tenant })
    await join()
    expect(await openTo(member, later)).toEqual([second])
  })

  it('stands on the page of each course that it opens, and of no other', async () => {
    const { course, tenant } = await shop()
    const { id: light } = await category(tenant, 'Light')
    const { id: second } = await make().course({ tenant })
    const { id: third } = await make().course({ tenant })
    await change(tenant, second, { category: light })
    const { id } = await offer({
      course,
      library: 'categories',
      libraryCategories: [light],
      tenant,
    })
    const offers = await asTenant(tenant, async () =>
      courseOffers({ courses: [second, third], req: await requestOf() }),
    )

    expect(offers.map((one) => [one.course, one.id, one.library])).toEqual([
      [second, id, { categories: ['Light'], count: 1 }],
    ])
  })

  it('can be had by who owns the course that it stands with', async () => {
    const { course, offer: apart, tenant } = await shop()
    const { id: second } = await make().course({ tenant })
    const { id } = await offer({ course, library: 'all', tenant })
    const { id: buyer } = await tools.sell().buyer(tenant)
    await buy({ buyer, offer: apart, tenant })
    await settle()
    await buy({ buyer, offer: id, tenant })
    await settle()

    expect(await openTo({ buyer, tenant } as Member)).toEqual([course, second].toSorted())
  })

  it('names a category where it is one of categories', async () => {
    const { course, tenant } = await shop()

    await expect(offer({ course, library: 'categories', tenant })).rejects.toThrow(/invalid/i)
  })
})
