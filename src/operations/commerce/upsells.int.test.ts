import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { Shop } from '@/test/factories/commerce'

import { testGatewayFor } from '@/adapters/payments/index'
import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { requestOf, testPayload } from '@/test/harness'
import { planTools } from '@/test/plans'
import { upsellTools } from '@/test/upsells'

import { checkout } from './checkout'
import { expireOrders } from './expireOrders'
import { quotePurchase } from './quotePurchase'
import { askRefund } from './refunds/ask'
import { upsellFigures } from './upsellFigures'
import { forgetKeptCards } from './upsells'

const payload = testPayload()
const { approve, query, sell, settle } = planTools(payload)
const { accept, course, decline, look, shop } = upsellTools(payload)

const MINUTE = 60_000

const sessionIn = (url: string) => url.split('/').at(-1) ?? ''

/** Buys some offers; a gift where it is for somebody else. */
const place = async (at: Shop, offers: string[], buyer: string, gift: object | null = null) =>
  asTenant(at.tenant, async () =>
    checkout({
      buyer: { id: buyer, email: `${buyer}@example.com`, emailVerified: true, locale: 'en' },
      gift: gift as never,
      now: new Date(),
      offers,
      origin: 'http://school.localhost:3000',
      req: await requestOf({ id: buyer }),
      tenant: at.tenant,
    }),
  )

const bought = async (
  at: Shop,
  given: { buyer?: string; gift?: object; offers?: string[] } = {},
) => {
  const buyer = given.buyer ?? (await sell().buyer(at.tenant)).id
  const { order, url } = await place(at, given.offers ?? [at.offer], buyer, given.gift)
  await approve(at.tenant, sessionIn(url))
  await settle()

  return { buyer, order, session: sessionIn(url) }
}

type OrderRow = { follows: null | string; id: string; status: string; total: number }

const ordersOf = (at: Shop, buyer: string) =>
  query<OrderRow>(
    at.tenant,
    sql`select id, follows_id as follows, status::text as status, total::int as total from orders where buyer_id = ${buyer} order by id`,
  )

const charges = (at: Shop) =>
  query<{ amount: number; status: string }>(
    at.tenant,
    sql`select p.amount::int as amount, p.status::text as status from payments p order by p.id`,
  )

describe('what is proposed after a payment', () => {
  it('is shown to its buyer alone, at its price there, until its window is over', async () => {
    const at = await shop({ minutes: 30 })
    const who = await bought(at)
    const { id: stranger } = await sell().buyer(at.tenant)

    expect(await look(at, who)).toMatchObject({
      amount: 1000,
      charges: true,
      currency: 'USD',
      isTaken: false,
      step: 'upsell',
      title: 'One more thing',
      total: 1000,
      was: 2000,
    })
    expect(await look(at, { ...who, buyer: stranger })).toBeUndefined()
    expect(await look(at, { order: who.order })).toBeUndefined()
    expect(await look(at, who, new Date(Date.now() + 31 * MINUTE))).toBeNull()
  })

  it('follows the offers it names, or any where it names none', async () => {
    const at = await shop()
    const other = await course(at.tenant)
    const who = await bought(at, { offers: [other.offer] })
    expect(await look(at, who)).toBeNull()
    await query(at.tenant, sql`delete from upsells_rels`)
    const next = await bought(at, { buyer: who.buyer, offers: [(await course(at.tenant)).offer] })

    expect(await look(at, next)).toMatchObject({ title: 'One more thing' })
  })

  it('is nothing that its buyer has, that the order opens, that is not for sale, or is switched off', async () => {
    const at = await shop()
    const { id: buyer } = await sell().buyer(at.tenant)
    await bought(at, { buyer, offers: [at.upsellOffer] })
    expect(await look(at, await bought(at, { buyer }))).toBeNull()
    const both = await bought(at, { offers: [at.offer, at.upsellOffer] })
    expect(await look(at, both)).toBeNull()
    await query(at.tenant, sql`update offers set is_active = false where id = ${at.upsellOffer}`)
    const who = await bought(at)
    expect(await look(at, who)).toBeNull()
    await query(at.tenant, sql`update offers set is_active = true`)
    await query(at.tenant, sql`update upsells set is_active = false`)

    expect(await look(at, who)).toBeNull()
  })

  it('is the next one where its buyer has the first', async () => {
    const at = await shop({ position: 1 })
    const other = await course(at.tenant)
    await at.after({ offered: other.offer, position: 2, title: 'Something else' })
    const { id: buyer } = await sell().buyer(at.tenant)
    await bought(at, { buyer, offers: [at.upsellOffer] })

    expect(await look(at, await bought(at, { buyer }))).toMatchObject({ title: 'Something else' })
  })

  it('does not follow a gift, an order that is not paid, nor what was itself proposed', async () => {
    const at = await shop()
    await at.after({ offered: (await course(at.tenant)).offer, offers: [], position: 9 })
    const gift = { name: 'Noa', deliverAt: null, email: 'noa@example.com', message: null }
    const given = await bought(at, { gift })
    expect(await look(at, given)).toBeUndefined()
    const { id: buyer } = await sell().buyer(at.tenant)
    const open = await place(at, [at.offer], buyer)
    expect(await look(at, { buyer, order: open.order })).toBeUndefined()
    const who = await bought(at)
    await look(at, who)
    const taken = await accept(at, who)
    await settle()

    expect(await look(at, { ...who, order: taken?.order ?? '' })).toBeUndefined()
  })
})

describe('a proposal that is accepted', () => {
  it('is an order of its own, charged to the kept card, and opens its course', async () => {
    const at = await shop()
    const who = await bought(at)
    await look(at, who)
    const taken = await accept(at, who)
    await settle()

    expect(taken).toMatchObject({ currency: 'USD', total: 1000 })
    expect(taken?.url).toBe(`http://school.localhost:3000/orders/${taken?.order}/thanks`)
    expect(await ordersOf(at, who.buyer)).toEqual([
      { id: who.order, follows: null, status: 'paid', total: 4900 },
      { id: taken?.order, follows: who.order, status: 'paid', total: 1000 },
    ])
    expect(
      await query(
        at.tenant,
        sql`select 1 from enrollments where learner_id = ${who.buyer} and course_id = ${at.upsellCourse} and status = 'active'`,
      ),
    ).toHaveLength(1)
    expect(await look(at, who)).toBeNull()
    expect(
      await query(at.tenant, sql`select 1 from invoices where order_id = ${taken?.order}`),
    ).toHaveLength(1)
  })

  it('is charged once by two windows at once, and by clicks that come later', async () => {
    const at = await shop()
    const who = await bought(at)
    await look(at, who)
    const taken = await Promise.all([1, 2, 3, 4, 5].map(() => accept(at, who)))
    await settle()
    const again = await accept(at, who)
    await settle()

    expect(new Set([...taken, again].map((one) => one?.order)).size).toBe(1)
    expect(await ordersOf(at, who.buyer)).toHaveLength(2)
    expect(await charges(at)).toEqual([
      { amount: 4900, status: 'succeeded' },
      { amount: 1000, status: 'succeeded' },
    ])
  })

  it('goes on where its charge was lost between its order and its answer', async () => {
    const at = await shop()
    const who = await bought(at)
    await look(at, who)
    await accept(at, who)
    await query(at.tenant, sql`delete from payment_events where report ->> 'amount' = '1000'`)
    expect(await look(at, who)).toMatchObject({ isTaken: true, total: 1000 })
    await accept(at, who)
    expect(await query(at.tenant, sql`select 1 from payment_events`)).toHaveLength(1)
    await query(
      at.tenant,
      sql`update upsell_proposals set charging_at = now() - interval '2 minutes'`,
    )
    await accept(at, who)
    await settle()

    expect((await ordersOf(at, who.buyer)).map(({ status }) => status)).toEqual(['paid', 'paid'])
    expect(await charges(at)).toHaveLength(2)
  })

  it('is paid on a page where the card is declined, once', async () => {
    const at = await shop()
    const who = await bought(at)
    await look(at, who)
    await asTenant(at.tenant, async () =>
      (await testGatewayFor(await requestOf()))?.setCard({ session: who.session, works: false }),
    )
    const taken = await accept(at, who)
    const again = await accept(at, who)
    expect(taken?.url).toContain('/pay/test/')
    expect(again).toEqual(taken)
    expect(await look(at, who)).toMatchObject({ charges: false, isTaken: true })
    await approve(at.tenant, sessionIn(taken?.url ?? ''))
    await settle()

    expect((await ordersOf(at, who.buyer)).map(({ status }) => status)).toEqual(['paid', 'paid'])
    expect(await charges(at)).toHaveLength(2)
  })

  it('leads to a page where no card was kept', async () => {
    const at = await shop({ isActive: false })
    const who = await bought(at)
    await query(at.tenant, sql`update upsells set is_active = true`)

    expect(await look(at, who)).toMatchObject({ charges: false })
    expect((await accept(at, who))?.url).toContain('/pay/test/')
  })

  it('costs what was shown, or is not taken', async () => {
    const at = await shop()
    const who = await bought(at)
    await look(at, who)
    await expect(accept(at, who, { total: 900 })).rejects.toThrow('priceChanged')
    await query(at.tenant, sql`update upsells set percent_off = 25`)
    await expect(accept(at, who)).rejects.toThrow('priceChanged')

    expect(await ordersOf(at, who.buyer)).toHaveLength(1)
    expect(await accept(at, who, { total: 1500 })).toMatchObject({ total: 1500 })
  })

  it('is over once it was not shown, was declined, or its time has passed', async () => {
    const at = await shop()
    const who = await bought(at)
    await expect(accept(at, who)).rejects.toThrow('proposalOver')
    await look(at, who)
    await query(
      at.tenant,
      sql`update orders set paid_at = now() - interval '31 minutes' where id = ${who.order}`,
    )
    await expect(accept(at, who)).rejects.toThrow('proposalOver')
    await query(at.tenant, sql`update orders set paid_at = now() where id = ${who.order}`)
    expect(await decline(at, who)).toBeNull()
    await expect(accept(at, who)).rejects.toThrow('proposalOver')

    expect(await ordersOf(at, who.buyer)).toHaveLength(1)
  })

  it('goes back by itself, and leaves the first order as it is', async () => {
    const at = await shop()
    const who = await bought(at)
    await look(at, who)
    const taken = await accept(at, who)
    await settle()
    const order = taken?.order ?? ''
    await asTenant(at.tenant, async () => {
      const req = await requestOf()
      await inTransaction(req, () =>
        askRefund({
          endsAccess: true,
          key: crypto.randomUUID(),
          order,
          reason: 'Not for me',
          req,
          tenant: at.tenant,
          wish: { amount: 1000 },
        }),
      )
    })
    await settle()
    const open = await query<{ course: string }>(
      at.tenant,
      sql`select course_id as course from enrollments where learner_id = ${who.buyer} and status = 'active'`,
    )

    expect(open).toEqual([{ course: at.course }])
  })

  it('is offered again where its order came to nothing within the window', async () => {
    const at = await shop()
    const who = await bought(at)
    await look(at, who)
    const taken = await accept(at, who)
    await query(
      at.tenant,
      sql`update orders set status = 'pending', expires_at = now() - interval '1 minute', provider = null, session = null where id = ${taken?.order}`,
    )
    await expireOrders({ now: new Date(), payload: payload() })

    expect(await look(at, who)).toMatchObject({ isTaken: false, step: 'upsell' })
  })
})

describe('a proposal that is declined', () => {
  it('leads to a cheaper one, once, and then to nothing', async () => {
    const at = await shop()
    const small = await course(at.tenant)
    await query(
      at.tenant,
      sql`update upsells set downsell_offered_id = ${small.offer}, downsell_title = 'Something small', downsell_amount = 500, downsell_currency = 'USD'`,
    )
    const who = await bought(at)
    await look(at, who)

    expect(await decline(at, who)).toMatchObject({
      step: 'downsell',
      title: 'Something small',
      total: 500,
    })
    expect(await decline(at, who)).toMatchObject({ step: 'downsell' })
    await expect(accept(at, who)).rejects.toThrow('proposalOver')
    const other = await bought(at)
    await look(at, other)
    await decline(at, other)
    expect(await decline(at, other, 'downsell')).toBeNull()
    expect(await look(at, other)).toBeNull()
    expect(await accept(at, who, { step: 'downsell', total: 500 })).toMatchObject({ total: 500 })
    await settle()

    expect(
      await asTenant(at.tenant, async () =>
        upsellFigures({ req: await requestOf(), tenant: at.tenant }),
      ),
    ).toEqual([
      expect.objectContaining({ declined: 1, shown: 2, step: 'downsell', taken: 1, total: 500 }),
      expect.objectContaining({ declined: 2, shown: 2, step: 'upsell', taken: 0, total: 0 }),
    ])
  })
})

describe('a checkout', () => {
  it('says that the card is kept only where something follows it', async () => {
    const at = await shop()
    const quoted = async (offers: string[]) =>
      asTenant(at.tenant, async () =>
        quotePurchase({
          buyer: null,
          now: new Date(),
          offers,
          req: await requestOf(),
          tenant: at.tenant,
        }),
      )

    expect(await quoted([at.offer])).toMatchObject({ keepsCard: true })
    expect(await quoted([at.upsellOffer])).not.toHaveProperty('keepsCard')
    await query(at.tenant, sql`update upsells set is_active = false`)
    expect(await quoted([at.offer])).not.toHaveProperty('keepsCard')
  })

  it('asks its provider to keep the card only then, and of no gift', async () => {
    const at = await shop()
    const gift = { name: 'Noa', deliverAt: null, email: 'noa@example.com', message: null }
    const kept = async (given: Parameters<typeof bought>[1]) => {
      const { session } = await bought(at, given)
      const [found] = await query<{ recurs: boolean }>(
        at.tenant,
        sql`select coalesce(recurs, false) as recurs from gateway_sessions where session = ${session}`,
      )

      return found?.recurs
    }

    expect(await kept({})).toBe(true)
    expect(await kept({ offers: [at.upsellOffer] })).toBe(false)
    expect(await kept({ gift })).toBe(false)
  })

  it('has its provider forget the card once nothing can be bought with it any more, and gives money back all the same', async () => {
    const at = await shop()
    const who = await bought(at)
    const forgetIn = (hours: number) =>
      forgetKeptCards({ now: new Date(Date.now() + hours * 60 * MINUTE), payload: payload() })
    const kept = () =>
      asTenant(at.tenant, async () =>
        (await testGatewayFor(await requestOf()))?.keptCard(who.session),
      )
    await forgetIn(47)
    expect(await kept()).not.toBeNull()
    await forgetIn(49)
    expect(await kept()).toBeNull()
    expect(await forgetIn(49)).toBe(0)
    await asTenant(at.tenant, async () => {
      const req = await requestOf()
      await inTransaction(req, () =>
        askRefund({
          endsAccess: true,
          key: crypto.randomUUID(),
          order: who.order,
          reason: 'Not for me',
          req,
          tenant: at.tenant,
          wish: { amount: 4900 },
        }),
      )
    })
    await settle()

    expect(
      await query(at.tenant, sql`select 1 from refunds where status = 'succeeded'`),
    ).toHaveLength(1)
  })
})
