import type { Browser, Page } from 'playwright-core'

import { aurora } from '@/seed/schools/aurora'
import { ofek } from '@/seed/schools/ofek'

import { findings } from './axe'
import { errorsOf, launch, opened, person } from './browser'
import { confirmedVisitor, newPerson } from './buying'
import { eventually } from './eventually'
import { press } from './press'
import { signedIn } from './visitor'
import { wordsOf, type Words } from './words'

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const add = async (page: Page, t: Words, slug = ''): Promise<void> => {
  await page.goto(`/courses/${slug}`)
  await press(page.getByRole('button', { name: t('course.addToCart') }))
  await page.getByRole('link', { name: t('course.inCart') }).waitFor()
}

const badge = (page: Page, t: Words, count: number) =>
  page.getByRole('link', { name: t('shell.cart', { count }) })

const rows = (page: Page) => page.locator('main li')

describe.each([
  { locale: 'en', place: 'aurora', school: aurora },
  { locale: 'he', place: 'ofek', school: ofek },
] as const)('a cart, in $locale', ({ locale, place, school }) => {
  const t = wordsOf(locale)
  const [first, second] = school.courses

  it('keeps what a visitor put into it, comes along to the account and to another device, and is paid at once', async () => {
    const someone = newPerson('Cora Cart')
    const member = await confirmedVisitor(place, someone)
    const context = await person(browser, { place: place })
    const page = await context.newPage()
    const errors = errorsOf(page)
    await add(page, t, first?.slug)
    await badge(page, t, 1).waitFor()
    await add(page, t, second?.slug)
    await badge(page, t, 2).click()
    await page.getByRole('link', { name: t('checkout.cartPay') }).waitFor()
    expect(await rows(page).count()).toBe(2)
    expect(await findings(page, 'main')).toEqual([])
    expect(await page.locator('html').getAttribute('dir')).toBe(locale === 'he' ? 'rtl' : 'ltr')

    await page.goto('/sign-in?next=/cart')
    await page.getByLabel(t('auth.email'), { exact: true }).fill(someone.email)
    await page.getByLabel(t('auth.password'), { exact: true }).fill(someone.password)
    await press(page.getByRole('button', { name: t('auth.signIn'), exact: true }))
    await page.getByRole('link', { name: t('checkout.cartPay') }).waitFor()
    expect(await rows(page).count()).toBe(2)

    const elsewhere = await opened(browser, {
      member: await signedIn({ ...someone, place: place }),
      place: place,
    })
    await elsewhere.goto('/courses')
    await badge(elsewhere, t, 2).click()
    await elsewhere.getByRole('link', { name: t('checkout.cartPay') }).click()
    await elsewhere.waitForURL('**/checkout?**')
    await press(elsewhere.getByRole('button', { name: t('checkout.pay', { amount: '' }).trim() }))
    await press(elsewhere.getByRole('button', { name: t('gateway.approve') }))
    await elsewhere.waitForURL('**/thanks**')
    await eventually(async () => {
      const { count } = (await member.get('/api/cart/count')).json<{ count: number }>()

      return count === 0
    })
    await elsewhere.goto('/cart')
    await elsewhere.getByRole('heading', { name: t('checkout.cartEmptyTitle') }).waitFor()

    await page.goto('/cart')
    await page.getByRole('heading', { name: t('checkout.cartEmptyTitle') }).waitFor()
    expect(errors).toEqual([])
    await elsewhere.context().close()
    await context.close()
  }, 180_000)

  it('gives back by the keyboard what is taken out', async () => {
    const page = await (await person(browser, { place: place, width: 390 })).newPage()
    await add(page, t, first?.slug)
    await page.goto('/cart')
    await page.getByRole('link', { name: t('checkout.cartPay') }).waitFor()
    await rows(page).getByRole('button').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: t('checkout.cartEmptyTitle') }).waitFor()
    expect(await badge(page, t, 1).count()).toBe(0)
    await page.context().close()
  })
})
