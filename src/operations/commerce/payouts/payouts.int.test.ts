import { sql } from '@payloadcms/db-postgres'
import fc from 'fast-check'

import type { PayoutState } from '@/adapters/payouts/types'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction, rows } from '@/database/transaction'
import { allSchools, payoutOverview } from '@/operations/commerce/payoutOverview'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'
import { giveBack, sell } from '@/test/factories/sales'
import { requestOf, settle, testPayload } from '@/test/harness'

import { beginOnboarding } from './accounts'
import { askPayouts } from './ask'
import { earningsOf } from './earnings'
import { payOutScheduled } from './schedule'
import { settlePayout } from './settle'

const payload = testPayload()

/** A school that sells a course at 49.00 USD, of which a teacher with an account for payouts earns 30 %. */
const school = async ({ holdingDays = 0, minimum = 0, schedule = 'byHand' } = {}) => {
  const { course, offer, tenant } = await commerceFactories(payload()).shop()
  const make = factories(payload())
  const teacher = await make.user({ roles: ['instructor'], tenant })
  await systemPool().query(
    `update tenants set settings_earnings_holding_days = $2, settings_earnings_minimum = $3,
       settings_earnings_schedule = $4::enum_tenants_settings_earnings_schedule, settings_fee_rate = 1000 where id = $1`,
    [tenant, holdingDays, minimum, schedule],
  )
  await systemPool().query(
    `insert into revenue_shares (id, tenant_id, course_id, person_id, share, starts_at)
     values (uuidv7(), $1, $2, $3, 3000, '2020-01-01')`,
    [tenant, course, teacher.id],
  )
  const holder = teacher.id
  const within = <T>(run: (req: Awaited<ReturnType<typeof requestOf>>) => Promise<T>): Promise<T> =>
    asTenant(tenant, async () => {
      const req = await requestOf()

      return inTransaction(req, () => run(req))
    })
  await asTenant(tenant, async () =>
    beginOnboarding({
      email: teacher.email,
      holder,
      person: holder,
      req: await requestOf(),
      returnUrl: 'https://school.example.com/account/earnings',
      tenant,
    }),
  )

  return {
    holder,
    pay: () => within((req) => askPayouts({ holder, req, scheduledAt: null, tenant })),
    paySchool: () => within((req) => askPayouts({ req, scheduledAt: null, tenant })),
    read: () => within((req) => earningsOf({ holder, req, tenant })),
    sell: async () =>
      sell({ buyer: await make.user({ tenant }), offers: [offer], tenant }).then(
        ({ order }) => order,
      ),
    settle: (payout: string, given: Partial<PayoutState>) =>
      within((req) =>
        settlePayout({
          payout,
          req,
          state: { id: `po_${payout}`, failure: null, status: 'paid', transfer: null, ...given },
          tenant,
        }),
      ),
    tenant,
    within,
  }
}

/** 30 % of 49.00 less a tenth. */
const EARNED = 1323

const owed = async ({ read }: Awaited<ReturnType<typeof school>>) => (await read()).balances[0]

it('adds up in the school’s currency what is owed in several, by rates that it names', async () => {
  const { read, sell: sellOne, tenant, within } = await school()
  await sellOne()
  expect((await read()).inBase).toBeNull()

  await within((req) =>
    rows(
      req,
      sql`insert into tenants_settings_currencies (_order, _parent_id, id, currency, conversion, rate, rounding)
          values (1, ${tenant}, 'eur', 'EUR', 'own', '0.5', 'whole')`,
    ),
  )
  // The same was sold once more, in euros.
  await within((req) =>
    rows(
      req,
      sql`insert into ledger_entries select (jsonb_populate_record(e, jsonb_build_object('id', uuidv7(), 'currency', 'EUR', 'key', e.key || ':EUR'))).*
          from ledger_entries e where e.tenant_id = ${tenant}`,
    ),
  )
  const { balances, inBase } = await read()

  expect(balances.map(({ currency }) => currency)).toEqual(['EUR', 'USD'])
  expect(inBase).toMatchObject({
    currency: 'USD',
    rates: [{ currency: 'EUR', day: null, value: '0.5' }],
    unknown: [],
  })
  expect(inBase?.owed).toBe(
    balances.reduce((sum, { currency, owed }) => sum + (currency === 'EUR' ? 2 : 1) * owed, 0),
  )
})

describe('payouts', () => {
  it('pay what has cleared, all the way, and explain every line', async () => {
    const room = await school()
    await room.sell()
    const [payout] = await room.pay()
    await settle()

    expect(payout).toMatchObject({ amount: EARNED, currency: 'USD', holder: room.holder })
    const { account, balances, entries, payouts } = await room.read()
    expect(account).toEqual({ isReady: true, needs: null })
    expect(balances).toEqual([
      { currency: 'USD', held: 0, onWay: 0, owed: 0, paid: EARNED, payable: 0 },
    ])
    expect(payouts).toMatchObject([{ amount: EARNED, failure: null, status: 'paid' }])
    expect(entries).toMatchObject([
      { amount: -EARNED, balance: 0, kind: 'payout', payout: payout?.id },
      { amount: EARNED, balance: EARNED, kind: 'payment', order: expect.any(String), share: 3000 },
    ])
  })

  it('hold what was sold in the last days, refunds of it included', async () => {
    const room = await school({ holdingDays: 30 })
    const order = await room.sell()
    await giveBack({ order, tenant: room.tenant, wish: { amount: 1000 } })

    expect(await room.pay()).toEqual([])
    expect(await owed(room)).toMatchObject({ held: 1053, owed: 1053, payable: 0 })
  })

  it('are paid once by two who press at once', async () => {
    const room = await school()
    await room.sell()
    const asked = await Promise.all(Array.from({ length: 6 }, () => room.pay()))

    expect(asked.flat()).toHaveLength(1)
    expect(await owed(room)).toMatchObject({ onWay: EARNED, owed: 0 })
  })

  it('come back to the balance with their reason, also after they were believed to have arrived', async () => {
    const room = await school()
    await room.sell()
    const [first] = await room.pay()
    const failure = 'The account was closed.'
    await room.settle(first?.id ?? '', { failure, status: 'failed' })
    await room.settle(first?.id ?? '', { failure, status: 'failed' })
    expect(await owed(room)).toMatchObject({ onWay: 0, owed: EARNED, paid: 0 })

    const [second] = await room.pay()
    await room.settle(second?.id ?? '', {})
    await room.settle(second?.id ?? '', { failure, status: 'failed' })
    expect(await owed(room)).toMatchObject({ owed: EARNED, paid: 0, payable: EARNED })
    expect((await room.read()).payouts).toMatchObject([
      { failure, status: 'failed' },
      { failure, status: 'failed' },
    ])
  })

  it('leave a balance below zero after a refund, which later earnings fill first', async () => {
    const room = await school()
    const order = await room.sell()
    await room.pay()
    await giveBack({ order, tenant: room.tenant, wish: { amount: 4900 } })
    expect(await owed(room)).toMatchObject({ owed: -EARNED, payable: 0 })

    await room.sell()
    expect(await room.pay()).toEqual([])
    await room.sell()
    expect(await room.pay()).toMatchObject([{ amount: EARNED }])
  })

  it('pay the school itself what the platform holds for it, less what others are owed', async () => {
    const room = await school()
    await room.sell()
    await asTenant(room.tenant, async () =>
      beginOnboarding({
        email: 'school@example.com',
        holder: 'school',
        person: null,
        req: await requestOf(),
        returnUrl: 'https://school.example.com/admin',
        tenant: room.tenant,
      }),
    )
    const paid = await room.paySchool()
    await settle()

    const amounts = Object.fromEntries(paid.map(({ amount, holder }) => [holder, amount]))
    expect(amounts).toEqual({ [room.holder]: EARNED, school: 4410 - EARNED })
    const balances = await room.within((req) => payoutOverview({ req, tenant: room.tenant }))
    expect(balances.map(({ owed: left }) => left)).toEqual([0, 0])
  })

  it('by a schedule pay what had cleared when its week began, once in it, and not below the minimum', async () => {
    const room = await school({ minimum: 2 * EARNED, schedule: 'weekly' })
    const nextWeek = new Date(Date.now() + 7 * 24 * 3600_000)
    const run = () => payOutScheduled({ now: nextWeek, payload: payload() })
    await room.sell()
    await run()
    expect((await room.read()).payouts).toEqual([])

    await room.sell()
    await payOutScheduled({ now: new Date(), payload: payload() })
    expect((await room.read()).payouts).toEqual([])
    await Promise.all([run(), run()])
    expect((await room.read()).payouts).toMatchObject([{ amount: 2 * EARNED }])
  })
})

type Step = { amount: number; of: number; what: 'arrive' | 'fail' | 'pay' | 'refund' | 'sell' }

const steps = fc.array(
  fc.record({
    amount: fc.integer({ max: 4900, min: 1 }),
    of: fc.nat({ max: 20 }),
    what: fc.constantFrom<Step['what']>('arrive', 'fail', 'pay', 'refund', 'sell', 'sell'),
  }),
  { maxLength: 14, minLength: 6 },
)

describe('whatever happens', () => {
  it('the books sum to zero, nothing is paid twice, and what was paid and is owed is what was earned', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        const room = await school()
        const left = new Map<string, number>()
        const open: string[] = []
        const act = {
          arrive: async () => {
            const payout = open.shift()
            await (payout && room.settle(payout, {}))
          },
          fail: async () => {
            const payout = open.shift()
            await (payout && room.settle(payout, { failure: 'closed', status: 'failed' }))
          },
          pay: async () => {
            open.push(...(await room.pay()).map(({ id }) => id))
            expect((await owed(room))?.payable ?? 0).toBe(0)
          },
          refund: async ({ amount, of }: Step) => {
            const orders = [...left].filter(([, rest]) => rest > 0)
            const [order, rest] = orders[of % Math.max(orders.length, 1)] ?? []
            if (order && rest) {
              const taken = Math.min(amount, rest)
              await giveBack({ order, tenant: room.tenant, wish: { amount: taken } })
              left.set(order, rest - taken)
            }
          },
          sell: async () => {
            left.set(await room.sell(), 4900)
          },
        }
        for (const step of history) {
          await act[step.what](step)
        }
        const [sums] = await room.within((req) =>
          rows<{ all: number; earned: number; lopsided: number; odd: number }>(
            req,
            sql`select coalesce(sum(amount), 0)::float8 as all,
                  coalesce(-sum(amount) filter (where account = 'earnings' and kind in ('payment', 'refund')), 0)::float8 as earned,
                  (select count(*)::int from (select 1 from ledger_entries group by key having sum(amount) <> 0) k) as lopsided,
                  (select count(*)::int from (select 1 from ledger_entries group by account, holder, currency
                    having sum(amount) <> (array_agg(balance order by sequence desc))[1]) b) as odd
                from ledger_entries`,
          ),
        )
        expect(sums).toMatchObject({ all: 0, lopsided: 0, odd: 0 })
        const balance = await owed(room)
        expect((balance?.owed ?? 0) + (balance?.paid ?? 0) + (balance?.onWay ?? 0)).toBe(
          sums?.earned,
        )
      }),
      { numRuns: 20 },
    )
  })
})

describe('the platform', () => {
  it('sees balances of every school that equal the sums of their ledgers', async () => {
    const room = await school()
    await room.sell()
    await room.sell()
    await room.pay()

    const found = (await allSchools()).filter(({ schoolId }) => schoolId === room.tenant)
    expect(found).toMatchObject([
      { currency: 'USD', fees: 980, held: 8820, onWay: 2 * EARNED, owed: 0 },
    ])
  })
})
