import type { Browser } from 'playwright-core'

import { launch, person } from './browser'
import { eventually } from './eventually'
import { send } from './http'
import { hostOf, port } from './place'

let browser: Browser

beforeAll(async () => {
  browser = await launch()
  // The worker draws after the seed; pages show it as soon as they are made anew.
  await eventually(
    async () =>
      (await send({ host: hostOf('aurora'), path: '/', port: port() })).text.includes('image/avif'),
    180_000,
  )
}, 180_000)
afterAll(() => browser.close())

it('shows pictures in AVIF, in the size of the screen, where they stood before', async () => {
  const page = await (await person(browser, { place: 'aurora' })).newPage()
  await page.goto('/', { waitUntil: 'networkidle' })
  const picture = page.locator('picture:has(source[type="image/avif"]) img').first()
  const shown = await picture.evaluate((image: HTMLImageElement) => ({
    height: image.naturalHeight,
    url: image.currentSrc,
    width: image.naturalWidth,
  }))
  const answer = await page.evaluate(async (url) => {
    const { headers } = await fetch(url)

    return { type: headers.get('content-type'), kept: headers.get('cache-control') }
  }, shown.url)
  const heading = await page.getByRole('heading', { level: 1 }).boundingBox()
  const box = await picture.boundingBox()

  expect(shown.url).toMatch(/-(?:480|960)\.avif\?/)
  expect(shown.width / shown.height).toBeCloseTo(16 / 9, 1)
  expect(answer).toEqual({ type: 'image/avif', kept: 'public, max-age=31536000, immutable' })
  expect(box?.x).toBeGreaterThan((heading?.x ?? 0) + (heading?.width ?? 0))
  expect(box?.y).toBeLessThan((heading?.y ?? 0) + (heading?.height ?? 0))
  await page.context().close()
}, 180_000)

it.each([
  ['/', 390],
  ['/', 1440],
  ['/courses', 390],
])(
  'moves nothing on the page while pictures come: %s at %d',
  async (path, width) => {
    const page = await (await person(browser, { place: 'aurora', width })).newPage()
    await page.addInitScript(() => {
      const seen = window as unknown as { shifted: number }
      seen.shifted = 0
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries() as (PerformanceEntry & {
          hadRecentInput: boolean
          value: number
        })[]) {
          seen.shifted += shift.hadRecentInput ? 0 : shift.value
        }
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(path, { waitUntil: 'networkidle' })
    await page.evaluate(async () => {
      for (let at = 0; at < document.body.scrollHeight; at += innerHeight) {
        scrollTo(0, at)
        await new Promise((resolve) => requestAnimationFrame(resolve))
      }
    })
    await page.waitForLoadState('networkidle')
    expect(
      await page.evaluate(() => (window as unknown as { shifted: number }).shifted),
    ).toBeLessThan(0.1)
    const unsized = await page.locator('main img:not([width][height])').count()
    expect(unsized).toBe(0)
    await page.context().close()
  },
  180_000,
)
