import type { Browser, Page } from 'playwright-core'

import { totpCode, totpStep } from '@/operations/identity/totp'

import { launch, opened, person } from './browser'
import { confirmedVisitor, newPerson } from './buying'
import { alive } from './press'
import { wordsOf } from './words'

const LOOKS = [
  { locale: 'en', place: 'aurora' },
  { locale: 'he', place: 'ofek' },
] as const

describe.each(LOOKS)('two steps of signing in, in $locale', ({ locale, place }) => {
  const t = wordsOf(locale)
  const somebody = newPerson('Tova Two')
  let browser: Browser
  let secret: string
  let codes: string[]

  beforeAll(async () => {
    browser = await launch()
  }, 180_000)
  afterAll(() => browser.close())

  /** A code that no step before has used. */
  const codeOf = (by: number) => totpCode({ secret, step: totpStep(new Date()) + by })

  it('are set up with the picture for an app, and give recovery codes once', async () => {
    const member = await confirmedVisitor(place, somebody)
    const page = await opened(browser, { member, place })
    await page.goto('/account/security')
    const setUp = page.getByRole('button', { name: t('account.security.factor.setUp') })
    await alive(setUp)
    await setUp.click()
    await page.getByLabel(t('account.proof.password')).fill(somebody.password)
    await page.keyboard.press('Enter')
    await page.getByRole('img', { name: t('signIn.step.qr') }).waitFor()
    secret = ((await page.locator('code').textContent()) ?? '').replaceAll(' ', '')
    await page.getByLabel(t('signIn.step.firstCode')).fill('000000')
    await page.keyboard.press('Enter')
    await page.getByText(t('errors.wrongCode')).waitFor()
    await page.getByLabel(t('signIn.step.firstCode')).fill(codeOf(0))
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: t('signIn.step.kept') }).waitFor()
    codes = await page
      .getByRole('region', { name: t('signIn.step.codesTitle') })
      .getByRole('listitem')
      .allTextContents()
    expect(codes).toHaveLength(10)
    await page.getByRole('button', { name: t('signIn.step.kept') }).click()
    await page.getByText(t('account.security.factor.on')).waitFor()
    await page.context().close()
  }, 180_000)

  const signIn = async (): Promise<Page> => {
    const page = await (await person(browser, { locale, place })).newPage()
    await page.goto('/sign-in')
    await alive(page.locator('main form'))
    await page.getByLabel(t('auth.email')).fill(somebody.email)
    await page.getByLabel(t('auth.password'), { exact: true }).fill(somebody.password)
    await page.keyboard.press('Enter')
    await page.getByLabel(t('signIn.step.code')).waitFor()

    return page
  }

  it('let nobody in by the password alone, and in by a code of the app', async () => {
    const page = await signIn()
    await page.getByLabel(t('signIn.step.code')).fill('000000')
    await page.keyboard.press('Enter')
    await page.getByText(t('errors.wrongCode')).waitFor()
    await page.getByLabel(t('signIn.step.code')).fill(codeOf(1))
    await page.keyboard.press('Enter')
    await page.waitForURL('**/dashboard')
    await page.context().close()
  }, 180_000)

  it('let whoever lost the phone in by a recovery code', async () => {
    const page = await signIn()
    await page.getByLabel(t('signIn.step.code')).fill(codes[0] ?? '')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/dashboard')
    await page.context().close()
  }, 180_000)
})
