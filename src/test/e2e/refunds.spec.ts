import type { Browser, Page } from 'playwright-core'

import { REFUND_WORDS } from '@/components/admin/refunds/words'
import { formatMoney } from '@/components/ui/formatMoney'

import type { CheckedOut } from './buying'
import type { RunSchool } from './runSchool'
import type { Visitor } from './visitor'

import { make } from './admin'
import { findings, STILL } from './axe'
import { errorsOf, launch, openedAt, shoot } from './browser'
import { confirmed, newPerson, sessionIn } from './buying'
import { eventually } from './eventually'
import { press } from './press'
import { runSchool } from './runSchool'
import { visitorAt } from './visitor'
import { wordsOf } from './words'

const DESK = '#refunds'

let browser: Browser
let buyer: Visitor
let order: string
let school: RunSchool

beforeAll(async () => {
  browser = await launch()
  school = await runSchool('Refund School', { locale: 'he' })
  const { host, owner } = school
  const slug = `refund-${crypto.randomUUID().slice(0, 8)}`
  const course = await make(owner, 'courses', { slug, _status: 'published', title: 'Slow rivers' })
  const offer = await make(owner, 'offers', {
    access: { unit: 'forever' },
    course,
    isActive: true,
    isDefault: true,
    kind: 'oneTime',
    prices: [{ amount: 4900, currency: 'USD' }],
    title: 'The course',
  })
  buyer = await confirmed(visitorAt(host), newPerson('Bea Buyer'))
  const placed = await buyer.post('/api/checkout', { items: [{ offer }] })
  expect([placed.status, placed.text]).toEqual([201, expect.anything()])
  const bought = placed.json<CheckedOut>()
  order = bought.order
  await buyer.post(`/api/payments/test/${sessionIn(bought.url)}/approve`)
  await eventually(
    async () => (await buyer.get(`/api/learn/${slug}`)).json<{ enrollment: unknown }>().enrollment,
    60_000,
  )
}, 180_000)
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

const look = async ({
  language,
  member,
  path,
  width,
}: {
  language: 'en' | 'he'
  member: Visitor
  path: string
  width: number
}): Promise<Page> => {
  const { host } = school
  const page = await openedAt(browser, { host, locale: language, member, width })
  await page.context().addCookies([
    { name: 'payload-lng', url: `http://${host}`, value: language },
    { name: 'locale', url: `http://${host}`, value: language },
  ])
  await page.goto(path)
  await page.addStyleTag({ content: STILL })

  return page
}

it('a part of an order goes back in its form, once, and its ledger says so', async () => {
  const words = REFUND_WORDS.en
  const page = await look({
    language: 'en',
    member: school.owner,
    path: `/admin/collections/orders/${order}`,
    width: 1440,
  })
  const errors = errorsOf(page)
  await page.getByText(words.left('$49.00')).waitFor()
  await press(page.locator('#refund-open'))
  const amount = page.getByLabel(`${words.amount} (USD)`)
  await amount.fill('50')
  await page.getByText(words.tooMuch('$49.00')).waitFor()
  expect(await page.locator('#refund-give').isDisabled()).toBe(true)
  await amount.fill('9.50')
  await page.getByLabel(words.closes).uncheck()
  await page.getByLabel(words.reason).fill('The first week was missed')
  expect(await findings(page, DESK)).toEqual([])
  await shoot(page, 'refund-form-en-1440')
  await page.getByRole('button', { name: words.give('$9.50') }).dblclick()
  await page.locator(DESK).getByText(words.states.succeeded, { exact: true }).waitFor()
  await page.getByText(words.left('$39.50')).waitFor()
  await page.getByRole('link', { name: words.creditNote('CN-0001') }).waitFor()
  expect(await page.locator(`${DESK} li`).count()).toBe(1)
  await shoot(page, 'refund-done-en-1440')

  await page.goto('/admin/collections/ledger-entries')
  await page.getByText('$39.50').first().waitFor()
  await page.getByText('-$9.50').first().waitFor()
  expect(await findings(page, '.lectern-balances')).toEqual([])
  await shoot(page, 'ledger-en-1440')
  expect(errors).toEqual([])
}, 180_000)

it('the desk of refunds fits a phone, in Hebrew', async () => {
  const words = REFUND_WORDS.he
  const page = await look({
    language: 'he',
    member: school.owner,
    path: `/admin/collections/orders/${order}`,
    width: 390,
  })
  const errors = errorsOf(page)
  await press(page.locator('#refund-open'))
  await page.getByLabel(words.reason).waitFor()
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(beyond).toBe(0)
  expect(await findings(page, DESK)).toEqual([])
  await shoot(page, 'refund-form-he-390')
  expect(errors).toEqual([])
}, 180_000)

it('its buyer finds what went back among her orders, with the credit note', async () => {
  const t = wordsOf('he')
  const page = await look({ language: 'he', member: buyer, path: '/account/orders', width: 390 })
  const errors = errorsOf(page)
  const link = page.getByRole('link', { name: t('account.orders.creditNote') })
  await link.waitFor()
  expect(await findings(page)).toEqual([])
  await shoot(page, 'orders-refund-he-390')
  const file = await buyer.get((await link.getAttribute('href')) ?? '')

  expect(file.status).toBe(200)
  expect(file.headers['content-type']).toBe('application/pdf')
  expect(errors).toEqual([])
}, 180_000)

it('more of it goes back in Hebrew, and its buyer reads of both in English', async () => {
  const words = REFUND_WORDS.he
  const money = (amount: number) => formatMoney({ amount, currency: 'USD', locale: 'he' })
  const page = await look({
    language: 'he',
    member: school.owner,
    path: `/admin/collections/orders/${order}`,
    width: 1440,
  })
  const errors = errorsOf(page)
  await press(page.locator('#refund-open'))
  await page.getByLabel(`${words.amount} (USD)`).fill('5')
  await page.getByLabel(words.closes).uncheck()
  await page.getByLabel(words.reason).fill('שבוע נוסף לא נלמד')
  await page.getByRole('button', { name: words.give(money(500)) }).dblclick()
  await page.getByRole('link', { name: words.creditNote('CN-0002') }).waitFor()
  await page.getByText(words.left(money(3450))).waitFor()
  expect(await page.locator(`${DESK} li`).count()).toBe(2)
  await shoot(page, 'refund-done-he-1440')

  const t = wordsOf('en')
  const orders = await look({
    language: 'en',
    member: buyer,
    path: '/account/orders',
    width: 1440,
  })
  const links = orders.getByRole('link', { name: t('account.orders.creditNote') })
  await links.nth(1).waitFor()
  expect(await links.count()).toBe(2)
  expect(await findings(orders)).toEqual([])
  expect(errors).toEqual([])
}, 180_000)
