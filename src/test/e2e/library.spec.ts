import type { Browser, Page } from 'playwright-core'

import { pdfOf } from '@/test/factories/files'
import { filmOf, SHORT_FILM } from '@/test/uploads/files'

import { pageOf } from './admin'
import { findings, STILL } from './axe'
import { launch } from './browser'
import { eventually } from './eventually'
import { signedIn } from './visitor'

let browser: Browser

beforeAll(async () => {
  browser = await launch()
}, 180_000)
afterAll(() => browser.close())

const opened = async (path: string, options: { width?: number } = {}) => {
  const owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
  const page = await pageOf(browser, owner, options)
  await page.goto(path, { waitUntil: 'networkidle' })
  await page.addStyleTag({ content: STILL })

  return { owner, page }
}

const LIBRARY = '/admin/collections/media'

const tagOf = () => crypto.randomUUID().slice(0, 8)

const chosen = (page: Page) =>
  page.locator('.lectern-library__adding input:not([webkitdirectory])').first()

const pdf = (name: string) => ({ name, buffer: pdfOf(2), mimeType: 'application/pdf' })

it('orders files in folders, by keyboard alone, and says where one is used', async () => {
  const { page } = await opened(LIBRARY)
  const tag = tagOf()
  await chosen(page).setInputFiles([pdf(`${tag}-a.pdf`), pdf(`${tag}-b.pdf`)])
  await page.getByRole('button', { name: new RegExp(`^${tag}-b`) }).waitFor()
  expect(await findings(page, '.lectern-library')).toEqual([])

  await page.getByRole('button', { name: 'New folder' }).click()
  await page.getByLabel('Name of the folder').fill(tag)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: new RegExp(`^${tag}\\s*0 files`) }).waitFor()

  const first = page.getByRole('button', { name: new RegExp(`^${tag}-[ab]`) }).first()
  await first.focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await page
    .getByRole('group', { name: '2 selected' })
    .getByRole('button', { name: 'Move' })
    .click()
  await page.getByLabel('Move to').selectOption({ label: tag })
  await page.getByRole('button', { name: 'Move here' }).click()
  await page.getByRole('button', { name: new RegExp(`^${tag}\\s*2 files`) }).click()
  await page.getByRole('button', { name: new RegExp(`^${tag}-a`) }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByText('Nothing uses this file.').waitFor()
  expect(await findings(page, '[role="dialog"]')).toEqual([])
  await drawer.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await eventually(
    async () => (await page.getByRole('button', { name: new RegExp(`^${tag}-a`) }).count()) === 0,
  )
  await page.context().close()
}, 180_000)

it('shows what keeps a used file from being deleted', async () => {
  const { owner, page } = await opened(LIBRARY)
  const { docs } = (
    await owner.get(
      '/api/lessons?depth=0&limit=1&sort=createdAt&where[kind][equals]=video&where[video][exists]=true',
    )
  ).json<{ docs: { title: string; video: string }[] }>()
  const [lesson] = docs
  const { file } = (await owner.get(`/api/files/${lesson?.video ?? ''}`)).json<{
    file: { filename: string }
  }>()
  await page.getByRole('searchbox').fill(file.filename)
  await page.getByRole('button', { name: new RegExp(`^${file.filename}`) }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('alert').getByRole('link', { name: lesson?.title }).waitFor()
  await page.context().close()
}, 180_000)

it('plays what was prepared of a film to staff, in the library', async () => {
  const { owner, page } = await opened(LIBRARY)
  const tag = tagOf()
  await chosen(page).setInputFiles([
    { name: `${tag}.mp4`, buffer: filmOf(SHORT_FILM), mimeType: 'video/mp4' },
  ])
  await page.getByRole('searchbox').fill(tag)
  const file = await eventually(async () => {
    const { files } = (await owner.get(`/api/files?search=${tag}`)).json<{
      files: { id: string; state: string }[]
    }>()

    return files[0]?.state === 'ready' ? files[0] : undefined
  }, 120_000)
  const leave = Promise.withResolvers<void>()
  await page.route(`**/api/files/${file.id}/watch`, async (route) => {
    await leave.promise
    await route.continue()
  })
  await page.getByRole('button', { name: new RegExp(`^${tag}`) }).click()
  const asked = page.waitForResponse(
    (answer) => answer.url().includes(`/api/stream/${file.id}/`) && answer.url().endsWith('.ts'),
  )
  const video = page.getByRole('dialog').locator('video')
  // Pressed before there is anything to play, it is not forgotten.
  await video.evaluate((element: HTMLVideoElement) => {
    element.muted = true
    element.play().catch(() => undefined)
  })
  leave.resolve()
  expect((await asked).status()).toBe(200)
  await eventually(
    async () => (await video.evaluate((element: HTMLVideoElement) => element.currentTime)) > 0.2,
  )
  await page.context().close()
}, 240_000)

it('takes a file into a lesson right there, or from the library', async () => {
  const { owner, page } = await opened(LIBRARY)
  const { docs } = (
    await owner.get(
      '/api/lessons?depth=0&limit=1&sort=createdAt&where[kind][equals]=video&where[video][exists]=true',
    )
  ).json<{ docs: { course: string; section: string; video: string }[] }>()
  const [{ course, section, video } = { course: '', section: '', video: '' }] = docs
  const { doc } = (
    await owner.post('/api/lessons', { course, kind: 'video', section, title: `Clip ${tagOf()}` })
  ).json<{ doc: { id: string } }>()
  await page.goto(`/admin/collections/lessons/${doc.id}`, { waitUntil: 'networkidle' })
  const field = page.locator('#field-video')
  const tag = tagOf()
  await field
    .locator('input[type="file"]')
    .setInputFiles([{ name: `${tag}.mp4`, buffer: filmOf(SHORT_FILM), mimeType: 'video/mp4' }])
  await field.getByRole('link', { name: `${tag}.mp4` }).waitFor()
  expect(await findings(page, '#field-video')).toEqual([])

  await field.getByRole('button', { name: 'From the library' }).click()
  const { file } = (await owner.get(`/api/files/${video}`)).json<{ file: { filename: string } }>()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('searchbox').fill(file.filename)
  await dialog.getByRole('button', { name: new RegExp(`^${file.filename}`) }).click()
  await field.getByRole('link', { name: file.filename }).waitFor()
  await page.context().close()
}, 180_000)

it('is read from right to left, on a phone, without anything out of reach', async () => {
  const { page } = await opened(LIBRARY, { width: 390 })
  await page
    .context()
    .addCookies([{ name: 'payload-lng', url: new URL(page.url()).origin, value: 'he' }])
  await page.reload({ waitUntil: 'networkidle' })
  await page.addStyleTag({ content: STILL })
  await page.getByRole('heading', { name: 'קבצים', level: 1 }).waitFor()
  await page.locator('[data-file]').first().waitFor()
  expect(await findings(page, '.lectern-library')).toEqual([])
  const { scrollWidth, width } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    width: innerWidth,
  }))
  expect(scrollWidth).toBeLessThanOrEqual(width)
  await page.context().close()
}, 180_000)
