import type { Browser, Page } from 'playwright-core'

import { findings, STILL } from './axe'
import { errorsOf, launch, person, shoot } from './browser'
import { hostOf } from './place'
import { wordsOf } from './words'

let browser: Browser

beforeAll(async () => {
  browser = await launch()
}, 180_000)
afterAll(() => browser.close())

const LOOKS = [
  { colorScheme: 'light', locale: 'en', width: 1440 },
  { colorScheme: 'dark', locale: 'en', width: 390 },
  { colorScheme: 'light', locale: 'he', width: 390 },
  { colorScheme: 'dark', locale: 'he', width: 1440 },
] as const

const opened = async ({ colorScheme, locale, width }: (typeof LOOKS)[number]): Promise<Page> => {
  const context = await person(browser, { colorScheme, locale, place: 'platform', width })
  const domain = hostOf('platform').split(':')[0]
  await context.addCookies([{ name: 'locale', domain, path: '/', value: locale }])
  const page = await context.newPage()
  await page.goto('/design', { waitUntil: 'networkidle' })
  await page.addStyleTag({ content: STILL })

  return page
}

describe.each(LOOKS)('the page on design, $locale and $colorScheme at $width', (look) => {
  const t = wordsOf(look.locale)

  it('shows every primitive so that everybody can use it', async () => {
    const page = await opened(look)
    const errors = errorsOf(page)
    expect(await findings(page)).toEqual([])
    const { direction, wider } = await page.evaluate(() => ({
      direction: document.documentElement.dir,
      wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }))
    expect([direction, wider]).toEqual([look.locale === 'he' ? 'rtl' : 'ltr', 0])
    if (process.env.E2E_SHOTS === '1') {
      await shoot(page, `design-${look.locale}-${look.colorScheme}-${look.width}`)
    }
    for (const name of ['dialog', 'sheet', 'commands'] as const) {
      await page.getByRole('button', { name: t(`design.${name}`), exact: true }).click()
      await page.getByRole('dialog', { name: t(`design.${name}`) }).waitFor()
      expect(await findings(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    expect(errors).toEqual([])
    await page.context().close()
  }, 180_000)
})

it('finds and runs a command by keyboard alone', async () => {
  const t = wordsOf('en')
  const page = await opened(LOOKS[0])
  await page.keyboard.press('Control+k')
  const box = page.getByRole('combobox', { name: t('design.commands') })
  await box.waitFor()
  await page.keyboard.type('nothing of the kind')
  await page.getByText(t('design.nothing')).waitFor()
  await box.fill('')
  await page.keyboard.press('ArrowDown')
  expect(await page.getByRole('option', { selected: true }).innerText()).toBe(t('design.second'))
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByText(t('design.third')).last().waitFor()
  await page.context().close()
}, 180_000)

it('sorts, finds, pages and selects in a table', async () => {
  const t = wordsOf('en')
  const page = await opened(LOOKS[0])
  const table = page.getByRole('table', { name: t('design.tables') })
  const first = () => table.locator('tbody tr').first().locator('td').nth(1).innerText()
  expect(await first()).toBe('Course 1')
  const sort = table.getByRole('button', { name: t('design.course') })
  await sort.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  expect(
    await table.getByRole('columnheader', { name: t('design.course') }).getAttribute('aria-sort'),
  ).toBe('descending')
  expect(await first()).toBe('Course 23')
  await page.getByRole('button', { name: t('design.next'), exact: true }).click()
  expect(await first()).toBe('Course 18')
  await table.getByRole('checkbox', { name: t('design.selectAll') }).check()
  await page.getByText('Selected: 5').waitFor()
  await page.getByRole('searchbox', { name: t('design.filter') }).fill('course 7')
  expect(await first()).toBe('Course 7')
  expect(await table.locator('tbody tr').count()).toBe(1)
  await page.context().close()
}, 180_000)

it('moves a slider the way of reading, and forgives how a price is typed', async () => {
  const t = wordsOf('he')
  const page = await opened(LOOKS[2])
  const slider = page.getByRole('slider', { name: t('design.pace') })
  await slider.focus()
  await page.keyboard.press('ArrowLeft')
  expect(await slider.getAttribute('aria-valuenow')).toBe('5')
  const price = page.getByRole('textbox', { name: t('design.price') })
  await price.fill('1 299,5')
  await price.blur()
  expect(await price.inputValue()).toBe('1299.50')
  await page.context().close()
}, 180_000)
