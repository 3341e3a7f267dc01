import type { Browser, Page } from 'playwright-core'

import { STILL } from './axe'
import { launch, person } from './browser'
import { hostOf } from './place'
import { lookOf } from './shots'
import { wordsOf } from './words'

/*
 * How every primitive looks, compared with pictures that were found good. After a change that is meant:
 * UPDATE_SCREENSHOTS=1 npm test -- browser designShots, and look at what changed in src/test/e2e/screenshots.
 */

const PARTS = ['colour', 'type', 'doing', 'asking', 'saying', 'tables'] as const

const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) =>
  (['en', 'he'] as const).flatMap((locale) =>
    [1440, 390].map((width) => ({ colorScheme, locale, width })),
  ),
)

let browser: Browser

beforeAll(async () => {
  // Letters as their outlines say, in grey: as little of a machine's own way to draw them as can be.
  browser = await launch([
    '--disable-lcd-text',
    '--font-render-hinting=none',
    '--force-color-profile=srgb',
    '--hide-scrollbars',
  ])
}, 180_000)
afterAll(() => browser.close())

const opened = async ({ colorScheme, locale, width }: (typeof LOOKS)[number]): Promise<Page> => {
  const context = await person(browser, { colorScheme, locale, place: 'platform', width })
  const domain = hostOf('platform').split(':')[0]
  await context.addCookies([{ name: 'locale', domain, path: '/', value: locale }])
  const page = await context.newPage()
  await page.goto('/design', { waitUntil: 'networkidle' })
  await page.addStyleTag({ content: STILL })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))

  return page
}

it.each(LOOKS)(
  'looks as it did, $colorScheme in $locale at $width',
  async (look) => {
    const t = wordsOf(look.locale)
    const page = await opened(look)
    const found: (null | string)[] = []
    for (const part of PARTS) {
      const section = page.locator('section').filter({
        has: page.getByRole('heading', { name: t(`design.${part}`), exact: true, level: 2 }),
      })
      found.push(await lookOf(section, `${part}-${look.colorScheme}-${look.locale}-${look.width}`))
    }
    for (const name of ['dialog', 'commands'] as const) {
      await page.getByRole('button', { name: t(`design.${name}`), exact: true }).click()
      const dialog = page.getByRole('dialog', { name: t(`design.${name}`) })
      await dialog.waitFor()
      found.push(await lookOf(dialog, `${name}-${look.colorScheme}-${look.locale}-${look.width}`))
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    }
    expect(found.filter(Boolean)).toEqual([])
    await page.context().close()
  },
  180_000,
)
