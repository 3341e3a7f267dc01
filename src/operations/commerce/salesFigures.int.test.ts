import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { commerceFactories } from '@/test/factories/commerce'
import { giveBack, sell } from '@/test/factories/sales'
import { requestOf, testPayload } from '@/test/harness'

import {
  couponUses,
  mrrInBase,
  ordersByMonth,
  revenueInBase,
  revenueOf,
  subscriptionFigures,
} from './salesFigures'

const payload = testPayload()

const month = (at: Date) => at.toISOString().slice(0, 7)

/** Two courses sold at 49.00 USD each, of one of which 19.00 went back. */
const school = async () => {
  const make = commerceFactories(payload())
  const { offer, tenant } = await make.shop()
  const buyer = await make.buyer(tenant)
  await sell({ buyer, offers: [offer], tenant })
  const { order } = await sell({ buyer: await make.buyer(tenant), offers: [offer], tenant })
  await giveBack({ order, tenant, wish: { amount: 1900 } })
  const given = async () => ({ now: new Date(), req: await requestOf(), tenant })
  const read = <T>(what: (args: Awaited<ReturnType<typeof given>>) => Promise<T>) =>
    asTenant(tenant, async () => what(await given()))

  return { buyer, make, offer, order, read, tenant }
}

const query = <Row>(tenant: string, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<Row>(await requestOf(), statement))

describe('the figures of sales', () => {
  it('say what the books say, day by day and month by month', async () => {
    const { read, tenant } = await school()
    const revenue = await read(revenueOf)
    const moved = { gross: 9800, net: 7900, refunds: 1900 }
    const now = new Date()

    expect(revenue).toHaveLength(1)
    expect(revenue[0]?.days).toHaveLength(30)
    expect(revenue[0]?.months).toHaveLength(12)
    expect(revenue[0]?.days.at(-1)).toEqual({ ...moved, period: now.toISOString().slice(0, 10) })
    expect(revenue[0]?.months.at(-1)).toEqual({ ...moved, period: month(now) })
    expect(revenue[0]?.months[0]).toMatchObject({ gross: 0, net: 0, refunds: 0 })
    expect(
      await query(
        tenant,
        sql`select -sum(amount)::int as net from ledger_entries where account in ('sales', 'tax', 'refunds')`,
      ),
    ).toEqual([{ net: 7900 }])
  })

  it('count orders, subscriptions and the use of coupons', async () => {
    const { buyer, make, offer, order, read, tenant } = await school()
    const { id: coupon, code } = await make.coupon({ tenant })
    await query(
      tenant,
      sql`update orders set coupon_id = ${coupon}, discount = 980 where id = ${order}`,
    )
    await query(
      tenant,
      sql`insert into coupon_redemptions (id, tenant_id, coupon_id, order_id, buyer_id)
          select uuidv7(), ${tenant}, ${coupon}, id, buyer_id from orders where id = ${order}`,
    )
    const monthly = await make.subscription({ buyer: buyer.id, offer, tenant })
    const yearly = await make.subscription({ buyer: buyer.id, offer, tenant })
    const ended = await make.subscription({ buyer: buyer.id, offer, tenant })
    await query(
      tenant,
      sql`update subscriptions set interval = 'year', amount = 12000 where id = ${yearly}`,
    )
    await query(
      tenant,
      sql`update subscriptions set status = 'ended', ended_at = now() where id = ${ended}`,
    )
    const figures = await read(subscriptionFigures)
    const [subscriptions] = figures

    expect(monthly).toBeTruthy()
    expect((await read(ordersByMonth)).at(-1)).toEqual({
      month: month(new Date()),
      paid: 2,
      placed: 2,
    })
    expect(subscriptions).toMatchObject({ active: 2, currency: 'USD', mrr: 1900 + 1000 })
    expect(subscriptions?.months.at(-1)).toMatchObject({ ended: 1, started: 3 })
    expect(await read((given) => mrrInBase({ ...given, figures }))).toBeNull()
    await query(
      tenant,
      sql`insert into tenants_settings_currencies (_order, _parent_id, id, currency, conversion, rate, rounding)
          values (1, ${tenant}, 'eur', 'EUR', 'own', '0.5', 'whole')`,
    )
    await query(tenant, sql`update subscriptions set currency = 'EUR' where id = ${yearly}`)
    const mixed = await read(subscriptionFigures)
    expect(await read((given) => mrrInBase({ ...given, figures: mixed }))).toMatchObject({
      amounts: [1900 + 2000],
      currency: 'USD',
      rates: [{ currency: 'EUR', day: null, value: '0.5' }],
    })
    expect(await read(couponUses)).toEqual([{ code, currency: 'USD', discount: 980, orders: 1 }])
  })

  it('add up in the school’s currency by the rates that orders kept, and say what kept none', async () => {
    const { make, offer, read, tenant } = await school()
    expect(await read(revenueInBase)).toBeNull()

    const { order } = await sell({ buyer: await make.buyer(tenant), offers: [offer], tenant })
    await giveBack({ order, tenant, wish: { amount: 900 } })
    const { order: unknown } = await sell({
      buyer: await make.buyer(tenant),
      offers: [offer],
      tenant,
    })
    // What was sold at 49.00 in dollars before is 49.00 in euros now, worth half as much again.
    await query(
      tenant,
      sql`update orders set currency = 'EUR', exchange = '{"base":7350,"currency":"USD","day":"2026-11-20","discount":0,"tax":0,"total":7350,"value":"0.6666666667"}' where id = ${order}`,
    )
    await query(tenant, sql`update orders set currency = 'ILS' where id = ${unknown}`)
    const inBase = await read(revenueInBase)
    const moved = { gross: 9800 + 7350, net: 7900 + 7350 - 1350, refunds: 1900 + 1350 }

    expect(inBase?.currency).toBe('USD')
    expect(inBase?.days).toHaveLength(30)
    expect(inBase?.days.at(-1)).toEqual({
      ...moved,
      period: new Date().toISOString().slice(0, 10),
    })
    expect(inBase?.months.at(-1)).toEqual({ ...moved, period: month(new Date()) })
    expect(inBase?.from).toEqual([
      { currency: 'USD', net: 7900, unknown: 0, worth: 7900 },
      { currency: 'EUR', net: 4000, unknown: 0, worth: 6000 },
      { currency: 'ILS', net: 4900, unknown: 4900, worth: 0 },
    ])
  })

  it('are empty where nothing was sold', async () => {
    const { tenant } = await commerceFactories(payload()).shop()
    const given = await asTenant(tenant, async () => ({
      now: new Date(),
      req: await requestOf(),
      tenant,
    }))

    expect(await asTenant(tenant, () => revenueOf(given))).toEqual([])
    expect(await asTenant(tenant, () => subscriptionFigures(given))).toEqual([])
    expect(await asTenant(tenant, () => couponUses(given))).toEqual([])
  })
})
