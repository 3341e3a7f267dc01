import { sql } from '@payloadcms/db-postgres'

import type { Locale } from '@/domain/tenancy/locales'

import { renderInvoice } from '@/adapters/pdf/invoice'
import { asTenant } from '@/database/scope'
import { inTransaction, row, rows } from '@/database/transaction'
import { readDesk } from '@/operations/translation/read'
import type { Subject } from '@/operations/translation/store'
import { saveTexts } from '@/operations/translation/write'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'
import { settingsFactories } from '@/test/factories/settings'
import { call, requestOf, settle, testPayload } from '@/test/harness'
import { checkout } from '@endpoints/commerce/checkout'

import { invoiceText } from './invoices'
import { ordersOf } from './orderHistory'
import { settleOrder } from './settleOrder'

const payload = testPayload()

const all = <Row>(tenant: string, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<Row>(await requestOf(), statement))

const translate = (tenant: string, subject: Subject, locale: Locale, said: string) =>
  asTenant(tenant, async () => {
    const req = await requestOf()
    const desk = await readDesk({ locale, req, subject, tenant })
    const { key, source: from } = desk?.segments[0] ?? { key: '', source: '' }
    await inTransaction(req, () =>
      saveTexts({ locale, req, subject, tenant, texts: [{ from, key, text: said }] }),
    )
  })

/** A school that writes English, Hebrew and Russian, with a course that is translated. */
const shop = async () => {
  const sell = commerceFactories(payload())
  const { id: tenant } = await factories(payload()).tenant()
  await settingsFactories(payload()).change({ id: tenant, languages: ['he', 'ru'] })
  const { id: course } = await factories(payload()).course({ tenant, title: 'Seeing light' })
  const { id: offer } = await sell.offer({ course, tenant, title: 'The whole course' })
  await translate(tenant, { id: course, collection: 'courses' }, 'he', 'לראות אור')
  await translate(tenant, { id: offer, collection: 'offers' }, 'he', 'הקורס כולו')
  await translate(tenant, { id: course, collection: 'courses' }, 'ru', 'Видеть свет')

  return { course, offer, tenant }
}

type Shop = Awaited<ReturnType<typeof shop>>
type Placed = { currency: string; order: string; total: number }

const buyer = async ({ tenant }: Shop, locale?: Locale) => ({
  ...(await factories(payload()).user({ locale, tenant })),
  emailVerified: true,
})

type Buyer = Awaited<ReturnType<typeof buyer>>

const place = async ({ offer, tenant }: Shop, user: Buyer | null, data: object = {}) => {
  const { body, status } = await call(checkout, {
    data: { items: [{ offer }], ...data },
    tenant,
    user: user ?? undefined,
  })
  expect(status).toBe(201)

  return body as Placed
}

const pay = async ({ tenant }: Shop, { currency, order, total }: Placed) => {
  await asTenant(tenant, async () => {
    const req = await requestOf()
    const found = await row<{ session: string }>(
      req,
      sql`select session from orders where id = ${order}`,
    )
    const session = found?.session ?? ''
    const paid = {
      amount: total,
      currency,
      payment: `pay_${session}`,
      provider: 'test',
      session,
    } as const
    await inTransaction(req, () =>
      settleOrder({ type: 'payment.succeeded', order, paid, req, tenant }),
    )
  })
  await settle()
}

const titles = ({ tenant }: Shop, order: string) =>
  all<{ title: string }>(
    tenant,
    sql`select title from order_lines where order_id = ${order} order by id`,
  )

const invoiceOf = ({ tenant }: Shop, order: string) =>
  asTenant(tenant, async () => {
    const req = await requestOf()
    const found = await row<{ id: string }>(
      req,
      sql`select id from invoices where order_id = ${order}`,
    )

    return invoiceText({ id: found?.id ?? '', req, tenant })
  })

describe('what was bought', () => {
  it('is called by its name in the language of the buyer’s account: order, receipt and invoice', async () => {
    const here = await shop()
    const user = await buyer(here, 'he')
    const order = await place(here, user, { locale: 'ru' })
    await pay(here, order)
    const called = 'לראות אור – הקורס כולו'
    const [receipt] = await all<{ data: { lines: { title: string }[] }; locale: string }>(
      here.tenant,
      sql`select data, locale::text as locale from emails where kind = 'receipt'`,
    )
    const invoice = await invoiceOf(here, order.order)
    const listed = await asTenant(here.tenant, async () =>
      ordersOf({ buyer: user.id, req: await requestOf() }),
    )

    expect(await titles(here, order.order)).toEqual([{ title: called }])
    expect(receipt).toMatchObject({ data: { lines: [{ title: called }] }, locale: 'he' })
    expect(invoice).toMatchObject({ lines: [{ title: called }], locale: 'he' })
    expect(listed).toMatchObject([{ lines: [{ title: called }] }])
    expect(invoice && (await renderInvoice(invoice)).length).toBeGreaterThan(1000)
  })

  it('keeps the names it had when it was ordered', async () => {
    const here = await shop()
    const order = await place(here, await buyer(here, 'he'))
    await translate(here.tenant, { id: here.course, collection: 'courses' }, 'he', 'שם אחר')
    await pay(here, order)

    expect(await invoiceOf(here, order.order)).toMatchObject({
      lines: [{ title: 'לראות אור – הקורס כולו' }],
    })
  })

  it('falls back to the school’s language, text by text', async () => {
    const here = await shop()
    const russian = await place(here, await buyer(here, 'ru'))
    const nobody = await place(here, await buyer(here))

    expect(await titles(here, russian.order)).toEqual([{ title: 'Видеть свет – The whole course' }])
    expect(await titles(here, nobody.order)).toEqual([{ title: 'Seeing light – The whole course' }])
  })

  it('is called for a guest as the page was read, whatever the account of the address speaks', async () => {
    const here = await shop()
    const known = await buyer(here, 'ru')
    const guest = { name: 'Ada', email: known.email }
    const order = await place(here, null, { buyer: guest, locale: 'he' })
    await pay(here, order)

    expect(await titles(here, order.order)).toEqual([{ title: 'לראות אור – הקורס כולו' }])
    expect(
      await all(here.tenant, sql`select locale::text as locale from emails where kind = 'receipt'`),
    ).toEqual([{ locale: 'he' }])
  })

  it('is ordered anew when the buyer changes the language, and once when she clicks twice', async () => {
    const here = await shop()
    const user = await buyer(here, 'he')
    const [first, again] = await Promise.all([place(here, user), place(here, user)])
    const other = await place(here, { ...user, locale: 'ru' })

    expect(again.order).toBe(first.order)
    expect(other.order).not.toBe(first.order)
    expect(await titles(here, other.order)).toEqual([{ title: 'Видеть свет – The whole course' }])
    expect(
      await all(
        here.tenant,
        sql`select status::text as status from orders where id = ${first.order}`,
      ),
    ).toEqual([{ status: 'cancelled' }])
  })
})
