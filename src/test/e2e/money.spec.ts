import type { Browser } from 'playwright-core'

import type { RunSchool } from './runSchool'

import { make } from './admin'
import { findings, STILL } from './axe'
import { errorsOf, launch, openedAt, shoot } from './browser'
import { runSchool } from './runSchool'

let browser: Browser
let school: RunSchool
let coupon: string
let offer: string

beforeAll(async () => {
  browser = await launch()
  school = await runSchool('Money School')
  const { owner } = school
  const course = await make(owner, 'courses', {
    slug: `money-${crypto.randomUUID().slice(0, 8)}`,
    _status: 'draft',
    title: 'Small change',
  })
  offer = await make(owner, 'offers', {
    access: { unit: 'forever' },
    course,
    isActive: false,
    kind: 'oneTime',
    prices: [
      { amount: 4900, currency: 'USD' },
      { amount: 7000, currency: 'JPY' },
    ],
    title: 'The course',
  })
  coupon = await make(owner, 'coupons', { amountOff: 500, code: 'LESS', currency: 'USD' })
}, 180_000)
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

const open = async (path: string, { language = 'en', width = 1440 } = {}) => {
  const { host, owner } = school
  const page = await openedAt(browser, { host, locale: language, member: owner, width })
  await page.context().addCookies([{ name: 'payload-lng', url: `http://${host}`, value: language }])
  await page.goto(path)
  await page.locator('.lectern-amount input').first().waitFor()
  await page.addStyleTag({ content: STILL })

  return page
}

type Priced = { prices: { amount: number; currency: string }[] }

it('a price is written and typed as people write money, and kept in minor units', async () => {
  const page = await open(`/admin/collections/offers/${offer}`)
  const errors = errorsOf(page)
  const amounts = page.locator('.lectern-amount input')
  expect(await amounts.nth(0).inputValue()).toBe('49.00')
  expect(await amounts.nth(1).inputValue()).toBe('7000')
  await amounts.nth(0).fill('59,5')
  await amounts.nth(0).blur()
  expect(await amounts.nth(0).inputValue()).toBe('59.50')
  await amounts.nth(1).fill('many')
  await page.getByRole('alert').filter({ hasText: 'Write an amount' }).waitFor()
  await amounts.nth(1).fill('7500')
  expect(await findings(page, '.lectern-amount')).toEqual([])
  await shoot(page, 'prices-en-1440')
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await page.locator('#action-save').click()
  expect((await saved).status()).toBe(200)
  const { prices } = (await school.owner.get(`/api/offers/${offer}?depth=0`)).json<Priced>()

  expect(prices.map(({ amount, currency }) => [amount, currency])).toEqual([
    [5950, 'USD'],
    [7500, 'JPY'],
  ])
  expect(errors).toEqual([])
}, 180_000)

it('a discount reads the same on a phone, in Hebrew', async () => {
  const page = await open(`/admin/collections/coupons/${coupon}`, { language: 'he', width: 390 })
  const errors = errorsOf(page)
  expect(await page.locator('.lectern-amount input').first().inputValue()).toBe('5.00')
  await shoot(page, 'coupon-he-390')
  expect(errors).toEqual([])
}, 180_000)
