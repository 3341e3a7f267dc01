import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { PlaceRequest } from '@/domain/learning/placeRequests'

import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { personalData } from '@/operations/identity/personalData'
import { commerceFactories } from '@/test/factories/commerce'
import { drips } from '@/test/factories/drips'
import { call, requestOf, settle, testPayload } from '@/test/harness'
import { checkout as checkoutEndpoint } from '@endpoints/commerce/checkout'
import { checkoutQuote } from '@endpoints/commerce/quote'
import { changeOfEnrollments } from '@endpoints/learning/enrollmentChanges'
import {
  askForThePlace,
  decisionOnPlaceRequests,
  ownPlaceRequest,
  withdrawPlaceRequest,
} from '@endpoints/learning/placeRequests'
import { waitForPlace } from '@endpoints/learning/waitlist'

import { forgetLearner } from '../forgetLearner'
import { lapseRequests } from './lapse'

const payload = testPayload()
const sales = () => commerceFactories(payload())
const make = () => drips(payload())

type Person = { id: string }
type Row = { id: string; reason: null | string; status: string }

/** A course whose places are given on request, people who would like one, and two who decide. */
const room = async ({
  capacity = 0,
  offer: given = {},
  people: count = 1,
}: { capacity?: number; offer?: object; people?: number } = {}) => {
  const tenant = (await make().tenant()).id
  const { id: course } = await make().course({ tenant })
  const isForCohort = capacity > 0
  const { id: offer } = await sales().offer({
    course,
    isForCohort,
    isOnRequest: true,
    kind: 'free',
    tenant,
    ...given,
  })
  const cohort = isForCohort
    ? await make().cohort({ capacity, course, startsAt: '2080-03-01T09:00:00.000Z', tenant })
    : null
  const manager = await make().user({ roles: ['admin'], tenant })
  const other = await make().user({ roles: ['owner'], tenant })
  const people = await Promise.all(Array.from({ length: count }, () => sales().buyer(tenant)))
  const at = { params: { id: offer }, tenant }
  const ask = (user: Person, data: object = { message: 'Please' }) =>
    call(askForThePlace, { ...at, data: { cohort, ...data }, user })
  const withdraw = (user: Person) => call(withdrawPlaceRequest, { ...at, user })
  const own = async (user: Person) =>
    ((await call(ownPlaceRequest, { ...at, user })).body as { request: null | PlaceRequest })
      .request
  const requests = () =>
    make().query<Row>(
      { tenant },
      sql`select id, status::text as status, reason from place_requests order by created_at, id`,
    )
  const decide = async (
    action: 'approve' | 'decline',
    { by = manager, ids, reason = '' }: { by?: Person; ids?: string[]; reason?: string } = {},
  ) =>
    call(decisionOnPlaceRequests, {
      data: { action, reason, requests: ids ?? (await requests()).map(({ id }) => id) },
      tenant,
      user: by,
    })
  const buy = (user: Person) =>
    call(checkoutEndpoint, {
      data: { cohorts: cohort ? [cohort] : [], items: [{ offer }] },
      tenant,
      user,
    })
  const steps = async (user: Person) =>
    (
      await make().query<{ side: string; state: string }>(
        { tenant },
        sql`select state::text as state, side::text as side from booking_steps where learner_id = ${user.id} order by number`,
      )
    ).map(({ side, state }) => `${state} ${side}`)
  const news = async () => {
    await settle()

    return make().query<{ news: string; to: string; url: string }>(
      { tenant },
      sql`select "to", data ->> 'news' as news, data ->> 'url' as url from emails where kind = 'requestNews' order by created_at, id`,
    )
  }
  const enrolled = async () => {
    await settle()

    return make().query<{ learner: string }>(
      { tenant },
      sql`select learner_id as learner from enrollments where status = 'active'`,
    )
  }

  return {
    ask,
    at,
    buy,
    cohort,
    course,
    decide,
    enrolled,
    manager,
    news,
    offer,
    other,
    own,
    people,
    requests,
    steps,
    tenant,
    withdraw,
  }
}

const first = <T>([one]: readonly T[]): T => {
  if (one === undefined) {
    throw new Error('There is none.')
  }

  return one
}

const pair = <T>([one, two]: readonly T[]): [T, T] => [
  first(one ? [one] : []),
  first(two ? [two] : []),
]

const statuses = async ({ requests }: { requests: () => Promise<Row[]> }) =>
  (await requests()).map(({ status }) => status)

describe('asking for a place', () => {
  it('makes one request however often it is pressed, and tells the school once', async () => {
    const here = await room()
    const one = first(here.people)
    const answers = await Promise.all(Array.from({ length: 6 }, () => here.ask(one)))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    expect((await here.ask(one, { message: 'Again' })).body).toMatchObject({
      request: { message: 'Please', status: 'requested' },
    })
    expect(await statuses(here)).toEqual(['requested'])
    await settle()
    expect(await here.steps(one)).toEqual(['requested learner'])
    const mails = await make().query<{ to: string }>(
      here,
      sql`select "to" from emails where kind = 'bookingNews'`,
    )
    expect(mails.map(({ to }) => to).toSorted()).toEqual(
      [here.manager.email, here.other.email].toSorted(),
    )
    expect(await here.enrolled()).toEqual([])
  })

  it('is refused for what is sold at once, to who has the course, and without an answer to the question', async () => {
    const here = await room({ offer: { requestQuestion: 'Why do you want to come?' } })
    const one = first(here.people)
    const plain = await sales().offer({ course: here.course, kind: 'free', tenant: here.tenant })
    const sold = await call(askForThePlace, {
      data: {},
      params: { id: plain.id },
      tenant: here.tenant,
      user: one,
    })
    expect([sold.status, sold.body]).toMatchObject([422, { code: 'notForSale' }])
    expect((await here.ask(one, {})).body).toMatchObject({ code: 'answerMissing' })
    const unconfirmed = await make().user({ emailVerified: false, tenant: here.tenant })
    expect((await here.ask(unconfirmed)).body).toMatchObject({ code: 'confirmEmailFirst' })
    await call(changeOfEnrollments, {
      data: { action: 'enroll', course: here.course, emails: [one.email], reason: 'A guest' },
      tenant: here.tenant,
      user: here.manager,
    })
    const owned = await here.ask(one)
    expect([owned.status, owned.body]).toMatchObject([409, { code: 'alreadyOwned' }])
    const foreign = await room()
    const stranger = await call(askForThePlace, {
      ...foreign.at,
      data: {},
      tenant: here.tenant,
      user: one,
    })
    expect(stranger.status).toBe(404)
    expect(await here.requests()).toEqual([])
  })

  it('is for one offer of a course at a time', async () => {
    const here = await room()
    const one = first(here.people)
    await here.ask(one)
    const other = await sales().offer({
      course: here.course,
      isOnRequest: true,
      kind: 'free',
      tenant: here.tenant,
    })
    const again = await call(askForThePlace, {
      data: {},
      params: { id: other.id },
      tenant: here.tenant,
      user: one,
    })
    expect([again.status, again.body]).toMatchObject([409, { code: 'alreadyRequested' }])
  })

  it('needs what comes before the course, then and when it is approved', async () => {
    const here = await room()
    const one = first(here.people)
    await here.ask(one)
    const before = await make().course({ tenant: here.tenant })
    await make().query(
      here,
      sql`insert into courses_rels (parent_id, path, courses_id, "order") values (${here.course}, 'prerequisites', ${before.id}, 1)`,
    )
    const { id } = first(await here.requests())
    expect((await here.decide('approve')).body).toEqual({
      decided: 0,
      refused: [{ code: 'prerequisitesMissing', request: id }],
    })
    expect(await statuses(here)).toEqual(['requested'])
    await here.withdraw(one)
    expect((await here.ask(one)).body).toMatchObject({ code: 'prerequisitesMissing' })
  })
})

describe('what is given on request', () => {
  it.each([
    ['free', { kind: 'free' }],
    ['sold', { kind: 'oneTime' }],
  ])('is refused to whoever has no approved request, where it is %s', async (_, offer) => {
    const here = await room({ offer, people: 2 })
    const [one, two] = pair(here.people)
    const direct = await here.buy(one)
    expect([direct.status, direct.body]).toMatchObject([422, { code: 'requestNeeded' }])
    const guest = await call(checkoutEndpoint, {
      data: {
        buyer: { name: 'A Guest', email: 'guest@example.com' },
        items: [{ offer: here.offer }],
      },
      tenant: here.tenant,
    })
    expect(guest.body).toMatchObject({ code: 'requestNeeded' })
    const quote = await call(checkoutQuote, {
      data: { items: [{ offer: here.offer }] },
      tenant: here.tenant,
      user: one,
    })
    expect(quote.body).toMatchObject({ code: 'requestNeeded' })
    await here.ask(one)
    expect((await here.buy(one)).body).toMatchObject({ code: 'requestNeeded' })
    await here.decide('approve')
    expect((await here.buy(two)).body).toMatchObject({ code: 'requestNeeded' })
    expect((await here.enrolled()).every(({ learner }) => learner === one.id)).toBe(true)
  })

  it('keeps nobody waiting in a queue who was not approved', async () => {
    const here = await room({ capacity: 1, people: 2 })
    const [one, two] = pair(here.people)
    await here.ask(one)
    await here.decide('approve')
    await settle()
    const wait = await call(waitForPlace, {
      data: {},
      params: { id: here.cohort ?? '' },
      tenant: here.tenant,
      user: two,
    })
    expect([wait.status, wait.body]).toMatchObject([422, { code: 'requestNeeded' }])
  })
})

describe('a decision', () => {
  it('opens at once what costs nothing, as the school’s doing', async () => {
    const here = await room()
    const one = first(here.people)
    await here.ask(one)
    expect((await here.decide('approve', { reason: 'Welcome' })).body).toEqual({
      decided: 1,
      refused: [],
    })
    expect(await here.enrolled()).toEqual([{ learner: one.id }])
    expect(await here.steps(one)).toEqual(['requested learner', 'confirmed school'])
    expect(await statuses(here)).toEqual(['taken'])
    expect(await here.news()).toMatchObject([{ news: 'given', to: one.email }])
    expect(await here.own(one)).toBeNull()
  })

  it('keeps a place that is paid for until then, and no longer', async () => {
    const here = await room({ offer: { daysToPay: 3, kind: 'oneTime' } })
    const one = first(here.people)
    await here.ask(one)
    await here.decide('approve', { reason: 'Welcome' })
    const kept = await here.own(one)
    expect(kept).toMatchObject({ reason: 'Welcome', status: 'approved' })
    const days = (new Date(kept?.until ?? 0).getTime() - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(2.9)
    expect(days).toBeLessThan(3.1)
    const [mail] = await here.news()
    expect(mail).toMatchObject({ news: 'approved', to: one.email })
    expect(mail?.url).toContain(`/checkout?offer=${here.offer}`)
    expect((await here.buy(one)).status).toBe(201)
    expect((await here.buy(one)).status).toBe(201)
    await make().query(here, sql`update place_requests set pay_until = now() - interval '1 second'`)
    await lapseRequests({ payload: payload() })
    // Its payment is under way.
    expect(await statuses(here)).toEqual(['approved'])
    await make().query(here, sql`update orders set status = 'expired'`)
    await Promise.all([1, 2, 3].map(() => lapseRequests({ payload: payload() })))
    expect(await statuses(here)).toEqual(['lapsed'])
    expect((await here.news()).map(({ news }) => news)).toEqual(['approved', 'lapsed'])
    expect(await here.steps(one)).toEqual([
      'requested learner',
      'awaitingPayment school',
      'cancelled time',
    ])
    expect((await here.buy(one)).body).toMatchObject({ code: 'requestNeeded' })
    expect((await here.ask(one)).body).toMatchObject({ request: { status: 'requested' } })
  })

  it('puts into the queue of a full cohort, from which the place is taken by itself', async () => {
    const here = await room({ capacity: 1, people: 2 })
    const [one, two] = pair(here.people)
    await here.ask(one)
    await here.decide('approve')
    await settle()
    await here.ask(two)
    await here.decide('approve')
    expect(await statuses(here)).toEqual(['taken', 'waitlisted'])
    expect(await here.steps(two)).toEqual(['requested learner', 'waitlisted school'])
    expect((await here.buy(two)).body).toMatchObject({ code: 'cohortFull' })
    const [enrollment] = await make().query<{ id: string }>(here, sql`select id from enrollments`)
    await call(changeOfEnrollments, {
      data: { action: 'remove', enrollments: [enrollment?.id], reason: 'Left' },
      tenant: here.tenant,
      user: here.manager,
    })
    await settle()
    expect((await here.buy(two)).status).toBe(201)
    expect(await here.enrolled()).toEqual([{ learner: two.id }])
    expect((await here.steps(two)).at(-1)).toBe('confirmed learner')
    const told = (await here.news()).filter(({ to }) => to === two.email)
    expect(told.map(({ news }) => news)).toEqual(['waitlisted'])
  })

  it('declines with a reason that its learner reads, after which they may ask again', async () => {
    const here = await room()
    const one = first(here.people)
    await here.ask(one)
    const silent = await here.decide('decline')
    expect([silent.status, silent.body]).toMatchObject([422, { code: 'noteMissing' }])
    await here.decide('decline', { reason: 'Next year' })
    expect(await here.own(one)).toMatchObject({ reason: 'Next year', status: 'declined' })
    expect(await here.news()).toMatchObject([{ news: 'declined', to: one.email }])
    expect(await here.steps(one)).toEqual(['requested learner', 'cancelled school'])
    await here.ask(one)
    expect(await statuses(here)).toEqual(['declined', 'requested'])
  })

  it('is for managers, of their own school alone', async () => {
    const here = await room()
    const one = first(here.people)
    await here.ask(one)
    expect((await here.decide('approve', { by: one })).status).toBe(403)
    const elsewhere = await room()
    const { id } = first(await here.requests())
    expect((await elsewhere.decide('approve', { ids: [id] })).body).toEqual({
      decided: 0,
      refused: [{ code: 'requestClosed', request: id }],
    })
    expect(await statuses(here)).toEqual(['requested'])
  })

  it('is over where somebody came in otherwise', async () => {
    const here = await room()
    const one = first(here.people)
    await here.ask(one)
    await call(changeOfEnrollments, {
      data: { action: 'enroll', course: here.course, emails: [one.email], reason: 'A guest' },
      tenant: here.tenant,
      user: here.manager,
    })
    expect(await statuses(here)).toEqual(['taken'])
  })
})

describe('at once', () => {
  it('two who approve give one place, and the second is told that it was decided', async () => {
    const here = await room()
    const one = first(here.people)
    await here.ask(one)
    const { id } = first(await here.requests())
    const answers = await Promise.all([
      here.decide('approve', { ids: [id] }),
      here.decide('approve', { by: here.other, ids: [id] }),
    ])
    const decided = answers.map(({ body }) => (body as { decided: number }).decided)
    expect(decided.toSorted()).toEqual([0, 1])
    expect(await here.enrolled()).toEqual([{ learner: one.id }])
    const orders = await make().query(here, sql`select 1 from orders`)
    expect(orders).toHaveLength(1)
    expect(await here.steps(one)).toEqual(['requested learner', 'confirmed school'])
  })

  it('an approval and a withdrawal come to one of the two', async () => {
    const here = await room({ people: 6 })
    await Promise.all(here.people.map((person) => here.ask(person)))
    const [, ...withdrawals] = await Promise.all([
      here.decide('approve'),
      ...here.people.map((person) => here.withdraw(person)),
    ])
    const enrolled = await here.enrolled()
    const withdrawn = withdrawals.filter(
      ({ body }) => (body as { hasWithdrawn: boolean }).hasWithdrawn,
    )
    expect(enrolled.length + withdrawn.length).toBe(6)
    expect((await statuses(here)).toSorted()).toEqual([
      ...enrolled.map(() => 'taken'),
      ...withdrawn.map(() => 'withdrawn'),
    ])
  })

  it.each([
    ['free', { kind: 'free' }, 'taken'],
    ['sold', { kind: 'oneTime' }, 'approved'],
  ])('the last place is given once, where it is %s', async (_, offer, given) => {
    const here = await room({ capacity: 1, offer, people: 4 })
    await Promise.all(here.people.map((person) => here.ask(person)))
    const ids = (await here.requests()).map(({ id }) => id)
    await Promise.all(ids.map((id) => here.decide('approve', { ids: [id] })))
    expect((await statuses(here)).toSorted()).toEqual(
      [given, 'waitlisted', 'waitlisted', 'waitlisted'].toSorted(),
    )
    await settle()
    const inside = await make().query(
      here,
      sql`select 1 from enrollments union all select 1 from waitlist_entries where status = 'offered'`,
    )
    expect(inside).toHaveLength(given === 'taken' ? 1 : 0)
  })
})

it('is erased with its account, and given to its owner before', async () => {
  const here = await room()
  const one = first(here.people)
  await here.ask(one)
  await asTenant(here.tenant, async () => {
    const req = await requestOf()
    expect(await personalData({ account: one.id, req })).toMatchObject({
      placeRequests: [{ message: 'Please', status: 'requested' }],
    })
    await inTransaction(req, () => forgetLearner({ learner: one.id, req, tenant: here.tenant }))
  })
  expect(await here.requests()).toEqual([])
})
