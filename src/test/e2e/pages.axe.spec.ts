import type { Browser, Page } from 'playwright-core'

import { aurora } from '@/seed/schools/aurora'
import { ofek } from '@/seed/schools/ofek'

import type { Eyes, Scene, Sight } from './pages'
import type { Place } from './place'

import { findings, STILL } from './axe'
import { errorsOf, launch, person, shoot } from './browser'
import { prepareScene, SIGHTS } from './pages'
import { hostOf } from './place'
import { wordsOf } from './words'

/** Every page is opened in each look, and looked at again in the other scheme and at the other width. */
const LOOKS = [
  { locale: 'en', place: 'aurora', scheme: 'light', school: aurora, width: 1440 },
  { locale: 'he', place: 'ofek', scheme: 'dark', school: ofek, width: 390 },
] as const

const WIDTHS = [1440, 390] as const

/** By how many pixels a page is wider than its window. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement

    return Math.max(scrollWidth - clientWidth, 0)
  })

describe.each(LOOKS)('$locale, first $scheme at $width', (look) => {
  const { locale, place, scheme, school, width } = look
  const t = wordsOf(locale)
  let browser: Browser
  let scene: Scene

  beforeAll(async () => {
    browser = await launch()
    scene = await prepareScene(place, school)
  }, 180_000)
  afterAll(() => browser.close())

  const opened = async (eyes: Eyes, at: Place): Promise<Page> => {
    const context = await person(browser, { colorScheme: scheme, locale, place: at, width })
    const cookies = eyes === 'visitor' ? [] : [...scene.eyes[eyes].cookies]
    await context.addCookies([
      { name: 'locale', domain: hostOf(at).split(':')[0], path: '/', value: locale },
      ...cookies.map(([name, value]) => ({
        name,
        domain: hostOf(at).split(':')[0],
        httpOnly: true,
        path: '/',
        value,
      })),
    ])

    return context.newPage()
  }

  it.each(SIGHTS.map((sight) => [sight.name, sight] as [string, Sight]))(
    '%s can be used by everybody',
    async (name, { eyes = 'visitor', path, platform = false, then }) => {
      const page = await opened(eyes, platform ? 'platform' : place)
      const errors = errorsOf(page)
      const response = await page.goto(path(scene), { waitUntil: 'networkidle' })
      await then?.(page, t)
      await page.addStyleTag({ content: STILL })
      const found: Record<string, unknown> = {}
      const note = (what: string, bad: unknown[] | number) => {
        if (Array.isArray(bad) ? bad.length > 0 : bad > 0) {
          found[what] = bad
        }
      }
      const other = scheme === 'light' ? 'dark' : 'light'
      for (const colorScheme of [scheme, other] as const) {
        await page.emulateMedia({ colorScheme })
        note(colorScheme, await findings(page))
        if (process.env.E2E_SHOTS === '1') {
          await shoot(page, `${name}-${locale}-${colorScheme}-${width}`)
        }
      }
      note(`wider than ${width} by`, await overflow(page))
      const narrow = WIDTHS.find((one) => one !== width) ?? width
      await page.setViewportSize({ height: 844, width: narrow })
      note(`wider than ${narrow} by`, await overflow(page))
      note(`at ${narrow}`, await findings(page))
      note(
        'console',
        errors.filter((error) => !(response?.status() === 404 && error.includes('status of 404'))),
      )
      await page.context().close()
      expect(found).toEqual({})
    },
    180_000,
  )
})
