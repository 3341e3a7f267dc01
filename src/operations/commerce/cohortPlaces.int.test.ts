import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import { checkout as checkoutEndpoint } from '@endpoints/commerce/checkout'
import { courseCohorts } from '@endpoints/commerce/cohorts'
import { approveTestPayment } from '@endpoints/commerce/testGateway'

import { asTenant } from '@/database/scope'
import { expireOrders } from '@/operations/commerce/expireOrders'
import { readCurriculum } from '@/operations/learning/curriculum'
import { commerceFactories } from '@/test/factories/commerce'
import { drips } from '@/test/factories/drips'
import { call, requestOf, settle, testPayload } from '@/test/harness'

const payload = testPayload()
const sales = () => commerceFactories(payload())
const make = () => drips(payload())

const SOON = '2080-03-01T09:00:00.000Z'

/** A course that is sold for a cohort with a few places. */
const shop = async ({
  capacity,
  ...offered
}: { capacity?: null | number; kind?: 'free' | 'oneTime' } = {}) => {
  const tenant = (await make().tenant()).id
  const { id: course, slug } = await make().course({ tenant })
  const { id: offer } = await sales().offer({ course, isForCohort: true, tenant, ...offered })
  const cohort = await make().cohort({ capacity, course, startsAt: SOON, tenant })
  const buy = (user: null | { id: string }, data: object = {}) =>
    call(checkoutEndpoint, {
      data: { cohorts: [cohort], items: [{ offer }], ...data },
      tenant,
      user: user ?? undefined,
    })
  const places = async (user?: { id: string }) => {
    const { body } = await call(courseCohorts, { params: { id: course }, tenant, user })

    return (body as { cohorts: { isMine: boolean; left: null | number }[] }).cohorts.map(
      ({ isMine, left }) => ({ isMine, left }),
    )
  }
  const learners = () =>
    make().query<{ learner: string }>(
      { tenant },
      sql`select learner_id as learner from enrollments where cohort_id = ${cohort} and status = 'active' order by id`,
    )

  return { slug, buy, cohort, course, learners, offer, places, tenant }
}

type Shop = Awaited<ReturnType<typeof shop>>

const buyers = ({ tenant }: Pick<Shop, 'tenant'>, count: number) =>
  Promise.all(Array.from({ length: count }, () => sales().buyer(tenant)))

const codes = (answers: { body: unknown; status: number }[]) =>
  answers.map(({ body, status }) => (body as { code?: string }).code ?? status).toSorted()

const pay = async ({ tenant }: Pick<Shop, 'tenant'>, user: { id: string }, url: string) => {
  const session = url.split('/').at(-1) ?? ''

  return call(approveTestPayment, { data: {}, params: { session }, tenant, user })
}

const urlOf = ({ body }: { body: unknown }) => (body as { url: string }).url

describe('the last place of a cohort', () => {
  it('is one buyer’s, of twelve who ask for it at once, paid or free', async () => {
    for (const kind of ['oneTime', 'free'] as const) {
      const room = await shop({ capacity: 1, kind })
      const people = await buyers(room, 12)
      const answers = await Promise.all(people.map((one) => room.buy(one)))
      await settle()

      expect(codes(answers)).toEqual([201, ...people.slice(1).map(() => 'cohortFull')].toSorted())
      expect(await room.places()).toEqual([{ isMine: false, left: 0 }])
      expect(await room.learners()).toHaveLength(kind === 'free' ? 1 : 0)
    }
  })

  it('is held while its order waits for the payment, is a learner’s once it is paid, and free again once it expires', async () => {
    const room = await shop({ capacity: 2 })
    const [one, two, three] = await buyers(room, 3)
    if (!one || !two || !three) {
      throw new Error('There are three.')
    }
    const first = await room.buy(one)
    await room.buy(two)
    expect((await room.buy(three)).body).toMatchObject({ code: 'cohortFull', left: 0 })
    // A second click finds the order, and takes no second place.
    expect(urlOf(await room.buy(one))).toBe(urlOf(first))
    expect(await room.places(one)).toEqual([{ isMine: true, left: 0 }])

    await pay(room, one, urlOf(first))
    // Paid, and its job not yet done: the place is hers all the same.
    expect(await room.places()).toEqual([{ isMine: false, left: 0 }])
    await settle()
    await settle()
    expect(await room.learners()).toEqual([{ learner: one.id }])

    const later = new Date(Date.now() + 3 * 3_600_000)
    await expireOrders({ now: later, payload: payload() })
    expect(await room.places()).toEqual([{ isMine: false, left: 1 }])
    expect((await room.buy(three)).status).toBe(201)
  })

  it('is not taken twice by a changed mind, and goes to whoever asks for it then', async () => {
    const room = await shop({ capacity: 1 })
    const other = await make().cohort({
      capacity: 5,
      course: room.course,
      startsAt: '2080-09-01T09:00:00.000Z',
      tenant: room.tenant,
    })
    const [one, two] = await buyers(room, 2)
    if (!one || !two) {
      throw new Error('There are two.')
    }
    await room.buy(one)
    await room.buy(one, { cohorts: [other] })

    expect((await room.buy(two)).status).toBe(201)
    expect(await room.places(one)).toEqual([
      { isMine: false, left: 0 },
      { isMine: true, left: 4 },
    ])
  })

  it('is exceeded by money that arrives late, and by nothing else', async () => {
    const room = await shop({ capacity: 1 })
    const [late, quick, next] = await buyers(room, 3)
    if (!late || !quick || !next) {
      throw new Error('There are three.')
    }
    const placed = await room.buy(late)
    await make().query(
      room,
      sql`update orders set status = 'expired' where buyer_id = ${late.id} and status = 'pending'`,
    )
    const second = await room.buy(quick)
    await pay(room, quick, urlOf(second))
    await pay(room, late, urlOf(placed))
    await settle()
    await settle()

    expect(await room.learners()).toHaveLength(2)
    expect((await room.buy(next)).body).toMatchObject({ code: 'cohortFull', left: 0 })
  })
})

describe('a purchase for a cohort', () => {
  it('enrolls in it exactly once, from its start on', async () => {
    const room = await shop({ capacity: null })
    const [buyer] = await buyers(room, 1)
    const placed = buyer && (await room.buy(buyer))
    if (!buyer || !placed) {
      throw new Error('Nobody bought.')
    }
    await Promise.all([1, 2].map(() => pay(room, buyer, urlOf(placed))))
    await settle()
    await settle()

    expect(await room.learners()).toEqual([{ learner: buyer.id }])
    expect(await room.places(buyer)).toEqual([{ isMine: true, left: null }])
    await asTenant(room.tenant, async () => {
      const asker = { isAuthor: false, learner: buyer.id }
      const found = await readCurriculum({ slug: room.slug, asker, req: await requestOf(buyer) })

      expect(found).toMatchObject({
        enrollment: null,
        startsWith: { startsAt: expect.any(String) },
      })
    })
  })

  it('counts the days of its offer from the start', async () => {
    const room = await shop()
    await make().query(
      room,
      sql`update offers set kind = 'free', access_unit = 'days', access_count = 30 where id = ${room.offer}`,
    )
    const [buyer] = await buyers(room, 1)
    await room.buy(buyer ?? null)
    await settle()
    const [found] = await make().query<{ until: string }>(
      room,
      sql`select to_json(access_until) #>> '{}' as until from enrollments`,
    )

    expect(new Date(found?.until ?? '')).toEqual(new Date('2080-03-31T09:00:00Z'))
  })

  it('is refused without one, for one that is over or another course’s, and for two at once', async () => {
    const room = await shop()
    const [buyer = null] = await buyers(room, 1)
    const course = { course: room.course, tenant: room.tenant }
    const over = await make().cohort(course)
    const closed = await make().cohort({ ...course, isOpen: false, startsAt: SOON })
    const later = await make().cohort({
      ...course,
      enrollFrom: '2079-01-01T00:00:00.000Z',
      startsAt: SOON,
    })
    const twin = await make().cohort({ ...course, startsAt: SOON })
    const stranger = await shop()
    const refused = async (cohorts: string[]) =>
      ((await room.buy(buyer, { cohorts })).body as { code: string }).code

    expect(await refused([])).toBe('cohortNeeded')
    for (const cohort of [over, closed, later, stranger.cohort]) {
      expect(await refused([cohort])).toBe('cohortClosed')
    }
    expect(await refused([room.cohort, twin])).toBe('cohortClosed')
    expect((await room.buy(buyer, { cohorts: ['x'] })).status).toBe(400)
    expect(await room.places()).toHaveLength(2)
  })

  it('of nothing is for accounts alone: an address that is typed takes nobody’s place', async () => {
    const room = await shop({ capacity: 1, kind: 'free' })
    const guest = { name: 'Noa', email: 'noa@example.com' }

    expect((await room.buy(null, { buyer: guest })).body).toMatchObject({ code: 'accountNeeded' })
    expect(await room.places()).toEqual([{ isMine: false, left: 1 }])
  })

  it('of an offer that is not for one takes none', async () => {
    const room = await shop()
    const { id: offer } = await sales().offer({ course: room.course, tenant: room.tenant })
    const [buyer = null] = await buyers(room, 1)

    expect((await room.buy(buyer, { items: [{ offer }] })).body).toMatchObject({
      code: 'cohortClosed',
    })
    expect((await room.buy(buyer, { cohorts: [], items: [{ offer }] })).status).toBe(201)
  })
})
