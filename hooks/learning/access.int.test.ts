import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { Offer } from '@payload-types'

import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { idOf } from '@/domain/ids'
import { checkout } from '@/operations/commerce/checkout'
import { courseOffers } from '@/operations/commerce/courseOffers'
import { quotePurchase } from '@/operations/commerce/quotePurchase'
import { runReaction } from '@/operations/events/runReaction'
import { readDashboard } from '@/operations/learning/dashboard'
import { lessonMediaOf } from '@/operations/learning/lessonMedia'
import { readLesson } from '@/operations/learning/lessonView'
import { seatOf } from '@/operations/learning/seat'
import { commerceFactories } from '@/test/factories/commerce'
import { classrooms } from '@/test/factories/learning'
import { requestOf, testPayload } from '@/test/harness'

const payload = testPayload()
const sell = () => commerceFactories(payload())

/** A school with a course of one lesson, and somebody who owns nothing of it. */
const shop = async () => {
  const { slug, course, first: lesson, tenant } = await classrooms(payload()).classroom()
  const { id: buyer } = await sell().buyer(tenant)
  const { id: other } = await classrooms(payload()).course({ tenant })

  return { slug, buyer, course, lesson, other, tenant }
}

type Shop = Awaited<ReturnType<typeof shop>>

const free = (given: Partial<Offer> & { course: string; tenant: string }) =>
  sell().offer({ kind: 'free', prices: [], ...given })

const query = ({ tenant }: Shop, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<Record<string, unknown>>(await requestOf(), statement))

/** Orders offers; what is free is paid at once. */
const order = ({ buyer, tenant }: Shop, ...offers: string[]) =>
  asTenant(tenant, async () =>
    checkout({
      buyer: { id: buyer, email: 'ada@example.com', emailVerified: true, locale: 'en' },
      now: new Date(),
      offers,
      origin: 'http://school.localhost:3000',
      req: await requestOf({ id: buyer }),
      tenant,
    }),
  )

const react = ({ tenant }: Shop, bought: string) =>
  runReaction({
    name: 'enrollOnOrderPaid',
    job: { data: { order: bought }, event: crypto.randomUUID(), tenant },
    payload: payload(),
  })

const payFor = async (given: Shop, bought: string) => {
  await query(given, sql`update orders set status = 'paid', paid_at = now() where id = ${bought}`)
  await react(given, bought)
}

const buy = async (given: Shop, ...offers: string[]) => {
  const placed = await order(given, ...offers)
  await payFor(given, placed.order)

  return placed.order
}

const enrollments = (given: Shop) =>
  query(
    given,
    sql`select course_id as course, round(extract(epoch from access_until - now()) / 86400)::int as days, status::text as status
        from enrollments where learner_id = ${given.buyer} order by course_id`,
  )

const outcome = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'ok',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )

describe('a bundle', () => {
  it('opens each of its courses, with a line for each that sum to its price', async () => {
    const given = await shop()
    const { course, other, tenant } = given
    await sell().offer({ course, prices: [{ amount: 6000, currency: 'USD' }], tenant })
    await sell().offer({ course: other, prices: [{ amount: 3000, currency: 'USD' }], tenant })
    const { id: bundle } = await sell().offer({
      course,
      courses: [other],
      prices: [{ amount: 7501, currency: 'USD' }],
      tenant,
    })
    const bought = await buy(given, bundle)

    expect(
      await query(
        given,
        sql`select course_id as course, base::int as base, total::int as total from order_lines where order_id = ${bought} order by id`,
      ),
    ).toEqual([
      { base: 5001, course, total: 5001 },
      { base: 2500, course: other, total: 2500 },
    ])
    expect(await enrollments(given)).toEqual(
      [course, other].toSorted().map((one) => ({ course: one, days: null, status: 'active' })),
    )
    expect(await outcome(order(given, bundle))).toBe('alreadyOwned')
  })

  it('is sold to whoever owns a part, and says which', async () => {
    const given = await shop()
    const { buyer, course, other, tenant } = given
    const { id: single } = await sell().offer({ course, tenant })
    const { id: bundle } = await sell().offer({ course, courses: [other], tenant })
    await buy(given, single)
    const quoted = await asTenant(tenant, async () =>
      quotePurchase({ buyer, now: new Date(), offers: [bundle], req: await requestOf(), tenant }),
    )

    expect(quoted).toMatchObject({
      isOwned: false,
      lines: [
        {
          courses: [
            { id: course, isOwned: true },
            { id: other, isOwned: false },
          ],
        },
      ],
    })
    await buy(given, bundle)
    expect(await enrollments(given)).toHaveLength(2)
    expect(await outcome(order(given, single))).toBe('alreadyOwned')
  })

  it('stands on the page of each course, and is not sold while one of them is hidden', async () => {
    const given = await shop()
    const { course, other, tenant } = given
    const { id: bundle } = await sell().offer({
      course,
      courses: [other, course, other],
      isDefault: true,
      tenant,
    })
    const listed = (one: string) =>
      asTenant(tenant, async () => courseOffers({ courses: [one], req: await requestOf() }))

    expect(await listed(course)).toMatchObject([{ id: bundle, isDefault: true }])
    expect(await listed(other)).toMatchObject([
      { id: bundle, courses: [{ id: course }, { id: other }], isDefault: false },
    ])
    await query(given, sql`update courses set _status = 'draft' where id = ${other}`)
    expect(await listed(course)).toEqual([])
    expect(await outcome(order(given, bundle))).toBe('notForSale')
  })

  it('cannot hold a course of another school', async () => {
    const given = await shop()
    const foreign = await shop()

    expect(
      await outcome(
        sell().offer({ course: given.course, courses: [foreign.course], tenant: given.tenant }),
      ),
    ).toMatch(/Also includes|invalid/)
  })
})

describe('access for a time', () => {
  it('closes lessons, media, progress and attempts when it is over, and says so', async () => {
    const given = await shop()
    const { buyer, course, lesson, tenant } = given
    const { id: month } = await sell().offer({
      accessCount: 30,
      accessUnit: 'days',
      course,
      tenant,
    })
    await buy(given, month)
    const asker = { isAuthor: false, learner: buyer }
    const seen = () =>
      asTenant(tenant, async () => readLesson({ asker, lesson, req: await requestOf() }))
    const seat = () =>
      asTenant(tenant, async () =>
        seatOf({ caller: { account: buyer }, lesson, req: await requestOf() }),
      )

    expect(await enrollments(given)).toMatchObject([{ days: 30 }])
    expect(await seen()).toMatchObject({ endedAt: null, lock: null })
    expect(await seat()).toMatchObject({ course })

    await query(
      given,
      sql`update enrollments set access_until = now() - interval '1 minute' where learner_id = ${buyer}`,
    )
    expect(await seen()).toMatchObject({
      endedAt: expect.any(String),
      enrollment: null,
      lesson: { body: null },
      lock: 'ended',
    })
    expect(await outcome(seat())).toBe('accessEnded')
    const media = await asTenant(tenant, async () =>
      lessonMediaOf({ asker, lesson, req: await requestOf() }),
    )
    expect(media?.lock ?? 'enroll').toBe('enroll')
    expect(
      await asTenant(tenant, async () => readDashboard({ learner: buyer, req: await requestOf() })),
    ).toMatchObject([{ hasEnded: true, next: null }])
  })

  it('until a date ends for everybody at it, and is sold no more afterwards', async () => {
    const given = await shop()
    const { course, tenant } = given
    const accessUntil = new Date(Date.now() + 40 * 86_400_000).toISOString()
    const { id } = await sell().offer({ accessUnit: 'until', accessUntil, course, tenant })
    await buy(given, id)
    expect(await enrollments(given)).toMatchObject([{ days: 40 }])

    await query(given, sql`update offers set access_until = now() - interval '1 second'`)
    const listed = await asTenant(tenant, async () =>
      courseOffers({ courses: [course], req: await requestOf() }),
    )
    expect(listed).toEqual([])
    expect(await outcome(order(given, id))).toBe('notForSale')
    expect(await outcome(sell().offer({ accessUnit: 'until', course, tenant }))).toMatch(/invalid/i)
  })

  it('adds up when it is bought again, also by two orders told of at once', async () => {
    const given = await shop()
    const { course, tenant } = given
    const { id: month } = await sell().offer({
      accessCount: 30,
      accessUnit: 'days',
      course,
      tenant,
    })
    const { id: week } = await sell().offer({ accessCount: 7, accessUnit: 'days', course, tenant })
    await buy(given, month)
    const second = await order(given, month)
    await query(
      given,
      sql`update orders set status = 'paid', paid_at = now() where id = ${second.order}`,
    )
    const third = await order(given, week)
    await query(
      given,
      sql`update orders set status = 'paid', paid_at = now() where id = ${third.order}`,
    )
    await Promise.all([second, third, second, third].map((placed) => react(given, placed.order)))

    expect(await enrollments(given)).toMatchObject([{ days: 67 }])
  })

  it('does not take away what was bought for good, before or after', async () => {
    const given = await shop()
    const { course, tenant } = given
    const { id: days } = await sell().offer({ accessCount: 30, accessUnit: 'days', course, tenant })
    const { id: forever } = await sell().offer({ course, tenant })
    await buy(given, days)
    await buy(given, forever)

    expect(await enrollments(given)).toMatchObject([{ days: null }])
    expect(await outcome(order(given, days))).toBe('alreadyOwned')
  })

  it('of a free offer is given once', async () => {
    const given = await shop()
    const { course, tenant } = given
    const { id } = await free({ accessCount: 3, accessUnit: 'days', course, tenant })
    const { order: placed } = await order(given, id)
    await react(given, placed)

    expect(await enrollments(given)).toMatchObject([{ days: 3 }])
    expect(await outcome(order(given, id))).toBe('alreadyOwned')
  })
})

describe('an offer', () => {
  it.each([
    { accessUnit: 'days' as const },
    { accessCount: 0, accessUnit: 'days' as const },
    { accessCount: 2.5, accessUnit: 'months' as const },
    { accessCount: 121, accessUnit: 'months' as const },
  ])('is refused with the access %j', async (access) => {
    const { course, tenant } = await shop()

    expect(await outcome(sell().offer({ ...access, course, tenant }))).toMatch(/invalid/i)
  })

  it('made the default takes the place of the one before', async () => {
    const { course, tenant } = await shop()
    const first = await sell().offer({ course, isDefault: true, tenant })
    const second = await sell().offer({ course, isDefault: true, tenant })
    const { docs } = await asTenant(tenant, () =>
      payload().find({ collection: 'offers', depth: 0, overrideAccess: true, sort: 'id' }),
    )

    expect(docs.map(({ id, course: own, isDefault }) => [id, idOf(own), isDefault])).toEqual([
      [first.id, course, false],
      [second.id, course, true],
    ])
  })
})
