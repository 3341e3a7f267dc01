import type { Browser } from 'playwright-core'

import { AUDIT_WORDS } from '@/components/admin/audit/words'

import type { SellingSchool } from './selling'

import { findings } from './axe'
import { errorsOf, launch, shoot } from './browser'
import { press } from './press'
import { beyond, pageAt, sellingSchool } from './selling'

const DESK = '#audit'

let browser: Browser
let school: SellingSchool

beforeAll(async () => {
  browser = await launch()
  school = await sellingSchool('Audit School')
  await school.course('Slow rivers')
}, 120_000)
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

const deskIn = (language: 'en' | 'he', width: number) =>
  pageAt(browser, {
    host: school.host,
    language,
    member: school.owner,
    path: '/admin/collections/events',
    width,
  })

it('an owner finds what was done to a course, reads what changed, and has the log proved', async () => {
  const words = AUDIT_WORDS.en
  const page = await deskIn('en', 1440)
  const errors = errorsOf(page)
  const desk = page.locator(DESK)
  await desk.getByRole('row').nth(1).waitFor()
  await desk.getByLabel(words.collection).fill('nowhere')
  await press(desk.getByRole('button', { name: words.find }))
  await desk.getByText(words.none).waitFor()
  await desk.getByLabel(words.collection).fill('courses')
  await press(desk.getByRole('button', { name: words.find }))
  const entry = desk.getByRole('row').filter({ hasText: 'courses' }).first()
  await entry.waitFor()
  await press(entry.getByText(words.details, { exact: true }))
  await desk.getByRole('columnheader', { name: words.before }).first().waitFor()
  const proved = page.waitForResponse((answer) => answer.url().endsWith('/api/audit/verify'))
  await press(desk.getByRole('button', { name: words.verify }))
  expect((await proved).status()).toBe(200)
  await desk.getByText(/^The log is sound/).waitFor()
  expect(await findings(page, DESK)).toEqual([])
  await shoot(page, 'audit-en')
  expect(errors).toEqual([])
}, 120_000)

it('the log is read on a phone in Hebrew', async () => {
  const page = await deskIn('he', 390)
  const errors = errorsOf(page)
  await page.locator(DESK).getByRole('row').nth(1).waitFor()
  expect([await beyond(page), await findings(page, DESK)]).toEqual([0, []])
  await shoot(page, 'audit-he')
  expect(errors).toEqual([])
}, 60_000)
