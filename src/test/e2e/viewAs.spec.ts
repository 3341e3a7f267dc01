import type { Browser } from 'playwright-core'

import { VIEW_WORDS } from '@/components/admin/people/viewWords'

import type { SellingSchool } from './selling'
import type { Visitor } from './visitor'

import { findings } from './axe'
import { errorsOf, launch, shoot } from './browser'
import { newPerson } from './buying'
import { press } from './press'
import { beyond, pageAt, sellingSchool } from './selling'

const WORDS = VIEW_WORDS.en

let browser: Browser
let school: SellingSchool
let learner: Visitor
const ada = newPerson('Ada Amber')

beforeAll(async () => {
  browser = await launch()
  school = await sellingSchool('View School')
  learner = await school.buyer(ada)
}, 120_000)
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

const peopleIn = (width: number, language: 'en' | 'he' = 'en') =>
  pageAt(browser, {
    host: school.host,
    language,
    member: school.owner,
    path: '/admin/collections/users',
    width,
  })

it('an owner sees the school as a learner does, changes nothing, and is themselves again', async () => {
  const page = await peopleIn(1440)
  errorsOf(page)
  await press(page.getByRole('button', { name: WORDS.viewAs(ada.name) }))
  await page.waitForURL('**/dashboard')
  const bar = page.getByRole('complementary', { name: 'View as a learner' })
  await bar.getByText(`You see the school as ${ada.name} does.`).waitFor()
  expect(await findings(page)).toEqual([])
  await shoot(page, 'view-dashboard')

  await page.goto('/account')
  await bar.waitFor()
  const refused = page.waitForResponse(
    (answer) => answer.url().endsWith('/api/account') && answer.request().method() === 'PATCH',
  )
  await page.getByLabel('Name', { exact: true }).fill('Eve')
  await press(page.getByRole('button', { name: 'Save changes' }))
  expect((await refused).status()).toBe(403)
  await page.getByText('Nothing can be changed here.').waitFor()
  expect((await learner.get('/api/account')).json()).toMatchObject({ name: ada.name })

  // The checkout has no menu of the account.
  await page.goto('/checkout')
  await bar.waitFor()

  // The admin is not the learner's.
  await page.goto('/admin')
  await page.waitForURL('**/dashboard')
  const ended = page.waitForResponse((answer) => answer.url().endsWith('/api/view/end'))
  await press(bar.getByRole('button', { name: 'End the view' }))
  expect((await ended).status()).toBe(200)
  await page.waitForURL('**/admin/collections/users/**')
  await page.getByRole('button', { name: WORDS.viewAs(ada.name) }).waitFor()
}, 180_000)

it('the bar is read on a phone in Hebrew', async () => {
  const page = await peopleIn(390, 'he')
  const errors = errorsOf(page)
  await press(page.getByRole('button', { name: VIEW_WORDS.he.viewAs(ada.name) }))
  await page.waitForURL('**/dashboard')
  await page.getByText('סיום הצפייה').waitFor()
  expect([await beyond(page), await findings(page)]).toEqual([0, []])
  await shoot(page, 'view-he')
  expect(errors).toEqual([])
}, 120_000)
