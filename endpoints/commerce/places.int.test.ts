import { sql } from '@payloadcms/db-postgres'

import type { Moving, ShownPlace } from '@/domain/commerce/transfers'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction, row, rows } from '@/database/transaction'
import { MOVE_REASONS } from '@/domain/commerce/moveReasons'
import { settleOrder } from '@/operations/commerce/settleOrder'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'
import { drips } from '@/test/factories/drips'
import { chargeTax } from '@/test/factories/taxes'
import { call, requestOf, settle, testPayload } from '@/test/harness'

import { checkout } from './checkout'
import { place, placePrice, releasePlace, transferPlace } from './places'
import { refundEndpoints } from './refunds'

const payload = testPayload()
const [overview, refund] = refundEndpoints

const OPEN = { enrollUntil: '2099-01-01T00:00:00.000Z', startsAt: '2098-01-01T00:00:00.000Z' }

const all = <Row>(tenant: string, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<Row>(await requestOf(), statement))

/** Pays an order in full, as its provider would say it. */
const pay = (tenant: string, order: string) =>
  asTenant(tenant, async () => {
    const req = await requestOf()
    const found = await row<{ currency: string; session: string; total: number }>(
      req,
      sql`select session, currency, total::float8 as total from orders where id = ${order}`,
    )
    const { currency = '', session = '', total = 0 } = found ?? {}
    const paid = {
      amount: total,
      currency,
      payment: `pay_${session}`,
      provider: 'test',
      session,
    } as const
    await inTransaction(req, () =>
      settleOrder({ type: 'payment.succeeded', order, paid, req, tenant }),
    )
  })

const orderOf = async (tenant: string, transfer: string): Promise<string> => {
  const [found] = await all<{ order: string }>(
    tenant,
    sql`select order_id as "order" from place_transfers where id = ${transfer}`,
  )

  return found?.order ?? ''
}

/** A school with two courses, one of them at 49.00 USD, and ways to sell and move places in it. */
const school = async (price = 4900) => {
  const make = commerceFactories(payload())
  const base = factories(payload())
  const shop = await make.shop()
  const { course, tenant } = shop
  const { id: other } = await base.course({ tenant })
  const { id: target } = await make.offer({
    course: other,
    prices: [{ amount: price, currency: 'USD' }],
    tenant,
  })
  const manager = await base.user({ roles: ['admin'], tenant })
  const sell = async (offer = shop.offer, cohorts: string[] = []) => {
    const buyer = { ...(await make.buyer(tenant)), emailVerified: true }
    const bought = await call(checkout, {
      data: { cohorts, items: [{ offer }] },
      tenant,
      user: buyer,
    })
    const { order } = bought.body as { order: string }
    await pay(tenant, order)
    await settle()
    const [line] = await all<{ id: string }>(
      tenant,
      sql`select id from order_lines where order_id = ${order}`,
    )

    return { buyer, line: line?.id ?? '', order }
  }
  const move = (line: string, given: object, user: { id: string } = manager) =>
    call(transferPlace, {
      data: {
        expects: { back: 0, due: 0 },
        key: crypto.randomUUID(),
        reason: 'They asked for it',
        to: { offer: target },
        ...given,
      },
      params: { id: line },
      tenant,
      user,
    })
  const look = async (line: string, user: { id: string } = manager) =>
    (await call(place, { params: { id: line }, tenant, user })).body as ShownPlace
  const allow = (rules: string) =>
    systemPool().query(`update tenants set ${rules} where id = $1`, [tenant])
  const roster = () =>
    all<{ cohort: null | string; course: string; learner: string; status: string }>(
      tenant,
      sql`select learner_id as learner, course_id as course, status::text as status, cohort_id as cohort from enrollments order by id`,
    )
  const mails = async () =>
    (
      await all<{ kind: string }>(
        tenant,
        sql`select kind from emails where kind like 'place%' or kind = 'refund' order by kind`,
      )
    ).map(({ kind }) => kind)
  const shares = (of: string, person: string) =>
    asTenant(tenant, () =>
      payload().create({
        collection: 'revenue-shares',
        data: { course: of, person, share: 5000, startsAt: '2020-01-01T00:00:00.000Z', tenant },
        depth: 0,
        overrideAccess: true,
      }),
    )
  const teacher = () => base.user({ roles: ['instructor'], tenant })
  const owed = async () =>
    Object.fromEntries(
      (
        await all<{ amount: number; holder: string }>(
          tenant,
          sql`select holder, (-sum(amount))::int as amount from ledger_entries where account = 'earnings' group by holder`,
        )
      ).map(({ amount, holder }) => [holder, amount]),
    )

  return {
    ...shop,
    allow,
    base,
    course,
    look,
    mails,
    make,
    manager,
    move,
    other,
    owed,
    roster,
    sell,
    shares,
    target,
    teacher,
  }
}

describe('a place that is moved to another course', () => {
  it('at the same price goes at once, and those earn of it who teach there', async () => {
    const { course, look, mails, move, other, owed, roster, sell, shares, teacher, tenant } =
      await school()
    const [ann, bob] = [await teacher(), await teacher()]
    await shares(course, ann.id)
    await shares(other, bob.id)
    const { buyer, line } = await sell()
    expect(await owed()).toEqual({ [ann.id]: 2450 })

    const { body, status } = await move(line, {})
    await settle()

    expect(status).toBe(200)
    expect(body).toMatchObject({ back: 0, due: 0, url: null })
    expect(await roster()).toEqual([
      { cohort: null, course, learner: buyer.id, status: 'revoked' },
      { cohort: null, course: other, learner: buyer.id, status: 'active' },
    ])
    expect(await owed()).toEqual({ [ann.id]: 0, [bob.id]: 2450 })
    expect(await mails()).toEqual(['placeMoved'])
    expect((await look(line)) as unknown).toEqual({ code: 'notFound' })
    expect(await all(tenant, sql`select total::int as total from invoices`)).toEqual([
      { total: 4900 },
    ])
    expect(
      await all(tenant, sql`select action::text as action, reason from enrollment_changes`),
    ).toEqual([{ action: 'remove', reason: 'They asked for it' }])
  })

  it('for less gives the difference back with a credit note, whoever earned of it then', async () => {
    const { course, look, mails, move, other, owed, sell, shares, teacher, tenant } =
      await school(3900)
    const [ann, bob] = [await teacher(), await teacher()]
    await shares(course, ann.id)
    await shares(other, bob.id)
    const { line } = await sell()
    expect((await look(line)).targets).toMatchObject([{ back: 1000, due: 0, price: 3900 }])

    const { body, status } = await move(line, { expects: { back: 1000, due: 0 } })
    await settle()

    expect(status).toBe(200)
    expect(body).toMatchObject({ back: 1000, due: 0, url: null })
    expect(await all(tenant, sql`select total::int as total from credit_notes`)).toEqual([
      { total: 1000 },
    ])
    expect(await owed()).toEqual({ [ann.id]: 0, [bob.id]: 1950 })
    expect(await mails()).toEqual(['placeMoved', 'refund'])
  })

  it('for less tells its buyer why money goes back, though they gave no reason for the move', async () => {
    const { allow, move, sell, tenant } = await school(3900)
    await allow(`settings_transfers_to_course = true, settings_locale = 'he'`)
    const { buyer, line } = await sell()
    await systemPool().query('update users set locale = null where id = $1', [buyer.id])
    await systemPool().query('update orders set locale = null where buyer_id = $1', [buyer.id])
    const given = { expects: { back: 1000, due: 0 }, reason: '' }
    expect((await move(line, given, buyer)).status).toBe(200)
    await settle()

    const [{ reason = '', title = '' } = {}] = await all<{ reason: string; title: string }>(
      tenant,
      sql`select r.reason, (select l.title from order_lines l order by l.id desc limit 1) as title from refunds r`,
    )
    expect(reason).toBe(MOVE_REASONS.he.costsLess(title))
    expect(
      await all(tenant, sql`select data ->> 'reason' as reason from emails where kind = 'refund'`),
    ).toEqual([{ reason }])
  })

  it('for more is made when the difference is paid, by an order and invoice of its own', async () => {
    const { course, mails, move, other, owed, roster, sell, shares, teacher, tenant } =
      await school(7900)
    const [ann, bob] = [await teacher(), await teacher()]
    await shares(course, ann.id)
    await shares(other, bob.id)
    const { buyer, line } = await sell()

    const { body } = await move(line, { expects: { back: 0, due: 3000 } })
    await settle()

    const { due, transfer, url } = body as Moving
    expect({ due, url }).toEqual({ due: 3000, url: expect.stringContaining('/pay/') })
    expect(await roster()).toMatchObject([{ course, status: 'active' }])
    expect(await mails()).toEqual(['placeToPay'])

    await pay(tenant, await orderOf(tenant, transfer))
    await settle()

    expect(await roster()).toMatchObject([
      { course, learner: buyer.id, status: 'revoked' },
      { course: other, learner: buyer.id, status: 'active' },
    ])
    expect(await owed()).toEqual({ [ann.id]: 0, [bob.id]: 3950 })
    expect(
      await all(
        tenant,
        sql`select base::int as base, discount::int as discount, total::int as total from invoices order by sequence`,
      ),
    ).toEqual([
      { base: 4900, discount: 0, total: 4900 },
      { base: 7900, discount: 4900, total: 3000 },
    ])
    expect(
      await all(tenant, sql`select refusal from payment_events where refusal is not null`),
    ).toEqual([])
  })

  it('is taxed where its buyer is', async () => {
    const { manager, sell, target, tenant } = await school(7900)
    const { line: id } = await sell()
    await chargeTax(payload(), { rates: [{ country: 'DE', percent: 20 }], tenant })
    const ask = (query: object) =>
      call(placePrice, {
        params: { id },
        query: { offer: target, ...query },
        tenant,
        user: manager,
      })

    expect(await ask({})).toMatchObject({ body: { code: 'countryNeeded' }, status: 422 })
    expect(await ask({ country: 'DE' })).toMatchObject({
      body: { back: 0, currency: 'USD', due: 3600, tax: 600 },
    })
  })

  it('moved twice keeps what was paid for it, and closes wherever it is when that is refunded', async () => {
    const { base, course, make, manager, move, other, roster, sell, tenant } = await school(7900)
    const { id: third } = await base.course({ tenant })
    const { id: last } = await make.offer({
      course: third,
      prices: [{ amount: 2000, currency: 'USD' }],
      tenant,
    })
    const { line, order } = await sell()
    const first = (await move(line, { expects: { back: 0, due: 3000 } })).body as Moving
    const between = await orderOf(tenant, first.transfer)
    await pay(tenant, between)
    await settle()
    const [held] = await all<{ id: string }>(
      tenant,
      sql`select id from order_lines where order_id = ${between}`,
    )

    const second = await move(held?.id ?? '', {
      expects: { back: 5900, due: 0 },
      to: { offer: last },
    })
    await settle()

    expect(second.status).toBe(200)
    expect(
      await all(
        tenant,
        sql`select order_id = ${order} as "isFirst", amount::int as amount from refunds order by amount`,
      ),
    ).toEqual([
      { amount: 2900, isFirst: true },
      { amount: 3000, isFirst: false },
    ])
    expect(await roster()).toMatchObject([
      { course, status: 'revoked' },
      { course: other, status: 'revoked' },
      { course: third, status: 'active' },
    ])

    const given = await call(refund, {
      data: {
        endsAccess: true,
        key: crypto.randomUUID(),
        reason: 'Leaves',
        wish: { amount: 2000 },
      },
      params: { id: order },
      tenant,
      user: manager,
    })
    await settle()

    expect(given.status).toBe(201)
    expect(await roster()).toMatchObject([{}, {}, { course: third, status: 'revoked' }])
  })
})

describe('a place that is moved to another cohort', () => {
  const cohorts = async () => {
    const room = await school()
    const { course, make, tenant } = room
    const cohort = (capacity: null | number = null) =>
      drips(payload()).cohort({ capacity, course, tenant, ...OPEN })
    const { id: seat } = await make.offer({ course, isForCohort: true, tenant })
    const [spring, autumn] = [await cohort(), await cohort(1)]

    return { ...room, autumn, seat, spring }
  }

  it('keeps its enrollment and progress, and gives the last seat to one of two who ask at once', async () => {
    const { autumn, move, roster, seat, sell, spring, tenant } = await cohorts()
    const [ann, bob] = [await sell(seat, [spring]), await sell(seat, [spring])]
    const before = await all<{ id: string }>(tenant, sql`select id from enrollments order by id`)

    const answers = await Promise.all(
      [ann, bob].map(({ line }) => move(line, { to: { cohort: autumn, offer: seat } })),
    )
    await settle()

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect((await roster()).map(({ cohort }) => cohort).toSorted()).toEqual(
      [autumn, spring].toSorted(),
    )
    expect((await roster()).every(({ status }) => status === 'active')).toBe(true)
    expect(await all(tenant, sql`select id from enrollments order by id`)).toEqual(before)
  })

  it('is for learners to do where the school lets them, and as long as it does', async () => {
    const { allow, autumn, look, move, seat, sell, spring } = await cohorts()
    const { buyer, line } = await sell(seat, [spring])
    const to = { cohort: autumn, offer: seat }
    expect(await look(line, buyer)).toMatchObject({ targets: [], ways: [] })
    expect(await move(line, { to }, buyer)).toMatchObject({
      body: { code: 'notTransferable' },
      status: 422,
    })

    await allow('settings_transfers_to_cohort = true, settings_transfers_days_before = 100000')
    expect((await look(line, buyer)).ways).toEqual([])
    await allow('settings_transfers_days_before = 3')
    expect(await look(line, buyer)).toMatchObject({
      targets: [{ cohorts: null }, { cohorts: [{ id: autumn, left: 1 }], isSameCourse: true }],
      until: '2097-12-29T00:00:00.000Z',
      ways: ['cohort'],
    })
    expect((await move(line, { reason: '', to }, buyer)).status).toBe(200)
  })

  it('is nobody else’s to move, nor to see', async () => {
    const { base, move, seat, sell, spring, tenant } = await cohorts()
    const { line } = await sell(seat, [spring])
    const stranger = await base.user({ tenant })

    expect((await call(place, { params: { id: line }, tenant, user: stranger })).status).toBe(404)
    expect((await move(line, {}, stranger)).status).toBe(404)
    expect(
      (await call(releasePlace, { params: { id: line }, tenant, user: stranger })).status,
    ).toBe(404)
    expect((await move(line, { reason: ' ' })).status).toBe(400)
  })
})

describe('a place that goes to another person', () => {
  it('is theirs, with mails to both, and closed to whoever gave it', async () => {
    const { allow, course, mails, move, owed, roster, sell, tenant } = await school()
    const { buyer, line } = await sell()
    const before = await owed()
    await allow('settings_transfers_to_person = true')

    const to = { name: 'Noa', email: 'New.Person@example.test' }
    const { status } = await move(line, { to }, buyer)
    await settle()

    expect(status).toBe(200)
    const [noa] = await all<{ id: string }>(
      tenant,
      sql`select id from users where email = 'new.person@example.test'`,
    )
    expect(await roster()).toEqual([
      { cohort: null, course, learner: buyer.id, status: 'revoked' },
      { cohort: null, course, learner: noa?.id, status: 'active' },
    ])
    expect(await mails()).toEqual(['placeGiven', 'placeReceived'])
    expect(await owed()).toEqual(before)
  })

  it('is refused for whoever has the course already', async () => {
    const { move, roster, sell } = await school()
    const [ann, bob] = [await sell(), await sell()]

    expect(await move(ann.line, { to: { name: 'Bob', email: bob.buyer.email } })).toMatchObject({
      body: { code: 'alreadyOwned' },
      status: 409,
    })
    expect((await roster()).every(({ status }) => status === 'active')).toBe(true)
  })

  it('lets whoever gave it buy the course again', async () => {
    const { move, offer, sell, tenant } = await school()
    const { buyer, line } = await sell()
    const again = () =>
      call(checkout, {
        data: { items: [{ offer }] },
        tenant,
        user: { ...buyer, emailVerified: true } as never,
      })
    expect((await again()).status).toBe(409)
    await move(line, { to: { name: 'Noa', email: 'noa@example.test' } })
    await settle()

    expect((await again()).status).toBe(201)
  })
})

describe('a move that is asked for', () => {
  it('is one under its key, and one of two at once', async () => {
    const { move, roster, sell, tenant } = await school()
    const { line } = await sell()
    const key = crypto.randomUUID()

    const answers = await Promise.all([move(line, { key }), move(line, { key }), move(line, {})])
    const last = await move(line, { key })
    await settle()

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect([200, 404]).toContain(last.status)
    expect((await roster()).filter(({ status }) => status === 'active')).toHaveLength(1)
    expect(await all(tenant, sql`select 1 from place_transfers`)).toHaveLength(1)
  })

  it('holds off refunds while it waits for its payment, until it is released', async () => {
    const { allow, manager, move, sell, tenant } = await school(7900)
    await allow('settings_transfers_to_course = true')
    const { buyer, line, order } = await sell()
    const give = () =>
      call(refund, {
        data: {
          endsAccess: true,
          key: crypto.randomUUID(),
          reason: 'Leaves',
          wish: { amount: 4900 },
        },
        params: { id: order },
        tenant,
        user: manager,
      })
    const seen = async () =>
      (await call(overview, { params: { id: order }, tenant, user: manager })).body
    expect(await seen()).toMatchObject({ refused: null })
    const asked = await move(line, { expects: { back: 0, due: 3000 } }, buyer)
    expect(asked.status).toBe(200)
    expect(await give()).toMatchObject({ body: { code: 'transferUnderWay' }, status: 409 })
    expect(await seen()).toMatchObject({ refused: 'transferUnderWay' })

    const released = await call(releasePlace, { params: { id: line }, tenant, user: buyer })
    expect(released.body).toEqual({ released: true })
    expect((await give()).status).toBe(201)
  })

  it('gives the money of a move back that came when the place was gone', async () => {
    const { allow, move, roster, sell, tenant } = await school(7900)
    const { buyer, line } = await sell()
    await allow('settings_transfers_to_course = true')
    const late = (await move(line, { expects: { back: 0, due: 3000 }, reason: '' }, buyer))
      .body as Moving
    const lateOrder = await orderOf(tenant, late.transfer)
    await move(line, { to: { name: 'Noa', email: 'noa@example.test' } })
    await settle()

    await pay(tenant, lateOrder)
    await settle()

    expect(
      await all(
        tenant,
        sql`select amount::int as amount, status::text as status, reason from refunds`,
      ),
    ).toEqual([{ amount: 3000, reason: MOVE_REASONS.en.gone, status: 'succeeded' }])
    expect((await roster()).filter(({ learner }) => learner === buyer.id)).toMatchObject([
      { status: 'revoked' },
    ])
  })

  it('is refused at another price than was shown', async () => {
    const { move, sell } = await school(7900)
    const { line } = await sell()

    expect(await move(line, { expects: { back: 0, due: 2000 } })).toMatchObject({
      body: { code: 'priceChanged' },
      status: 409,
    })
    expect((await move(line, { difference: 'ignore' })).body).toMatchObject({ back: 0, due: 0 })
  })
})
