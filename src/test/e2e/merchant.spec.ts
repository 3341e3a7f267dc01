import type { Browser, Page } from 'playwright-core'

import type { PaddleServer } from '@/test/paddle/server'
import type { RunSchool } from './runSchool'
import type { Visitor } from './visitor'

import { startPaddleServer } from '@/test/paddle/server'
import { ACCOUNT_KEYS } from '@/test/providers/keys'

import { make, openDocument } from './admin'
import { findings, STILL } from './axe'
import { errorsOf, launch, openedAt, shoot } from './browser'
import { confirmed, newPerson } from './buying'
import { eventually } from './eventually'
import { alive, press } from './press'
import { runSchool } from './runSchool'
import { visitorAt } from './visitor'
import { wordsOf } from './words'

const merchant = 'Paddle'

let browser: Browser
let buyer: Visitor
let offers: string[]
let paddle: PaddleServer
let school: RunSchool

beforeAll(async () => {
  browser = await launch()
  paddle = await startPaddleServer({ port: Number(process.env.E2E_PADDLE_PORT) })
  school = await runSchool('Merchant School', { locale: 'en' })
  const { host, owner } = school
  const sell = async (title: string) => {
    const slug = `sold-${crypto.randomUUID().slice(0, 8)}`
    const course = await make(owner, 'courses', { slug, _status: 'published', title })

    return make(owner, 'offers', {
      access: { unit: 'forever' },
      course,
      isActive: true,
      isDefault: true,
      kind: 'oneTime',
      prices: [{ amount: 4900, currency: 'USD' }],
      title: 'The course',
    })
  }
  offers = [await sell('Still waters'), await sell('Deep waters')]
  await make(owner, 'payment-accounts', {
    isActive: true,
    isSandbox: true,
    position: 1,
    provider: 'paddle',
    ...ACCOUNT_KEYS.paddle,
  })
  buyer = await confirmed(visitorAt(host), newPerson('Bea Buyer'))
}, 120_000)
afterAll(() => Promise.all([browser.close(), paddle.close()]))
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

const LOOKS = [
  ['en', { width: 1440 }, 'en-wide'],
  ['en', { colorScheme: 'dark', width: 390 }, 'en-phone-dark'],
  ['he', { colorScheme: 'dark', width: 1440 }, 'he-wide-dark'],
  ['he', { width: 390 }, 'he-phone'],
  ['ru', { width: 390 }, 'ru-phone'],
] as const

const as = async (
  [locale, { width, ...given }]: (typeof LOOKS)[number] | readonly ['en', { width: number }],
  path: string,
): Promise<Page> => {
  const page = await openedAt(browser, { host: school.host, locale, member: buyer, width })
  await page.emulateMedia({ colorScheme: 'colorScheme' in given ? given.colorScheme : 'light' })
  await page.context().addCookies([{ name: 'locale', url: `http://${school.host}`, value: locale }])
  await page.goto(path)
  await page.addStyleTag({ content: STILL })

  return page
}

const checkoutIn = (page: Page) => page.frameLocator('iframe[title="Paddle Checkout"]')

it('the checkout says who sells, and names nobody else', async () => {
  for (const look of LOOKS) {
    const [locale, , name] = look
    const t = wordsOf(locale)
    const page = await as(look, `/checkout?offer=${offers[0]}`)
    await page.getByText(t('checkout.merchant.soldBy', { merchant })).waitFor()
    await alive(page.getByRole('button', { name: t('checkout.pay', { amount: '' }).trim() }))
    expect(await page.getByRole('radio').count()).toBe(0)
    expect(await findings(page)).toEqual([])
    await shoot(page, `merchant-checkout-${name}`)
    await page.context().close()
  }
}, 90_000)

it('a buyer closes Paddle’s checkout, opens it again, pays, and finds its invoice', async () => {
  const t = wordsOf('en')
  const page = await as(['en', { width: 1440 }], `/checkout?offer=${offers[0]}`)
  const errors = errorsOf(page)
  await press(page.getByRole('button', { name: t('checkout.pay', { amount: '$49.00' }) }))
  await page.waitForURL(/\/pay\/paddle\?_ptxn=txn_/)
  await checkoutIn(page).getByText('4900 USD').waitFor()
  await checkoutIn(page).getByRole('button', { name: 'Cancel' }).click()
  await page.getByText(t('checkout.merchant.closedTitle')).waitFor()
  expect(await findings(page)).toEqual([])
  await press(page.getByRole('button', { name: t('checkout.merchant.again') }))
  await checkoutIn(page).getByRole('button', { name: 'Pay now' }).click()
  await page.getByRole('heading', { name: t('checkout.approvedTitle') }).waitFor()
  await page.getByText(t('checkout.merchant.seller', { merchant })).waitFor()
  await shoot(page, 'merchant-thanks')
  await page.goto('/account/orders')
  await page.getByText(t('checkout.merchant.seller', { merchant })).waitFor()
  expect(await findings(page)).toEqual([])
  await shoot(page, 'merchant-orders')
  const opened = page.waitForEvent('popup')
  await page.getByRole('link', { name: t('checkout.merchant.invoice', { merchant }) }).click()
  await (await opened).getByRole('heading', { name: 'Paddle invoice' }).waitFor()

  expect(errors.filter((error) => error.startsWith(`http://${school.host}`))).toEqual([])
  const orders = await school.owner.get('/api/orders?depth=0')
  expect(orders.json<{ docs: object[] }>().docs).toMatchObject([
    { merchant, merchantFee: 295, provider: 'paddle', status: 'paid', tax: 817, total: 4900 },
  ])
  const invoices = await school.owner.get('/api/invoices?depth=0')
  expect(invoices.json<{ totalDocs: number }>().totalDocs).toBe(0)
}, 90_000)

it('a guest pays by the page’s link, and comes back to her order', async () => {
  const t = wordsOf('en')
  const context = await browser.newContext({ baseURL: `http://${school.host}`, locale: 'en' })
  const page = await context.newPage()
  await page.goto(`/checkout?offer=${offers[1]}`)
  await alive(page.locator('input[name="name"]'))
  await page.locator('input[name="name"]').fill('Gil Guest')
  await page.locator('input[name="email"]').fill(newPerson('Gil Guest').email)
  await press(page.getByRole('button', { name: t('checkout.pay', { amount: '$49.00' }) }))
  await checkoutIn(page).getByRole('button', { name: 'Pay now' }).click()
  await page.getByRole('heading', { name: t('checkout.guestPaidTitle') }).waitFor()
  await page.getByText(t('checkout.merchant.seller', { merchant })).waitFor()
}, 60_000)

it('the page that opens the checkout is whole in every look, also where its script does not come', async () => {
  const placed = await buyer.post('/api/checkout', { items: [{ offer: offers[1] }] })
  const { pathname, search } = new URL(placed.json<{ url: string }>().url)
  for (const look of LOOKS) {
    const [locale, , name] = look
    const t = wordsOf(locale)
    const page = await as(look, '/pay/paddle')
    await page.getByText(t('checkout.merchant.nothingTitle')).waitFor()
    await page.route('**/paddle/v2/paddle.js', (route) => route.abort())
    await page.goto(`${pathname}${search}`)
    await page.addStyleTag({ content: STILL })
    await page.getByText(t('checkout.merchant.failedTitle')).waitFor()
    expect(await findings(page)).toEqual([])
    await shoot(page, `merchant-page-${name}`)
    await page.unroute('**/paddle/v2/paddle.js')
    await press(page.getByRole('button', { name: t('checkout.merchant.again') }))
    await checkoutIn(page).getByRole('button', { name: 'Pay now' }).waitFor()
    await page.context().close()
  }
}, 90_000)

it('the owner reads what it means, where Paddle sends its events, and who sold an order', async () => {
  const { host, owner } = school
  const accounts = await owner.get('/api/payment-accounts?depth=0')
  const [account] = accounts.json<{ docs: { id: string }[] }>().docs
  const orders = await owner.get('/api/orders?depth=0&where[status][equals]=paid&sort=id')
  const [order] = orders.json<{ docs: { id: string; merchantInvoice: string }[] }>().docs
  const page = await openedAt(browser, { host, locale: 'en', member: owner, width: 1440 })
  await openDocument(page, `payment-accounts/${account?.id}`)
  await page.getByText(`http://${host}/api/payments/paddle/webhook`).waitFor()
  expect(await page.locator('#field-paddleApiKey').inputValue()).toBe('•••• 7Kq2')
  await shoot(page, 'merchant-admin-account')
  await page.goto(`/admin/collections/orders/${order?.id}`)
  await eventually(async () => (await page.locator('#field-merchant').inputValue()) === merchant)
  await page.getByRole('link', { name: order?.merchantInvoice ?? '?' }).waitFor()
  await shoot(page, 'merchant-admin-order')
}, 60_000)
