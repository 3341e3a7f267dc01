import type { Browser, Page } from 'playwright-core'

import type { SellingSchool } from './selling'
import type { Visitor } from './visitor'

import { findings } from './axe'
import { errorsOf, launch, shoot } from './browser'
import { eventually } from './eventually'
import { press } from './press'
import { beyond, bought, LOOKS, pageAt, sellingSchool, untilOpen } from './selling'
import { wordsOf } from './words'

let browser: Browser
let course: Awaited<ReturnType<SellingSchool['course']>>
let monthly: string
let school: SellingSchool

beforeAll(async () => {
  browser = await launch()
  school = await sellingSchool('Plan School', {
    recurring: { counterOffer: 'discount', counterPercent: 20, counterPeriods: 3 },
  })
  course = await school.course('Slow rivers')
  const recurs = { isDefault: false, kind: 'subscription', mostPauseMonths: 3 }
  monthly = await school.offer(course, 1900, { ...recurs, interval: 'month', title: 'Monthly' })
  await school.offer(course, 19_000, { ...recurs, interval: 'year', title: 'Yearly' })
}, 120_000)
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

type Plan = {
  cancelAtPeriodEnd: boolean
  cancelReason: null | string
  interval: string
  status: string
}

const planOf = async (member: Visitor): Promise<Plan | undefined> =>
  (await member.get('/api/subscriptions?depth=0')).json<{ docs: Plan[] }>().docs[0]

const plansOf = async (
  language: 'en' | 'he',
  width: number,
): Promise<{ buyer: Visitor; errors: string[]; page: Page }> => {
  const buyer = await school.buyer()
  await bought(buyer, { items: [{ offer: monthly }] })
  await untilOpen(buyer, course)
  await eventually(async () => (await planOf(buyer))?.status === 'active', 60_000)
  const page = await pageAt(browser, {
    host: school.host,
    language,
    member: buyer,
    path: '/account/plans',
    width,
  })

  return { buyer, errors: errorsOf(page), page }
}

it.each(LOOKS)(
  'a plan changes to another, what is paid counted towards it, in %s at %i',
  async (language, width) => {
    const t = wordsOf(language)
    const { buyer, errors, page } = await plansOf(language, width)
    await press(page.getByRole('button', { name: t('account.plans.change') }))
    const [before = ''] = t('account.plans.changeFor', { amount: '#' }).split('#')
    const change = page.getByRole('button', { name: before })
    await change.waitFor()
    await page.getByText(t('account.plans.credited')).waitFor()
    expect([await beyond(page), await findings(page)]).toEqual([0, []])
    await shoot(page, `plan-change-${language}`)
    await press(change)
    await page.waitForURL('**/thanks**')
    await eventually(async () => (await planOf(buyer))?.interval === 'year', 60_000)
    await page.goto('/account/plans')
    await page.getByRole('heading', { name: 'Yearly' }).waitFor()
    expect(errors).toEqual([])
  },
  120_000,
)

it.each(LOOKS)(
  'a plan is paused, goes on, is kept for less, and ends with what is paid, in %s at %i',
  async (language, width) => {
    const t = wordsOf(language)
    const { buyer, errors, page } = await plansOf(language, width)
    await press(page.getByRole('button', { name: t('account.plans.pause'), exact: true }))
    await page.getByLabel(t('account.plans.pauseFor')).selectOption('2')
    await press(page.getByRole('button', { name: t('account.plans.pauseNow') }))
    const resume = page.getByRole('button', { name: t('account.plans.unpause') })
    await resume.waitFor()
    await untilOpen(buyer, course, false)
    await press(resume)
    await untilOpen(buyer, course)

    const cancel = page.getByRole('button', { name: t('account.plans.cancel') })
    await press(cancel)
    await page.getByText(t('account.plans.discountTitle', { percent: 20 })).waitFor()
    expect([await beyond(page), await findings(page)]).toEqual([0, []])
    await shoot(page, `plan-cancel-${language}`)
    await press(page.getByRole('button', { name: t('account.plans.takeDiscount') }))
    await page.getByText(t('account.plans.discountRuns', { count: 3, percent: 20 })).waitFor()

    await press(cancel)
    await page.getByRole('radio', { name: t('account.plans.reasons.noTime') }).check()
    await press(page.getByRole('button', { name: t('account.plans.cancelNow') }))
    await page.getByText(t('account.plans.endsOn')).waitFor()
    expect(await planOf(buyer)).toMatchObject({ cancelAtPeriodEnd: true, cancelReason: 'noTime' })
    await untilOpen(buyer, course)
    expect(errors).toEqual([])
  },
  120_000,
)
