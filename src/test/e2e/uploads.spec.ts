import type { Browser } from 'playwright-core'

import { filmOf } from '@/test/uploads/files'

import { pageOf } from './admin'
import { launch } from './browser'
import { eventually } from './eventually'
import { signedIn } from './visitor'

let browser: Browser

beforeAll(async () => {
  browser = await launch()
}, 180_000)
afterAll(() => browser.close())

const MB = 1024 ** 2

const library = async () => {
  const owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
  const page = await pageOf(browser, owner)
  await page.goto('/admin/collections/media', { waitUntil: 'networkidle' })

  return page
}

const film = (name: string, size: number) => ({
  name,
  buffer: filmOf(size),
  mimeType: 'video/mp4',
})

it('goes on with a paused file where it stopped', async () => {
  const page = await library()
  const tag = crypto.randomUUID().slice(0, 8)
  const file = film(`${tag}.mp4`, 34 * MB)
  let sent = 0
  const gate = Promise.withResolvers<void>()
  await page.route('**/api/uploads/*', async (route) => {
    if (route.request().method() !== 'PATCH') {
      return route.continue()
    }
    sent += 1
    if (sent === 2) {
      await gate.promise
    }

    return route.continue().catch(() => undefined)
  })
  await page.locator('.lectern-library__adding input:not([webkitdirectory])').setInputFiles([file])
  await eventually(() => Promise.resolve(sent === 2))
  const panel = page.getByRole('region', { name: 'Uploads' })
  await panel.getByRole('button', { name: /^Pause/ }).click()
  gate.resolve()
  await panel.getByText('Paused').waitFor()
  await panel.getByRole('button', { name: /^Go on/ }).click()
  await panel.getByRole('img', { name: 'Uploaded' }).waitFor()
  expect(sent).toBe(4)
  await page.context().close()
}, 180_000)
