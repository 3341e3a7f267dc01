import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { addDays, addMonths } from '@/domain/commerce/calendar'
import { cancelSubscription } from '@/operations/commerce/subscriptions/cancel'
import { changePlan } from '@/operations/commerce/subscriptions/change'
import { pauseSubscription, unpauseSubscription } from '@/operations/commerce/subscriptions/pause'
import { winBack } from '@/operations/commerce/subscriptions/winBack'
import { factories } from '@/test/factories'
import { call, requestOf, testPayload } from '@/test/harness'
import { planTools, type Member } from '@/test/plans'

import { cancel, change, changes, pause, stay } from './subscriptions'

const payload = testPayload()
const tools = planTools(payload)
const { offer, query, renewAt, setCard, settle, shop, standing, subscribe } = tools

const acting = async ({ id, buyer, tenant }: Member, now: Date) => ({
  id,
  buyer,
  now,
  req: await requestOf({ id: buyer }),
  tenant,
})

type Acting = Awaited<ReturnType<typeof acting>>

/** Does something with a subscription for its buyer at a moment, and lets come of it what comes. */
const acted = (member: Member, now: Date, act: (given: Acting) => Promise<unknown>) =>
  asTenant(member.tenant, async () => {
    const given = await acting(member, now)
    await inTransaction(given.req, () => act(given))
    await settle()
  })

const pausing = (member: Member, months: number, now: Date) =>
  acted(member, now, (given) => pauseSubscription({ ...given, months }))

const turning = (member: Member, to: string, { expects, now }: { expects: number; now: Date }) =>
  asTenant(member.tenant, async () => {
    const asked = { ...(await acting(member, now)), expects, offer: to, payload: payload() }
    const turned = await changePlan(asked)
    await settle()

    return turned
  })

const outcome = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'ok',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )

const hour = (at: Date) => new Date(Math.floor(at.getTime() / 3600_000) * 3600_000)

describe('a set-up fee', () => {
  it('is in the first payment, and in no other', async () => {
    const { course, tenant } = await shop()
    const prices = [{ amount: 3000, currency: 'USD', setupFee: 700 }]
    const { id } = await offer({ course, prices, tenant })
    const member = await subscribe({ course, offer: id, tenant })
    const first = await standing(member)
    await renewAt(new Date(first.end))

    expect(first.paid).toBe(3700)
    expect(await standing(member)).toMatchObject({ orders: 2, paid: 6700 })
  })

  it('is paid at once where the rest is tried first', async () => {
    const { course, tenant } = await shop()
    const prices = [{ amount: 3000, currency: 'USD', setupFee: 700 }]
    const { id } = await offer({ course, prices, tenant, trialDays: 7 })
    const member = await subscribe({ course, offer: id, tenant })
    const trial = await standing(member)
    await renewAt(new Date(trial.end))

    expect(trial).toMatchObject({ paid: 700, status: 'trialing' })
    expect(await standing(member)).toMatchObject({ paid: 3700, status: 'active' })
  })
})

describe('a coupon', () => {
  const bought = async (given: object, periods?: number) => {
    const { course, tenant } = await shop()
    const { id } = await offer({ course, tenant, ...given })
    const { code } = await tools.sell().coupon({ percentOff: 50, periods, tenant })
    const member = await subscribe({ code, course, offer: id, tenant })
    const paid: number[] = []
    for (let period = 0; period < 4; period += 1) {
      const { next, paid: sum } = await standing(member)
      paid.push(sum)
      await renewAt(new Date(next ?? Date.now()))
    }

    return paid
  }

  it.each<[string, object, number | undefined, number[]]>([
    ['the first payment alone', {}, undefined, [1500, 4500, 7500, 10_500]],
    ['as many payments as it says', {}, 3, [1500, 3000, 4500, 7500]],
    ['instalments until they are paid', { kind: 'plan', payments: 3 }, 9, [500, 1000, 1500, 1500]],
  ])('holds for %s', async (_, given, periods, paid) => {
    expect(await bought(given, periods)).toEqual(paid)
  })
})

describe('a pause', () => {
  const pausable = async () => {
    const { course, tenant } = await shop()
    const { id } = await offer({ course, mostPauseMonths: 3, tenant })

    return subscribe({ course, offer: id, tenant })
  }

  it('closes the course, charges nothing, and gives back the time that was paid for', async () => {
    const member = await pausable()
    const { end } = await standing(member)
    const now = addDays(new Date(), 10)
    await pausing(member, 2, now)
    const paused = await standing(member)
    expect(paused).toMatchObject({ access: now.toISOString(), status: 'paused' })
    await renewAt(addDays(new Date(end), 5))
    expect(await standing(member)).toMatchObject({ orders: 1, status: 'paused' })
    await renewAt(addMonths(now, 2))
    const after = await standing(member)
    const rest = new Date(end).getTime() - now.getTime()

    expect(after).toMatchObject({ orders: 1, status: 'active' })
    expect(new Date(after.end).getTime()).toBe(addMonths(now, 2).getTime() + rest)
    await renewAt(new Date(after.end))
    expect(await standing(member)).toMatchObject({
      end: addMonths(new Date(after.end), 1).toISOString(),
      orders: 2,
      paid: 6000,
    })
  })

  it('is ended earlier by its buyer, who loses no day', async () => {
    const member = await pausable()
    const { end } = await standing(member)
    const now = addDays(new Date(), 10)
    await pausing(member, 3, now)
    await acted(member, addDays(now, 4), unpauseSubscription)

    expect((await standing(member)).end).toBe(addDays(new Date(end), 4).toISOString())
  })

  it('is for as long as the offer allows, and for its own buyer or a manager', async () => {
    const member = await pausable()
    const { id: stranger } = await tools.sell().buyer(member.tenant)
    const manager = await factories(payload()).user({ roles: ['admin'], tenant: member.tenant })
    const ask = (user: { id: string }, months: number) =>
      call(pause, { data: { months }, params: { id: member.id }, tenant: member.tenant, user })

    expect((await ask({ id: stranger }, 1)).status).toBe(404)
    expect(await ask({ id: member.buyer }, 4)).toMatchObject({
      body: { code: 'notPausable' },
      status: 422,
    })
    expect(await ask(manager, 3)).toMatchObject({ body: { status: 'paused' }, status: 200 })
  })
})

describe('another plan', () => {
  const two = async (amount: number, interval: 'month' | 'year' = 'month') => {
    const { course, tenant } = await shop()
    const { id } = await offer({ course, tenant })
    const { id: other } = await offer({
      course,
      interval,
      prices: [{ amount, currency: 'USD' }],
      tenant,
      title: 'The other plan',
    })

    return { member: await subscribe({ course, offer: id, tenant }), other }
  }

  const unused = ({ end }: { end: string }, from: Date, now: Date) =>
    Math.floor(
      (3000 * (new Date(end).getTime() - hour(now).getTime())) /
        (new Date(end).getTime() - from.getTime()),
    )

  it('costs the difference to the minor unit, begins at once, and is what is charged from then on', async () => {
    const { member, other } = await two(9000)
    const before = await standing(member)
    const now = addDays(new Date(), 12)
    const due = 9000 - unused(before, addMonths(new Date(before.end), -1), now)
    const turned = await turning(member, other, { expects: due, now })
    const after = await standing(member)

    expect(turned).toMatchObject({ due })
    expect(after).toMatchObject({ credit: 0, offer: other, orders: 2, paid: 3000 + due })
    expect(after.end).toBe(addMonths(now, 1).toISOString())
    await renewAt(new Date(after.end))
    expect(await standing(member)).toMatchObject({ orders: 3, paid: 12_000 + due })
  })

  it('that costs less charges nothing, and sets off what is left against the next charges', async () => {
    const { member, other } = await two(1000)
    const before = await standing(member)
    const now = addDays(new Date(), 1)
    const credit = unused(before, addMonths(new Date(before.end), -1), now)
    await turning(member, other, { expects: 0, now })
    let state = await standing(member)

    expect(state).toMatchObject({ credit: credit - 1000, offer: other, orders: 2, paid: 3000 })
    for (let months = 0; months < 3; months += 1) {
      await renewAt(new Date(state.end))
      state = await standing(member)
    }
    expect(state).toMatchObject({ credit: 0, orders: 5, paid: 3000 + 4000 - credit })
  })

  it('is charged once, though it is asked for twice at the same time', async () => {
    const { member, other } = await two(30_000, 'year')
    const before = await standing(member)
    const now = addDays(new Date(), 3)
    const due = 30_000 - unused(before, addMonths(new Date(before.end), -1), now)
    await Promise.all([1, 2].map(() => turning(member, other, { expects: due, now })))

    expect(await standing(member)).toMatchObject({
      end: addMonths(now, 12).toISOString(),
      orders: 2,
      paid: 3000 + due,
    })
  })

  it('stays as it was where the card is declined, and is renewed as before', async () => {
    const { member, other } = await two(9000)
    const before = await standing(member)
    await setCard(member, false)
    const now = addDays(new Date(), 3)
    const due = 9000 - unused(before, addMonths(new Date(before.end), -1), now)
    await turning(member, other, { expects: due, now })
    expect(await standing(member)).toEqual(before)
    await setCard(member, true)
    await renewAt(new Date(before.end))

    expect(await standing(member)).toMatchObject({ offer: member.offer, paid: 6000 })
  })

  it('is refused at another price than was shown, for other courses, and to anybody else', async () => {
    const { member, other } = await two(9000)
    const { id: elsewhere } = await factories(payload()).course({ tenant: member.tenant })
    const { id: foreign } = await offer({ course: elsewhere, tenant: member.tenant })
    const now = addDays(new Date(), 3)
    const { id: stranger } = await tools.sell().buyer(member.tenant)
    const ask = (user: string, to: string) =>
      call(change, {
        data: { expects: 1, offer: to },
        params: { id: member.id },
        tenant: member.tenant,
        user: { id: user },
      })

    expect(await outcome(turning(member, other, { expects: 1, now }))).toBe('priceChanged')
    expect(await ask(member.buyer, foreign)).toMatchObject({ body: { code: 'notForSale' } })
    expect((await ask(stranger, other)).status).toBe(404)
    const listed = await call(changes, {
      params: { id: member.id },
      tenant: member.tenant,
      user: { id: member.buyer },
    })
    expect(listed.body).toMatchObject({ changes: [{ offer: other }] })
  })
})

describe('a cancel', () => {
  const member = async () => {
    const { course, tenant } = await shop()
    const { id } = await offer({ course, tenant })

    return subscribe({ course, offer: id, tenant })
  }

  it('keeps why, and is taken back for the discount that the school offers, once', async () => {
    const one = await member()
    const ask = (endpoint: typeof cancel, data: object = {}) =>
      call(endpoint, { data, params: { id: one.id }, tenant: one.tenant, user: { id: one.buyer } })
    expect(await ask(stay)).toMatchObject({ body: { code: 'notOffered' }, status: 422 })
    await query(
      one.tenant,
      sql`update tenants set settings_recurring_counter_offer = 'discount', settings_recurring_counter_percent = 25,
            settings_recurring_counter_periods = 2 where id = ${one.tenant}`,
    )
    expect((await ask(cancel, { reason: 'noSuch' })).status).toBe(400)
    await ask(cancel, { note: 'Later, perhaps', reason: 'noTime' })
    expect(
      await query(
        one.tenant,
        sql`select cancel_reason::text as reason, cancel_note as note from subscriptions`,
      ),
    ).toEqual([{ note: 'Later, perhaps', reason: 'noTime' }])
    expect(await ask(stay)).toMatchObject({ body: { cancelAtPeriodEnd: false }, status: 200 })
    let state = await standing(one)
    const sums: number[] = []
    for (let months = 0; months < 3; months += 1) {
      await renewAt(new Date(state.end))
      const next = await standing(one)
      sums.push(next.paid - state.paid)
      state = next
    }

    expect(sums).toEqual([2250, 2250, 3000])
    expect(await ask(stay)).toMatchObject({ body: { code: 'notOffered' }, status: 422 })
  })

  it('of what is paused ends it with what is left of the paid time', async () => {
    const one = await member()
    await query(one.tenant, sql`update offers set most_pause_months = 3`)
    const { end } = await standing(one)
    const now = addDays(new Date(), 10)
    await pausing(one, 3, now)
    await acted(one, addDays(now, 30), cancelSubscription)
    const ending = await standing(one)

    expect(ending.end).toBe(addDays(new Date(end), 30).toISOString())
    expect(ending.access).toBe(ending.end)
    await renewAt(new Date(ending.end))
    expect(await standing(one)).toMatchObject({ next: null, orders: 1, status: 'canceled' })
  })

  it('is followed by one invitation to come back, some days after the end, and none to who is back', async () => {
    const { course, tenant } = await shop()
    const { id } = await offer({ course, tenant })
    const gone = await subscribe({ course, offer: id, tenant })
    const back = await subscribe({ course, offer: id, tenant })
    await query(
      tenant,
      sql`update tenants set settings_recurring_win_back_days = 14 where id = ${tenant}`,
    )
    for (const one of [gone, back]) {
      await acted(one, new Date(), cancelSubscription)
    }
    const end = new Date((await standing(back)).end)
    await renewAt(end)
    await tools.buy({ ...back, offer: id })
    await settle()
    const invited = async (days: number) => {
      await winBack({ now: addDays(end, days), payload: payload() })

      return query<{ url: string }>(
        tenant,
        sql`select data ->> 'url' as url from emails where kind = 'planWinBack'`,
      )
    }

    expect(await invited(13)).toEqual([])
    expect(await invited(14)).toEqual([{ url: expect.stringContaining(`/checkout?offer=${id}`) }])
    expect(await invited(15)).toHaveLength(1)
  })

  it('carries the school’s coupon for coming back in its invitation, while that holds', async () => {
    const { course, tenant } = await shop()
    const { id } = await offer({ course, tenant })
    const over = new Date(Date.now() + 3600_000).toISOString()
    const { code } = await tools.sell().coupon({ tenant })
    const late = await tools.sell().coupon({ expiresAt: over, tenant })
    const invited = async (coupon: string) => {
      const gone = await subscribe({ course, offer: id, tenant })
      await query(
        tenant,
        sql`update tenants set settings_recurring_win_back_days = 14, settings_recurring_win_back_coupon = ${coupon}
            where id = ${tenant}`,
      )
      await acted(gone, new Date(), cancelSubscription)
      const end = new Date((await standing(gone)).end)
      await renewAt(end)
      await winBack({ now: addDays(end, 14), payload: payload() })
      const [mail] = await query<{ url: string }>(
        tenant,
        sql`select data ->> 'url' as url from emails where kind = 'planWinBack' order by id desc`,
      )

      return mail?.url
    }

    expect(await invited(code)).toContain(`coupon=${code}`)
    expect(await invited(late.code)).not.toContain('coupon=')
  })
})
