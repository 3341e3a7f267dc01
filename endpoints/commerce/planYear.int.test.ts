import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { addDays } from '@/domain/commerce/calendar'
import { openUntil } from '@/domain/commerce/subscriptions'
import { changesOf } from '@/operations/commerce/planChanges'
import { askRefund } from '@/operations/commerce/refunds/ask'
import { cancelSubscription, resumeSubscription } from '@/operations/commerce/subscriptions/cancel'
import { changePlan } from '@/operations/commerce/subscriptions/change'
import { pauseSubscription, unpauseSubscription } from '@/operations/commerce/subscriptions/pause'
import { renewSubscriptions } from '@/operations/commerce/subscriptions/renew'
import { holdSubscription } from '@/operations/commerce/subscriptions/store'
import { chancesOf } from '@/test/chances'
import { requestOf, testPayload } from '@/test/harness'
import { planTools, type Member } from '@/test/plans'

const payload = testPayload()
const { offer, query, setCard, settle, shop, subscribe } = planTools(payload)

const PLAN_TOTAL = 10_000

/** A school with two subscriptions to one course and an instalment plan, and members of each. */
const school = async () => {
  const { course, tenant } = await shop()
  const shared = { course, mostPauseMonths: 3, tenant }
  const { id: small } = await offer(shared)
  const prices = [{ amount: 4550, currency: 'USD', setupFee: 990 }]
  const { id: large } = await offer({ ...shared, prices, title: 'More' })
  const inParts = {
    course,
    kind: 'plan' as const,
    payments: 3,
    prices: [{ amount: PLAN_TOTAL, currency: 'USD' }],
    tenant,
  }
  const { id: plan } = await offer(inParts)
  const members: Member[] = []
  for (const [id, count] of [
    [small, 8],
    [large, 5],
    [plan, 5],
  ] as const) {
    for (let index = 0; index < count; index += 1) {
      members.push(await subscribe({ course, offer: id, tenant }))
    }
  }

  return { members, tenant }
}

type Year = Awaited<ReturnType<typeof school>> & { chance: () => number }

const pick = <One>(ones: readonly One[], chance: () => number): One | undefined =>
  ones[Math.floor(chance() * ones.length)]

/** What somebody may do on a day; a rule may refuse it. */
const deed = async ({ chance, members, tenant }: Year, now: Date): Promise<void> => {
  const member = pick(members, chance)
  if (!member) {
    return
  }
  const { id, buyer } = member
  const req = await requestOf({ id: buyer })
  const given = { id, buyer, now, req, tenant }
  const which = chance()
  if (which < 0.25) {
    await setCard(member, chance() < 0.6)
  } else if (which < 0.4) {
    await inTransaction(req, () =>
      pauseSubscription({ ...given, months: 1 + Math.floor(chance() * 3) }),
    )
  } else if (which < 0.5) {
    await inTransaction(req, () => unpauseSubscription(given))
  } else if (which < 0.7) {
    const held = await holdSubscription({ id, buyer, req })
    const change = held && (await changesOf({ held, now, req }))[0]
    if (change) {
      const { due, offer: to } = change
      await changePlan({ ...given, expects: due, offer: to, payload: payload() })
    }
  } else if (which < 0.78) {
    await inTransaction(req, () => cancelSubscription({ ...given, reason: 'noTime' }))
  } else if (which < 0.88) {
    await inTransaction(req, () => resumeSubscription(given))
  } else {
    await refundSome({ id, chance, tenant })
  }
}

const refundSome = async ({
  id,
  chance,
  tenant,
}: Pick<Year, 'chance' | 'tenant'> & { id: string }): Promise<void> => {
  const orders = await query<{ id: string; total: number }>(
    tenant,
    sql`select id, total::float8 as total from orders where subscription_id = ${id} and status = 'paid' and total > 0 order by id`,
  )
  const order = pick(orders, chance)
  if (order) {
    const req = await requestOf()
    const amount = 1 + Math.floor(chance() * order.total)
    await inTransaction(req, () =>
      askRefund({
        endsAccess: chance() < 0.3,
        key: crypto.randomUUID(),
        order: order.id,
        reason: 'Asked for',
        req,
        tenant,
        wish: { amount },
      }),
    )
  }
}

/** Every day of a year: what is due is charged, and now and then somebody does something. */
const live = async (year: Year): Promise<void> => {
  const start = new Date()
  for (let days = 0; days < 365; days += 1) {
    const now = addDays(start, days)
    const charged = await renewSubscriptions({ now, payload: payload() })
    const acts = year.chance() < 0.4
    if (acts) {
      await asTenant(year.tenant, () => deed(year, now)).catch(() => undefined)
    }
    if (charged > 0 || acts || days % 30 === 0) {
      await settle()
    }
  }
  await settle(3)
}

const oneOf = async <Row>(tenant: string, statement: ReturnType<typeof sql>): Promise<Row> => {
  const [found] = await query<Row>(tenant, statement)

  return found as Row
}

describe('a year of subscriptions and instalments', () => {
  it.each([1, 2, 3])(
    'with failures, pauses, changes, cancels and refunds agrees to the cent (%i)',
    async (seed) => {
      const year = { ...(await school()), chance: chancesOf(seed) }
      const { members, tenant } = year
      await live(year)

      const orders = await oneOf<Record<string, number>>(
        tenant,
        sql`select count(*)::int as paid,
              count(*) filter (where o.total <> o.base - o.discount + o.tax)::int as "wrongSums",
              count(*) filter (where o.total <> (select coalesce(sum(l.total), 0) from order_lines l where l.order_id = o.id))::int as "wrongLines",
              count(*) filter (where o.total <> (select coalesce(sum(p.amount), 0) from payments p where p.order_id = o.id and p.status = 'succeeded'))::int as "wrongPayments",
              count(*) filter (where (o.total > 0)::int <> (select count(*) from invoices i where i.order_id = o.id and i.total = o.total))::int as "wrongInvoices",
              count(*) filter (where o.total < (select coalesce(sum(r.amount), 0) from refunds r where r.order_id = o.id and r.status = 'succeeded'))::int as "wrongRefunds"
            from orders o where o.status = 'paid'`,
      )
      expect(orders).toMatchObject({
        wrongInvoices: 0,
        wrongLines: 0,
        wrongPayments: 0,
        wrongRefunds: 0,
        wrongSums: 0,
      })
      expect(orders.paid).toBeGreaterThan(60)

      const happened = await oneOf<Record<string, number>>(
        tenant,
        sql`select (select count(*) from orders where terms -> 'turn' is not null and status = 'paid')::int as changes,
              (select count(*) from payments where status = 'failed')::int as failures,
              (select count(*) from refunds where status = 'succeeded')::int as refunds,
              (select count(*) from subscriptions where cancel_reason is not null)::int as cancels,
              (select count(*) from subscriptions where base > 0)::int as moved`,
      )
      expect(Object.values(happened).every((count) => count > 0)).toBe(true)

      const money = await oneOf<Record<string, number>>(
        tenant,
        sql`select (select coalesce(sum(amount), 0) from payments where status = 'succeeded')::int
                - (select coalesce(sum(amount), 0) from refunds where status = 'succeeded')::int as held,
              (select count(*) from refunds where status = 'succeeded')::int - (select count(*) from credit_notes)::int as "notesMissing",
              (select max(sequence) - count(*) from invoices)::int as "numbersMissing",
              (select sum(amount) from ledger_entries)::int as ledger,
              (select sum(amount) from ledger_entries where account = 'provider')::int as provider,
              (select balance from ledger_entries where account = 'provider' order by sequence desc limit 1)::int as balance`,
      )
      expect(money).toMatchObject({
        balance: money.held,
        ledger: 0,
        notesMissing: 0,
        numbersMissing: 0,
        provider: money.held,
      })

      for (const { id } of members) {
        const held = await asTenant(tenant, async () =>
          holdSubscription({ id, req: await requestOf() }),
        )
        const seen = await oneOf<{
          grant: null | string
          hasEnded: boolean
          paid: number
          periods: number[]
        }>(
          tenant,
          sql`select (select to_json(g.ends_at) #>> '{}' from access_grants g where g.key = 'subscription:' || ${id}) as grant,
                exists (select 1 from refunds r join orders o on o.id = r.order_id where o.subscription_id = ${id} and r.ends_access and r.status = 'succeeded') as "hasEnded",
                coalesce(sum(o.total) filter (where o.status = 'paid'), 0)::int as paid,
                coalesce(json_agg(o.period::int order by o.period) filter (where o.status = 'paid'), '[]') as periods
              from orders o where o.subscription_id = ${id}`,
        )
        if (!held) {
          throw new Error('A subscription is gone.')
        }
        const { dunning, state, terms } = held
        expect(seen.periods).toEqual(Array.from({ length: state.paidPeriods }, (_, index) => index))
        expect(state.credit).toBeGreaterThanOrEqual(0)
        if (terms.kind === 'plan') {
          expect(seen.paid).toBeLessThanOrEqual(PLAN_TOTAL)
          expect(state.isCompleted).toBe(seen.paid === PLAN_TOTAL)
        }
        if (seen.hasEnded) {
          expect(state.nextStepAt).toBeNull()
        } else {
          const end = openUntil(state, dunning)
          expect(seen.grant && new Date(seen.grant).getTime()).toBe(end && end.getTime())
        }
      }
    },
    300_000,
  )
})
