import type { Browser } from 'playwright-core'

import type { SellingSchool } from './selling'

import { make } from './admin'
import { findings } from './axe'
import { errorsOf, launch, shoot } from './browser'
import { eventually } from './eventually'
import { alive, press } from './press'
import { approve, beyond, dollars, LOOKS, pageAt, sellingSchool, untilOpen } from './selling'
import { wordsOf } from './words'

type Course = Awaited<ReturnType<SellingSchool['course']>>

const ADDED = 'Add the knots'
const PRICE = 4900
const REDUCED = 5530

let browser: Browser
let knots: Course
let open: string
let school: SellingSchool
let tides: Course
let whole: string

beforeAll(async () => {
  browser = await launch()
  school = await sellingSchool('Adding School')
  const charts = await school.course('Charts')
  ;[tides, knots] = await Promise.all([school.course('Tides'), school.course('Knots')])
  whole = await school.offer(tides, PRICE)
  await make(school.owner, 'offer-additions', {
    isActive: true,
    offer: whole,
    offered: await school.offer(knots, 7900),
    percentOff: 30,
    text: 'Mooring, towing and letting go.',
    title: ADDED,
  })
  open = await school.offer(charts, 3000, {
    isOpenPrice: true,
    prices: [{ amount: 3000, currency: 'USD', least: 500, most: 20_000 }],
    takesTips: true,
  })
}, 120_000)
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

it.each(LOOKS)(
  'a tick adds to the order, which opens both courses, and a refund of one line leaves the other, in %s at %i',
  async (language, width) => {
    const t = wordsOf(language)
    const { host, owner } = school
    const buyer = await school.buyer()
    const page = await pageAt(browser, {
      host,
      language,
      member: buyer,
      path: `/checkout?offer=${whole}`,
      width,
    })
    const errors = errorsOf(page)
    await page
      .getByRole('button', { name: t('checkout.pay', { amount: dollars(PRICE, language) }) })
      .waitFor()
    const added = page.getByRole('checkbox', { name: ADDED })
    await press(added)
    const pay = page.getByRole('button', {
      name: t('checkout.pay', { amount: dollars(PRICE + REDUCED, language) }),
    })
    await pay.waitFor()
    expect(await added.isChecked()).toBe(true)
    expect([await beyond(page), await findings(page)]).toEqual([0, []])
    await shoot(page, `addition-${language}`)
    await press(pay)
    await approve(page, language)
    await page.waitForURL('**/thanks**')
    const [, order = ''] = /\/orders\/([\w-]+)\//.exec(page.url()) ?? []
    await Promise.all([untilOpen(buyer, tides), untilOpen(buyer, knots)])

    const { lines } = (await owner.get(`/api/orders/${order}/refunds`)).json<{
      lines: { id: string; left: number; title: string }[]
    }>()
    const line = lines.find(({ title }) => title.includes(knots.title))
    expect(line?.left).toBe(REDUCED)
    const given = await owner.post(`/api/orders/${order}/refunds`, {
      endsAccess: true,
      key: crypto.randomUUID(),
      reason: 'The knots slipped',
      wish: { lines: [{ amount: REDUCED, line: line?.id }] },
    })
    expect(given.status).toBe(201)
    await untilOpen(buyer, knots, false)
    await untilOpen(buyer, tides)
    await page.goto('/account/orders')
    await page.getByText(dollars(-REDUCED, language)).waitFor()
    await page.getByText(t('account.orders.open'), { exact: true }).waitFor()
    await page.getByText(t('account.orders.closed'), { exact: true }).waitFor()
    expect(errors).toEqual([])
  },
  120_000,
)

it.each(LOOKS)(
  'a buyer names the price, hears which is too low, and adds a tip, in %s at %i',
  async (language, width) => {
    const t = wordsOf(language)
    const buyer = await school.buyer()
    const page = await pageAt(browser, {
      host: school.host,
      language,
      member: buyer,
      path: `/checkout?offer=${open}`,
      width,
    })
    const errors = errorsOf(page)
    const pay = (amount: number) =>
      page.getByRole('button', { name: t('checkout.pay', { amount: dollars(amount, language) }) })
    await pay(3000).waitFor()
    const own = page.getByLabel(t('course.yourPrice'))
    await alive(own)
    await own.fill('1')
    await own.press('Enter')
    await page.locator('[aria-invalid="true"]').waitFor()
    expect(await pay(3000).count()).toBe(1)
    await own.fill('42')
    await own.press('Enter')
    await pay(4200).waitFor()
    await press(page.getByRole('button', { name: t('checkout.otherTip') }))
    const tip = page.getByLabel(t('checkout.tipAmount'))
    await tip.fill('3')
    await tip.press('Enter')
    await pay(4500).waitFor()
    expect([await beyond(page), await findings(page)]).toEqual([0, []])
    await press(pay(4500))
    await approve(page, language)
    await page.waitForURL('**/thanks**')
    const orders = await eventually(async () => {
      const { docs } = (await buyer.get('/api/orders?depth=0')).json<{
        docs: { status: string; total: number }[]
      }>()

      return docs.some(({ status }) => status === 'paid') && docs
    }, 60_000)
    expect(orders.map(({ total }) => total)).toEqual([4500])
    expect(errors).toEqual([])
  },
  120_000,
)
