import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { GiftWish } from '@/domain/commerce/gifts'

import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { requestOf, testPayload } from '@/test/harness'
import { openedMail } from '@/test/openedMail'
import { planTools } from '@/test/plans'
import { settleOnly } from '@/test/settleOnly'

import { checkout } from '../checkout'
import { deliverGifts } from '../giftDelivery'
import { changeRecipient, giftBehind, redeemGift, sendAgain } from '../gifts'
import { orderOutcome } from '../orderOutcome'
import { ordersOf } from '../orderHistory'
import { askRefund } from '../refunds/ask'

const payload = testPayload()
const { approve, query, sell, settle } = planTools(payload)

const DAY = 24 * 3600_000
const WISH: GiftWish = {
  name: 'Noa',
  deliverAt: null,
  email: 'noa@example.com',
  message: 'For long evenings',
}

type Shop = Awaited<ReturnType<ReturnType<typeof sell>['shop']>>

const order = async (
  { offer, tenant }: Shop,
  { buyer = '', ...wish }: Partial<GiftWish> & { buyer?: string } = {},
) => {
  const giver = buyer || (await sell().buyer(tenant)).id
  const placed = await asTenant(tenant, async () =>
    checkout({
      buyer: { id: giver, email: `${giver}@example.com`, emailVerified: true, locale: 'en' },
      gift: { ...WISH, ...wish },
      now: new Date(),
      offers: [offer],
      origin: 'http://school.localhost:3000',
      req: await requestOf({ id: giver }),
      tenant,
    }),
  )

  return { buyer: giver, order: placed.order, session: placed.url.split('/').at(-1) ?? '' }
}

const follow = async () => {
  await settle()
  for (const name of ['openGiftOnOrderPaid', 'cancelGiftOnRefundSettled', 'enrollOnGiftRedeemed']) {
    await settleOnly(payload(), name)
  }
}

const bought = async (shop: Shop, wish: Partial<GiftWish> & { buyer?: string } = {}) => {
  const placed = await order(shop, wish)
  await approve(shop.tenant, placed.session)
  await follow()
  const [gift] = await query<{ id: string }>(
    shop.tenant,
    sql`select id from gifts where order_id = ${placed.order}`,
  )

  return { ...placed, gift: gift?.id ?? '' }
}

const keysIn = async (tenant: string) =>
  (
    await query<{ data: { url: string } }>(
      tenant,
      sql`select data from emails where kind = 'giftReceived' order by id`,
    )
  ).map(
    ({ data }) =>
      new URL(openedMail({ data, kind: 'giftReceived', tenant }).url).searchParams.get('key') ?? '',
  )

const redeem = (tenant: string, { key, learner }: { key: string; learner: string }) =>
  asTenant(tenant, async () => {
    const req = await requestOf({ id: learner })

    return inTransaction(req, () => redeemGift({ key, learner, now: new Date(), req, tenant }))
  })

const outcome = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    (found) => (found ? 'ok' : 'nothing'),
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )

const learnersIn = async (tenant: string) =>
  (
    await query<{ learner: string; status: string }>(
      tenant,
      sql`select learner_id as learner, status::text as status from enrollments order by id`,
    )
  ).map(({ learner, status }) => `${learner} ${status}`)

const statusOf = async (tenant: string, gift: string) =>
  (
    await query<{ status: string }>(
      tenant,
      sql`select status::text as status from gifts where id = ${gift}`,
    )
  )[0]?.status

const refund = async (tenant: string, of: string) => {
  await asTenant(tenant, async () => {
    const req = await requestOf()
    await inTransaction(req, () =>
      askRefund({
        endsAccess: true,
        key: crypto.randomUUID(),
        order: of,
        reason: 'Asked for',
        req,
        tenant,
        wish: { amount: 4900 },
      }),
    )
  })
  await follow()
}

describe('a gift', () => {
  it('gives its buyer nothing, and whoever redeems it the course', async () => {
    const shop = await sell().shop()
    const { buyer, gift, order: id } = await bought(shop)
    const [key = ''] = await keysIn(shop.tenant)
    const before = await learnersIn(shop.tenant)
    const learner = (await sell().buyer(shop.tenant)).id
    await redeem(shop.tenant, { key, learner })
    await follow()
    const shown = await asTenant(shop.tenant, async () =>
      orderOutcome({ buyer, hasKey: false, order: id, req: await requestOf() }),
    )

    expect(before).toEqual([])
    expect(await learnersIn(shop.tenant)).toEqual([`${learner} active`])
    expect(await statusOf(shop.tenant, gift)).toBe('redeemed')
    expect(shown).toMatchObject({ isGift: true, isOpened: true, status: 'paid' })
  })

  it('is shown by its link from whom it is, with the words, and by no other link', async () => {
    const [shop, other] = [await sell().shop(), await sell().shop()]
    await bought(shop)
    const [key = ''] = await keysIn(shop.tenant)
    const look = (given: string, tenant = shop.tenant) =>
      asTenant(tenant, async () => giftBehind({ key: given, req: await requestOf(), tenant }))

    expect(await look(key)).toMatchObject({ name: 'Noa', message: WISH.message, status: 'open' })
    expect(await look(`${key.slice(0, -3)}abc`)).toBeNull()
    expect(await look(key, other.tenant)).toBeNull()
    expect(await look('nothing')).toBeNull()
  })

  it('is redeemed once, though many try at the same time', async () => {
    const shop = await sell().shop()
    await bought(shop)
    const [key = ''] = await keysIn(shop.tenant)
    const people = await Promise.all([1, 2, 3, 4, 5].map(() => sell().buyer(shop.tenant)))
    const outcomes = await Promise.all(
      people.map(({ id }) => outcome(redeem(shop.tenant, { key, learner: id }))),
    )
    await follow()

    expect(outcomes.filter((one) => one === 'ok')).toHaveLength(1)
    expect(outcomes.filter((one) => one === 'giftRedeemed')).toHaveLength(4)
    expect(await learnersIn(shop.tenant)).toHaveLength(1)
  })

  it('is answered the same to whoever has it already, and opens the course once', async () => {
    const shop = await sell().shop()
    await bought(shop)
    const [key = ''] = await keysIn(shop.tenant)
    const learner = (await sell().buyer(shop.tenant)).id
    const twice = [
      await outcome(redeem(shop.tenant, { key, learner })),
      await outcome(redeem(shop.tenant, { key, learner })),
    ]
    await follow()

    expect(twice).toEqual(['ok', 'ok'])
    expect(await learnersIn(shop.tenant)).toEqual([`${learner} active`])
  })

  it('is not taken by who has the course for good, and can be passed on', async () => {
    const shop = await sell().shop()
    const { id: learner } = await sell().buyer(shop.tenant)
    await planTools(payload).buy({ ...shop, buyer: learner })
    await follow()
    await bought(shop, { buyer: learner })
    const [key = ''] = await keysIn(shop.tenant)

    expect(await outcome(redeem(shop.tenant, { key, learner }))).toBe('alreadyOwned')
    expect(
      await outcome(redeem(shop.tenant, { key, learner: (await sell().buyer(shop.tenant)).id })),
    ).toBe('ok')
  })

  it('counts as had by whoever took it, and not by its buyer', async () => {
    const shop = await sell().shop()
    const { buyer } = await bought(shop)
    const [key = ''] = await keysIn(shop.tenant)
    const learner = (await sell().buyer(shop.tenant)).id
    await redeem(shop.tenant, { key, learner })
    await follow()
    const buys = (person: string) => outcome(planTools(payload).buy({ ...shop, buyer: person }))

    expect(await buys(learner)).toBe('alreadyOwned')
    expect(await buys(buyer)).toBe('ok')
  })

  it('waits for its day, and is then sent once by many workers', async () => {
    const shop = await sell().shop()
    const day = new Date(Date.now() + 3 * DAY)
    const { gift } = await bought(shop, { deliverAt: day })
    const early = await keysIn(shop.tenant)
    const run = (at: Date) => deliverGifts({ now: at, payload: payload() })
    await run(new Date(day.getTime() - 60_000))
    const waiting = await statusOf(shop.tenant, gift)
    await Promise.all([run(day), run(day), run(day)])

    expect([early, waiting]).toEqual([[], 'scheduled'])
    expect(await keysIn(shop.tenant)).toHaveLength(1)
  })

  it('goes to another address until it is taken, and the first link ends', async () => {
    const shop = await sell().shop()
    const { buyer, gift } = await bought(shop)
    const own = async <T>(
      run: (given: {
        buyer: string
        gift: string
        now: Date
        req: Awaited<ReturnType<typeof requestOf>>
        tenant: string
      }) => Promise<T>,
      person = buyer,
    ) =>
      asTenant(shop.tenant, async () => {
        const req = await requestOf({ id: person })

        return inTransaction(req, () =>
          run({ buyer: person, gift, now: new Date(), req, tenant: shop.tenant }),
        )
      })
    const to = { name: 'Noam', email: 'noam@example.com' }
    const stranger = (await sell().buyer(shop.tenant)).id
    const foreign = await own((given) => changeRecipient({ ...given, ...to }), stranger)
    await own((given) => changeRecipient({ ...given, ...to }))
    await own(sendAgain)
    const [first = '', second = '', third = ''] = await keysIn(shop.tenant)
    const learner = (await sell().buyer(shop.tenant)).id

    expect(foreign).toBe(false)
    expect(second).toBe(third)
    expect(await outcome(redeem(shop.tenant, { key: first, learner }))).toBe('nothing')
    expect(await outcome(redeem(shop.tenant, { key: second, learner }))).toBe('ok')
    expect(await outcome(own((given) => changeRecipient({ ...given, ...to })))).toBe('giftClosed')
    expect(await outcome(own(sendAgain))).toBe('giftClosed')
  })

  it('is shown to its buyer among the orders', async () => {
    const shop = await sell().shop()
    const { buyer } = await bought(shop)
    const [listed] = await asTenant(shop.tenant, async () =>
      ordersOf({ buyer, req: await requestOf({ id: buyer }) }),
    )

    expect(listed?.gift).toMatchObject({ name: 'Noa', email: 'noa@example.com', status: 'sent' })
  })
})

describe('money that goes back for a gift', () => {
  it('cancels it before it is taken, from the moment it is asked for', async () => {
    const shop = await sell().shop()
    const { gift, order: id } = await bought(shop)
    const [key = ''] = await keysIn(shop.tenant)
    await refund(shop.tenant, id)

    expect(await statusOf(shop.tenant, gift)).toBe('cancelled')
    expect(
      await outcome(redeem(shop.tenant, { key, learner: (await sell().buyer(shop.tenant)).id })),
    ).toBe('giftCancelled')
  })

  it('takes the course back from whoever took it', async () => {
    const shop = await sell().shop()
    const { order: id } = await bought(shop)
    const [key = ''] = await keysIn(shop.tenant)
    const learner = (await sell().buyer(shop.tenant)).id
    await redeem(shop.tenant, { key, learner })
    await follow()
    await refund(shop.tenant, id)

    expect(await learnersIn(shop.tenant)).toEqual([`${learner} revoked`])
  })
})

describe('the checkout of a gift', () => {
  it('finds the same gift open again, and makes another for somebody else', async () => {
    const shop = await sell().shop()
    const first = await order(shop)
    const again = await order(shop, { buyer: first.buyer })
    const other = await order(shop, { buyer: first.buyer, email: 'other@example.com' })

    expect(again.order).toBe(first.order)
    expect(other.order).not.toBe(first.order)
    expect(
      await query(shop.tenant, sql`select 1 from orders where status = 'pending'`),
    ).toHaveLength(2)
  })

  it('refuses what is free', async () => {
    const shop = await sell().shop()
    const { id: offer } = await sell().offer({
      course: shop.course,
      kind: 'free',
      tenant: shop.tenant,
    })

    expect(await outcome(order({ ...shop, offer }))).toBe('giftNotPossible')
  })
})
