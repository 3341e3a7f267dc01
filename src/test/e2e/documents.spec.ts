import type { Browser, Page } from 'playwright-core'

import { gzipSync } from 'node:zlib'

import { aurora } from '@/seed/schools/aurora'

import { errorsOf, launch, person } from './browser'
import { wordsOf } from './words'

const t = wordsOf('en')
const [course] = aurora.courses

/** Bytes of scripts, compressed, that a page may have a visitor download, and one with a form. */
const MOST = 100_000
const MOST_OF_FORM = 110_000

const DOCUMENTS: readonly string[] = [
  '/',
  '/courses',
  '/courses?level=beginner',
  `/courses/${course?.slug}`,
  '/about',
  '/nowhere',
  '/courses/nothing',
]

let browser: Browser

beforeAll(async () => {
  browser = await launch()
}, 180_000)
afterAll(() => browser.close())

const opened = async (path: string, width = 1440): Promise<Page> => {
  const page = await (await person(browser, { place: 'aurora', width })).newPage()
  await page.goto(path, { waitUntil: 'networkidle' })

  return page
}

/** Whether the page is still the document it was when this was first asked. */
const isSame = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const held = window as { held?: true }
    const was = held.held === true
    held.held = true

    return was
  })

describe('a document', () => {
  it.each([
    ...DOCUMENTS.map((path) => ({ most: MOST, path })),
    { most: MOST_OF_FORM, path: '/checkout' },
  ])('comes with few scripts and without React: $path', async ({ most, path }) => {
    const page = await (await person(browser, { place: 'aurora' })).newPage()
    const scripts: Promise<number>[] = []
    const names: string[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') {
        names.push(new URL(response.url()).pathname)
        scripts.push(response.body().then((body) => gzipSync(body).length))
      }
    })
    await page.goto(path, { waitUntil: 'networkidle' })
    const bytes = (await Promise.all(scripts)).reduce((sum, one) => sum + one, 0)

    expect(names.filter((name) => !name.startsWith('/_next/static/islands/'))).toEqual([])
    expect(bytes).toBeGreaterThan(0)
    expect(bytes).toBeLessThan(most)
    expect(await page.content()).not.toContain('__next_f')
    await page.context().close()
  })

  it('has a menu that works by keyboard, and keeps the focus of whoever was there first', async () => {
    const page = await opened('/')
    const errors = errorsOf(page)
    await page.getByRole('button', { name: t('ui.theme') }).focus()
    await page.keyboard.press('Enter')
    const chosen = page.getByRole('menuitemradio').and(page.locator('[data-highlighted]'))
    await chosen.waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')

    await page.locator('html[data-theme]').waitFor()
    await page.keyboard.press('Escape')
    expect(errors).toEqual([])
    await page.context().close()
  })

  it('narrows the catalog in place, and goes back to the whole of it', async () => {
    const page = await opened('/courses')
    await isSame(page)
    const found = page.getByRole('status')
    const whole = await found.textContent()
    const box = page.getByRole('checkbox', { name: new RegExp(t('course.levels.beginner')) })
    await box.check()
    await page.waitForURL('**/courses?level=beginner')
    await page.getByRole('list', { name: t('catalog.chosen') }).waitFor()

    expect(await found.textContent()).not.toBe(whole)
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.goBack()
    await page.getByRole('list', { name: t('catalog.chosen') }).waitFor({ state: 'detached' })
    expect(await found.textContent()).toBe(whole)
    expect(await isSame(page)).toBe(true)
    await page.context().close()
  })

  it('says all it has to say, and sells, without any script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    const { url } = await opened(`/courses/${course?.slug}`).then(async (one) => {
      const address = one.url()
      await one.context().close()

      return { url: address }
    })
    await page.goto(url)
    const buy = page.locator('a[href^="/checkout?"]').first()
    expect(await buy.isVisible()).toBe(true)
    expect(await page.getByRole('link', { name: t('shell.courses') }).count()).toBeGreaterThan(0)
    await page.goto(new URL('/courses', url).href)
    await page.getByRole('searchbox').fill('light')
    await page.getByRole('button', { name: t('catalog.search'), exact: true }).click()
    await page.waitForURL(/q=light/)
    const gone = await page.goto(new URL('/nowhere', url).href)
    expect(gone?.status()).toBe(404)
    expect(await page.getByRole('heading', { name: t('pages.notFoundTitle') }).isVisible()).toBe(
      true,
    )
    await context.close()
  })
})
