import type { Browser, BrowserContext, Page } from 'playwright-core'

import { findings } from './axe'
import { errorsOf, launch, person, shoot } from './browser'
import { newPerson } from './buying'
import { eventually } from './eventually'
import { linkIn, mailsTo, mailTo } from './outbox'
import { originOf } from './place'
import { alive, press } from './press'
import { visitor } from './visitor'
import { wordsOf } from './words'

const LOOKS = [
  { from: 'aurora', locale: 'en', to: 'ofek' },
  { from: 'ofek', locale: 'he', to: 'aurora' },
] as const

describe.each(LOOKS)('linking $from and $to, in $locale', ({ from, locale, to }) => {
  const t = wordsOf(locale)
  let browser: Browser
  let context: BrowserContext
  let page: Page
  const somebody = newPerson('Lin Link')

  beforeAll(async () => {
    browser = await launch()
    await memberOf(from, 1)
    await memberOf(to, 2)
    context = await person(browser, { locale, place: from })
    await context.addCookies(
      [from, to].map((place) => ({ name: 'locale', url: originOf(place), value: locale })),
    )
    page = await context.newPage()
  }, 180_000)
  afterAll(() => browser.close())

  /** Has an account there with the same address, whose mails to confirm it are so many by then. */
  const memberOf = async (place: 'aurora' | 'ofek', mails: number) => {
    const one = visitor(place)
    await one.post('/api/auth/sign-up/email', { ...somebody, callbackURL: '/confirm?done=1' })
    await eventually(async () => {
      const sent = (await mailsTo(somebody.email)).filter(
        ({ kind, status }) => kind === 'confirm' && status === 'sent',
      )

      return sent.length === mails
    })
    await one.get(linkIn(await mailTo(somebody.email, 'confirm'), '/verify-email'))
    await one.patch('/api/account', { locale })
  }

  const signIn = async () => {
    await alive(page.locator('main form'))
    await page.getByLabel(t('auth.email')).fill(somebody.email)
    await page.getByLabel(t('auth.password'), { exact: true }).fill(somebody.password)
    await page.keyboard.press('Enter')
  }

  const openMenu = async () => {
    const menu = page.getByRole('button', { name: t('shell.accountOf', { name: somebody.name }) })
    await press(menu)
  }

  /** What this school calls the linked one. */
  const linkedName = (): Promise<string> =>
    page.evaluate(
      `fetch('/api/account/schools').then((answer) => answer.json()).then(({ schools }) => schools[0].name)`,
    )

  it('links the two by signing in to both', async () => {
    const errors = errorsOf(page)
    await page.goto('/sign-in?next=/account/schools')
    await signIn()
    await page.waitForURL(`${originOf(from)}/account/schools`)
    await page.getByText(t('account.schools.empty')).waitFor()
    await page.getByLabel(t('account.schools.address')).waitFor()
    await press(page.getByRole('button', { name: t('account.schools.ask') }))
    await page.getByText(t('account.schools.addressMissing')).waitFor()
    await page.getByLabel(t('account.schools.address')).fill('nowhere.localhost')
    await page.keyboard.press('Enter')
    await page.getByText(t('errors.schoolUnknown')).waitFor()
    expect(errors.splice(0).every((error) => error.includes('422'))).toBe(true)
    await page.getByLabel(t('account.schools.address')).fill(`${originOf(to)}/courses`)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${originOf(to)}/sign-in**`)
    await signIn()
    await page.waitForURL(`${originOf(to)}/account/schools?link=**`)
    const agree = page.getByRole('button', { name: t('account.schools.agree') })
    await agree.waitFor()
    expect(await findings(page)).toEqual([])
    await shoot(page, `linked-offer-${locale}`)
    await press(agree)
    await page.getByText(t('account.schools.added')).waitFor()
    expect(await findings(page)).toEqual([])
    await shoot(page, `linked-schools-${locale}`)
    expect(errors).toEqual([])
  }, 180_000)

  it('goes from one to the other without signing in, and back by the menu', async () => {
    // Signed out at the first school, the link alone lets in there.
    await page.goto(`${originOf(from)}/account/schools`)
    const out = page.waitForResponse((answer) => answer.url().endsWith('/api/auth/sign-out'))
    await openMenu()
    await page.getByRole('menuitem', { name: t('shell.signOut') }).click()
    await out
    await page.waitForURL(`${originOf(from)}/`)
    await page.goto(`${originOf(to)}/dashboard`)
    const name = await linkedName()
    await openMenu()
    await page.getByRole('menuitem', { name }).click()
    await page.waitForURL(`${originOf(from)}/dashboard`)
    await openMenu()
    await page.getByText(somebody.email).waitFor()
    expect(page.url()).not.toContain('#')
  }, 180_000)

  it('asks to sign in in a browser that never was signed in there, and unlinks from either side', async () => {
    const elsewhere = await person(browser, { locale, place: from })
    await elsewhere.addCookies(
      [from, to].map((place) => ({ name: 'locale', url: originOf(place), value: locale })),
    )
    page = await elsewhere.newPage()
    await page.goto('/sign-in?next=/account/schools')
    await signIn()
    await page.waitForURL(`${originOf(from)}/account/schools`)
    const there = t('account.schools.switch', { name: await linkedName() })
    await press(page.getByRole('button', { name: there }))
    await page.getByText(t('errors.signInHere')).waitFor()
    expect(await findings(page)).toEqual([])
    await page.getByRole('link', { name: t('signIn.switch.signIn') }).click()
    await signIn()
    await page.waitForURL(`${originOf(to)}/dashboard`)
    await page.goto(`${originOf(to)}/account/schools`)
    const unlink = t('account.schools.removeOf', { name: await linkedName() })
    await press(page.getByRole('button', { name: unlink }))
    await page.getByText(t('account.schools.removed')).waitFor()
    await page.goto(`${originOf(from)}/account/schools`)
    await page.getByText(t('account.schools.empty')).waitFor()
  }, 180_000)
})
