import type { Browser } from 'playwright-core'

import { FINANCE_WORDS } from '@/components/admin/finance/words'
import { PLACE_WORDS } from '@/components/admin/places/words'
import { REFUND_WORDS } from '@/components/admin/refunds/words'

import type { Person } from './buying'
import type { SellingSchool } from './selling'
import type { Visitor } from './visitor'

import { findings } from './axe'
import { errorsOf, launch, shoot } from './browser'
import { newPerson } from './buying'
import { press } from './press'
import { beyond, bought, dollars, pageAt, pdfBehind, sellingSchool, untilOpen } from './selling'
import { wordsOf } from './words'

const DESK = '#finance'

let browser: Browser
let buyer: Visitor
let person: Person
let school: SellingSchool

beforeAll(async () => {
  browser = await launch()
  school = await sellingSchool('Finance School')
  const course = await school.course('Slow rivers')
  const offer = await school.offer(course, 4900)
  person = newPerson('Bea Buyer')
  buyer = await school.buyer(person)
  await bought(buyer, { items: [{ offer }], tip: 0 })
  await bought(await school.buyer(), { items: [{ offer }] })
  await untilOpen(buyer, course)
}, 120_000)
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

const deskIn = (language: 'en' | 'he', width: number) =>
  pageAt(browser, {
    host: school.host,
    language,
    member: school.owner,
    path: '/admin/collections/payments',
    width,
  })

it('a payment is found by its buyer, asked about at the provider, and given back from there', async () => {
  const words = FINANCE_WORDS.en
  const page = await deskIn('en', 1440)
  const errors = errorsOf(page)
  const desk = page.locator(DESK)
  const find = desk.getByRole('button', { name: words.find })
  await press(find)
  await desk.getByRole('row').nth(2).waitFor()
  await desk.getByLabel(words.text).fill('nobody@example.com')
  await find.click()
  await desk.getByText(words.none).waitFor()
  await desk.getByLabel(words.text).fill(person.email)
  await find.click()
  await desk.getByText(person.email).waitFor()
  expect(await desk.getByRole('row').count()).toBe(2)
  await press(desk.getByRole('button', { name: words.ask }))
  await desk.getByText(words.states.paid ?? '', { exact: true }).waitFor()
  expect(await findings(page, DESK)).toEqual([])
  await shoot(page, 'finance-en')

  const refunds = REFUND_WORDS.en
  await press(desk.getByRole('link', { name: words.refund }))
  await press(page.locator('#refund-open'))
  await page.getByLabel(`${refunds.amount} (USD)`).fill('9.50')
  await page.getByLabel(refunds.closes).uncheck()
  await page.getByLabel(refunds.reason).fill('The first week was missed')
  await page.getByRole('button', { name: refunds.give('$9.50') }).click()
  await page.getByRole('link', { name: refunds.creditNote('CN-0001') }).waitFor()
  await page.locator('#places').getByText(PLACE_WORDS.en.isOpen, { exact: true }).waitFor()
  expect(await findings(page, '#places')).toEqual([])
  expect(await page.getByText('null', { exact: true }).count()).toBe(0)
  expect(errors).toEqual([])
}, 120_000)

it('what went back is found by its amount, on a phone in Hebrew', async () => {
  const words = FINANCE_WORDS.he
  const page = await deskIn('he', 390)
  const errors = errorsOf(page)
  const desk = page.locator(DESK)
  await desk.getByLabel(words.amount).fill('9.5')
  await desk.getByLabel(words.currency).fill('usd')
  await press(desk.getByRole('button', { name: words.find }))
  await desk.getByRole('rowheader', { name: words.kinds.refund }).waitFor()
  expect(await desk.getByRole('row').count()).toBe(2)
  expect([await beyond(page), await findings(page, DESK)]).toEqual([0, []])
  await shoot(page, 'finance-he')
  expect(errors).toEqual([])
}, 60_000)

it.each(['en', 'he'] as const)(
  'its buyer has the invoice and the credit note as files with the same sums, in %s',
  async (language) => {
    const t = wordsOf(language)
    const page = await pageAt(browser, {
      host: school.host,
      language,
      member: buyer,
      path: '/account/orders',
      width: 390,
    })
    await page.getByText(dollars(-950, language)).waitFor()
    const invoice = page.getByRole('link', { name: t('account.orders.invoice') })
    const note = page.getByRole('link', { name: t('account.orders.creditNote') })
    expect(await pdfBehind(buyer, invoice)).toContain('49.00')
    expect(await pdfBehind(buyer, note)).toContain('9.50')
    expect(await findings(page)).toEqual([])
  },
  60_000,
)
