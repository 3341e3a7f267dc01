import type { Browser, Page } from 'playwright-core'

import { pageOf } from './admin'
import { findings, STILL } from './axe'
import { errorsOf, launch } from './browser'
import { eventually } from './eventually'
import { signedIn } from './visitor'

let browser: Browser

beforeAll(async () => {
  browser = await launch()
}, 180_000)
afterAll(() => browser.close())

const choose = async (page: Page, field: string, option: string): Promise<void> => {
  const select = page.locator(`[id="field-settings__${field}"]`)
  await select.getByRole('combobox').click()
  await select.getByRole('option', { name: option, exact: true }).click()
}

it('shows a brand as it is being chosen, and says what becomes of it', async () => {
  const owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
  const page = await pageOf(browser, owner)
  const errors = errorsOf(page)
  await page.goto('/admin/collections/tenants')
  await page.waitForURL(/tenants\/[0-9a-f-]{36}$/)
  const preview = page.getByRole('region', { name: 'Preview' })
  await preview.getByText('Buttons wear your colour as it is. Text on it is light.').waitFor()
  const accent = page.locator('[id="field-settings__accent"]')
  await accent.fill('#ffee00')
  await preview.getByText('Text on it is dark.').waitFor()
  const button = preview.getByText('Start learning').first()
  expect(await button.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe(
    'rgb(255, 238, 0)',
  )
  await accent.fill('#e03e3e')
  await preview.getByText('a little darker').waitFor()
  const ratios = await preview.getByRole('list', { name: 'Contrast' }).allInnerTexts()
  expect(ratios).toHaveLength(2)
  await accent.fill('red')
  await preview.getByText('Write a colour of six hex digits').waitFor()
  await page.getByLabel('Choose a colour').fill('#2f6f73')
  await preview.getByText('Buttons wear your colour as it is.').waitFor()
  expect(await accent.inputValue()).toBe('#2f6f73')
  const faces = () =>
    preview
      .getByText('See what others overlook')
      .first()
      .evaluate((one) => getComputedStyle(one).fontFamily)
  for (const [typeface, family] of [
    ['Editorial', 'Source Serif 4'],
    ['Technical', 'IBM Plex Sans'],
  ] as const) {
    await choose(page, 'fontPair', typeface)
    await eventually(async () => (await faces()).includes(family))
  }
  const ground = () =>
    preview
      .locator('.lectern-sample')
      .first()
      .evaluate((one) => getComputedStyle(one).backgroundColor)
  const grounds = new Set([await ground()])
  for (const greys of ['Cool', 'Pure', 'Warm']) {
    await choose(page, 'neutral', greys)
    grounds.add(
      await eventually(async () => {
        const shown = await ground()

        return !grounds.has(shown) && shown
      }),
    )
  }
  expect(grounds.size).toBe(4)
  await page.addStyleTag({ content: STILL })
  expect(await findings(page, '.lectern-brand')).toEqual([])
  expect(errors).toEqual([])
  await page.context().close()
}, 180_000)
