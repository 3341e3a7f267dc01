import type { Browser, Page } from 'playwright-core'

import type { Visitor } from './visitor'
import type { Words } from './words'

import { errorsOf, launch, opened, person } from './browser'
import { confirmedVisitor, newPerson } from './buying'
import { alive } from './press'
import { signedIn } from './visitor'
import { wordsOf } from './words'

const PASSWORD = 'a long enough password'

const LOOKS = [
  { locale: 'en', other: 'he', place: 'aurora' },
  { locale: 'he', other: 'en', place: 'ofek' },
] as const

describe.each(LOOKS)('an account, by the keyboard, in $locale', ({ locale, other, place }) => {
  const t = wordsOf(locale)
  let browser: Browser
  let member: Visitor
  let page: Page
  let errors: string[]
  let email: string
  let id: string

  beforeAll(async () => {
    browser = await launch()
    member = await confirmedVisitor(place, { ...newPerson('Mira Member'), password: PASSWORD })
    ;({ id, email } = (await member.get('/api/account')).json<{ email: string; id: string }>())
    page = await opened(browser, { member, place })
    errors = errorsOf(page)
  }, 180_000)
  afterAll(() => browser.close())

  it('shows its profile, and takes a time zone that is looked for by typing', async () => {
    await open(page, '/account')
    await page.getByLabel(t('account.profile.bio')).focus()
    await page.keyboard.type('I like light.')
    await page.keyboard.press('Tab')
    await page.keyboard.type('tokyo')
    await page.keyboard.press('Enter')
    const zone = page.getByRole('combobox', { name: t('account.profile.zone') })
    expect(await zone.inputValue()).toBe('Asia/Tokyo')
    await saved(page, t)
    const { json } = await member.get('/api/account')
    expect(json()).toMatchObject({ bio: 'I like light.', timeZone: 'Asia/Tokyo' })
  }, 180_000)

  it('leaves a zone as it was where the search is given up', async () => {
    const zone = page.getByRole('combobox', { name: t('account.profile.zone') })
    await zone.focus()
    await page.keyboard.type('paris')
    await page.keyboard.press('Escape')
    expect(await zone.inputValue()).toBe('Asia/Tokyo')
  })

  it('names what is wrong beside the field, and goes there', async () => {
    const name = page.getByLabel(t('account.profile.name'), { exact: true })
    const before = await name.inputValue()
    await name.fill('  ')
    await page.keyboard.press('Enter')
    await page.getByText(t('auth.nameMissing')).waitFor()
    expect(await name.evaluate((box) => box === document.activeElement)).toBe(true)
    await name.fill(before)
  })

  it('opens the other language at once, on every page and in another browser', async () => {
    await page.locator('select[name="locale"]').selectOption(other)
    await page.locator('form button[type="submit"]').press('Enter')
    await inLanguage(page, other)
    await page.goto('/courses')
    await inLanguage(page, other)
    const elsewhere = await opened(browser, { member, place })
    await elsewhere.goto('/courses')
    await inLanguage(elsewhere, other)
    await elsewhere.context().close()
  }, 180_000)

  it('ends the sessions elsewhere, and takes another password', async () => {
    await open(page, '/account')
    await page.locator('select[name="locale"]').selectOption('')
    await page.locator('form button[type="submit"]').press('Enter')
    await inLanguage(page, locale)
    const elsewhere = await signedIn({ email, password: PASSWORD, place })
    await open(page, '/account/security')
    await page
      .getByRole('button', { name: t('account.security.endOthers'), exact: true })
      .press('Enter')
    await page.getByText(t('account.security.ended'), { exact: true }).waitFor()
    expect((await elsewhere.get('/api/account')).status).toBe(401)
    await page.getByLabel(t('account.security.currentPassword')).fill('not it at all')
    await page.getByLabel(t('auth.newPassword'), { exact: true }).fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByText(t('account.security.wrongPassword')).waitFor()
    await page.getByLabel(t('account.security.currentPassword')).fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByText(t('account.security.passwordChanged')).waitFor()
  }, 180_000)

  it('is deleted in two weeks once the password is given, and kept by one button', async () => {
    await open(page, '/account/privacy')
    await page.getByText(t('account.privacy.eraseOpen'), { exact: true }).focus()
    await page.keyboard.press('Enter')
    const password = page.getByLabel(t('account.privacy.erasePassword'))
    await password.fill('not it at all')
    await page.keyboard.press('Enter')
    await page.getByText(t('errors.wrongPassword')).waitFor()
    await password.fill(PASSWORD)
    await page.keyboard.press('Enter')
    const keep = page.getByRole('button', { name: t('account.privacy.keep') })
    await keep.waitFor()
    const said = await page.evaluate(async () => (await fetch('/api/account/erasure')).text())
    const { erasesAt } = JSON.parse(said) as { erasesAt: string }
    expect(Date.parse(erasesAt)).toBeGreaterThan(Date.now())
    await keep.press('Enter')
    await page.getByText(t('account.privacy.eraseOpen'), { exact: true }).waitFor()
    await keep.waitFor({ state: 'detached' })
  }, 180_000)

  it('lets others see the profile only once it is shown to them', async () => {
    const stranger = await person(browser, { locale, place })
    const seen = await stranger.newPage()
    expect((await seen.goto(`/people/${id}`))?.status()).toBe(404)
    await open(page, '/account/privacy')
    const choice = page.getByRole('radio', { name: t('account.privacy.visibility.public') })
    await choice.focus()
    await page.keyboard.press('Space')
    await page.getByText(t('account.privacy.saved'), { exact: true }).waitFor()
    expect((await seen.goto(`/people/${id}`))?.status()).toBe(200)
    await seen.getByText('I like light.').waitFor()
    await stranger.close()
    // The browser itself notes the wrong passwords.
    const noted = errors.filter((error) => !/change-password|account\/erasure/.test(error))
    expect(noted).toEqual([])
  }, 180_000)
})

/** Opens a page of the account, and waits until its form can be used. */
const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(path)
  await alive(page.locator('main :is(button, summary)').first())
}

const saved = async (page: Page, t: Words): Promise<void> => {
  await page.locator('form button[type="submit"]').press('Enter')
  await page.getByText(t('account.profile.saved')).first().waitFor()
}

const inLanguage = (page: Page, locale: string) =>
  page.locator(`html[lang="${locale}"]`).waitFor({ state: 'attached' })
