import { sql } from '@payloadcms/db-postgres'
import pg from 'pg'

import { signatureOf } from '@/adapters/payments/signature'
import { OWN_SIGNATURE } from '@/adapters/payments/ownEvents'
import { asTenant } from '@/database/scope'
import { row, rows } from '@/database/transaction'
import { replayEvents } from '@endpoints/commerce/replay'
import { env } from '@/env'
import { deriveSecret } from '@/secrets'
import { chancesOf, shuffled } from '@/test/chances'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'
import { call, requestOf, testPayload } from '@/test/harness'
import { moneyLetters } from '@/test/moneyTables'
import { planTools } from '@/test/plans'
import { settleOnly } from '@/test/settleOnly'

import { checkout } from './checkout'
import { expireOrders } from './expireOrders'
import { receiveEvent } from './receiveEvent'
import { replayBatch } from './replay'
import { renewSubscriptions } from './subscriptions/renew'

const payload = testPayload()
const { settle } = planTools(payload)

const query = <Row>(tenant: string, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<Row>(await requestOf(), statement))

const MONTH = 32 * 24 * 3600_000

type Placed = { order: string; session: string }

/** A school that orders were placed in, by the names by which the history speaks of them. */
const school = async () => {
  const make = commerceFactories(payload())
  const { course, offer, tenant } = await make.shop()
  const { id: monthly } = await make.offer({
    course,
    interval: 'month',
    kind: 'subscription',
    tenant,
  })
  const placed = await asTenant(tenant, async () => {
    const found: Record<string, Placed> = {}
    for (const [name, bought] of Object.entries({
      contested: offer,
      declined: offer,
      late: offer,
      member: monthly,
      partly: offer,
      refunded: offer,
      retried: offer,
    })) {
      const { id, email } = await make.buyer(tenant)
      const req = await requestOf({ id })
      const { order, url } = await checkout({
        buyer: { id, email, emailVerified: true, locale: 'en' },
        now: new Date(),
        offers: [bought],
        origin: 'http://school.localhost:3000',
        req,
        tenant,
      })
      found[name] = { order, session: url.split('/').at(-1) ?? '' }
    }

    return found
  })

  return { placed, tenant }
}

type School = Awaited<ReturnType<typeof school>>
type Told = { id: string } & Record<string, unknown>

/** What providers have to say of one school's orders, in the order in which it happened. */
const history = ({ placed, tenant }: School): Told[] => {
  let count = 0
  const say = (name: string, type: string, given: object = {}): Told => {
    count += 1
    const { order = '', session = '' } = placed[name] ?? {}

    return {
      id: `evt_${name}_${count}`,
      type,
      amount: 4900,
      currency: 'USD',
      occurredAt: new Date(Date.now() - (1000 - count) * 1000).toISOString(),
      order,
      payment: `pay_${session}`,
      session,
      tenant,
      ...given,
    }
  }
  const refund = (name: string, type: string, amount: number, id = 're_1') =>
    say(name, type, { amount, refund: { id: `${id}_${name}`, failure: null, ours: null } })

  const dispute = (name: string, state: string, given: object = {}) =>
    say(name, 'dispute.reported', {
      dispute: {
        id: `dp_${name}`,
        dueAt: null,
        fee: 1500,
        isWithdrawn: true,
        reason: 'fraudulent',
        state,
        ...given,
      },
    })

  return [
    say('contested', 'payment.succeeded'),
    dispute('contested', 'inquiry', { fee: 0, isWithdrawn: false }),
    dispute('contested', 'needsResponse'),
    dispute('contested', 'underReview'),
    dispute('contested', 'won', { fee: 0 }),
    dispute('late', 'needsResponse'),
    dispute('late', 'lost'),
    say('member', 'payment.succeeded', { keepsCard: true }),
    say('refunded', 'payment.succeeded'),
    say('refunded', 'payment.succeeded'),
    refund('refunded', 'refund.pending', 4900),
    refund('refunded', 'refund.succeeded', 4900),
    say('retried', 'payment.failed', { payment: 'pay_first_retried' }),
    say('retried', 'payment.succeeded'),
    say('declined', 'payment.failed', { payment: 'pay_only_declined' }),
    say('declined', 'payment.expired', { payment: null }),
    say('late', 'payment.expired', { payment: null }),
    say('late', 'payment.succeeded'),
    say('partly', 'payment.succeeded'),
    refund('partly', 'refund.succeeded', 1400),
    refund('partly', 'refund.failed', 100, 're_2'),
    say('partly', 'other', { amount: 1 }),
  ]
}

const deliver = async (tenant: string, event: Told) => {
  const body = JSON.stringify(event)
  const at = new Date()
  const signature = signatureOf({ at, body, secret: deriveSecret({ purpose: 'payments:test' }) })
  const headers = new Headers({ [OWN_SIGNATURE]: signature })

  return receiveEvent({ body, headers, payload: payload(), provider: 'test', school: tenant })
}

/** The member pays for another month, and her card is declined the month after. */
const renew = async ({ placed, tenant }: School) => {
  await query(
    tenant,
    sql`update gateway_sessions set status = 'paid', recurs = true where session = ${placed.member?.session}`,
  )
  await renewSubscriptions({ now: new Date(Date.now() + MONTH), payload: payload() })
  await settle(3)
  await query(tenant, sql`update gateway_sessions set card_works = false`)
  await renewSubscriptions({ now: new Date(Date.now() + 2 * MONTH), payload: payload() })
  await settle(3)
}

/** All that money did in a school, by what is the same however often and whenever it is told. */
const state = async ({ placed, tenant }: School) => {
  const names = JSON.stringify(
    Object.entries(placed).map(([name, { order }]) => ({ id: order, name })),
  )
  const found = await query<{ said: unknown }>(
    tenant,
    sql`with named as (
          select o.*, coalesce(n.name, 'renewal ' || o.period) as name from orders o
          left join jsonb_to_recordset(${names}::jsonb) as n(id uuid, name text) on n.id = o.id)
        select jsonb_build_object(
          'orders', (select jsonb_agg(jsonb_build_array(name, status, total, currency, period, subscription_id is not null) order by name) from named),
          'payments', (select jsonb_agg(jsonb_build_array(o.name, p.amount, p.currency, p.status) order by o.name, p.status, p.amount)
            from payments p join named o on o.id = p.order_id),
          'refunds', (select jsonb_agg(jsonb_build_array(o.name, r.amount, r.status,
              (select sum(g.net + g.tax) from refund_lines g where g.refund_id = r.id),
              (select count(*) from credit_notes c where c.refund_id = r.id)) order by o.name, r.amount)
            from refunds r join named o on o.id = r.order_id),
          'disputes', (select jsonb_agg(jsonb_build_array(o.name, d.amount, d.fee, d.state, d.is_withdrawn) order by o.name)
            from disputes d join named o on o.id = d.order_id),
          'invoices', (select jsonb_agg(jsonb_build_array(o.name, i.total) order by o.name) from invoices i join named o on o.id = i.order_id),
          'ledger', (select jsonb_agg(jsonb_build_array(o.name, e.kind, e.account, e.amount) order by o.name, e.kind, e.account, e.amount)
            from ledger_entries e join named o on o.id = e.order_id where e.kind <> 'disputeFee'),
          'balances', (select jsonb_agg(jsonb_build_array(b.account, b.sum) order by b.account) from
            (select account, sum(amount) from ledger_entries group by account) b),
          'enrollments', (select jsonb_agg(jsonb_build_array(o.name, e.status) order by o.name)
            from enrollments e join named o on o.buyer_id = e.learner_id and o.period is distinct from 1 and o.period is distinct from 2),
          'subscriptions', (select jsonb_agg(jsonb_build_array(status, paid_periods, failures, amount)) from subscriptions)
        ) as said`,
  )

  return found[0]?.said
}

const replayAll = (tenant: string) =>
  asTenant(tenant, async () => replayBatch({ after: null, req: await requestOf(), tenant }))

const inTurn = async (given: School) => {
  for (const event of history(given)) {
    await deliver(given.tenant, event)
    await settle(1)
  }
  await settle(2)
  await renew(given)
}

/** Takes away all that followed from events, and leaves the orders as they were placed, and the log. */
const forget = async (tenant: string) => {
  const client = new pg.Client({ connectionString: env().DATABASE_URL })
  await client.connect()
  try {
    await client.query(`set session_replication_role = replica`)
    for (const table of [
      'ledger_entries',
      'disputes',
      'credit_notes',
      'refund_lines',
      'refunds',
      'invoices',
      'payments',
      'access_grants',
      'enrollments',
      'subscriptions',
    ]) {
      await client.query(`delete from ${table} where tenant_id = $1`, [tenant])
    }
    await client.query(
      `update orders set status = 'pending', paid_at = null,
         subscription_id = case when period > 0 then subscription_id end, period = nullif(period, 0)
       where tenant_id = $1`,
      [tenant],
    )
    await client.query(
      `update payment_events set processed_at = null, outcome = null, refusal = null where tenant_id = $1`,
      [tenant],
    )
  } finally {
    await client.end()
  }
}

describe('the log of what providers reported', () => {
  let usual: { at: School; told: unknown }
  beforeAll(async () => {
    const at = await school()
    await inTurn(at)
    usual = { at, told: await state(at) }
  })

  it('says of each order what became of it', () => {
    expect(usual.told).toMatchObject({
      disputes: [
        ['contested', 4900, 0, 'won', true],
        ['late', 4900, 1500, 'lost', true],
      ],
      orders: expect.arrayContaining([
        ['declined', 'failed', 4900, 'USD', null, false],
        ['late', 'paid', 4900, 'USD', null, false],
        ['member', 'paid', 4900, 'USD', 0, true],
        ['renewal 1', 'paid', 4900, 'USD', 1, true],
        ['renewal 2', 'failed', 4900, 'USD', 2, true],
      ]),
      refunds: [
        ['partly', 100, 'failed', 100, 0],
        ['partly', 1400, 'succeeded', 1400, 1],
        ['refunded', 4900, 'succeeded', 4900, 1],
      ],
      subscriptions: [['pastDue', 2, 1, 4900]],
    })
  })

  it('changes not a letter when all of it is gone through again, twice', async () => {
    const { tenant } = usual.at
    const before = await moneyLetters(tenant)
    expect(await replayAll(tenant)).toBeGreaterThan(15)
    await settle(3)
    await replayAll(tenant)
    await settle(3)

    expect(await moneyLetters(tenant)).toEqual(before)
  })

  it('brings the same about from nothing', async () => {
    const { tenant } = usual.at
    await forget(tenant)
    expect(await state(usual.at)).not.toEqual(usual.told)
    await replayAll(tenant)
    await settle(4)

    expect(await state(usual.at)).toEqual(usual.told)
  })

  it.each([1, 2, 3])(
    'comes to the same in any order, told twice and a day late (seed %i)',
    async (seed) => {
      const chance = chancesOf(seed)
      const at = await school()
      const events = shuffled([...history(at), ...history(at)], chance)
      const soon = events.filter(() => chance() < 0.5)
      const late = events.filter((event) => !soon.includes(event))
      for (const event of soon) {
        await deliver(at.tenant, event)
      }
      await settle(2)
      await expireOrders({ now: new Date(Date.now() + 25 * 3600_000), payload: payload() })
      for (const event of late) {
        await deliver(at.tenant, event)
        await settle(1)
      }
      await settle(3)
      await renew(at)

      expect(await state(at)).toEqual(usual.told)
    },
  )

  it('is gone through again by staff of the platform alone, the whole or one event of it', async () => {
    const { tenant } = usual.at
    const before = await state(usual.at)
    const make = factories(payload())
    const owner = await make.user({ roles: ['owner'], tenant })
    const staff = await make.user({ roles: ['superAdmin'], tenant })
    const stored = await asTenant(tenant, async () =>
      row<{ count: number; id: string }>(
        await requestOf(),
        sql`select count(*)::int as count, max(id::text) as id from payment_events`,
      ),
    )
    const ask = (data: object, user: { id: string }) => call(replayEvents, { data, tenant, user })

    expect(await ask({ school: tenant }, owner)).toMatchObject({ status: 403 })
    expect(await ask({ school: 'nowhere' }, staff)).toMatchObject({ status: 404 })
    expect(await ask({ event: stored?.id, school: tenant }, staff)).toMatchObject({
      body: { events: 1 },
      status: 202,
    })
    expect(await ask({ school: tenant }, staff)).toMatchObject({ body: { events: stored?.count } })
    expect(await settleOnly(payload(), 'replayOnReplayAsked')).toBe(1)
    await settle(2)
    expect(await state(usual.at)).toEqual(before)
  })
})
