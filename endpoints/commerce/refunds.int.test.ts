import { sql } from '@payloadcms/db-postgres'

import { renderInvoice } from '@/adapters/pdf/invoice'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction, row, rows } from '@/database/transaction'
import { creditNoteText } from '@/operations/commerce/creditNotes'
import { post } from '@/operations/commerce/ledger/post'
import { settleOrder } from '@/operations/commerce/settleOrder'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'
import { call, requestOf, settle, testPayload } from '@/test/harness'
import { pdfText } from '@/test/pdfText'

import { checkout } from './checkout'
import { creditNoteEndpoints } from './creditNotes'
import { ledgerBalances } from './ledger'
import { refundEndpoints } from './refunds'

const payload = testPayload()
const [overview, ask] = refundEndpoints
const [pdf] = creditNoteEndpoints

type Placed = { currency: string; order: string; total: number }

const all = <Row>(tenant: string, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<Row>(await requestOf(), statement))

/** A course at 49.00 USD that somebody bought and learns in, and who runs the school. */
const sold = async () => {
  const make = commerceFactories(payload())
  const shop = await make.shop()
  const { offer, tenant } = shop
  const buyer = { ...(await make.buyer(tenant)), emailVerified: true }
  const manager = await factories(payload()).user({ roles: ['admin'], tenant })
  const bought = await call(checkout, { data: { items: [{ offer }] }, tenant, user: buyer })
  const placed = bought.body as Placed
  await pay(tenant, placed)
  await settle()
  const give = (given: object = {}, user: { id: string } = manager) =>
    call(ask, {
      data: {
        endsAccess: false,
        key: crypto.randomUUID(),
        reason: 'Bought by mistake',
        wish: { amount: 4900 },
        ...given,
      },
      params: { id: placed.order },
      tenant,
      user,
    })
  const seen = async () =>
    (await call(overview, { params: { id: placed.order }, tenant, user: manager })).body

  return { ...shop, buyer, give, manager, order: placed.order, placed, seen }
}

const pay = (tenant: string, { currency, order, total }: Placed) =>
  asTenant(tenant, async () => {
    const req = await requestOf()
    const found = await row<{ session: string }>(
      req,
      sql`select session from orders where id = ${order}`,
    )
    const session = found?.session ?? ''
    const money = { amount: total, currency, payment: `pay_${session}`, session }
    const paid = { ...money, provider: 'test' } as const
    await inTransaction(req, () =>
      settleOrder({ type: 'payment.succeeded', order, paid, req, tenant }),
    )
  })

const access = (tenant: string) =>
  all<{ status: string }>(tenant, sql`select status::text as status from enrollments`)

const balances = async ({ manager, tenant }: { manager: { id: string }; tenant: string }) => {
  const { body } = await call(ledgerBalances, { tenant, user: manager })
  const found = (body as { balances: { account: string; balance: number }[] }).balances

  return Object.fromEntries(found.map(({ account, balance }) => [account, balance]))
}

describe('POST /api/orders/:id/refunds', () => {
  it('gives all of it back: money, credit note, ledger, access, history, booking and a mail', async () => {
    const room = await sold()
    const { buyer, give, seen, tenant } = room
    expect(await balances(room)).toEqual({ provider: 4900, sales: 4900 })

    const { body, status } = await give({ endsAccess: true })
    await settle()

    expect(status).toBe(201)
    expect(body).toEqual({ refund: { id: expect.any(String), amount: 4900, currency: 'USD' } })
    expect(await seen()).toMatchObject({
      left: 0,
      refunds: [
        {
          amount: 4900,
          creditNote: { number: 'CN-0001' },
          endsAccess: true,
          reason: 'Bought by mistake',
          status: 'succeeded',
        },
      ],
      refused: null,
    })
    expect(await balances(room)).toEqual({ provider: 0, refunds: 4900, sales: 4900 })
    expect(await access(tenant)).toEqual([{ status: 'revoked' }])
    expect(
      await all(tenant, sql`select action::text as action, reason from enrollment_changes`),
    ).toEqual([{ action: 'remove', reason: 'Bought by mistake' }])
    const [booked] = await all(
      tenant,
      sql`select state::text as state, side::text as side from booking_steps order by number desc limit 1`,
    )
    expect(booked).toEqual({ side: 'school', state: 'refunded' })
    expect(
      await all(
        tenant,
        sql`select "to", data ->> 'amount' as amount from emails where kind = 'refund'`,
      ),
    ).toEqual([{ amount: '4900', to: buyer.email }])
    const [note] = await all<{ id: string }>(tenant, sql`select id from credit_notes`)
    const id = note?.id ?? ''
    expect((await call(pdf, { params: { id }, tenant, user: buyer })).status).toBe(200)
    expect((await call(pdf, { params: { id }, tenant })).status).toBe(401)
    const stranger = await factories(payload()).user({ tenant })
    expect((await call(pdf, { params: { id }, tenant, user: stranger })).status).toBe(404)
    const said = await asTenant(tenant, async () =>
      creditNoteText({ id, req: await requestOf(), tenant }),
    )
    const text = said ? await pdfText(await renderInvoice(said)) : ''
    for (const part of ['Credit note', 'CN-0001', 'INV-0001', '49.00']) {
      expect(text).toContain(part)
    }
  })

  it('gives a part back and leaves the course open', async () => {
    const room = await sold()
    await room.give({ wish: { amount: 900 } })
    await settle()

    expect(await room.seen()).toMatchObject({ left: 4000 })
    expect(await access(room.tenant)).toEqual([{ status: 'active' }])
    expect(await balances(room)).toEqual({ provider: 4000, refunds: 900, sales: 4900 })
  })

  it('makes one refund of one key, though eight presses come at once', async () => {
    const room = await sold()
    const key = crypto.randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => room.give({ key, wish: { amount: 1000 } })),
    )
    await settle()

    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(answers.every(({ status }) => status === 201)).toBe(true)
    expect(await room.seen()).toMatchObject({ left: 3900 })
  })

  it('never gives back more than was paid, though two managers refund at once', async () => {
    const room = await sold()
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => room.give({ wish: { amount: 2000 } })),
    )
    await settle()

    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 422, 422, 422, 422])
    expect(answers.find(({ status }) => status === 422)?.body).toMatchObject({
      code: 'refundTooMuch',
    })
    expect(await room.seen()).toMatchObject({ left: 900 })
    expect(await balances(room)).toMatchObject({ provider: 900, refunds: 4000 })
    expect(await all(room.tenant, sql`select number from credit_notes order by sequence`)).toEqual([
      { number: 'CN-0001' },
      { number: 'CN-0002' },
    ])
  })

  it('keeps all as it was where the provider refuses, and can be tried again', async () => {
    const room = await sold()
    await all(room.tenant, sql`update gateway_sessions set card_works = false`)
    await room.give({ endsAccess: true })
    await settle()
    expect(await room.seen()).toMatchObject({
      left: 4900,
      refunds: [{ creditNote: null, failure: 'card_closed', status: 'failed' }],
    })
    expect(await access(room.tenant)).toEqual([{ status: 'active' }])
    expect(await balances(room)).toEqual({ provider: 4900, sales: 4900 })

    await all(room.tenant, sql`update gateway_sessions set card_works = true`)
    await room.give()
    await settle()
    expect(await room.seen()).toMatchObject({ left: 0 })
  })

  it('lets its buyer buy the course again where it ended access, and only there', async () => {
    const { buyer, give, offer, tenant } = await sold()
    const buys = () => call(checkout, { data: { items: [{ offer }] }, tenant, user: buyer })
    await give({ wish: { amount: 900 } })
    await settle()
    expect(await buys()).toMatchObject({ body: { code: 'alreadyOwned' }, status: 409 })
    await give({ endsAccess: true, wish: { amount: 4000 } })
    await settle()
    const again = await buys()
    expect(again.status).toBe(201)

    await pay(tenant, again.body as Placed)
    await settle()

    expect(await access(tenant)).toEqual([{ status: 'active' }])
    expect(await buys()).toMatchObject({ body: { code: 'alreadyOwned' }, status: 409 })
  })

  it('leaves open what another purchase keeps open', async () => {
    const room = await sold()
    await all(
      room.tenant,
      sql`insert into access_grants (id, tenant_id, enrollment_id, key, starts_at)
          select uuidv7(), tenant_id, id, 'staff', now() from enrollments`,
    )
    await room.give({ endsAccess: true })
    await settle()

    expect(await access(room.tenant)).toEqual([{ status: 'active' }])
  })

  it('opens nothing that was refunded before the purchase was followed', async () => {
    const make = commerceFactories(payload())
    const { offer, tenant } = await make.shop()
    const buyer = { ...(await make.buyer(tenant)), emailVerified: true }
    const manager = await factories(payload()).user({ roles: ['admin'], tenant })
    const bought = await call(checkout, { data: { items: [{ offer }] }, tenant, user: buyer })
    const placed = bought.body as Placed
    await pay(tenant, placed)
    const asked = { endsAccess: true, key: crypto.randomUUID(), reason: 'At once' }
    await call(ask, {
      data: { ...asked, wish: { amount: 4900 } },
      params: { id: placed.order },
      tenant,
      user: manager,
    })
    await settle()

    expect((await access(tenant)).filter(({ status }) => status === 'active')).toEqual([])
  })

  it.each<[string, object, number, string]>([
    ['nothing', { wish: { amount: 0 } }, 400, 'badInput'],
    ['less than nothing', { wish: { amount: -100 } }, 400, 'badInput'],
    ['half a cent', { wish: { amount: 0.5 } }, 400, 'badInput'],
    ['no reason', { reason: ' ' }, 400, 'badInput'],
    ['more than was paid', { wish: { amount: 4901 } }, 422, 'refundTooMuch'],
    [
      'a line of another order',
      { wish: { lines: [{ amount: 1, line: crypto.randomUUID() }] } },
      422,
      'lineUnknown',
    ],
  ])('refuses %s', async (_what, given, status, code) => {
    const room = await sold()

    expect(await room.give(given)).toMatchObject({ body: { code }, status })
    expect(await room.seen()).toMatchObject({ left: 4900, refunds: [] })
  })

  it('is for those who run the school, and for its own orders', async () => {
    const room = await sold()
    const other = await sold()

    expect((await room.give({}, room.buyer)).status).toBe(403)
    expect(
      await call(ask, {
        data: {
          endsAccess: false,
          key: crypto.randomUUID(),
          reason: 'Why',
          wish: { amount: 1 },
        },
        params: { id: other.order },
        tenant: room.tenant,
        user: room.manager,
      }),
    ).toMatchObject({ status: 404 })
  })

  it('refuses an order that nobody paid for', async () => {
    const make = commerceFactories(payload())
    const { offer, tenant } = await make.shop()
    const buyer = { ...(await make.buyer(tenant)), emailVerified: true }
    const manager = await factories(payload()).user({ roles: ['admin'], tenant })
    const { body } = await call(checkout, { data: { items: [{ offer }] }, tenant, user: buyer })
    const asked = { endsAccess: false, key: crypto.randomUUID(), reason: 'Why' }

    expect(
      await call(ask, {
        data: { ...asked, wish: { amount: 1 } },
        params: { id: (body as Placed).order },
        tenant,
        user: manager,
      }),
    ).toMatchObject({ body: { code: 'notRefundable' }, status: 422 })
  })
})

describe('the ledger', () => {
  it('has every balance explained by its lines, whatever came at once', async () => {
    const room = await sold()
    const { offer, tenant } = room
    const make = commerceFactories(payload())
    const orders = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const user = { ...(await make.buyer(tenant)), emailVerified: true }

        return (await call(checkout, { data: { items: [{ offer }] }, tenant, user })).body as Placed
      }),
    )
    await Promise.all([
      ...orders.map((placed) => pay(tenant, placed)),
      ...[100, 200, 300].map((amount) => room.give({ wish: { amount } })),
    ])
    await settle()

    const lines = await all<{ balance: number; count: number; isWhole: boolean; sum: number }>(
      tenant,
      sql`select account::text, sum(amount)::float8 as sum, count(*)::int as count,
            (array_agg(balance order by sequence desc))[1]::float8 as balance,
            count(distinct sequence) = count(*) and max(sequence) = count(*) as "isWhole"
          from ledger_entries group by account, currency`,
    )
    expect(lines.length).toBe(3)
    for (const { balance, isWhole, sum } of lines) {
      expect([balance, isWhole]).toEqual([sum, true])
    }
    expect(await balances(room)).toEqual({
      provider: 13 * 4900 - 600,
      refunds: 600,
      sales: 13 * 4900,
    })
  })

  it('takes nothing that does not sum to zero, and changes nothing it has', async () => {
    const { order, tenant } = await sold()
    const lopsided = asTenant(tenant, async () => {
      const req = await requestOf()
      const entries = [{ account: 'provider', amount: 5, line: null } as const]
      await inTransaction(req, () =>
        post({ currency: 'USD', entries, key: 'odd', kind: 'payment', order, req, tenant }),
      )
    })

    await expect(lopsided).rejects.toThrow()
    await expect(all(tenant, sql`update ledger_entries set amount = 1`)).rejects.toThrow()
    await expect(systemPool().query('delete from ledger_entries')).rejects.toThrow('written once')
  })
})
