import type { Browser } from 'playwright-core'

import { launch, person } from './browser'
import { confirmedVisitor, newPerson } from './buying'
import { linkIn, mailTo } from './outbox'
import { alive } from './press'
import { wordsOf } from './words'

const LOOKS = [
  { locale: 'en', place: 'aurora' },
  { locale: 'he', place: 'ofek' },
] as const

describe.each(LOOKS)('signing in by mail, in $locale', ({ locale, place }) => {
  const t = wordsOf(locale)
  let browser: Browser

  beforeAll(async () => {
    browser = await launch()
  }, 180_000)
  afterAll(() => browser.close())

  /** Asks for a mail, and answers the page that waits for its code. */
  const asked = async (email: string) => {
    const page = await (await person(browser, { locale, place })).newPage()
    await page.goto('/sign-in?next=/courses')
    await alive(page.locator('main form'))
    await page.getByRole('button', { name: t('signIn.byMail.choose') }).click()
    await page.getByLabel(t('auth.email')).fill(email)
    await page.keyboard.press('Enter')
    await page.getByLabel(t('signIn.byMail.code')).waitFor()

    return page
  }

  it('lets in by the code, typed where it was asked for', async () => {
    const somebody = newPerson('Lea Letter')
    await confirmedVisitor(place, somebody)
    const page = await asked(somebody.email)
    const { text } = await mailTo(somebody.email, 'signInLink')
    await page.getByLabel(t('signIn.byMail.code')).fill('00000000')
    await page.keyboard.press('Enter')
    await page.getByText(t('errors.wrongMailCode')).waitFor()
    const code = /\b\d{4} \d{4}\b/.exec(text)?.[0] ?? ''
    await page.getByLabel(t('signIn.byMail.code')).fill(code)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/courses')
    await page.context().close()
  }, 180_000)

  it('lets in by the link, opened in another browser', async () => {
    const somebody = newPerson('Lev Link')
    await confirmedVisitor(place, somebody)
    const page = await asked(somebody.email)
    const mail = await mailTo(somebody.email, 'signInLink')
    const { pathname, search } = new URL(linkIn(mail, '/sign-in-link'))
    await page.context().close()
    const elsewhere = await (await person(browser, { locale, place })).newPage()
    await elsewhere.goto(`${pathname}${search}`)
    const open = elsewhere.getByRole('button', { name: t('signIn.byMail.open') })
    await alive(open)
    await open.click()
    await elsewhere.waitForURL('**/courses')
    await elsewhere.context().close()
  }, 180_000)
})
