import type { Browser, Page } from 'playwright-core'

import { findings } from './axe'
import { launch, opened, shoot } from './browser'
import { confirmedVisitor, newPerson } from './buying'
import { press } from './press'
import { wordsOf } from './words'

const LOOKS = [
  { locale: 'en', place: 'aurora' },
  { locale: 'he', place: 'ofek' },
] as const

describe.each(LOOKS)('how the school looks, in $locale', ({ locale, place }) => {
  const t = wordsOf(locale)
  let browser: Browser

  beforeAll(async () => {
    browser = await launch()
  }, 120_000)
  afterAll(() => browser.close())

  /** What the page was given before its body was there, and the distance that all others are multiples of. */
  const shownIn = (page: Page): Promise<unknown> =>
    page.evaluate(
      `[window.shownFirst, parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--spacing'))]`,
    )

  it('is close or roomy, light or dark, as its reader chose, on every page from the first moment', async () => {
    const member = await confirmedVisitor(place, newPerson('Lou Looks'))
    const page = await opened(browser, { member, place })
    // Runs as soon as the body begins, before any of it is painted.
    await page.addInitScript(
      `new MutationObserver((_, watching) => { if (document.body) { const { density, theme } = document.documentElement.dataset; window.shownFirst = [density, theme].join(); watching.disconnect() } }).observe(document, { childList: true, subtree: true })`,
    )
    await page.goto('/account')
    expect(await shownIn(page)).toEqual([',', 0.25])
    const compact = page.getByRole('radio', { name: t('account.looks.densities.compact') })
    await press(compact)
    await page.getByRole('radio', { name: t('ui.themes.dark') }).click()
    await page.waitForFunction(
      `document.documentElement.dataset.density === 'compact' && document.documentElement.dataset.theme === 'dark'`,
    )
    expect(await findings(page)).toEqual([])
    await shoot(page, `looks-compact-${locale}`)
    await page.goto('/dashboard')
    expect(await shownIn(page)).toEqual(['compact,dark', 0.2])
    await shoot(page, `looks-compact-dashboard-${locale}`)
    await page.goto('/account')
    await press(page.getByRole('radio', { name: t('account.looks.densities.comfortable') }))
    await page.getByRole('radio', { name: t('ui.themes.system') }).click()
    await page.goto('/courses')
    expect(await shownIn(page)).toEqual([',', 0.25])
    await page.context().close()
  }, 180_000)
})
