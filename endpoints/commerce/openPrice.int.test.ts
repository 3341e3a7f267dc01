import { sql } from '@payloadcms/db-postgres'

import type { InvoiceText } from '@/domain/commerce/invoices'
import type { CartView } from '@/operations/commerce/cartView'
import type { PurchaseQuote } from '@/operations/commerce/quotePurchase'

import { renderInvoice } from '@/adapters/pdf/invoice'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction, row, rows } from '@/database/transaction'
import { invoiceText } from '@/operations/commerce/invoices'
import { ordersOf } from '@/operations/commerce/orderHistory'
import { settleOrder } from '@/operations/commerce/settleOrder'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'
import { giveBack } from '@/test/factories/sales'
import { chargeTax } from '@/test/factories/taxes'
import { call, requestOf, settle, testPayload } from '@/test/harness'
import { pdfText } from '@/test/pdfText'

import { addToCart, cart } from './cart'
import { checkout } from './checkout'
import { checkoutQuote, checkoutQuoteByLink } from './quote'

const payload = testPayload()

/** A school that lets buyers name a price between 5 and 90 USD, 20 being suggested, and takes tips. */
const room = async ({ least = 500, most = 9000 } = {}) => {
  const make = commerceFactories(payload())
  const { course, tenant } = await make.shop()
  const { id: offer } = await make.offer({
    course,
    isOpenPrice: true,
    prices: [{ amount: 2000, currency: 'USD', least, most }],
    takesTips: true,
    tenant,
  })
  const user = { ...(await make.buyer(tenant)), emailVerified: true }
  const of = (amount?: number, given: object = {}) => ({
    items: [{ amount, offer }],
    ...given,
  })
  const quote = async (amount?: number, given: object = {}) => {
    const answer = await call(checkoutQuote, { data: of(amount, given), tenant, user })

    return { ...answer, body: answer.body as PurchaseQuote }
  }
  const buy = async (amount?: number, given: object = {}) => {
    const answer = await call(checkout, { data: of(amount, given), tenant, user })

    return { ...answer, body: answer.body as { order: string; total: number; url: string } }
  }

  return { buy, course, make, of, offer, quote, tenant, user }
}

const pay = (tenant: string, { order, total }: { order: string; total: number }) =>
  asTenant(tenant, async () => {
    const req = await requestOf()
    const found = await row<{ session: string }>(
      req,
      sql`select session from orders where id = ${order}`,
    )
    const session = found?.session ?? ''
    const paid = { amount: total, currency: 'USD', payment: `pay_${order}`, session }

    return inTransaction(req, () =>
      settleOrder({
        type: 'payment.succeeded',
        order,
        paid: { ...paid, provider: 'test' },
        req,
        tenant,
      }),
    )
  })

const read = <Row extends object>(tenant: string, query: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<Row>(await requestOf(), query))

const balances = async (tenant: string) => {
  const found = await read<{ account: string; sum: number }>(
    tenant,
    sql`select account::text as account, sum(amount)::int as sum from ledger_entries where tenant_id = ${tenant} group by account`,
  )

  return Object.fromEntries(found.map(({ account, sum }) => [account, sum]))
}

describe('a price that its buyer names', () => {
  it('is what is suggested until another is named, and is charged as it was quoted', async () => {
    const { buy, offer, quote, tenant, user } = await room()
    expect((await quote()).body).toMatchObject({
      lines: [{ base: 2000, open: { least: 500, most: 9000, suggested: 2000 }, takesTips: true }],
      total: 2000,
    })
    expect((await quote(1234)).body.total).toBe(1234)
    const linked = await call(checkoutQuoteByLink, {
      query: { amount: `${offer}:777`, offer, tip: '23' },
      tenant,
      user,
    })
    expect(linked.body).toMatchObject({ tip: { base: 23 }, total: 800 })

    const placed = await buy(1234)
    expect(placed).toMatchObject({ body: { total: 1234 }, status: 201 })
    expect(await pay(tenant, placed.body)).toBe('moved')
    expect(await balances(tenant)).toEqual({ provider: 1234, sales: -1234 })
  })

  it.each<[string, number, object, object]>([
    ['below the least', 499, {}, { code: 'amountTooLow', field: 'amount', least: 500 }],
    ['above the most', 9001, {}, { code: 'amountTooHigh', field: 'amount', most: 9000 }],
    ['with a part of a cent', 1000.5, {}, { code: 'amountInvalid', field: 'amount' }],
    ['below nothing', -1, {}, { code: 'amountInvalid', field: 'amount' }],
    ['with half a cent of a tip', 1000, { tip: 0.5 }, { code: 'amountInvalid', field: 'tip' }],
  ])('is refused %s, by quote and checkout alike', async (_, amount, given, refusal) => {
    const { buy, quote } = await room()
    for (const answer of [await quote(amount, given), await buy(amount, given)]) {
      expect(answer).toMatchObject({ body: refusal, status: 422 })
    }
  })

  it('costs nothing where the school lets it, without a payment and without an invoice', async () => {
    const { buy, course, tenant, user } = await room({ least: 0 })
    const { body, status } = await buy(0)
    await settle()

    expect({ status, total: body.total }).toEqual({ status: 201, total: 0 })
    expect(
      await read(
        tenant,
        sql`select o.status::text as status, e.learner_id::text as learner from orders o
            join enrollments e on e.course_id = ${course} and e.learner_id = o.buyer_id where o.id = ${body.order}`,
      ),
    ).toEqual([{ learner: user.id, status: 'paid' }])
    expect(await read(tenant, sql`select 1 from invoices`)).toEqual([])
  })

  it('is kept in an open order: the same one is found again, another takes its place', async () => {
    const { buy } = await room()
    const first = await buy(1500, { tip: 200 })
    const again = await Promise.all([1, 2, 3].map(() => buy(1500, { tip: 200 })))
    const other = await buy(1500, { tip: 300 })
    const dearer = await buy(1600, { tip: 300 })

    expect(new Set(again.map(({ body }) => body.order))).toEqual(new Set([first.body.order]))
    expect(new Set([first, other, dearer].map(({ body }) => body.order)).size).toBe(3)
    expect(dearer.body.total).toBe(1900)
  })

  it('is reduced by coupons, and taxed', async () => {
    const { make, quote, tenant } = await room()
    const { code } = await make.coupon({ percentOff: 50, tenant })
    await chargeTax(payload(), { rates: [{ country: 'DE', percent: 19 }], tenant })
    const { body } = await quote(1000, { billing: { country: 'DE' }, coupon: code, tip: 100 })

    expect(body).toMatchObject({ base: 1100, discount: 500, tax: 114, total: 714 })
    expect(body.tip).toEqual({ base: 100, discount: 0, tax: 19, total: 119 })
  })

  it('stays in the cart as it was named, while it can be', async () => {
    const { offer, tenant, user } = await room()
    const put = (amount?: number) =>
      call(addToCart, { data: { items: [{ amount, offer }] }, tenant, user })
    const seen = async () => (await call(cart, { tenant, user })).body as CartView
    await put(1700)
    await put()
    expect(await seen()).toMatchObject({
      lines: [{ amount: 1700, open: { least: 500 } }],
      quote: { base: 1700 },
    })
    await put(1)
    expect(await seen()).toMatchObject({ lines: [{ amount: 2000 }], quote: { base: 2000 } })
  })

  it('has bounds on both sides of what is suggested', async () => {
    const { course, make, tenant } = await room()
    const offer = (least: null | number, most: null | number) =>
      make.offer({
        course,
        isOpenPrice: true,
        prices: [{ amount: 2000, currency: 'USD', least, most }],
        tenant,
      })

    await expect(offer(2001, null)).rejects.toThrow()
    await expect(offer(null, 1999)).rejects.toThrow()
    await expect(offer(2000, 2000)).resolves.toBeTruthy()
  })
})

describe('a tip', () => {
  it('is a line of its own from the quote to the refund, and is earned by those who share', async () => {
    const { buy, course, quote, tenant, user } = await room()
    const teacher = await factories(payload()).user({ roles: ['instructor'], tenant })
    await systemPool().query('update tenants set settings_fee_rate = 1000 where id = $1', [tenant])
    await asTenant(tenant, () =>
      payload().create({
        collection: 'revenue-shares',
        data: {
          course,
          person: teacher.id,
          share: 3000,
          startsAt: '2020-01-01T00:00:00.000Z',
          tenant,
        },
        overrideAccess: true,
      }),
    )
    expect((await quote(1000, { tip: 500 })).body).toMatchObject({
      base: 1500,
      tip: { base: 500, discount: 0, tax: 0, total: 500 },
      total: 1500,
    })
    const placed = await buy(1000, { locale: 'he', tip: 500, total: 1500 })
    await pay(tenant, placed.body)
    await settle()
    const { order } = placed.body

    expect(
      await read(
        tenant,
        sql`select title, total::int as total from order_lines where order_id = ${order} order by id`,
      ),
    ).toEqual([
      { title: expect.stringContaining('–') as string, total: 1000 },
      { title: 'טיפ', total: 500 },
    ])
    const invoice = await asTenant(tenant, async () => {
      const req = await requestOf()
      const found = await row<{ id: string }>(
        req,
        sql`select id from invoices where order_id = ${order}`,
      )

      return (await invoiceText({ id: found?.id ?? '', req, tenant })) as InvoiceText
    })
    expect(invoice).toMatchObject({
      lines: [{ total: 1000 }, { title: 'טיפ', total: 500 }],
      total: 1500,
    })
    expect(await pdfText(await renderInvoice(invoice))).toContain('5.00')
    // A tenth is the platform's; of the price the teacher has 30 per cent of the rest, of the tip all of it.
    expect(await balances(tenant)).toEqual({
      earnings: -(270 + 450),
      platformFee: 150,
      provider: 1350,
      sales: -1500,
      shares: 720,
    })
    const [listed] = await asTenant(tenant, async () =>
      ordersOf({ buyer: user.id, req: await requestOf() }),
    )
    expect(listed?.lines.map(({ amount }) => amount)).toEqual([1000, 500])

    const [line] = await read<{ id: string }>(
      tenant,
      sql`select id from order_lines where order_id = ${order} and course_id is null`,
    )
    await giveBack({ order, tenant, wish: { lines: [{ amount: 500, line: line?.id ?? '' }] } })
    expect(await balances(tenant)).toMatchObject({ earnings: -270, platformFee: 100, refunds: 500 })
    await giveBack({ order, tenant, wish: { amount: 1000 } })
    expect(await balances(tenant)).toMatchObject({ earnings: 0, platformFee: 0, provider: 0 })
  })

  it('makes a free course cost what is tipped, and is refused where none is taken', async () => {
    const { course, make, tenant, user } = await room()
    const free = async (takesTips: boolean) =>
      (await make.offer({ course, kind: 'free', prices: [], takesTips, tenant })).id
    const ask = async (offer: string) =>
      call(checkoutQuote, { data: { items: [{ offer }], tip: 300 }, tenant, user })

    expect((await ask(await free(true))).body).toMatchObject({
      providers: ['test'],
      tip: { total: 300 },
      total: 300,
    })
    expect(await ask(await free(false))).toMatchObject({
      body: { code: 'tipNotTaken', field: 'tip' },
      status: 422,
    })
  })
})
