import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { factories } from '@/test/factories'
import { requestOf, testPayload } from '@/test/harness'
import { planTools } from '@/test/plans'

import { additionFigures } from './additionFigures'
import { checkout } from './checkout'
import { quotePurchase } from './quotePurchase'
import { askRefund } from './refunds/ask'

const payload = testPayload()
const { approve, query, sell, settle } = planTools(payload)

type Given = Partial<{
  amount: number
  currency: string
  isActive: boolean
  percentOff: number
}>

const shop = async (given: Given = { percentOff: 50 }) => {
  const main = await sell().shop()
  const { tenant } = main
  const { id: course } = await factories(payload()).course({ tenant })
  const { id: bump } = await sell().offer({
    course,
    prices: [{ amount: 2000, currency: 'USD' }],
    tenant,
  })
  const add = (more: Given & { offer?: string; offered?: string } = {}) =>
    asTenant(tenant, async () =>
      payload().create({
        collection: 'offer-additions',
        data: {
          offer: main.offer,
          offered: bump,
          title: 'And this',
          ...given,
          ...more,
        } as never,
        depth: 0,
        overrideAccess: true,
        req: await requestOf(),
      }),
    )
  const { id: addition } = await add()

  return { ...main, add, addition, bump, bumpCourse: course }
}

type Shop = Awaited<ReturnType<typeof shop>>

const quoted = ({ tenant }: Shop, offers: string[], buyer: null | string = null) =>
  asTenant(tenant, async () =>
    quotePurchase({ buyer, now: new Date(), offers, req: await requestOf(), tenant }),
  )

const buy = async ({ tenant }: Shop, offers: string[], buyer: string) => {
  const placed = await asTenant(tenant, async () =>
    checkout({
      buyer: { id: buyer, email: `${buyer}@example.com`, emailVerified: true, locale: 'en' },
      now: new Date(),
      offers,
      origin: 'http://school.localhost:3000',
      req: await requestOf({ id: buyer }),
      tenant,
    }),
  )
  await approve(tenant, placed.url.split('/').at(-1) ?? '')
  await settle()

  return placed
}

const learns = (tenant: string, learner: string) =>
  query<{ course: string; status: string }>(
    tenant,
    sql`select course_id as course, status::text as status from enrollments where learner_id = ${learner}`,
  )

describe('a bump', () => {
  it('is offered at the checkout of its offer, and costs less only together with it', async () => {
    const at = await shop()
    const [alone, offered, taken] = [
      await quoted(at, [at.bump]),
      await quoted(at, [at.offer]),
      await quoted(at, [at.offer, at.bump]),
    ]

    expect(alone.total).toBe(2000)
    expect(alone.bumps).toBeUndefined()
    expect(offered).toMatchObject({
      bumps: [{ amount: 1000, isChosen: false, offer: at.bump, title: 'And this', was: 2000 }],
      total: 4900,
    })
    expect(taken).toMatchObject({ bumps: [{ isChosen: true }], total: 5900 })
  })

  it('has a price of its own where the school says so', async () => {
    const at = await shop({ amount: 700, currency: 'USD' })

    expect((await quoted(at, [at.offer, at.bump])).total).toBe(5600)
  })

  it('is charged as it was quoted, opens its course, and is counted', async () => {
    const at = await shop()
    const { id: buyer } = await sell().buyer(at.tenant)
    const placed = await buy(at, [at.offer, at.bump], buyer)

    expect(placed.total).toBe(5900)
    expect((await learns(at.tenant, buyer)).map(({ course }) => course).toSorted()).toEqual(
      [at.course, at.bumpCourse].toSorted(),
    )
    expect(
      await asTenant(at.tenant, async () =>
        additionFigures({ req: await requestOf(), tenant: at.tenant }),
      ),
    ).toMatchObject([{ currency: 'USD', orders: 1, taken: 1, total: 1000 }])
  })

  it('is not offered to who has it, nor what is switched off', async () => {
    const at = await shop()
    const { id: buyer } = await sell().buyer(at.tenant)
    await buy(at, [at.bump], buyer)
    const had = await quoted(at, [at.offer], buyer)
    await query(at.tenant, sql`update offer_additions set is_active = false`)

    expect(had.bumps).toBeUndefined()
    expect(await quoted(at, [at.offer])).not.toHaveProperty('bumps')
    expect((await quoted(at, [at.offer, at.bump])).total).toBe(6900)
  })

  it('stays with its buyer when the money for the other line goes back', async () => {
    const at = await shop()
    const { id: buyer } = await sell().buyer(at.tenant)
    const { order } = await buy(at, [at.offer, at.bump], buyer)
    const [line] = await query<{ id: string }>(
      at.tenant,
      sql`select id from order_lines where order_id = ${order} and offer_id = ${at.offer}`,
    )
    await asTenant(at.tenant, async () => {
      const req = await requestOf()
      await inTransaction(req, () =>
        askRefund({
          endsAccess: true,
          key: crypto.randomUUID(),
          order,
          reason: 'One of them',
          req,
          tenant: at.tenant,
          wish: { lines: [{ amount: 4900, line: line?.id ?? '' }] },
        }),
      )
    })
    await settle()
    const open = await learns(at.tenant, buyer)

    expect(open.find(({ course }) => course === at.course)?.status).toBe('revoked')
    expect(open.find(({ course }) => course === at.bumpCourse)?.status).toBe('active')
  })
})

describe('what an offer offers beside itself', () => {
  it('is another one, with a currency for its price, and at most three at its checkout', async () => {
    const at = await shop()
    const refused = (given: object) =>
      at.add(given as never).then(
        () => 'ok',
        () => 'refused',
      )

    expect(await refused({ offered: at.offer })).toBe('refused')
    expect(await refused({ amount: 100 })).toBe('refused')
    expect([await refused({}), await refused({}), await refused({})]).toEqual([
      'ok',
      'ok',
      'refused',
    ])
  })
})
