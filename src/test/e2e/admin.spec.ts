import type { Browser } from 'playwright-core'

import type { Visitor } from './visitor'

import { make, openDocument, pageOf, quietCourse, save } from './admin'
import { errorsOf, launch } from './browser'
import { eventually } from './eventually'
import { signedIn } from './visitor'

let browser: Browser
let owner: Visitor

beforeAll(async () => {
  browser = await launch()
  owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
}, 180_000)
afterAll(() => browser.close())

it('moves a lesson by keyboard, a draft beside a published one too', async () => {
  const { course, section } = await quietCourse(owner)
  const lesson = (title: string, _status: string) =>
    make(owner, 'lessons', { _status, kind: 'text', section, title })
  const first = await lesson('One', 'published')
  await lesson('Two', 'published')
  await lesson('Three', 'draft')
  await owner.patch(`/api/lessons/${first}?draft=true`, { _status: 'draft', title: 'One, pending' })
  const order = async () =>
    (
      await owner.get(
        `/api/lessons?depth=0&sort=_lessons_lessons_order&where[course][equals]=${course}`,
      )
    )
      .json<{ docs: { title: string }[] }>()
      .docs.map(({ title }) => title)
  expect(await order()).toEqual(['One', 'Two', 'Three'])

  const page = await pageOf(browser, owner)
  await openDocument(page, `lessons/${first}`)
  const place = page.getByRole('group', { name: 'Place' })
  await place.getByText('1 of 3').waitFor()
  await place.getByRole('button', { name: 'Move down' }).focus()
  await page.keyboard.press('Enter')
  await place.getByText('2 of 3').waitFor()
  expect(await order()).toEqual(['Two', 'One', 'Three'])
  await page.context().close()
}, 180_000)

it('shows a page beside its blocks as they are changed', async () => {
  const slug = `walk-${Date.now().toString(36)}`
  const layout = [{ blockType: 'hero', buttonLabel: 'Go', promise: 'Before' }]
  const id = await make(owner, 'pages', { slug, _status: 'published', layout, title: 'Walk' })
  const page = await pageOf(browser, owner)
  const errors = errorsOf(page)
  await openDocument(page, `pages/${id}`)
  await page.locator('#live-preview-toggler').click()
  const preview = page.frameLocator('iframe')
  await preview.getByRole('heading', { name: 'Before', level: 1 }).waitFor()
  await page.locator('#field-layout__0__promise').fill('After')
  await preview.getByRole('heading', { name: 'After', level: 1 }).waitFor()
  expect((await owner.get(`/${slug}`)).text).toContain('Before')
  expect(errors).toEqual([])
  await page.context().close()
}, 180_000)

it('shows and sends the mail of a template as it is saved', async () => {
  const id = await make(owner, 'email-templates', { kind: 'enrolled', locale: 'ru' })
  const page = await pageOf(browser, owner)
  await openDocument(page, `email-templates/${id}`)
  const preview = page.getByRole('button', { name: 'Preview', exact: true })
  await page.locator('#field-heading').fill('Begin, {name}')
  await page.getByText('Save first').waitFor()
  expect(await preview.isDisabled()).toBe(true)
  await save(page)
  await eventually(() => preview.isEnabled())
  await preview.click()
  await page
    .frameLocator('iframe')
    .getByRole('heading', { name: /Begin, \S/ })
    .waitFor()
  const send = page.getByRole('button', { name: 'Send me a test' })
  for (let times = 0; times < 5; times += 1) {
    await send.click()
    await page.getByText('On its way to owner@aurora.test').nth(times).waitFor()
  }
  await send.click()
  await page.getByText('Try again in a minute').waitFor()
  await page.context().close()
}, 180_000)

it('writes machine-made values out without asking a stranger’s server', async () => {
  const { docs } = (await owner.get('/api/events?depth=0&limit=1')).json<{
    docs: { id: string }[]
  }>()
  const page = await pageOf(browser, owner)
  const foreign: string[] = []
  page.on('request', (request) => {
    if (!new URL(request.url()).hostname.endsWith('localhost')) {
      foreign.push(request.url())
    }
  })
  await page.goto(`/admin/collections/events/${docs[0]?.id}`)
  expect(await page.locator('.lectern-record').innerText()).toMatch(/^\{/)
  expect(foreign).toEqual([])
  await page.context().close()
}, 180_000)
