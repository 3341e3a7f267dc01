import type { Browser, Locator, Page } from 'playwright-core'

import { aurora } from '@/seed/schools/aurora'
import { ofek } from '@/seed/schools/ofek'

import { errorsOf, launch, person } from './browser'
import { newPerson } from './buying'
import { eventually } from './eventually'
import { alive, tabTo } from './press'
import { wordsOf } from './words'

const LOOKS = [
  { locale: 'en', place: 'aurora', school: aurora },
  { locale: 'he', place: 'ofek', school: ofek },
] as const

/** Whether a person sees where the focus is: by an outline or a ring around it. */
const isMarked = (focused: Locator): Promise<boolean> =>
  focused.evaluate((element) => {
    const { boxShadow, outlineStyle, outlineWidth } = getComputedStyle(element)

    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
  })

describe.each(LOOKS)(
  'a purchase by the keyboard alone, in $locale',
  ({ locale, place, school }) => {
    const t = wordsOf(locale)
    let browser: Browser
    let page: Page
    let errors: string[]

    beforeAll(async () => {
      browser = await launch()
      page = await (await person(browser, { locale, place })).newPage()
      errors = errorsOf(page)
    }, 180_000)
    afterAll(() => browser.close())

    it('leads from the course to the thanks, and shows at every step where one stands', async () => {
      const guest = newPerson('Kay Keys')
      await page.goto(`/courses/${school.courses[0]?.slug}`)
      const buy = page.locator('main a[href^="/checkout?"]').first()
      await buy.focus()
      await page.keyboard.press('Enter')
      const name = page.getByLabel(t('auth.name'), { exact: true })
      await alive(name)
      const pay = page.locator('main form[method="post"] button[type="submit"]')
      const coupon = page.getByRole('button', { name: t('checkout.haveCoupon') })
      for (const [field, typed] of [
        [name, guest.name],
        [page.getByLabel(t('auth.email'), { exact: true }), guest.email],
      ] as const) {
        await tabTo(page, field)
        expect(await isMarked(field)).toBe(true)
        await page.keyboard.type(typed)
      }
      await tabTo(page, pay)
      expect(await isMarked(pay)).toBe(true)
      await tabTo(page, coupon)
      await page.keyboard.press('Enter')
      const code = page.getByLabel(t('checkout.coupon'))
      await code.waitFor()
      await eventually(() => code.evaluate((field) => field === document.activeElement))
      await page.keyboard.type(school.coupon.code)
      await page.keyboard.press('Enter')
      await page.getByText(t('checkout.couponApplied', { code: school.coupon.code })).waitFor()
      await name.focus()
      await tabTo(page, pay)
      await page.keyboard.press('Enter')
      const approve = page.getByRole('button', { name: t('gateway.approve') })
      await alive(approve)
      await tabTo(page, approve)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: t('checkout.guestPaidTitle') }).waitFor()
      expect(errors).toEqual([])
    }, 180_000)
  },
)
