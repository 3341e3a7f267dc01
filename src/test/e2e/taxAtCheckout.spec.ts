import type { Browser } from 'playwright-core'

import type { SellingSchool } from './selling'
import type { ViesServer } from '@/test/vies/server'

import { squashed } from '@/test/pdfText'
import { startVies } from '@/test/vies/server'

import { make } from './admin'
import { findings } from './axe'
import { errorsOf, launch, shoot } from './browser'
import { newPerson } from './buying'
import { press } from './press'
import { approve, beyond, dollars, isFocused, pageAt, pdfBehind, sellingSchool } from './selling'
import { visitorAt } from './visitor'
import { wordsOf } from './words'

const RATES = [
  { name: 'VAT', country: 'DE', percent: 19 },
  { name: 'VAT', country: 'FR', percent: 20 },
  { name: 'GST', country: 'CA', percent: 5 },
  { name: 'QST', country: 'CA', isAdded: true, percent: 9.975, region: 'Quebec' },
]

let browser: Browser
let offer: string
let school: SellingSchool
let vies: ViesServer

beforeAll(async () => {
  browser = await launch()
  vies = await startVies(Number(process.env.E2E_VIES_PORT))
  school = await sellingSchool('Tax School', {
    invoicing: { address: 'Hafenstrasse 1', legalName: 'Tax GmbH', taxId: 'DE123456789' },
    taxation: { country: 'DE', isCharged: true, isIncluded: false, source: 'table' },
  })
  for (const rate of RATES) {
    await make(school.owner, 'tax-rates', { validFrom: '2020-01-01T00:00:00.000Z', ...rate })
  }
  offer = await school.offer(await school.course('Double entry'), 4900)
}, 120_000)
afterAll(() => Promise.all([browser.close(), vies.close()]))
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

it('a company in another country of the Union pays without VAT, once its number is found valid', async () => {
  const t = wordsOf('en')
  const buyer = await school.buyer()
  const page = await pageAt(browser, {
    host: school.host,
    language: 'en',
    member: buyer,
    path: `/checkout?offer=${offer}`,
    width: 1440,
  })
  const errors = errorsOf(page)
  const pay = (amount: number) =>
    page.getByRole('button', {
      name: t('checkout.pay', { amount: dollars(amount, 'en') }),
      exact: true,
    })
  const country = page.getByLabel(t('checkout.country'))
  await press(
    page.getByRole('button', { name: t('checkout.payTaxed', { amount: dollars(4900, 'en') }) }),
  )
  await page.getByText(t('errors.countryNeeded')).waitFor()
  expect(await isFocused(country)).toBe(true)
  expect(await findings(page)).toEqual([])
  await country.selectOption('FR')
  await pay(5880).waitFor()
  expect(await page.getByText(t('errors.countryNeeded')).count()).toBe(0)

  await page.getByRole('button', { name: t('checkout.forCompany') }).click()
  const vatId = page.getByLabel(t('checkout.vatId'))
  vies.set('FR12345678901', 'unregistered')
  await vatId.fill('FR12345678901')
  await vatId.press('Tab')
  await page.getByText(t('checkout.vat.invalid')).waitFor()
  expect(await pay(5880).count()).toBe(1)
  await vatId.fill('FR 123 456 789 02')
  await vatId.press('Tab')
  await page.getByText(t('checkout.reverseCharge')).waitFor()
  await page.getByLabel(t('checkout.company')).fill('Atelier Nord')
  expect([await beyond(page), await findings(page)]).toEqual([0, []])
  await shoot(page, 'tax-reverse-en')
  await press(pay(4900))
  await approve(page, 'en')
  await page.waitForURL('**/thanks**')
  await page.goto('/account/orders')
  const link = page.getByRole('link', { name: t('account.orders.invoice') })
  await link.waitFor()
  const said = await pdfBehind(buyer, link)
  for (const part of ['Atelier Nord', 'FR12345678902', 'DE123456789', 'Tax GmbH']) {
    expect(said).toContain(squashed(part))
  }
  expect(said.toLowerCase()).toContain('reversecharge')
  expect(errors).toEqual([])
}, 120_000)

it('a guest on a phone sees both taxes of a region in Hebrew before paying, and the same sums afterwards', async () => {
  const t = wordsOf('he')
  const guest = newPerson('Gil Guest')
  const stranger = visitorAt(school.host)
  const page = await pageAt(browser, {
    host: school.host,
    language: 'he',
    member: stranger,
    path: `/checkout?offer=${offer}`,
    width: 390,
  })
  const errors = errorsOf(page)
  await press(
    page.getByRole('button', { name: t('checkout.payTaxed', { amount: dollars(4900, 'he') }) }),
  )
  await page.getByText(t('errors.countryNeeded')).waitFor()
  expect(await isFocused(page.locator('input[name="name"]'))).toBe(true)
  await page.locator('input[name="name"]').fill(guest.name)
  await page.locator('input[name="email"]').fill(guest.email)
  await page.getByLabel(t('checkout.country')).selectOption('CA')
  await page.getByLabel(t('checkout.region')).selectOption('Quebec')
  await page.getByText(/QST/).waitFor()
  await page.getByText(dollars(489, 'he')).waitFor()
  expect([await beyond(page), await findings(page)]).toEqual([0, []])
  await shoot(page, 'tax-quebec-he')
  await press(
    page.getByRole('button', { name: t('checkout.pay', { amount: dollars(5634, 'he') }) }),
  )
  await approve(page, 'he')
  await page.getByRole('heading', { name: t('checkout.guestPaidTitle') }).waitFor()
  const said = await pdfBehind(stranger, page.getByRole('link', { name: t('checkout.invoice') }))
  for (const part of ['GST', 'QST', '2.45', '4.89', '56.34']) {
    expect(said).toContain(part)
  }
  expect(errors).toEqual([])
}, 120_000)
