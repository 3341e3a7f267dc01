import type { Browser } from 'playwright-core'

import { make } from './admin'
import { launch } from './browser'
import { runSchool } from './runSchool'

/*
 * A school that writes without spaces, without a picture and at the highest price: its pages stay as wide as the screen.
 */

const word = (length: number): string =>
  'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'.repeat(8).slice(0, length)

let browser: Browser
let host: string
let paths: string[]

beforeAll(async () => {
  browser = await launch()
  const school = await runSchool(word(60))
  const { owner } = school
  host = school.host
  const course = await make(owner, 'courses', {
    slug: 'long-words',
    _status: 'published',
    audience: word(300),
    faq: [{ answer: word(400), question: word(120) }],
    outcomes: `${word(300)}\nShort`,
    requirements: word(300),
    summary: word(400),
    title: word(120),
  })
  const section = await make(owner, 'sections', { course, title: word(110) })
  await make(owner, 'lessons', {
    _status: 'published',
    isPreview: true,
    kind: 'text',
    section,
    title: word(120),
  })
  const offer = await make(owner, 'offers', {
    course,
    isActive: true,
    kind: 'oneTime',
    prices: [{ amount: 99_999_999, currency: 'USD' }],
    title: word(120),
  })
  paths = ['/', '/courses', '/courses/long-words', '/about', `/checkout?offer=${offer}`, '/sign-in']
}, 180_000)
afterAll(() => browser.close())

it.each([
  { locale: 'en', width: 390 },
  { locale: 'he', width: 390 },
  { locale: 'en', width: 1440 },
])(
  'keeps every page as wide as the screen, in $locale at $width',
  async ({ locale, width }) => {
    const context = await browser.newContext({ viewport: { height: 844, width } })
    await context.addCookies([{ name: 'locale', url: `http://${host}`, value: locale }])
    const page = await context.newPage()
    const wider: string[] = []
    for (const path of paths) {
      await page.goto(`http://${host}${path}`, { waitUntil: 'networkidle' })
      const by = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (by > 0) {
        wider.push(`${path}: ${by} px`)
      }
    }
    expect(wider).toEqual([])
    await context.close()
  },
  180_000,
)
