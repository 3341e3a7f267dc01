import type { Browser } from 'playwright-core'

import { make, openDocument, pageOf, quietCourse } from './admin'
import { findings, STILL } from './axe'
import { errorsOf, launch } from './browser'
import { eventually } from './eventually'
import { signedIn } from './visitor'

let browser: Browser

beforeAll(async () => {
  browser = await launch()
}, 180_000)
afterAll(() => browser.close())

it('shows the card of a course as its fields are written', async () => {
  const owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
  const { course, section } = await quietCourse(owner)
  for (const duration of [600, 5_100]) {
    await make(owner, 'lessons', {
      _status: 'published',
      duration,
      kind: 'text',
      section,
      title: `A lesson of ${duration} seconds`,
    })
  }
  await make(owner, 'offers', {
    course,
    isActive: true,
    kind: 'oneTime',
    prices: [{ amount: 4900, currency: 'USD' }],
    title: 'The whole course',
  })
  const { docs } = (
    await owner.get('/api/media?depth=0&limit=1&where[mimeType][contains]=image')
  ).json<{ docs: { id: string }[] }>()
  await owner.patch(`/api/courses/${course}?draft=true`, { cover: docs[0]?.id })
  const page = await pageOf(browser, owner)
  const errors = errorsOf(page)
  await openDocument(page, `courses/${course}`)
  const card = page.getByRole('region', { name: 'Card' })
  await card.getByText('For everyone · 2 lessons · 1 hr 35 min').waitFor()
  await card.getByText('$49', { exact: true }).waitFor()
  await card.getByText('A quiet course').waitFor()
  await eventually(() =>
    card.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth > 0),
  )

  await page.locator('#field-title').fill('A louder course')
  await card.getByText('A louder course').waitFor()
  await page.locator('#field-summary').fill('For those who listen.')
  await card.getByText('For those who listen.').waitFor()
  await page.locator('#field-durationMinutes').fill('50')
  await card.getByText('2 lessons · 50 min').waitFor()
  const level = page.locator('#field-level')
  await level.getByRole('combobox').click()
  await level.getByRole('option', { name: 'Advanced' }).click()
  await card.getByText('Advanced · 2 lessons').waitFor()

  await page.addStyleTag({ content: STILL })
  expect(await findings(page, '.lectern-card')).toEqual([])
  expect(errors).toEqual([])
  await page.context().close()
}, 180_000)
