import type { Coupon, Order } from '@payload-types'

import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { row, rows } from '@/database/transaction'
import { idOf } from '@/domain/ids'
import { commerceFactories } from '@/test/factories/commerce'
import { settingsFactories } from '@/test/factories/settings'
import { requestOf, testPayload } from '@/test/harness'

import type { Buyer } from './checkout'

import { checkout } from './checkout'
import { expireOrders } from './expireOrders'
import { quotePurchase } from './quotePurchase'

const payload = testPayload()
const make = () => commerceFactories(payload())

type Given = { code?: string; now?: Date; offers: string[]; tenant: string }

const buy = (
  buyer: Pick<Buyer, 'email' | 'id'>,
  { code, now = new Date(), offers, tenant }: Given,
) =>
  asTenant(tenant, async () =>
    checkout({
      buyer: { id: buyer.id, email: buyer.email, emailVerified: true, locale: 'en' },
      code,
      now,
      offers,
      origin: 'http://school.localhost:3000',
      req: await requestOf(buyer),
      tenant,
    }),
  )

const ordersIn = (tenant: string) =>
  asTenant(tenant, async () =>
    rows<Pick<Order, 'id' | 'status'>>(
      await requestOf(),
      sql`select id, status::text from orders order by id`,
    ),
  )

const usesOf = ({ id, tenant }: Pick<Coupon, 'id' | 'tenant'>) =>
  asTenant(idOf(tenant), async () =>
    row<{ counted: number; held: number }>(
      await requestOf(),
      sql`select redemptions::int as counted, (select count(*)::int from coupon_redemptions r where r.coupon_id = c.id) as held
          from coupons c where id = ${id}`,
    ),
  )

const factsIn = (tenant: string, fact: string) =>
  asTenant(tenant, async () =>
    rows(await requestOf(), sql`select id from events where fact = ${fact}`),
  )

const outcome = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'ok',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )

describe('a school without coupons', () => {
  it('refuses a code in the quote and at the checkout, and sells at the full price', async () => {
    const { offer, tenant } = await make().shop()
    const { code } = await make().coupon({ tenant })
    const buyer = await make().buyer(tenant)
    const asked = { code, offers: [offer], tenant }
    await buy(buyer, asked)
    await settingsFactories(payload()).change({ id: tenant, features: { coupons: false } })
    const quoted = (given: null | string) =>
      asTenant(tenant, async () =>
        quotePurchase({
          buyer: buyer.id,
          code: given,
          now: new Date(),
          offers: [offer],
          req: await requestOf(),
          tenant,
        }),
      )

    expect(await outcome(quoted(code))).toBe('couponsOff')
    expect(await outcome(quoted('NONE-SUCH'))).toBe('couponsOff')
    expect(await outcome(buy(buyer, asked))).toBe('couponsOff')
    expect(await quoted(null)).toMatchObject({ discount: 0, total: 4900 })
    expect(await buy(buyer, { offers: [offer], tenant })).toMatchObject({ total: 4900 })
  })
})

describe('a checkout', () => {
  it('charges what the quote showed, and sends the buyer to the payment page', async () => {
    const { offer, tenant } = await make().shop()
    const { code } = await make().coupon({ percentOff: 20, tenant })
    const buyer = await make().buyer(tenant)
    const shown = await asTenant(tenant, async () =>
      quotePurchase({
        buyer: buyer.id,
        code,
        now: new Date(),
        offers: [offer],
        req: await requestOf(),
        tenant,
      }),
    )
    const placed = await buy(buyer, { code: ` ${code.toLowerCase()} `, offers: [offer], tenant })

    expect(shown).toMatchObject({ base: 4900, discount: 980, isOwned: false, total: 3920 })
    expect(placed).toMatchObject({ currency: 'USD', total: 3920 })
    expect(placed.url).toMatch(/^http:\/\/school\.localhost:3000\/pay\/test\/ts_/)
  })

  it('keeps a coupon’s cap of ten under a hundred buyers at once', async () => {
    const { offer, tenant } = await make().shop()
    const coupon = await make().coupon({ maxRedemptions: 10, tenant })
    const buyers = await Promise.all(Array.from({ length: 100 }, () => make().buyer(tenant)))
    const outcomes = await Promise.all(
      buyers.map((buyer) => outcome(buy(buyer, { code: coupon.code, offers: [offer], tenant }))),
    )

    expect(outcomes.filter((one) => one === 'ok')).toHaveLength(10)
    expect(outcomes.filter((one) => one === 'couponExhausted')).toHaveLength(90)
    expect(await usesOf(coupon)).toEqual({ counted: 10, held: 10 })
    expect(await ordersIn(tenant)).toHaveLength(10)
  }, 60_000)

  it('makes one order of a double click, though its coupon is for one use', async () => {
    const { offer, tenant } = await make().shop()
    const coupon = await make().coupon({ maxRedemptions: 1, tenant })
    const buyer = await make().buyer(tenant)
    const placed = await Promise.all(
      Array.from({ length: 6 }, () => buy(buyer, { code: coupon.code, offers: [offer], tenant })),
    )

    expect(new Set(placed.map(({ order }) => order)).size).toBe(1)
    expect(new Set(placed.map(({ url }) => url)).size).toBe(1)
    expect(await usesOf(coupon)).toEqual({ counted: 1, held: 1 })
  })

  it('lets a buyer change her mind: the new order takes the old one’s place and its coupon', async () => {
    const { offer, tenant } = await make().shop()
    const coupon = await make().coupon({ maxRedemptions: 1, tenant })
    const buyer = await make().buyer(tenant)
    const full = await buy(buyer, { offers: [offer], tenant })
    const reduced = await buy(buyer, { code: coupon.code, offers: [offer], tenant })
    const again = await buy(buyer, { offers: [offer], tenant })

    expect(new Set([full.order, reduced.order, again.order]).size).toBe(3)
    expect((await ordersIn(tenant)).map(({ status }) => status)).toEqual([
      'cancelled',
      'cancelled',
      'pending',
    ])
    expect(await usesOf(coupon)).toEqual({ counted: 0, held: 0 })
  })

  it('pays an order of nothing at once, and refuses to sell it again', async () => {
    const { course, tenant } = await make().shop()
    const { id: free } = await make().offer({ course, kind: 'free', prices: [], tenant })
    const buyer = await make().buyer(tenant)
    const placed = await buy(buyer, { offers: [free], tenant })

    expect(placed).toMatchObject({
      total: 0,
      url: `http://school.localhost:3000/orders/${placed.order}/thanks`,
    })
    expect((await ordersIn(tenant)).map(({ status }) => status)).toEqual(['paid'])
    expect(await factsIn(tenant, 'order.paid')).toHaveLength(1)
    expect(await outcome(buy(buyer, { offers: [free], tenant }))).toBe('alreadyOwned')
  })

  it('gives a free course once to somebody who presses six times', async () => {
    const { course, tenant } = await make().shop()
    const { id: free } = await make().offer({ course, kind: 'free', prices: [], tenant })
    const buyer = await make().buyer(tenant)
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => outcome(buy(buyer, { offers: [free], tenant }))),
    )

    expect(outcomes.toSorted()).toEqual([...Array.from({ length: 5 }, () => 'alreadyOwned'), 'ok'])
    expect(await factsIn(tenant, 'order.paid')).toHaveLength(1)
  })

  it('writes nothing where a rule refuses', async () => {
    const { course, offer, tenant } = await make().shop()
    const { id: hidden } = await make().offer({ course, isActive: false, tenant })
    const { id: shekels } = await make().offer({
      course,
      prices: [{ amount: 1, currency: 'ILS' }],
      tenant,
    })
    const { code: over } = await make().coupon({ expiresAt: '2020-01-01T00:00:00Z', tenant })
    const buyer = await make().buyer(tenant)

    expect(await outcome(buy(buyer, { offers: [hidden], tenant }))).toBe('notForSale')
    expect(await outcome(buy(buyer, { offers: [shekels], tenant }))).toBe('notForSale')
    expect(await outcome(buy(buyer, { code: over, offers: [offer], tenant }))).toBe('couponExpired')
    expect(await outcome(buy(buyer, { code: 'NOSUCH', offers: [offer], tenant }))).toBe(
      'couponUnknown',
    )
    expect(await ordersIn(tenant)).toEqual([])
  })

  it('cannot buy what another school sells, nor use its coupons', async () => {
    const mine = await make().shop()
    const theirs = await make().shop()
    const { code } = await make().coupon({ tenant: theirs.tenant })
    const buyer = await make().buyer(mine.tenant)

    expect(await outcome(buy(buyer, { offers: [theirs.offer], tenant: mine.tenant }))).toBe(
      'notForSale',
    )
    expect(await outcome(buy(buyer, { code, offers: [mine.offer], tenant: mine.tenant }))).toBe(
      'couponUnknown',
    )
  })
})

describe('an order nobody pays', () => {
  it('expires after a day and gives its coupon back once, however many workers look', async () => {
    const { offer, tenant } = await make().shop()
    const coupon = await make().coupon({ maxRedemptions: 1, tenant })
    const buyer = await make().buyer(tenant)
    await buy(buyer, { code: coupon.code, offers: [offer], tenant })
    const early = new Date(Date.now() + 23 * 3600_000)
    const late = new Date(Date.now() + 25 * 3600_000)

    await expireOrders({ now: early, payload: payload() })
    expect((await ordersIn(tenant)).map(({ status }) => status)).toEqual(['pending'])
    const rounds = await Promise.all(
      [1, 2, 3].map(() => expireOrders({ now: late, payload: payload() })),
    )
    expect(rounds.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(1)
    expect((await ordersIn(tenant)).map(({ status }) => status)).toEqual(['expired'])
    expect(await usesOf(coupon)).toEqual({ counted: 0, held: 0 })
  })
})

describe('a coupon', () => {
  it('keeps the count of its uses when staff save it while it is being used', async () => {
    const { offer, tenant } = await make().shop()
    const coupon = await make().coupon({ tenant })
    const buyers = await Promise.all(Array.from({ length: 12 }, () => make().buyer(tenant)))
    await Promise.all([
      ...buyers.map((buyer) => buy(buyer, { code: coupon.code, offers: [offer], tenant })),
      ...Array.from({ length: 6 }, (_, index) =>
        asTenant(tenant, () =>
          payload().update({
            id: coupon.id,
            collection: 'coupons',
            data: { maxRedemptions: 100 + index, redemptions: 0 },
            overrideAccess: true,
          }),
        ),
      ),
    ])

    expect(await usesOf(coupon)).toEqual({ counted: 12, held: 12 })
  })

  it.each([
    [{ amountOff: null, percentOff: null }],
    [{ amountOff: 500, currency: 'USD', percentOff: 10 }],
    [{ amountOff: 500, percentOff: null }],
    [{ code: 'x' }],
    [{ percentOff: 101 }],
    [{ expiresAt: '2026-01-01T00:00:00Z', startsAt: '2026-02-01T00:00:00Z' }],
  ])('is refused with the terms %j', async (terms) => {
    const { tenant } = await make().shop()

    expect(await outcome(make().coupon({ ...terms, tenant }))).toMatch(/invalid/i)
  })
})
