import type { Browser, BrowserContext, Page } from 'playwright-core'

import type { SeedSchool } from '@/seed/types'

import { formatMoney } from '@/components/ui/formatMoney'

import type { Place } from './place'

import { launch, person, shootAll, errorsOf } from './browser'
import { newPerson } from './buying'
import { creatorPart } from './creator'
import { signUp } from './forms'
import { learnerPart } from './learner'
import { press } from './press'
import { wordsOf, type Words } from './words'

/** What the parts of one telling share. */
export type Telling = {
  browser: Browser
  context: BrowserContext
  /** Console errors of the student's pages. */
  errors: string[]
  /** Address of the first lesson. */
  lesson: string
  locale: 'en' | 'he'
  name: string
  order: string
  page: Page
  place: Place
  school: SeedSchool
  t: Words
}

type Given = Pick<Telling, 'locale' | 'name' | 'place' | 'school'> & {
  linkOf: (browser: Browser, email: string) => Promise<string>
}

/** One step of a story; where it fails, a picture of the page is kept. */
export type Step = (title: string, work: (telling: Telling) => Promise<void>) => void

/** Tells the story of a course in a real browser: from the landing page to the certificate, then the creator's part. */
export const tellStory = ({ name, linkOf, locale, place, school }: Given): void => {
  const t = wordsOf(locale)
  const student = newPerson(name)
  const [course] = school.courses
  const price = course && 'amount' in course.offer ? course.offer.amount : 0
  const total = price - Math.round((price * school.coupon.percentOff) / 100)
  const { currency } = school.settings
  const telling = {
    name,
    errors: [],
    lesson: '',
    locale,
    order: '',
    place,
    school,
    t,
  } as unknown as Telling

  let failed = ''
  const step: Step = (title, work) =>
    it(
      title,
      async () => {
        if (failed) {
          throw new Error(`The story broke off at “${failed}”.`)
        }
        try {
          await work(telling)
        } catch (error) {
          failed = title
          await shootAll(telling.browser, `failed-${locale}-${title.replace(/\W+/g, '-')}`)
          throw error
        }
      },
      180_000,
    )

  beforeAll(async () => {
    telling.browser = await launch()
    telling.context = await person(telling.browser, { locale, place })
    telling.page = await telling.context.newPage()
    telling.errors = errorsOf(telling.page)
  }, 180_000)
  afterAll(() => telling.browser.close())

  step('leads from the landing page to the course', async ({ page }) => {
    await page.goto('/')
    expect(await page.locator('html').getAttribute('dir')).toBe(locale === 'he' ? 'rtl' : 'ltr')
    expect(await page.locator('html').getAttribute('lang')).toBe(locale)
    await page.getByRole('link', { name: school.home.hero.buttonLabel }).first().click()
    await page.getByRole('heading', { name: course?.title, level: 1 }).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/courses/${course?.slug}`)
  })

  step('asks for an account on the way to the checkout', async ({ page }) => {
    const buy = t('course.buy', {
      price: formatMoney({ amount: price, currency, locale, whole: true }),
    })
    await page.getByRole('link', { name: buy }).first().click()
    await page.getByText(t('checkout.guestLead')).waitFor()
    await page.getByRole('link', { name: t('auth.createOne') }).click()
    await page.waitForURL('**/sign-up?**')
    await signUp(page, t, student)
  })

  step('comes back to the checkout by the link in the mail', async ({ browser, page }) => {
    await page.goto(await linkOf(browser, student.email))
    await page.getByText(t('checkout.receiptTo', { email: student.email })).waitFor()
    expect(new URL(page.url()).pathname).toBe('/checkout')
  })

  step('takes the coupon and pays at the test gateway', async (now) => {
    const { page } = now
    await page.getByRole('button', { name: t('checkout.haveCoupon') }).click()
    await page.getByLabel(t('checkout.coupon')).fill(school.coupon.code)
    await page.getByRole('button', { name: t('checkout.apply') }).click()
    await page.getByText(t('checkout.couponApplied', { code: school.coupon.code })).waitFor()
    const amount = formatMoney({ amount: total, currency, locale })
    await press(page.getByRole('button', { name: t('checkout.pay', { amount }) }))
    await press(page.getByRole('button', { name: t('gateway.approve') }))
    await page.getByRole('heading', { name: t('checkout.approvedTitle') }).waitFor()
    now.order = /\/orders\/([\w-]+)\/thanks/.exec(page.url())?.[1] ?? ''
    expect(now.order).not.toBe('')
  })

  learnerPart(step)
  creatorPart(step)

  it('wrote no error to the console', () => {
    expect(telling.errors).toEqual([])
  })
}
