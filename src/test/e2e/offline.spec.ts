import type { Browser, Page } from 'playwright-core'

import { launch, person } from './browser'
import { eventually } from './eventually'

import en from '@/messages/closed/en.json' with { type: 'json' }
import he from '@/messages/closed/he.json' with { type: 'json' }

let browser: Browser

beforeAll(async () => {
  browser = await launch()
}, 180_000)
afterAll(() => browser.close())

/** Waits until the browser keeps the page for moments without a network. */
const untilKept = (page: Page) =>
  eventually(() =>
    page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready
      const names = await caches.keys()

      return active?.state === 'activated' && names.some((name) => name.startsWith('offline-'))
    }),
  )

describe.each([
  { dir: 'ltr', locale: 'en', place: 'aurora', words: en.closed },
  { dir: 'rtl', locale: 'he', place: 'ofek', words: he.closed },
] as const)('a reader of $place whose network goes', ({ dir, locale, place, words }) => {
  it('is told so in the school’s looks and in words, and goes on by one press when it is back', async () => {
    const context = await person(browser, { locale, place, width: 390 })
    const page = await context.newPage()
    await page.goto('/')
    await untilKept(page)
    const home = await page.title()
    await context.setOffline(true)
    await page.goto('/courses')

    await page.getByRole('heading', { name: words.offline.title, level: 1 }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/courses')
    expect(await page.locator('html').getAttribute('dir')).toBe(dir)
    expect(await page.locator('html').getAttribute('lang')).toBe(locale)
    expect(await page.locator('main').innerText()).toContain(home.split(' · ').at(-1))
    expect(await page.evaluate(() => document.fonts.status)).toBe('loaded')
    const again = page.getByRole('link', { name: words.again })
    const { height = 0 } = (await again.boundingBox()) ?? {}
    expect(height).toBeGreaterThanOrEqual(44)
    await again.click()
    await page.getByRole('heading', { name: words.offline.title, level: 1 }).waitFor()

    await context.setOffline(false)
    await page.getByRole('link', { name: words.again }).click()
    await page.getByRole('article').first().waitFor()
    expect(new URL(page.url()).pathname).toBe('/courses')
    await context.close()
  }, 180_000)

  it('finds nothing else kept: no page, no answer, nothing of an account', async () => {
    const context = await person(browser, { locale, place })
    const page = await context.newPage()
    await page.goto('/')
    await untilKept(page)
    await page.goto('/courses')
    await page.goto('/sign-in')
    const kept = await page.evaluate(async () => {
      const all = await Promise.all(
        (await caches.keys()).map(async (name) =>
          (await (await caches.open(name)).keys()).map(({ url }) => url),
        ),
      )

      return all.flat().map((url) => new URL(url).pathname)
    })

    expect(kept).toEqual(['/offline'])
    await context.setOffline(true)
    const asked = await page.evaluate(() =>
      fetch('/api/session').then(
        () => 'answered',
        () => 'refused',
      ),
    )
    expect(asked).toBe('refused')
    await context.close()
  }, 180_000)
})
