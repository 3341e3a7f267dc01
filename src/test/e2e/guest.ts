import type { Browser, Locator, Page } from 'playwright-core'

import type { SeedSchool } from '@/seed/types'

import { invoiceMoney } from '@/adapters/pdf/invoiceMoney'
import { formatMoney } from '@/components/ui/formatMoney'
import { pdfText, squashed } from '@/test/pdfText'

import type { Place } from './place'

import { errorsOf, launch, person, shootAll } from './browser'
import { newPerson } from './buying'
import { signIn } from './forms'
import { linkIn, mailTo } from './outbox'
import { press } from './press'
import { wordsOf } from './words'

const COMPANY = 'Studio Nord 12'
const ORDER_NUMBER = /[0-9A-Z]{4}-[0-9A-Z]{4}/

/** The PDF a link brings, fetched by its page: the browser alone resolves a school's host. */
const download = async (page: Page, link: Locator): Promise<Buffer> => {
  const href = (await link.getAttribute('href')) ?? ''
  const got = await page.evaluate(async (path) => {
    const answer = await fetch(path)
    const bytes = new Uint8Array(await answer.arrayBuffer())

    return {
      type: answer.headers.get('content-type'),
      body: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
      status: answer.status,
    }
  }, href)
  expect([got.status, got.type]).toEqual([200, 'application/pdf'])

  return Buffer.from(got.body, 'base64')
}

type Given = { locale: 'en' | 'he'; name: string; place: Place; school: SeedSchool }

/** Tells in a real browser how somebody buys without an account, and comes to have one. */
export const tellGuestStory = ({ name, locale, place, school }: Given): void => {
  const t = wordsOf(locale)
  const guest = newPerson(name)
  const [course] = school.courses
  const price = course && 'amount' in course.offer ? course.offer.amount : 0
  const total = price - Math.round((price * school.coupon.percentOff) / 100)
  const { currency } = school.settings
  const amount = formatMoney({ amount: total, currency, locale })
  let browser: Browser
  let page: Page
  let errors: string[] = []
  let order = ''
  const number = () => order || 'no order number'

  const step = (title: string, work: () => Promise<void>) =>
    it(
      title,
      async () => {
        try {
          await work()
        } catch (error) {
          await shootAll(browser, `failed-guest-${locale}-${title.replace(/\W+/g, '-')}`)
          throw error
        }
      },
      180_000,
    )

  beforeAll(async () => {
    browser = await launch()
    page = await (await person(browser, { locale, place })).newPage()
    errors = errorsOf(page)
  }, 180_000)
  afterAll(() => browser.close())

  step('opens the checkout and is shown what is wrong, field by field', async () => {
    await page.goto(`/courses/${course?.slug}`)
    const buy = t('course.buy', {
      price: formatMoney({ amount: price, currency, locale, whole: true }),
    })
    await page.getByRole('link', { name: buy }).first().click()
    await page.getByText(t('checkout.guestLead')).waitFor()
    await press(
      page.getByRole('button', {
        name: t('checkout.pay', { amount: formatMoney({ amount: price, currency, locale }) }),
      }),
    )
    await page.getByText(t('auth.nameMissing')).waitFor()
    await page.getByText(t('auth.invalidEmail')).waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('name')
  })

  step('types a name and an address, takes the coupon and pays', async () => {
    await page.getByRole('button', { name: t('checkout.haveCoupon') }).click()
    await page.getByLabel(t('checkout.coupon')).fill(school.coupon.code)
    await page.getByLabel(t('checkout.coupon')).press('Enter')
    await page.getByText(t('checkout.couponApplied', { code: school.coupon.code })).waitFor()
    await page.getByLabel(t('auth.name'), { exact: true }).fill(guest.name)
    await page.getByLabel(t('auth.email'), { exact: true }).fill(guest.email)
    await page.getByRole('button', { name: t('checkout.forCompany') }).click()
    await page.getByLabel(t('checkout.company')).fill(COMPANY)
    await page.getByLabel(t('auth.email'), { exact: true }).press('Enter')
    await press(page.getByRole('button', { name: t('gateway.decline') }))
  })

  step('comes back from a declined payment to everything typed', async () => {
    await page.getByText(t('checkout.cancelledTitle')).waitFor()
    expect(await page.getByLabel(t('auth.email'), { exact: true }).inputValue()).toBe(guest.email)
    await page.getByText(t('checkout.couponApplied', { code: school.coupon.code })).waitFor()
    expect(await page.getByLabel(t('checkout.company')).inputValue()).toBe(COMPANY)
    await press(page.getByRole('button', { name: t('checkout.pay', { amount }) }))
    await press(page.getByRole('button', { name: t('gateway.approve') }))
    await page.getByRole('heading', { name: t('checkout.guestPaidTitle') }).waitFor()
    await page.getByText(t('checkout.guestMailTo', { email: guest.email })).waitFor()
    order = ORDER_NUMBER.exec(await page.getByRole('main').innerText())?.[0] ?? ''
  })

  step('sees the order by its link alone, without being signed in', async () => {
    const link = new URL(page.url())
    const stranger = await (await person(browser, { locale, place })).newPage()
    await stranger.goto(page.url())
    await stranger.getByRole('heading', { name: t('checkout.guestPaidTitle') }).waitFor()
    expect(await stranger.content()).not.toContain(guest.email)
    await stranger.goto(link.pathname)
    expect(new URL(stranger.url()).pathname).toBe('/sign-in')
    await stranger.close()
  })

  step('downloads the invoice, which says what was ordered', async () => {
    const link = page.getByRole('link', { name: t('checkout.invoice') })
    const said = squashed(await pdfText(await download(page, link)))
    for (const part of [guest.name.split(' ')[0], guest.email, COMPANY, course?.title, number()]) {
      expect(said).toContain(squashed(part ?? 'missing'))
    }
    for (const money of [price, price - total, total]) {
      expect(said).toContain(
        squashed(invoiceMoney({ currency, locale })(money)).replace(/[A-Z]/g, ''),
      )
    }
    expect(said).toContain(currency)
    expect(said).toContain(school.coupon.code)
  })

  step('chooses a password by the link in the mail, and is in the course', async () => {
    const mail = await mailTo(guest.email, 'setPassword')
    expect(mail.locale).toBe(locale)
    await page.goto(linkIn(mail, '/set-password'))
    await page.getByLabel(t('auth.password'), { exact: true }).fill(guest.password)
    await press(page.getByRole('button', { name: t('auth.welcomeSubmit') }))
    await page
      .getByRole('status')
      .or(page.getByText(t('auth.welcomeDoneTitle')))
      .first()
      .waitFor()
    await page
      .getByRole('main')
      .getByRole('link', { name: t('auth.signIn') })
      .click()
    await page.waitForURL('**/sign-in**')
    await signIn(page, t, guest)
    await page
      .getByText(course?.title ?? '')
      .first()
      .waitFor()
    await page.goto(`/learn/${course?.slug}`)
    await page.locator('video').waitFor()
    await page.goto('/account/orders')
    const invoice = page.getByRole('link', { name: t('account.orders.invoice') })
    expect(squashed(await pdfText(await download(page, invoice)))).toContain(number())
  })

  it('wrote no error to the console', () => {
    expect(errors).toEqual([])
  })
}
