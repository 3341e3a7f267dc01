import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { SchoolCurrency } from '@/domain/tenancy/currencies'
import type { Exchange } from '@/domain/commerce/exchange'
import type { CartView } from '@/operations/commerce/cartView'
import type { PurchaseQuote } from '@/operations/commerce/quotePurchase'
import type { EcbServer } from '@/test/ecb/server'

import { ecb } from '@/adapters/rates/ecb'
import { systemPool } from '@/database/hosts'
import { asPlatform, asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { courseOffers } from '@/operations/commerce/courseOffers'
import { fetchRates } from '@/operations/commerce/exchangeRates'
import { listedCourses } from '@/operations/pages/listedCourses'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'
import { chargeTax } from '@/test/factories/taxes'
import { call, requestOf, testPayload } from '@/test/harness'
import { startEcb } from '@/test/ecb/server'

import { addToCart, cart } from './cart'
import { checkout } from './checkout'
import { checkoutQuote } from './quote'

const payload = testPayload()
const MONDAY = { day: '2026-11-16', perEuro: { ILS: '4', JPY: '160', KWD: '0.32', USD: '1' } }
const TUESDAY = { day: '2026-11-17', perEuro: { ILS: '4.4', JPY: '160', KWD: '0.32', USD: '1' } }
let server: EcbServer

const fetchFrom = () => fetchRates({ payload: payload(), source: ecb({ url: server.url }) })
const days = async () => {
  const { rows: found } = await systemPool().query<{ count: number; day: string }>(
    `select to_char(day, 'YYYY-MM-DD') as day, count(*)::int as count from lectern_exchange_rates group by 1 order by 1`,
  )

  return found
}

beforeAll(async () => {
  server = await startEcb()
  server.say(MONDAY)
  await fetchFrom()
})
afterAll(() => server.close())

const sold = (currency: string, given: Partial<SchoolCurrency> = {}): SchoolCurrency => ({
  conversion: 'daily',
  currency,
  rate: null,
  rounding: 'whole',
  ...given,
})

const CURRENCIES = [
  sold('EUR', { conversion: 'none' }),
  sold('ILS', { rounding: 'five' }),
  sold('JPY'),
  sold('KWD', { rounding: 'none' }),
  sold('RUB', { conversion: 'own', rate: '92.5', rounding: 'ten' }),
]

const setCurrencies = (tenant: string, currencies: readonly object[]) =>
  asPlatform(() =>
    payload().update({
      id: tenant,
      collection: 'tenants',
      data: { settings: { currencies } } as never,
      depth: 0,
      overrideAccess: true,
    }),
  )

/** A school of dollars that sells in five further currencies a course at 49 USD or 45 EUR. */
const room = async (given: object = {}) => {
  const make = commerceFactories(payload())
  const { course, offer: dollars, tenant } = await make.shop()
  await setCurrencies(tenant, CURRENCIES)
  const { id: offer } = await make.offer({
    course,
    prices: [
      { amount: 4900, currency: 'USD' },
      { amount: 4500, currency: 'EUR' },
    ],
    tenant,
    ...given,
  })
  const user = { ...(await make.buyer(tenant)), emailVerified: true }
  const ask = (currency: null | string, more: object = {}) => {
    const data = { currency, items: [{ offer }], ...more }

    return { data, tenant, user }
  }
  const quote = async (currency: null | string, more: object = {}) => {
    const answer = await call(checkoutQuote, ask(currency, more))

    return { ...answer, body: answer.body as PurchaseQuote }
  }
  const buy = async (currency: null | string, more: object = {}) => {
    const answer = await call(checkout, ask(currency, more))

    return { ...answer, body: answer.body as { currency: string; order: string; total: number } }
  }

  return { buy, course, dollars, make, offer, quote, tenant, user }
}

const exchangeOf = async (tenant: string, order: string) =>
  asTenant(tenant, async () => {
    const [found] = await rows<{ exchange: Exchange | null }>(
      await requestOf(),
      sql`select exchange from orders where id = ${order}`,
    )

    return found?.exchange
  })

describe('the rates of the day', () => {
  it('are stored once, however often they are fetched, and stay while the feed is down', async () => {
    await Promise.all([fetchFrom(), fetchFrom(), fetchFrom()])
    expect(await days()).toEqual([{ count: 4, day: '2026-11-16' }])
    server.say(null)

    expect(await fetchFrom()).toBe(0)
    server.say('<html>maintenance</html>')
    expect(await fetchFrom()).toBe(0)
    expect(await days()).toEqual([{ count: 4, day: '2026-11-16' }])
    server.say(MONDAY)
  })

  it('can be read by a school and written by none', async () => {
    const { tenant } = await room()
    const write = () =>
      asTenant(tenant, async () =>
        rows(await requestOf(), sql`update lectern_exchange_rates set rate = 1`),
      )

    await expect(write()).rejects.toThrow()
  })
})

describe('a purchase in another currency', () => {
  it.each<[null | string, number, string]>([
    [null, 4900, 'USD'],
    ['USD', 4900, 'USD'],
    ['EUR', 4500, 'EUR'],
    ['ILS', 19_500, 'ILS'],
    ['JPY', 7840, 'JPY'],
    ['KWD', 15_680, 'KWD'],
    ['RUB', 453_000, 'RUB'],
  ])('in %s is quoted and charged at %d %s', async (asked, total, currency) => {
    const { buy, quote } = await room()
    const { body } = await quote(asked)

    expect(body).toMatchObject({
      currencies: ['USD', 'EUR', 'ILS', 'JPY', 'KWD', 'RUB'],
      currency,
      total,
    })
    expect(await buy(asked, { total })).toMatchObject({ body: { currency, total }, status: 201 })
  })

  it('keeps what it is worth in the school’s currency, with its rate and day', async () => {
    const { buy, tenant } = await room()
    const shekels = await buy('ILS')
    const roubles = await buy('RUB')
    const euros = await buy('EUR')
    const dollars = await buy(null)

    expect(await exchangeOf(tenant, shekels.body.order)).toEqual({
      base: 4875,
      currency: 'USD',
      day: '2026-11-16',
      discount: 0,
      tax: 0,
      total: 4875,
      value: '4',
    })
    expect(await exchangeOf(tenant, roubles.body.order)).toMatchObject({ day: null, value: '92.5' })
    expect(await exchangeOf(tenant, euros.body.order)).toMatchObject({ total: 4500, value: '1' })
    expect(await exchangeOf(tenant, dollars.body.order)).toBeNull()
  })

  it('is refused where the school does not sell in it, or has no price there', async () => {
    const { quote } = await room({ prices: [{ amount: 4900, currency: 'USD' }] })

    expect(await quote('GBP')).toMatchObject({
      body: { code: 'currencyNotSold', field: 'currency' },
      status: 422,
    })
    expect(await quote('EUR')).toMatchObject({
      body: { code: 'noPriceInCurrency', field: 'currency' },
      status: 422,
    })
  })

  it('is not charged at a rate that its buyer was not shown', async () => {
    const { buy, quote, tenant } = await room()
    const { body } = await quote('ILS')
    server.say(TUESDAY)
    await fetchFrom()
    const late = await buy('ILS', { total: body.total })
    const again = await quote('ILS')
    const paid = await buy('ILS', { total: again.body.total })
    await systemPool().query(`delete from lectern_exchange_rates where day = '2026-11-17'`)
    server.say(MONDAY)

    expect(late).toMatchObject({ body: { code: 'priceChanged' }, status: 409 })
    expect(again.body.total).toBe(21_500)
    expect(paid.status).toBe(201)
    expect(await exchangeOf(tenant, paid.body.order)).toMatchObject({ day: '2026-11-17' })
  })

  it('takes coupons of a fixed amount by the school’s conversion, or says that they do not hold', async () => {
    const { make, quote, tenant } = await room()
    const { code } = await make.coupon({
      amountOff: 1000,
      currency: 'USD',
      percentOff: null,
      tenant,
    })

    expect((await quote('ILS', { coupon: code })).body).toMatchObject({
      discount: 4000,
      total: 15_500,
    })
    expect(await quote('EUR', { coupon: code })).toMatchObject({
      body: { code: 'couponCurrency' },
      status: 422,
    })
  })

  it('takes named prices and tips in it', async () => {
    const { offer, quote } = await room({
      isOpenPrice: true,
      prices: [{ amount: 4900, currency: 'USD', least: 1000, most: null }],
      takesTips: true,
    })
    const ask = (amount: number) => quote('ILS', { items: [{ amount, offer }], tip: 500 })

    expect((await ask(4000)).body).toMatchObject({
      lines: [{ open: { least: 4000, suggested: 19_500 } }],
      total: 4500,
    })
    expect(await ask(3999)).toMatchObject({ body: { code: 'amountTooLow', least: 4000 } })
  })
})

describe('a cart', () => {
  it('is in one currency, and says of what has no price in it', async () => {
    const { make, offer, tenant, user } = await room()
    const { id: course } = await factories(payload()).course({ tenant })
    const { id: second } = await make.offer({ course, tenant })
    await call(addToCart, { data: { items: [{ offer }, { offer: second }] }, tenant, user })
    const view = async (query: Record<string, string>) =>
      (await call(cart, { query, tenant, user })).body as CartView

    expect(await view({ currency: 'EUR' })).toMatchObject({
      currency: 'EUR',
      lines: [
        { amount: 4500, state: 'ready' },
        { amount: null, state: 'unpriced' },
      ],
      quote: { base: 4500 },
    })
    expect(await view({ currency: 'ILS' })).toMatchObject({ quote: { base: 39_000 } })
    expect(await view({})).toMatchObject({ currency: 'USD', quote: { base: 9800 } })
  })
})

it('shows what a course costs in each currency that it can be bought in', async () => {
  const { course, tenant } = await room()
  const [first] = await asTenant(tenant, async () =>
    courseOffers({ courses: [course], req: await requestOf() }),
  )

  expect(first?.prices?.map(({ amount, currency }) => [currency, amount])).toEqual([
    ['ILS', 19_500],
    ['JPY', 7840],
    ['KWD', 15_680],
    ['RUB', 453_000],
  ])
})

it('shows in a catalog what the cheapest offer costs in each of them, and nothing where there is one', async () => {
  const { course, tenant } = await room()
  const listed = () =>
    asTenant(tenant, async () => listedCourses({ ids: [course], limit: 1, req: await requestOf() }))
  const [first] = await listed()
  await setCurrencies(tenant, [])
  const [plain] = await listed()

  expect(first?.price?.others).toContainEqual({ amount: 19_500, currency: 'ILS' })
  expect(plain?.price).toEqual({ amount: 4900, currency: 'USD', isLowest: false, isOpen: false })
})

it('says beside a price whether tax is added to it or held by it, as the school has set it', async () => {
  const { course, tenant } = await room()
  const tax = () =>
    asTenant(tenant, async () => {
      const [first] = await courseOffers({ courses: [course], req: await requestOf() })

      return first?.tax
    })

  expect(await tax()).toBeUndefined()
  await chargeTax(payload(), { isIncluded: false, tenant })
  expect(await tax()).toBe('added')
  await chargeTax(payload(), { isIncluded: true, tenant })
  expect(await tax()).toBe('included')
})

it.each<[string, object[]]>([
  ['the school’s own', [sold('USD')]],
  ['twice the same', [sold('EUR'), sold('EUR')]],
  ['no currency', [sold('ABC')]],
  ['a rate that is none', [sold('RUB', { conversion: 'own', rate: '0' })]],
])('a school cannot sell in %s beside its own', async (_, currencies) => {
  const { tenant } = await room()

  await expect(setCurrencies(tenant, currencies)).rejects.toThrow()
})
