import type { Browser } from 'playwright-core'

import type { SellingSchool } from './selling'

import { make } from './admin'
import { findings } from './axe'
import { errorsOf, launch, shoot } from './browser'
import { newPerson } from './buying'
import { eventually } from './eventually'
import { press } from './press'
import { beyond, bought, LOOKS, pageAt, sellingSchool } from './selling'
import { WORTH_WORDS } from '@/components/admin/figures/worthWords'
import { wordsOf } from './words'

let browser: Browser
let school: SellingSchool

type Earnings = { balances: { currency: string }[]; inBase: null | { owed: number } }

/** A school of dollars that sold the same for $49.00 and for €24.50, at a rate of its own of two dollars for a euro. */
beforeAll(async () => {
  browser = await launch()
  school = await sellingSchool('Two Currencies', {
    currencies: [{ conversion: 'own', currency: 'EUR', rate: '0.5', rounding: 'none' }],
    earnings: { holdingDays: 0 },
  })
  const { email, owner } = school
  const course = await school.course('Deep harbours')
  const people = await owner.get(
    `/api/users?depth=0&where[email][equals]=${encodeURIComponent(email)}`,
  )
  await make(owner, 'revenue-shares', {
    course: course.id,
    person: people.json<{ docs: { id: string }[] }>().docs[0]?.id,
    share: 5000,
    startsAt: '2020-01-01T00:00:00.000Z',
  })
  const offer = await school.offer(course, 4900)
  await bought(await school.buyer(newPerson('Dan Dollar')), { items: [{ offer }] })
  await bought(await school.buyer(newPerson('Eva Euro')), {
    currency: 'EUR',
    items: [{ offer }],
  })
  await eventually(
    async () => (await owner.get('/api/earnings')).json<Earnings>().balances.length === 2,
    60_000,
  )
}, 180_000)
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

it.each(LOOKS)(
  'what was sold in several is added up in the school’s own, and named, in %s',
  async (language, width) => {
    const words = WORTH_WORDS[language]
    for (const [path, text, whole] of [
      ['/admin', words.atDayRates('USD'), /≈\D*98/],
      ['/admin/collections/orders', words.inAll('USD'), /≈\D*98/],
      ['/admin/collections/payouts', words.inAll('USD'), /≈\D*49/],
    ] as const) {
      const page = await pageAt(browser, {
        host: school.host,
        language,
        member: school.owner,
        path,
        width,
      })
      const errors = errorsOf(page)
      await page.getByText(text).first().waitFor()
      await page.getByText(whole).first().waitFor()
      await page
        .getByText(/24\.50/)
        .first()
        .waitFor()
      expect([path, await beyond(page)]).toEqual([path, 0])
      expect(await findings(page, path === '/admin' ? undefined : '.lectern-balances')).toEqual([])
      expect(errors).toEqual([])
      await shoot(page, `currencies${path.replaceAll('/', '-')}-${language}-${width}`)
    }
  },
  180_000,
)

it.each(LOOKS)(
  'what is owed in several is added up, and its lines are chosen by currency, in %s',
  async (language, width) => {
    const t = wordsOf(language)
    const page = await pageAt(browser, {
      host: school.host,
      language,
      member: school.owner,
      path: '/account/earnings',
      width,
    })
    const errors = errorsOf(page)
    await page.getByText(t('account.earnings.inAll', { currency: 'USD' })).waitFor()
    await page.getByText(t('account.earnings.ownRate')).waitFor()
    expect(await findings(page)).toEqual([])
    await press(
      page
        .getByRole('navigation', { name: t('account.earnings.currencies') })
        .getByRole('link', { name: 'USD' }),
    )
    await page.waitForURL('**/earnings?currency=USD')
    await page
      .getByRole('cell', { name: /24\.50/ })
      .first()
      .waitFor()
    expect(await beyond(page)).toBe(0)
    expect(errors).toEqual([])
  },
  180_000,
)
