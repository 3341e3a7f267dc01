import type { Browser, Page } from 'playwright-core'

import { aurora } from '@/seed/schools/aurora'

import { findings } from './axe'
import { errorsOf, launch, opened, person } from './browser'
import { confirmedVisitor, newPerson } from './buying'
import { eventually } from './eventually'
import { press } from './press'
import { signedIn } from './visitor'
import { wordsOf } from './words'

const t = wordsOf('en')
const [first, second] = aurora.courses

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const add = async (page: Page, slug = ''): Promise<void> => {
  await page.goto(`/courses/${slug}`)
  await press(page.getByRole('button', { name: t('course.addToCart') }))
  await page.getByRole('link', { name: t('course.inCart') }).waitFor()
}

const badge = (page: Page, count: number) =>
  page.getByRole('link', { name: t('shell.cart', { count }) })

const rows = (page: Page) => page.locator('main li')

it('keeps what a visitor put into it, comes along to the account and to another device, and is paid at once', async () => {
  const someone = newPerson('Cora Cart')
  const member = await confirmedVisitor('aurora', someone)
  const context = await person(browser, { place: 'aurora' })
  const page = await context.newPage()
  const errors = errorsOf(page)
  await add(page, first?.slug)
  await badge(page, 1).waitFor()
  await add(page, second?.slug)
  await badge(page, 2).click()
  await page.getByRole('link', { name: t('checkout.cartPay') }).waitFor()
  expect(await rows(page).count()).toBe(2)
  expect(await findings(page, 'main')).toEqual([])

  await page.goto('/sign-in?next=/cart')
  await page.getByLabel(t('auth.email'), { exact: true }).fill(someone.email)
  await page.getByLabel(t('auth.password'), { exact: true }).fill(someone.password)
  await press(page.getByRole('button', { name: t('auth.signIn') }))
  await page.getByRole('link', { name: t('checkout.cartPay') }).waitFor()
  expect(await rows(page).count()).toBe(2)

  const elsewhere = await opened(browser, {
    member: await signedIn({ ...someone, place: 'aurora' }),
    place: 'aurora',
  })
  await elsewhere.goto('/courses')
  await badge(elsewhere, 2).click()
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
  const page = await (await person(browser, { place: 'aurora', width: 390 })).newPage()
  await add(page, first?.slug)
  await page.goto('/cart')
  await page.getByRole('link', { name: t('checkout.cartPay') }).waitFor()
  await rows(page).getByRole('button').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: t('checkout.cartEmptyTitle') }).waitFor()
  expect(await badge(page, 1).count()).toBe(0)
  await page.context().close()
})
