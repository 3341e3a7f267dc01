import { sql } from '@payloadcms/db-postgres'

import { renderInvoice } from '@/adapters/pdf/invoice'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction, row, rows } from '@/database/transaction'
import { commerceFactories } from '@/test/factories/commerce'
import { factories } from '@/test/factories'
import { call, requestOf, settle, testPayload } from '@/test/harness'
import { checkout } from '@endpoints/commerce/checkout'
import { invoiceEndpoints } from '@endpoints/commerce/invoices'

import { invoiceText } from './invoices'
import { ordersOf } from './orderHistory'
import { orderKey } from './orderKeys'
import { settleOrder } from './settleOrder'

const payload = testPayload()
const make = () => commerceFactories(payload())
const [pdf] = invoiceEndpoints

type Placed = { currency: string; key?: string; order: string; total: number }

const all = <Row>(tenant: string, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<Row>(await requestOf(), statement))

/** Places an order as somebody who is signed in; amounts as they come. */
const place = async (
  tenant: string,
  { user, ...data }: { items: { offer: string }[]; user?: { id: string } } & object,
): Promise<Placed> => {
  const buyer = user ?? { ...(await make().buyer(tenant)), emailVerified: true }
  const { body, status } = await call(checkout, { data, tenant, user: buyer })
  expect(status).toBe(201)

  return body as Placed
}

/** Books the money for an order, as the provider's event does; `after` runs in the same transaction. */
const pay = async (
  tenant: string,
  { currency, order, total }: Placed,
  after = (): Promise<void> => Promise.resolve(),
) =>
  asTenant(tenant, async () => {
    const req = await requestOf()
    const { session } = (await row<{ session: string }>(
      req,
      sql`select session from orders where id = ${order}`,
    )) ?? { session: '' }
    const paid = {
      amount: total,
      currency,
      payment: `pay_${session}`,
      provider: 'test',
      session,
    } as const

    await inTransaction(req, async () => {
      await settleOrder({ type: 'payment.succeeded', order, paid, req, tenant })
      await after()
    })
  })

type Issued = { id: string; number: string; order: string; sequence: number }

const invoicesOf = (tenant: string) =>
  all<Issued>(
    tenant,
    sql`select id, number, sequence::int as sequence, order_id as "order" from invoices order by sequence`,
  )

describe('issuing invoices', () => {
  it('numbers fifty payments at once from 1 to 50, without a gap, and a replay nothing', async () => {
    const { offer, tenant } = await make().shop()
    const other = await make().shop()
    const placed = []
    for (let nth = 0; nth < 50; nth += 1) {
      placed.push(await place(tenant, { items: [{ offer }] }))
    }
    const elsewhere = await place(other.tenant, { items: [{ offer: other.offer }] })
    await Promise.all([
      ...placed.map((order) => pay(tenant, order)),
      ...placed.slice(0, 10).map((order) => pay(tenant, order)),
      pay(other.tenant, elsewhere),
    ])
    await pay(tenant, placed[0] ?? elsewhere)
    const issued = await invoicesOf(tenant)

    expect(issued.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 50 }, (_, nth) => nth + 1),
    )
    expect(new Set(issued.map(({ order }) => order))).toEqual(
      new Set(placed.map(({ order }) => order)),
    )
    expect(issued.at(-1)?.number).toBe('INV-0050')
    expect((await invoicesOf(other.tenant)).map(({ sequence }) => sequence)).toEqual([1])
  })

  it('loses no number to a payment whose booking fails', async () => {
    const { offer, tenant } = await make().shop()
    const [first, second] = [
      await place(tenant, { items: [{ offer }] }),
      await place(tenant, { items: [{ offer }] }),
    ]
    const failing = pay(tenant, first, () => Promise.reject(new Error('the server fell over')))
    await expect(failing).rejects.toThrow('fell over')
    expect(await invoicesOf(tenant)).toEqual([])
    await pay(tenant, second)
    await pay(tenant, first)

    expect((await invoicesOf(tenant)).map(({ order, sequence }) => [order, sequence])).toEqual([
      [second.order, 1],
      [first.order, 2],
    ])
  })

  it('says of random orders exactly what was ordered and paid', async () => {
    const { tenant } = await make().shop()
    let state = 20_261_121
    const random = (most: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648

      return state % most
    }
    for (let nth = 0; nth < 12; nth += 1) {
      const items = []
      for (let line = 0; line <= random(4); line += 1) {
        const { id: course } = await factories(payload()).course({ tenant })
        const prices = [{ amount: 1 + random(99_999), currency: 'USD' }]
        items.push({ offer: (await make().offer({ course, prices, tenant })).id })
      }
      const percentOff = 1 + random(99)
      const { code } = await make().coupon({ percentOff, tenant })
      const coupon = random(3) > 0 ? code : undefined
      await pay(tenant, await place(tenant, { coupon, items } as never))
    }
    const sums = await all<Record<string, number>>(
      tenant,
      sql`select i.total::float8 as invoice, o.total::float8 as "order", sum(p.amount)::float8 as paid,
            (select sum((l ->> 'total')::numeric)::float8 from jsonb_array_elements(i.lines) l) as lines,
            (i.base - i.discount + i.tax)::float8 as sum
          from invoices i join orders o on o.id = i.order_id
          join payments p on p.order_id = o.id and p.status = 'succeeded' group by i.id, o.id`,
    )

    expect(sums).toHaveLength(12)
    for (const { invoice, lines, order, paid, sum } of sums) {
      expect([order, paid, lines, sum]).toEqual([invoice, invoice, invoice, invoice])
    }
  })

  it('issues none for what was free', async () => {
    const { course, tenant } = await make().shop()
    const free = await make().offer({ course, kind: 'free', prices: [], tenant })
    await place(tenant, { items: [{ offer: free.id }] })
    await settle()

    expect(await invoicesOf(tenant)).toEqual([])
  })

  it('keeps what stood there that day, and nobody can change it', async () => {
    const { offer, tenant } = await make().shop()
    await systemPool().query(
      `update tenants set settings_invoicing_legal_name = 'Aurora Ltd', settings_invoicing_prefix = 'A/',
         settings_invoicing_tax_id = '999' where id = $1`,
      [tenant],
    )
    const billing = { address: 'Main St 1', company: 'Acme', vatId: 'X1' }
    await pay(tenant, await place(tenant, { billing, items: [{ offer }], locale: 'ru' } as never))
    const [issued] = await invoicesOf(tenant)
    const read = () =>
      asTenant(tenant, async () =>
        invoiceText({ id: issued?.id ?? '', req: await requestOf(), tenant }),
      )
    const before = await read()
    await systemPool().query(
      `update tenants set settings_invoicing_legal_name = 'Other', settings_accent = '#000000',
         settings_time_zone = 'Asia/Tokyo' where id = $1`,
      [tenant],
    )
    await systemPool().query(`update users set name = 'Renamed' where tenant_id = $1`, [tenant])

    expect(before).toMatchObject({
      buyer: billing,
      locale: 'ru',
      number: 'A/0001',
      seller: { name: 'Aurora Ltd', taxId: '999' },
    })
    const after = await read()
    expect(after).toEqual(before)
    if (!before || !after) {
      throw new Error('no invoice')
    }
    expect((await renderInvoice(after)).equals(await renderInvoice(before))).toBe(true)
    await expect(all(tenant, sql`update invoices set total = 1`)).rejects.toThrow()
    await expect(all(tenant, sql`delete from invoices`)).rejects.toThrow()
    await expect(systemPool().query('delete from invoices')).rejects.toThrow('written once')
  })
})

describe('GET /api/invoices/:id/pdf', () => {
  it('is for its buyer, for managers, and for whoever has the key', async () => {
    const { offer, tenant } = await make().shop()
    const elsewhere = await make().shop()
    const user = { ...(await make().buyer(tenant)), emailVerified: true }
    const { order, ...rest } = await place(tenant, { items: [{ offer }], user })
    await pay(tenant, { order, ...rest })
    const id = (await invoicesOf(tenant))[0]?.id ?? ''
    const later = new Date(Date.now() + 60_000)
    const key = orderKey({ order, tenant, until: later })
    const ended = orderKey({ order, tenant, until: new Date(Date.now() - 1000) })
    const foreign = orderKey({ order, tenant: elsewhere.tenant, until: later })
    const ask = async (given: { key?: string; tenant?: string; user?: object }) => {
      const { headers, status } = await call(pdf, {
        params: { id },
        query: given.key ? { key: given.key } : {},
        tenant: given.tenant ?? tenant,
        user: given.user as never,
      })

      return [status, headers.get('content-type')?.split(';')[0]]
    }
    const stranger = await make().buyer(tenant)
    const manager = { ...(await make().buyer(tenant)), roles: ['admin'] }
    const foreignManager = { ...(await make().buyer(elsewhere.tenant)), roles: ['owner'] }
    const good = [200, 'application/pdf']

    expect(await ask({ user })).toEqual(good)
    expect(await ask({ user: manager })).toEqual(good)
    expect(await ask({ key })).toEqual(good)
    expect(await ask({ user: stranger })).toEqual([404, 'application/json'])
    expect(await ask({})).toEqual([401, 'application/json'])
    expect(await ask({ key: ended })).toEqual([401, 'application/json'])
    expect(await ask({ key: foreign })).toEqual([401, 'application/json'])
    expect(await ask({ key, tenant: elsewhere.tenant })).toEqual([401, 'application/json'])
    expect(await ask({ tenant: elsewhere.tenant, user: foreignManager })).toEqual([
      404,
      'application/json',
    ])
  })

  it('is linked from the receipt and stands among the purchases', async () => {
    const { offer, tenant } = await make().shop()
    const user = { ...(await make().buyer(tenant)), emailVerified: true }
    const placed = await place(tenant, { items: [{ offer }], user })
    await pay(tenant, placed)
    await settle()
    const [issued] = await invoicesOf(tenant)
    const [receipt] = await all<{ data: { invoice: { number: string; url: string } } }>(
      tenant,
      sql`select data from emails where kind = 'receipt'`,
    )
    const url = new URL(receipt?.data.invoice.url ?? '')
    const purchases = await asTenant(tenant, async () =>
      ordersOf({ buyer: user.id, req: await requestOf() }),
    )
    const answer = await call(pdf, {
      params: { id: issued?.id ?? '' },
      query: { key: url.searchParams.get('key') ?? '' },
      tenant,
    })

    expect(url.pathname).toBe(`/invoices/${issued?.id}.pdf`)
    expect(answer.status).toBe(200)
    expect(purchases).toMatchObject([
      {
        id: placed.order,
        invoice: { id: issued?.id, number: 'INV-0001' },
        lines: [{ access: { isOpen: true, until: null } }],
        total: 4900,
      },
    ])
  })
})
