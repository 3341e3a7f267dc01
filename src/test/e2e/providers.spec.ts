import type { Browser, Page } from 'playwright-core'

import type { PayPalServer } from '@/test/paypal/server'
import type { RunSchool } from './runSchool'
import type { Visitor } from './visitor'

import { startPayPalServer } from '@/test/paypal/server'
import { ACCOUNT_KEYS } from '@/test/providers/keys'

import { make, openDocument } from './admin'
import { findings, STILL } from './axe'
import { errorsOf, launch, openedAt, shoot } from './browser'
import { confirmed, newPerson } from './buying'
import { alive, press } from './press'
import { runSchool } from './runSchool'
import { visitorAt } from './visitor'
import { wordsOf } from './words'

let browser: Browser
let buyer: Visitor
let offer: string
let paypal: PayPalServer
let school: RunSchool

beforeAll(async () => {
  browser = await launch()
  paypal = await startPayPalServer({ port: Number(process.env.E2E_PAYPAL_PORT) })
  school = await runSchool('Two Ways School', { locale: 'en' })
  const { host, owner } = school
  const slug = `two-ways-${crypto.randomUUID().slice(0, 8)}`
  const course = await make(owner, 'courses', { slug, _status: 'published', title: 'Still waters' })
  offer = await make(owner, 'offers', {
    access: { unit: 'forever' },
    course,
    isActive: true,
    isDefault: true,
    kind: 'oneTime',
    prices: [{ amount: 4900, currency: 'USD' }],
    title: 'The course',
  })
  await make(owner, 'payment-accounts', {
    isActive: true,
    position: 1,
    provider: 'razorpay',
    ...ACCOUNT_KEYS.razorpay,
  })
  await make(owner, 'payment-accounts', {
    isActive: true,
    position: 2,
    provider: 'paypal',
    ...ACCOUNT_KEYS.paypal,
  })
  buyer = await confirmed(visitorAt(host), newPerson('Bea Buyer'))
}, 120_000)
afterAll(() => Promise.all([browser.close(), paypal.close()]))
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

const atCheckout = async (
  locale: 'en' | 'he',
  { colorScheme, width }: { colorScheme?: 'dark'; width: number },
): Promise<Page> => {
  const page = await openedAt(browser, { host: school.host, locale, member: buyer, width })
  await page.emulateMedia({ colorScheme })
  await page.context().addCookies([{ name: 'locale', url: `http://${school.host}`, value: locale }])
  await page.goto(`/checkout?offer=${offer}`)
  await page.addStyleTag({ content: STILL })
  const ways = page.getByRole('group', { name: wordsOf(locale)('checkout.payBy') })
  await ways.getByRole('radio').nth(1).waitFor()

  return page
}

it('the ways to pay are cards at the checkout, the first chosen, in both directions and widths', async () => {
  for (const [locale, look, name] of [
    ['en', { width: 1440 }, 'en-wide'],
    ['en', { colorScheme: 'dark', width: 390 }, 'en-phone-dark'],
    ['he', { width: 1440 }, 'he-wide'],
    ['he', { width: 390 }, 'he-phone'],
  ] as const) {
    const page = await atCheckout(locale, look)
    const t = wordsOf(locale)
    const [first, second] = await page.getByRole('radio').all()
    expect(await first?.isChecked()).toBe(true)
    expect(await second?.isChecked()).toBe(false)
    expect(await page.getByRole('radio', { name: t('checkout.byPaypal') }).count()).toBe(1)
    expect(await findings(page)).toEqual([])
    await shoot(page, `providers-${name}`)
    await page.context().close()
  }
}, 60_000)

it('a guest pays on PayPal’s page, chosen by keyboard, and comes back to her order', async () => {
  const t = wordsOf('en')
  const context = await browser.newContext({ baseURL: `http://${school.host}`, locale: 'en' })
  const page = await context.newPage()
  const errors = errorsOf(page)
  await page.goto(`/checkout?offer=${offer}`)
  const first = page.getByRole('radio', { name: t('checkout.byRazorpay') })
  await alive(first)
  await page.locator('input[name="name"]').fill('Gil Guest')
  await page.locator('input[name="email"]').fill(newPerson('Gil Guest').email)
  await first.focus()
  await page.keyboard.press('ArrowDown')
  expect(await page.getByRole('radio', { name: t('checkout.byPaypal') }).isChecked()).toBe(true)
  await press(page.getByRole('button', { name: t('checkout.pay', { amount: '$49.00' }) }))
  await page.getByText('49.00 USD').waitFor()
  await page.getByRole('button', { name: 'Pay now' }).click()
  await page.getByRole('heading', { name: t('checkout.guestPaidTitle') }).waitFor()

  expect(paypal.store.captures.size).toBe(1)
  expect(errors.filter((error) => error.startsWith(`http://${school.host}`))).toEqual([])
  const orders = await school.owner.get('/api/orders?depth=0')
  expect(orders.json<{ docs: object[] }>().docs).toMatchObject([
    { provider: 'paypal', status: 'paid', total: 4900 },
  ])
}, 60_000)

it('the owner sees how a key ends, where PayPal sends its events, and no key', async () => {
  const accounts = await school.owner.get(
    '/api/payment-accounts?depth=0&where[provider][equals]=paypal',
  )
  const [account] = accounts.json<{ docs: { id: string }[] }>().docs
  const page = await openedAt(browser, {
    host: school.host,
    locale: 'en',
    member: school.owner,
    width: 1440,
  })
  await openDocument(page, `payment-accounts/${account?.id}`)

  await page.getByText(`http://${school.host}/api/payments/paypal/webhook`).waitFor()
  expect(await page.locator('#field-paypalSecret').inputValue()).toBe('•••• 7Kq2')
  expect(await page.content()).not.toContain(ACCOUNT_KEYS.paypal.paypalSecret)
  expect(accounts.text).not.toContain(ACCOUNT_KEYS.paypal.paypalSecret)
  await shoot(page, 'providers-admin')
}, 60_000)
