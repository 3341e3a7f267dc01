import type { Browser, Page } from 'playwright-core'

import { make } from './admin'
import { findings } from './axe'
import { launch } from './browser'
import { press } from './press'
import { runSchool } from './runSchool'
import { wordsOf } from './words'

const t = wordsOf('en')

let browser: Browser
let host: string
let slug: string

/** A text that embeds a film, as the editor keeps it. */
const filmText = {
  root: {
    type: 'root',
    children: [
      {
        type: 'block',
        fields: {
          id: '665f00000000000000000001',
          blockName: '',
          blockType: 'embed',
          title: 'A film',
          url: 'https://youtu.be/dQw4w9WgXcQ',
        },
        format: '',
        version: 2,
      },
    ],
    direction: 'ltr',
    format: '',
    indent: 0,
    version: 1,
  },
}

beforeAll(async () => {
  browser = await launch()
  const school = await runSchool('Choosing School', {})
  ;({ host } = school)
  slug = `film-${Date.now().toString(36)}`
  const layout = [{ blockType: 'richText', content: filmText }]
  await make(school.owner, 'pages', { slug, _status: 'published', layout, title: 'Film' })
}, 180_000)
afterAll(() => browser.close())

/** A visitor’s page, and all that it asked of the other site. */
const visiting = async (): Promise<{ asked: string[]; page: Page }> => {
  const context = await browser.newContext({
    baseURL: `http://${host}`,
    locale: 'en',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    viewport: { height: 844, width: 390 },
  })
  context.setDefaultTimeout(45_000)
  const asked: string[] = []
  await context.route(/youtube/, (route) => {
    asked.push(route.request().url())

    return route.fulfill({ body: '<p>A film of theirs</p>', contentType: 'text/html' })
  })

  return { asked, page: await context.newPage() }
}

const question = (page: Page) =>
  page.getByRole('region', { name: t('embeds.banner.title'), exact: true })

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Presses what is chosen, and waits until it is written down. */
const say = async (page: Page, name: string): Promise<void> => {
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/api/consents/choices'))
  await button(page, name).click()
  expect((await kept).status()).toBe(200)
}

const film = (page: Page) => page.frameLocator('main iframe').getByText('A film of theirs')

it('asks nothing of another site and stays silent for good once a visitor declined', async () => {
  const { asked, page } = await visiting()
  await page.goto(`/${slug}`)
  await question(page).waitFor()
  expect(await findings(page)).toEqual([])
  await say(page, t('embeds.banner.decline'))
  await question(page).waitFor({ state: 'detached' })
  await page.reload()
  await press(button(page, t('embeds.show', { host: '\u2066youtu.be\u2069' })))
  await film(page).waitFor()
  expect(await question(page).count()).toBe(0)
  expect(asked).toHaveLength(1)
  await page.context().close()
}, 180_000)

it('loads what was agreed to, by the keyboard too, remembers it, and stops when it is taken back', async () => {
  const { asked, page } = await visiting()
  await page.goto(`/${slug}`)
  await question(page).waitFor()
  expect(asked).toEqual([])
  await button(page, t('embeds.banner.choose')).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: t('embeds.banner.embeds') }).focus()
  await page.keyboard.press('Space')
  await say(page, t('embeds.banner.save'))
  await film(page).waitFor()
  await page.reload()
  await film(page).waitFor()
  expect(await question(page).count()).toBe(0)
  await say(page, t('embeds.stop'))
  await button(page, t('embeds.always')).waitFor()
  const before = asked.length
  await page.reload()
  await button(page, t('embeds.always')).waitFor()
  expect(asked).toHaveLength(before)
  await page.context().close()
}, 180_000)

it('shows no question where a page needs none', async () => {
  const { page } = await visiting()
  await page.goto('/courses')
  await page.waitForLoadState('networkidle')
  expect(await question(page).count()).toBe(0)
  await page.context().close()
}, 120_000)
