import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'

import { sql } from '@payloadcms/db-postgres'

import { signatureOf } from '@/adapters/payments/signature'
import { OWN_SIGNATURE } from '@/adapters/payments/ownEvents'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { receiveEvent } from '@/operations/commerce/receiveEvent'
import { deriveSecret } from '@/secrets'
import { chancesOf, shuffled } from '@/test/chances'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'
import { requestOf, testPayload } from '@/test/harness'

const payload = testPayload()

const SEED = 16
const BUYERS = 50
const COURSES = 10
const PRICE = 4900
const KILLS = 3

/** As long as a slow machine may take to come to an end of it all. */
const PATIENCE_MS = 240_000

const query = <Row>(tenant: string, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<Row>(await requestOf(), statement))

type Order = { id: string; session: string }

/** A school in which fifty people ordered each of ten courses, and a teacher has a third of one of them. */
const school = async (): Promise<{ orders: Order[]; tenant: string }> => {
  const make = commerceFactories(payload())
  const people = factories(payload())
  const { course, offer, tenant } = await make.shop()
  const offers = [{ course, offer }]
  for (let count = 1; count < COURSES; count += 1) {
    const { id } = await people.course({ tenant })
    offers.push({ course: id, offer: (await make.offer({ course: id, tenant })).id })
  }
  const teacher = await people.user({ roles: ['instructor'], tenant })
  await systemPool().query(
    `insert into revenue_shares (id, tenant_id, course_id, person_id, share, starts_at)
     values (uuidv7(), $1, $2, $3, 3333, now() - interval '1 day')`,
    [tenant, course, teacher.id],
  )
  const buyers: string[] = []
  for (let count = 0; count < BUYERS; count += 1) {
    buyers.push((await make.buyer(tenant)).id)
  }
  const orders = await query<Order>(
    tenant,
    sql`with wished as (
          select uuidv7() as id, b.id as buyer, f.offer, f.course
          from jsonb_array_elements_text(${JSON.stringify(buyers)}::jsonb) as b(id),
            jsonb_to_recordset(${JSON.stringify(offers)}::jsonb) as f(offer uuid, course uuid)),
        placed as (
          insert into orders (id, tenant_id, number, buyer_id, status, base, discount, tax, total, currency, provider, session, expires_at)
          select id, ${tenant}, 'C-' || id, buyer::uuid, 'pending', ${PRICE}, 0, 0, ${PRICE}, 'USD', 'test', 'ts_' || id, now() + interval '1 day'
          from wished returning id, session),
        lined as (
          insert into order_lines (id, tenant_id, order_id, offer_id, course_id, title, base, discount, tax, total, access_unit)
          select uuidv7(), ${tenant}, id, offer, course, 'A course', ${PRICE}, 0, 0, ${PRICE}, 'forever' from wished)
        select id, session from placed order by id`,
  )

  return { orders, tenant }
}

const pay = async ({ id: order, session }: Order, tenant: string): Promise<void> => {
  const body = JSON.stringify({
    id: `evt_${session}`,
    type: 'payment.succeeded',
    amount: PRICE,
    currency: 'USD',
    occurredAt: new Date().toISOString(),
    order,
    payment: `pay_${session}`,
    session,
    tenant,
  })
  const secret = deriveSecret({ purpose: 'payments:test' })
  const headers = new Headers({
    [OWN_SIGNATURE]: signatureOf({ at: new Date(), body, secret }),
  })
  await receiveEvent({ body, headers, payload: payload(), provider: 'test', school: tenant })
}

/** A worker in a process of its own, as it runs beside the web. */
const startWorker = async (): Promise<ChildProcess> => {
  const worker = spawn(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', 'src/commands/worker.ts'],
    { env: process.env, stdio: ['ignore', 'pipe', 'ignore'] },
  )
  if (worker.stdout) {
    await once(worker.stdout, 'data')
  }

  return worker
}

const kill = async (worker: ChildProcess): Promise<void> => {
  const isGone = once(worker, 'exit')
  worker.kill('SIGKILL')
  await isGone
}

type Standing = { enrolled: number; paid: number; waiting: number }

const standing = async (tenant: string): Promise<Standing> => {
  const found = await systemPool().query<Standing>(
    `select (select count(*)::int from enrollments where tenant_id = $1) as enrolled,
       (select count(*)::int from orders where tenant_id = $1 and status = 'paid') as paid,
       (select count(*)::int from pgboss.job where state in ('created', 'active', 'retry')
          and name in ('applyOnPaymentEventReceived', 'enrollOnOrderPaid', 'followOnOrderPaid')) as waiting`,
    [tenant],
  )

  return found.rows[0] ?? { enrolled: 0, paid: 0, waiting: 0 }
}

const until = async (isThere: () => Promise<boolean>): Promise<void> => {
  const end = Date.now() + PATIENCE_MS
  while (!(await isThere())) {
    if (Date.now() > end) {
      throw new Error('It never came to that.')
    }
    await wait(20)
  }
}

describe('a worker that is killed again and again', () => {
  it(
    'loses no order, takes none twice, and leaves the books right to the cent',
    async () => {
      const chance = chancesOf(SEED)
      const { orders, tenant } = await school()
      const all = orders.length
      const twice = orders.filter(() => chance() < 0.2)
      const told = shuffled([...orders, ...twice], chance)
      const points = Array.from({ length: KILLS }, () => Math.floor(chance() * all * 0.9) + 1)
      const telling = (async () => {
        for (const order of told) {
          await pay(order, tenant)
        }
      })()
      for (const point of points.toSorted((one, other) => one - other)) {
        const worker = await startWorker()
        await until(async () => (await standing(tenant)).paid >= point)
        await kill(worker)
      }
      await telling
      const worker = await startWorker()
      await until(async () => {
        const { enrolled, paid, waiting } = await standing(tenant)

        return enrolled === all && paid === all && waiting === 0
      })
      await kill(worker)

      const [books] = await query<Record<string, number>>(
        tenant,
        sql`select (select count(*)::int from payments where status = 'succeeded') as payments,
              (select sum(amount)::int from payments) as paid,
              (select count(distinct order_id)::int from payments) as orders,
              (select count(*)::int from invoices) as invoices,
              (select max(sequence)::int from invoices) as "lastInvoice",
              (select count(*)::int from access_grants) as grants,
              (select count(*)::int from events where fact = 'order.paid') as facts,
              (select -sum(amount)::int from ledger_entries where account = 'sales') as sold,
              (select sum(amount)::int from ledger_entries where account = 'provider') as held,
              (select -sum(amount)::int from ledger_entries where account = 'earnings') as earned,
              (select sum(amount)::int from ledger_entries) as balance,
              (select count(distinct key)::int from ledger_entries) as postings,
              (select count(*)::int from payment_events where outcome <> 'applied') as "notApplied"`,
      )
      expect(books).toEqual({
        balance: 0,
        earned: BUYERS * Math.round(PRICE * 0.3333),
        facts: all,
        grants: all,
        held: all * PRICE,
        invoices: all,
        lastInvoice: all,
        notApplied: 0,
        orders: all,
        paid: all * PRICE,
        payments: all,
        postings: all,
        sold: all * PRICE,
      })
    },
    PATIENCE_MS + 60_000,
  )
})
