import type { Browser, Page } from 'playwright-core'

import { aurora } from '@/seed/schools/aurora'
import { ofek } from '@/seed/schools/ofek'

import type { Place } from './place'
import type { Visitor } from './visitor'

import { make } from './admin'
import { findings } from './axe'
import { errorsOf, launch, opened, openedAt } from './browser'
import {
  buy,
  checkout,
  confirmed,
  confirmedVisitor,
  curriculum,
  newPerson,
  sessionIn,
  type CheckedOut,
} from './buying'
import { eventually } from './eventually'
import { press } from './press'
import { runSchool } from './runSchool'
import { said } from './said'
import { visitorAt } from './visitor'
import { wordsOf } from './words'

type Offer = { courses?: string[]; id: string; kind: string }

const offersOf = async (one: Visitor): Promise<Offer[]> =>
  (await one.get('/api/offers?depth=0&limit=50')).json<{ docs: Offer[] }>().docs

/** The offer of several courses for one payment. */
const bundleOf = async (one: Visitor): Promise<Offer | undefined> =>
  (await offersOf(one)).find(({ courses = [], kind }) => kind === 'oneTime' && courses.length > 0)

/** Takes an offer at the test gateway; answers what was due at once. */
const take = async (one: Visitor, offer: string): Promise<number> => {
  const placed = (await checkout(one, offer)).json<CheckedOut>()
  await one.post(`/api/payments/test/${sessionIn(placed.url)}/approve`)

  return placed.total
}

const openTo = (one: Visitor, slug: string) =>
  eventually(async () => (await curriculum(one, slug)).enrollment)

const customer = async (
  browser: Browser,
  place: Place,
): Promise<{ errors: string[]; member: Visitor; page: Page }> => {
  const member = await confirmedVisitor(place, newPerson('Rita Regular'))
  const page = await opened(browser, { member, place })

  return { errors: errorsOf(page), member, page }
}

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

describe('a membership, in English', () => {
  const t = wordsOf('en')

  it('is offered beside the price, opens its courses while it runs, and is ended and kept by its buyer', async () => {
    const { errors, member, page } = await customer(browser, 'aurora')
    const { title } = aurora.membership ?? { title: '' }
    await page.goto('/courses/seeing-light', { waitUntil: 'networkidle' })
    await page.getByText(title).first().waitFor()
    const offer = (await offersOf(member)).find(({ kind }) => kind === 'subscription')

    expect(await take(member, offer?.id ?? '')).toBe(0)
    await openTo(member, 'seeing-light')
    await page.goto('/account/plans', { waitUntil: 'networkidle' })
    await page.getByText(t('account.plans.trialing'), { exact: true }).waitFor()
    expect(await findings(page)).toEqual([])
    await press(page.getByRole('button', { name: t('account.plans.cancel') }))
    await press(page.getByRole('button', { name: t('account.plans.cancelNow') }))
    await page.getByText(t('account.plans.endsOn')).waitFor()
    expect((await curriculum(member, 'seeing-light')).enrollment).not.toBeNull()
    await press(page.getByRole('button', { name: t('account.plans.resume') }))
    await page.getByText(t('account.plans.nextOn')).waitFor()
    expect(errors).toEqual([])
  }, 180_000)

  it('is refused while it runs already', async () => {
    const { member } = await customer(browser, 'aurora')
    const offer = (await offersOf(member)).find(({ kind }) => kind === 'subscription')
    await take(member, offer?.id ?? '')
    await openTo(member, 'seeing-light')

    expect((await checkout(member, offer?.id ?? '')).status).toBe(409)
  })
})

describe('a subscription, in Hebrew', () => {
  const t = wordsOf('he')

  it('is paid, opens its course, and is ended and kept by its buyer', async () => {
    const { host, owner } = await runSchool('בית ספר למנויים', { locale: 'he' })
    const slug = `by-the-month-${crypto.randomUUID().slice(0, 8)}`
    const course = await make(owner, 'courses', { slug, _status: 'published', title: 'מים שקטים' })
    const offer = await make(owner, 'offers', {
      access: { unit: 'whilePaid' },
      course,
      interval: 'month',
      isActive: true,
      isDefault: true,
      kind: 'subscription',
      prices: [{ amount: 3900, currency: 'USD' }],
      title: 'כל חודש',
    })
    const member = await confirmed(visitorAt(host), newPerson('רינה רגילה'))
    const page = await openedAt(browser, { host, locale: 'he', member, width: 390 })
    const errors = errorsOf(page)
    await page.goto(`/courses/${slug}`, { waitUntil: 'networkidle' })
    await page.getByRole('heading', { name: 'מים שקטים', level: 1 }).waitFor()

    expect(await take(member, offer)).toBe(3900)
    await openTo(member, slug)
    await page.goto('/account/plans', { waitUntil: 'networkidle' })
    await page.getByText(t('account.plans.active'), { exact: true }).waitFor()
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    expect(await findings(page)).toEqual([])
    await press(page.getByRole('button', { name: t('account.plans.cancel') }))
    await press(page.getByRole('button', { name: t('account.plans.cancelNow') }))
    await page.getByText(t('account.plans.endsOn')).waitFor()
    expect((await curriculum(member, slug)).enrollment).not.toBeNull()
    await press(page.getByRole('button', { name: t('account.plans.resume') }))
    await page.getByText(t('account.plans.nextOn')).waitFor()
    expect(errors).toEqual([])
  }, 180_000)
})

describe('a bundle', () => {
  it('opens every course in it by one payment', async () => {
    const { member } = await customer(browser, 'aurora')
    const bundle = await bundleOf(member)

    expect(await take(member, bundle?.id ?? '')).toBe(aurora.bundle?.amount)
    for (const slug of aurora.bundle?.courses ?? []) {
      await openTo(member, slug)
    }
    expect((await checkout(member, bundle?.id ?? '')).status).toBe(409)
  })

  it('is sold to whoever owns a part of it', async () => {
    const { member } = await customer(browser, 'aurora')
    await buy(member, 'seeing-light')
    const bundle = await bundleOf(member)

    expect((await checkout(member, bundle?.id ?? '')).status).toBe(201)
  })
})

describe('a plan of instalments, in Hebrew', () => {
  const t = wordsOf('he')

  it('opens the course with the first payment, and cannot be cancelled', async () => {
    const { errors, member, page } = await customer(browser, 'ofek')
    const course = ofek.courses.find(({ plan }) => plan)
    const offer = (await offersOf(member)).find(({ kind }) => kind === 'plan')

    expect(await take(member, offer?.id ?? '')).toBe((course?.plan?.amount ?? 0) / 3)
    await openTo(member, course?.slug ?? '')
    await page.goto('/account/plans', { waitUntil: 'networkidle' })
    await page.getByText(course?.plan?.title ?? '').waitFor()
    await page.getByText(t('account.plans.nextOn')).waitFor()
    expect(await page.getByRole('button', { name: t('account.plans.cancel') }).count()).toBe(0)
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    expect(await findings(page)).toEqual([])
    expect(errors).toEqual([])
    const { id } = (await member.get('/api/subscriptions?depth=0')).json<{
      docs: { id: string }[]
    }>().docs[0] ?? { id: '' }
    expect(said(await member.post(`/api/subscriptions/${id}/cancel`))).toEqual([
      422,
      'notCancelable',
    ])
  }, 180_000)
})
