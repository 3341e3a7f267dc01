// First, before anything reads the environment.
import { VIES_PORT } from '@/test/vies/settings'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { TaxRate } from '@payload-types'

import type { InvoiceText } from '@/domain/commerce/invoices'
import type { Taxation } from '@/domain/commerce/tax/taxed'
import type { PurchaseQuote } from '@/operations/commerce/quotePurchase'
import type { ViesServer } from '@/test/vies/server'

import { renderInvoice } from '@/adapters/pdf/invoice'
import { asTenant } from '@/database/scope'
import { inTransaction, row, rows } from '@/database/transaction'
import { invoiceText } from '@/operations/commerce/invoices'
import { askRefund } from '@/operations/commerce/refunds/ask'
import { settleOrder } from '@/operations/commerce/settleOrder'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'
import { chargeTax } from '@/test/factories/taxes'
import { call, requestOf, settle, testPayload } from '@/test/harness'
import { pdfText } from '@/test/pdfText'
import { startVies } from '@/test/vies/server'

import { checkout } from './checkout'
import { checkoutQuote, checkoutQuoteByLink } from './quote'
import { taxReportCsv, taxReportEndpoint } from './taxReport'

const payload = testPayload()
let vies: ViesServer

beforeAll(async () => {
  vies = await startVies(VIES_PORT)
})
afterAll(() => vies.close())

const RATES: Partial<TaxRate>[] = [
  { country: 'DE', percent: 19 },
  { country: 'FR', percent: 20 },
  { name: 'GST', country: 'CA', percent: 5 },
  { name: 'QST', country: 'CA', isAdded: true, percent: 9.975, region: 'Quebec' },
]

type Settings = Partial<Omit<Parameters<typeof chargeTax>[1], 'tenant'>>

/** A school that charges tax on a course at 49.00 USD, and somebody who buys it. */
const school = async (settings: Settings = {}) => {
  const make = commerceFactories(payload())
  const shop = await make.shop()
  const { course, offer, tenant } = shop
  await chargeTax(payload(), { rates: RATES, tenant, ...settings })
  const { id: second } = await factories(payload()).course({ tenant })
  const user = { ...(await make.buyer(tenant)), emailVerified: true }
  const bundle = await make.offer({
    course,
    courses: [second],
    prices: [{ amount: 9999, currency: 'USD' }],
    tenant,
  })
  const quoteOf = async (data: object, items = [offer]) => {
    const { body, status } = await call(checkoutQuote, {
      data: { items: items.map((one) => ({ offer: one })), ...data },
      tenant,
      user,
    })

    return { quote: body as PurchaseQuote, status }
  }
  const buy = (data: object, items = [offer]) =>
    call(checkout, {
      data: { items: items.map((one) => ({ offer: one })), ...data },
      tenant,
      user,
    })

  return { ...shop, bundle: bundle.id, buy, make, quoteOf, second, user }
}

type Kept = {
  base: number
  discount: number
  invoice: null | string
  lines: { base: number; discount: number; tax: number; total: number }[]
  session: null | string
  sessionAmount: null | number
  tax: number
  taxation: null | Taxation
  total: number
}

const kept = (tenant: string, order: string) =>
  asTenant(tenant, async () =>
    row<Kept>(
      await requestOf(),
      sql`select o.base::float8 as base, o.discount::float8 as discount, o.tax::float8 as tax, o.total::float8 as total,
            o.taxation, o.session, (select s.amount::float8 from gateway_sessions s where s.session = o.session) as "sessionAmount",
            (select i.id from invoices i where i.order_id = o.id) as invoice,
            (select json_agg(json_build_object('base', l.base::float8, 'discount', l.discount::float8, 'tax', l.tax::float8,
               'total', l.total::float8)) from order_lines l where l.order_id = o.id) as lines
          from orders o where o.id = ${order}`,
    ),
  )

const pay = (tenant: string, order: string) =>
  asTenant(tenant, async () => {
    const req = await requestOf()
    const found = await row<{ currency: string; session: string; total: number }>(
      req,
      sql`select currency, session, total::float8 as total from orders where id = ${order}`,
    )
    const { currency = '', session = '', total = 0 } = found ?? {}
    const money = { amount: total, currency, payment: `pay_${session}`, session }
    const paid = { ...money, provider: 'test' } as const
    await inTransaction(req, () =>
      settleOrder({ type: 'payment.succeeded', order, paid, req, tenant }),
    )
  })

const printed = (tenant: string, id: string) =>
  asTenant(tenant, async () => invoiceText({ id, req: await requestOf(), tenant }))

const orderOf = ({ body }: { body: unknown }) => (body as { order: string }).order

type Case = {
  billing: object
  coupon?: { amountOff?: number; currency?: string; percentOff?: null | number }
  isBundle?: boolean
  settings?: Settings
}

const TABLE: [
  name: string,
  bought: Case,
  expected: { discount?: number; tax: number; total: number },
][] = [
  ['added in the buyer’s country', { billing: { country: 'FR' } }, { tax: 980, total: 5880 }],
  [
    'held by the price',
    { billing: { country: 'DE' }, settings: { isIncluded: true } },
    { tax: 782, total: 4900 },
  ],
  [
    'added to a bundle',
    { billing: { country: 'DE' }, isBundle: true },
    { tax: 1900, total: 11_899 },
  ],
  [
    'held by a bundle with a coupon',
    {
      billing: { country: 'DE' },
      coupon: { percentOff: 33 },
      isBundle: true,
      settings: { isIncluded: true },
    },
    { discount: 3300, tax: 1070, total: 6699 },
  ],
  [
    'added after a coupon over an amount',
    {
      billing: { country: 'DE' },
      coupon: { amountOff: 1001, currency: 'USD', percentOff: null },
    },
    { discount: 1001, tax: 741, total: 4640 },
  ],
  [
    'two taxes in a province',
    { billing: { country: 'CA', region: 'Quebec' } },
    { tax: 734, total: 5634 },
  ],
  ['one tax elsewhere', { billing: { country: 'CA', region: 'other' } }, { tax: 245, total: 5145 }],
  ['none where there is no rate', { billing: { country: 'BR' } }, { tax: 0, total: 4900 }],
  [
    'none for a business of another member',
    { billing: { company: 'Acme SARL', country: 'FR', vatId: 'FR 12 345678901' } },
    { tax: 0, total: 4900 },
  ],
  [
    'charged of a business of the school’s own country',
    { billing: { country: 'DE', vatId: 'DE123456788' } },
    { tax: 931, total: 5831 },
  ],
]

describe('the same numbers everywhere', () => {
  it.each(TABLE)('%s', async (_, { billing, coupon: grant, isBundle, settings }, expected) => {
    const { bundle, buy, make, offer, quoteOf, tenant } = await school(settings)
    const items = isBundle ? [bundle] : [offer]
    const coupon = grant && (await make.coupon({ ...grant, tenant })).code
    const { quote } = await quoteOf({ billing, coupon }, items)

    expect(quote).toMatchObject(expected)

    const bought = await buy({ billing, coupon, total: quote.total }, items)
    expect(bought).toMatchObject({ body: { total: quote.total }, status: 201 })
    const order = orderOf(bought)
    await pay(tenant, order)
    const { base, discount, tax, total } = quote
    const stored = await kept(tenant, order)
    expect(stored).toMatchObject({ base, discount, sessionAmount: total, tax, total })
    for (const figure of ['base', 'discount', 'tax', 'total'] as const) {
      expect(stored?.lines.reduce((sum, line) => sum + line[figure], 0)).toBe(quote[figure])
    }
    expect(stored?.taxation).toMatchObject({
      evidence: { billing: quote.taxation?.place?.country, network: null },
      taxes: quote.taxation?.taxes,
      treatment: quote.taxation?.treatment,
    })

    const invoice = await printed(tenant, stored?.invoice ?? '')
    expect(invoice).toMatchObject({
      base,
      buyer: billing,
      discount,
      tax,
      taxation: { taxes: quote.taxation?.taxes, treatment: quote.taxation?.treatment },
      total,
    })
    expect(invoice?.lines.reduce((sum, line) => sum + line.tax, 0)).toBe(tax)
  })

  it('on the credit note too, in steps, and of each tax', async () => {
    const { buy, tenant } = await school()
    const bought = await buy({ billing: { country: 'CA', region: 'Quebec' } })
    const order = orderOf(bought)
    await pay(tenant, order)
    for (const amount of [1000, 1, 4633]) {
      await asTenant(tenant, async () => {
        const req = await requestOf()
        await inTransaction(req, () =>
          askRefund({
            endsAccess: false,
            key: crypto.randomUUID(),
            order,
            reason: 'Bought by mistake',
            req,
            tenant,
            wish: { amount },
          }),
        )
      })
      await settle()
    }
    const notes = await asTenant(tenant, async () =>
      rows<{ base: number; tax: number; taxation: Taxation; total: number }>(
        await requestOf(),
        sql`select base::float8 as base, tax::float8 as tax, total::float8 as total, taxation from credit_notes order by sequence`,
      ),
    )
    const sum = (amounts: number[]) => amounts.reduce((all, one) => all + one, 0)

    expect(notes.map(({ total }) => total)).toEqual([1000, 1, 4633])
    expect(notes.every(({ base, tax, total }) => base + tax === total)).toBe(true)
    expect(sum(notes.map(({ tax }) => tax))).toBe(734)
    expect(
      [0, 1].map((nth) => sum(notes.map(({ taxation }) => taxation.taxes[nth]?.amount ?? 0))),
    ).toEqual([245, 489])
    for (const { tax, taxation } of notes) {
      expect(sum(taxation.taxes.map(({ amount }) => amount))).toBe(tax)
    }
  })

  it('prints rate and name, and the reverse charge in the buyer’s language', async () => {
    const { buy, tenant } = await school()
    const billing = { company: 'Acme SARL', country: 'FR', vatId: 'FR12345678901' }
    const order = orderOf(await buy({ billing, locale: 'ru' }))
    await pay(tenant, order)
    const stored = await kept(tenant, order)
    const text = (await printed(tenant, stored?.invoice ?? '')) as InvoiceText
    const said = await pdfText(await renderInvoice(text))

    expect(text.locale).toBe('ru')
    expect(said).toContain('reverse charge')
    expect(said).toContain('FR12345678901')
    expect(said).toContain('DE123456789')
  })
})

describe('what has to be known for tax', () => {
  it('is asked for in the quote, and refused at the checkout', async () => {
    const { buy, quoteOf } = await school()
    const { quote } = await quoteOf({})

    expect(quote).toMatchObject({
      tax: 0,
      taxation: { needs: 'country', place: null },
      total: 4900,
    })
    expect(await buy({})).toMatchObject({ body: { code: 'countryNeeded' }, status: 422 })
    expect((await quoteOf({ billing: { country: 'CA' } })).quote.taxation).toMatchObject({
      needs: 'region',
      regions: ['Quebec'],
    })
    expect(await buy({ billing: { country: 'CA', region: 'Mars' } })).toMatchObject({
      body: { code: 'regionNeeded' },
      status: 422,
    })
    expect(await buy({ billing: { country: 'XX' } })).toMatchObject({ status: 400 })
    expect(await buy({ billing: { country: 'de' } })).toMatchObject({ body: { total: 5831 } })
  })

  it('is taken from the address on the network where the proxy names its country', async () => {
    const { buy, offer, quoteOf, tenant, user } = await school()
    const headers = { 'x-country': 'fr' }
    const asked = { data: { items: [{ offer }] }, headers, tenant, user }
    const { body } = await call(checkoutQuote, asked)

    expect(body).toMatchObject({ taxation: { needs: null, place: { country: 'FR' } }, total: 5880 })
    const bought = await call(checkout, {
      ...asked,
      data: { billing: { country: 'DE' }, items: [{ offer }] },
    })
    expect((await kept(tenant, orderOf(bought)))?.taxation?.evidence).toEqual({
      billing: 'DE',
      network: 'FR',
    })
    expect((await quoteOf({ billing: { country: 'BR' } })).quote.taxation).toMatchObject({
      treatment: 'outside',
    })
    expect(await buy({ billing: { country: 'BR' } })).toMatchObject({ body: { total: 4900 } })
    const byLink = await call(checkoutQuoteByLink, {
      query: { country: 'DE', offer },
      tenant,
      user,
    })
    expect(byLink.body).toMatchObject({ total: 5831 })
  })

  it('is nothing in a school that charges no tax, nor for what is free', async () => {
    const { course, make, quoteOf, tenant } = await school()
    const free = await make.offer({ course, kind: 'free', prices: [], tenant })
    expect((await quoteOf({}, [free.id])).quote).not.toHaveProperty('taxation')

    const plain = await school({ isCharged: false })
    expect((await plain.quoteOf({})).quote).not.toHaveProperty('taxation')
    expect(await plain.buy({})).toMatchObject({ body: { total: 4900 }, status: 201 })
  })
})

describe('a VAT id', () => {
  it.each([
    ['valid', 'FR11111111111', 4900],
    ['invalid', 'FR22222222222', 5880],
    ['unavailable', 'FR33333333333', 5880],
    ['malformed', 'FR1', 5880],
    ['otherCountry', 'DE111111111', 5880],
  ])('that is %s', async (status, vatId, total) => {
    vies.set('FR22222222222', 'unregistered')
    vies.set('FR33333333333', 'away')
    const { buy, quoteOf, tenant } = await school()
    const billing = { country: 'FR', vatId }
    const { quote } = await quoteOf({ billing })

    expect(quote).toMatchObject({ taxation: { vat: { status } }, total })
    const order = orderOf(await buy({ billing, total }))
    expect((await kept(tenant, order))?.taxation).toMatchObject({ vat: { status } })
  })

  it('is checked once for the sum and the payment, with the school’s own, and the proof is kept', async () => {
    const { buy, quoteOf, tenant } = await school()
    const billing = { country: 'FR', vatId: 'FR44444444444' }
    const before = vies.asked.length
    await quoteOf({ billing })
    const order = orderOf(await buy({ billing }))

    expect(vies.asked.slice(before)).toEqual([
      {
        countryCode: 'FR',
        requesterMemberStateCode: 'DE',
        requesterNumber: '123456789',
        vatNumber: '44444444444',
      },
    ])
    expect((await kept(tenant, order))?.taxation?.vat).toEqual({
      checkedAt: expect.any(String),
      consultation: expect.stringMatching(/^WAPI/),
      status: 'valid',
    })
  })
})

describe('an order that waits', () => {
  it('is found again by a second click, and replaced when the buyer moves', async () => {
    const { buy } = await school()
    const german = { billing: { country: 'DE' } }
    const [one, two] = await Promise.all([buy(german), buy(german)])

    expect(orderOf(two)).toBe(orderOf(one))
    const moved = await buy({ billing: { country: 'FR' } })
    expect(orderOf(moved)).not.toBe(orderOf(one))
    expect(moved.body).toMatchObject({ total: 5880 })
  })

  it('is placed at no other price than was shown', async () => {
    const { buy, quoteOf, tenant } = await school()
    const billing = { country: 'DE' }
    const { quote } = await quoteOf({ billing })
    await chargeTax(payload(), { isIncluded: true, tenant })

    expect(await buy({ billing, total: quote.total })).toMatchObject({
      body: { code: 'priceChanged' },
      status: 409,
    })
    const left = await asTenant(tenant, async () =>
      rows(await requestOf(), sql`select 1 from orders`),
    )
    expect(left).toEqual([])
    expect(await buy({ billing, total: 4900 })).toMatchObject({ status: 201 })
  })
})

describe('the table of rates', () => {
  it('holds one row for a place and a day, and no other country or percentage', async () => {
    const { tenant } = await school({ rates: [] })
    const add = (rate: Partial<TaxRate>) => chargeTax(payload(), { rates: [rate], tenant })
    await add({ country: 'DE', percent: 19 })

    await expect(add({ country: 'DE', percent: 16 })).rejects.toThrow()
    await expect(add({ country: 'XX', percent: 16 })).rejects.toThrow()
    await expect(add({ country: 'FR', percent: 16.0001 })).rejects.toThrow()
    await add({ country: 'DE', percent: 16, region: ' Bavaria ' })
  })
})

describe('GET /api/tax/report', () => {
  it('sums to the invoices less the credit notes, to the unit, as rows and as a file', async () => {
    const { buy, make, offer, tenant } = await school()
    const manager = await factories(payload()).user({ roles: ['admin'], tenant })
    const orders: string[] = []
    for (const billing of [
      { country: 'DE' },
      { country: 'FR' },
      { country: 'FR', vatId: 'FR12345678901' },
      { country: 'CA', region: 'Quebec' },
    ]) {
      const user = { ...(await make.buyer(tenant)), emailVerified: true }
      const bought = await call(checkout, {
        data: { billing, items: [{ offer }] },
        tenant,
        user,
      })
      orders.push(orderOf(bought))
      await pay(tenant, orderOf(bought))
    }
    await asTenant(tenant, async () => {
      const req = await requestOf()
      await inTransaction(req, () =>
        askRefund({
          endsAccess: false,
          key: crypto.randomUUID(),
          order: orders[0] ?? '',
          reason: 'Bought by mistake',
          req,
          tenant,
          wish: { amount: 2000 },
        }),
      )
    })
    await settle()
    const year = String(new Date().getUTCFullYear())
    const ask = (query: Record<string, string>, user: { id: string } = manager) =>
      call(taxReportEndpoint, { query, tenant, user })
    const { body, status } = await ask({ period: year })
    const { rows: found, totals } = body as {
      rows: { country: string; gross: number; net: number; tax: number; treatment: string }[]
      totals: object[]
    }
    const sums = await asTenant(tenant, async () =>
      row<{ tax: number; total: number }>(
        await requestOf(),
        sql`select ((select sum(tax) from invoices) - (select sum(tax) from credit_notes))::float8 as tax,
              ((select sum(total) from invoices) - (select sum(total) from credit_notes))::float8 as total`,
      ),
    )

    expect(status).toBe(200)
    expect(found.map(({ country, treatment }) => [country, treatment])).toEqual([
      ['CA', 'charged'],
      ['DE', 'charged'],
      ['FR', 'charged'],
      ['FR', 'reverseCharge'],
    ])
    const { tax = 0, total = 0 } = sums ?? {}
    expect(totals).toEqual([{ currency: 'USD', gross: total, net: total - tax, tax }])
    expect(found.every(({ gross, net, tax: own }) => gross === net + own)).toBe(true)

    const file = await call(taxReportCsv, {
      query: { from: `${year}-01-01`, to: `${year}-12-31` },
      tenant,
      user: manager,
    })
    expect(file.status).toBe(200)
    expect(await ask({ from: '2020-01-01', to: '2020-12-31' })).toMatchObject({
      body: { rows: [], totals: [] },
    })
    expect((await ask({ period: '2026-Q9' })).status).toBe(400)
    expect((await ask({ period: year }, await make.buyer(tenant))).status).toBe(403)
    expect(await buy({ billing: { country: 'DE' } })).toMatchObject({ status: 201 })
  })
})
