import type { Browser, Page } from 'playwright-core'

import { WORDS } from '@/components/admin/earnings/words'

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

let browser: Browser
let school: RunSchool

type Earnings = { balances: { owed: number; paid: number }[] }

const balance = async (member: Visitor) =>
  (await member.get('/api/earnings')).json<Earnings>().balances[0]

beforeAll(async () => {
  browser = await launch()
  school = await runSchool('Earning School', {
    earnings: { holdingDays: 0 },
    fee: { isKept: false, rate: 1000 },
  })
  const { email, host, owner } = school
  const course = await make(owner, 'courses', {
    slug: `earn-${crypto.randomUUID().slice(0, 8)}`,
    _status: 'published',
    title: 'Deep harbours',
  })
  const people = (
    await owner.get(`/api/users?depth=0&where[email][equals]=${encodeURIComponent(email)}`)
  ).json<{ docs: { id: string }[] }>()
  await make(owner, 'revenue-shares', {
    course,
    person: people.docs[0]?.id,
    share: 3000,
    startsAt: '2020-01-01T00:00:00.000Z',
  })
  const offer = await make(owner, 'offers', {
    access: { unit: 'forever' },
    course,
    isActive: true,
    isDefault: true,
    kind: 'oneTime',
    prices: [{ amount: 4900, currency: 'USD' }],
    title: 'The course',
  })
  const buyer = await confirmed(visitorAt(host), newPerson('Bea Buyer'))
  const placed = (await buyer.post('/api/checkout', { items: [{ offer }] })).json<CheckedOut>()
  await buyer.post(`/api/payments/test/${sessionIn(placed.url)}/approve`)
  await eventually(async () => (await balance(owner))?.owed === 1323, 60_000)
}, 180_000)
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

const look = async ({
  language,
  path,
  width,
}: {
  language: 'en' | 'he'
  path: string
  width: number
}): Promise<Page> => {
  const { host, owner } = school
  const page = await openedAt(browser, { host, locale: language, member: owner, width })
  await page.context().addCookies([
    { name: 'payload-lng', url: `http://${host}`, value: language },
    { name: 'locale', url: `http://${host}`, value: language },
  ])
  await page.goto(path)
  await page.addStyleTag({ content: STILL })

  return page
}

it('whoever earns reads it line by line, and opens an account for payouts', async () => {
  const t = wordsOf('en')
  const page = await look({ language: 'en', path: '/account/earnings', width: 1440 })
  const errors = errorsOf(page)
  await page.getByText('Deep harbours').first().waitFor()
  await page.getByText('30%').waitFor()
  expect(await findings(page)).toEqual([])
  await shoot(page, 'earnings-en-1440')
  await press(page.getByRole('button', { name: t('account.earnings.account.open') }))
  await page.getByText(t('account.earnings.account.ready')).waitFor()
  expect(errors).toEqual([])
}, 180_000)

it('a manager sees what everybody is owed, and pays it out', async () => {
  const words = WORDS.en
  const page = await look({ language: 'en', path: '/admin/collections/payouts', width: 1440 })
  const errors = errorsOf(page)
  await page.getByRole('rowheader', { name: 'Olive Owner' }).waitFor()
  expect(await findings(page, '.lectern-earnings')).toEqual([])
  await shoot(page, 'payouts-en-1440')
  await press(page.getByRole('button', { name: words.payAll }))
  await eventually(async () => (await balance(school.owner))?.paid === 1323, 60_000)
  expect((await balance(school.owner))?.owed).toBe(0)
  expect(errors).toEqual([])
}, 180_000)

it('both fit a phone, in Hebrew', async () => {
  for (const [path, name] of [
    ['/account/earnings', 'earnings'],
    ['/admin/collections/payouts', 'payouts'],
  ] as const) {
    const page = await look({ language: 'he', path, width: 390 })
    await page
      .getByText(/13\.23/)
      .first()
      .waitFor()
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect([name, beyond]).toEqual([name, 0])
    await shoot(page, `${name}-he-390`)
  }
}, 180_000)

it('what the school keeps stands beside the prices of its offers', async () => {
  const page = await look({
    language: 'en',
    path: '/admin/collections/offers/create',
    width: 1440,
  })
  await page.locator('.lectern-kept').getByText('10%').waitFor()
  await shoot(page, 'offer-kept-en-1440')
}, 180_000)
