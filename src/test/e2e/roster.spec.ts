import type { Browser, Page } from 'playwright-core'

import { ROSTER_WORDS } from '@/components/admin/roster/words'

import type { RunSchool } from './runSchool'

import { make } from './admin'
import { findings, STILL } from './axe'
import { errorsOf, launch, openedAt, shoot } from './browser'
import { confirmed, newPerson } from './buying'
import { eventually } from './eventually'
import { press } from './press'
import { runSchool } from './runSchool'
import { visitorAt } from './visitor'

const TAB = '.lectern-roster'

let browser: Browser
let school: RunSchool
let course: string

/** A course with a lesson that Ada has completed and Ben has not begun. */
const learnersOf = async (): Promise<string> => {
  const { host, owner } = school
  const slug = `roster-${crypto.randomUUID().slice(0, 8)}`
  const id = await make(owner, 'courses', { slug, _status: 'published', title: 'Tidal pools' })
  const section = await make(owner, 'sections', { course: id, title: 'Part' })
  const inCourse = { _status: 'published', course: id, isRequired: true, section }
  const completion = { rule: 'manual' }
  const lesson = await make(owner, 'lessons', {
    ...inCourse,
    completion,
    kind: 'text',
    title: 'One',
  })
  await make(owner, 'lessons', { ...inCourse, completion, kind: 'text', title: 'Two' })
  const people = [newPerson('Ada Amber'), newPerson('Ben Birch')] as const
  const [ada] = await Promise.all(people.map((one) => confirmed(visitorAt(host), one)))
  await owner.post('/api/enrollments/changes', {
    action: 'enroll',
    course: id,
    emails: people.map(({ email }) => email),
    reason: 'First group',
  })
  const done = await ada?.post('/api/progress/completed', { lesson })
  expect([done?.status, done?.text]).toEqual([200, expect.anything()])

  return id
}

beforeAll(async () => {
  browser = await launch()
  school = await runSchool('Roster School')
  course = await learnersOf()
}, 180_000)
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

const look = async (language: 'en' | 'he', width: number): Promise<Page> => {
  const page = await openedAt(browser, {
    host: school.host,
    locale: language,
    member: school.owner,
    width,
  })
  await page
    .context()
    .addCookies([{ name: 'payload-lng', url: `http://${school.host}`, value: language }])
  await page.goto(`/admin/collections/courses/${course}/learners`)
  await page.getByRole('link', { name: 'Ada Amber' }).waitFor()
  await page.addStyleTag({ content: STILL })

  return page
}

const names = (page: Page) => page.locator(`${TAB} tbody th a`).allInnerTexts()

it('the roster of a course is narrowed down, ordered, kept in its address, and acted on', async () => {
  const words = ROSTER_WORDS.en
  const page = await look('en', 1440)
  const errors = errorsOf(page)
  expect(await names(page)).toEqual(['Ada Amber', 'Ben Birch'])
  await page.getByText('50%').waitFor()
  expect(await findings(page, TAB)).toEqual([])
  await shoot(page, 'roster-en-1440')

  await page.getByLabel(words.search).fill('birch')
  await eventually(async () => (await names(page)).join() === 'Ben Birch')
  await page.getByText(words.states.notStarted, { exact: true }).last().waitFor()
  await page.reload()
  await eventually(async () => (await names(page)).join() === 'Ben Birch')

  await page.getByLabel(words.search).fill('nobody')
  await page.getByText(words.nobody).waitFor()
  await press(page.getByRole('button', { name: words.clear }))
  await eventually(async () => (await names(page)).length === 2)
  await press(page.getByRole('button', { name: words.learner, exact: true }))
  await eventually(async () => (await names(page)).join() === 'Ada Amber,Ben Birch')
  await press(page.getByRole('button', { name: words.learner, exact: true }))
  await eventually(async () => (await names(page)).join() === 'Ben Birch,Ada Amber')

  await page.getByLabel(words.select('Ben Birch')).check()
  await press(page.getByRole('button', { name: 'Pause' }))
  await page.getByLabel('Reason, which the learners see in their history').fill('A trip')
  await press(page.locator('form').getByRole('button', { name: 'Pause' }))
  await page.locator('tr', { hasText: 'Ben Birch' }).getByText(words.states.paused).waitFor()
  expect(errors).toEqual([])

  const file = await school.owner.get(`/api/courses/${course}/roster.csv?sort=name`)
  expect(file.text).toMatch(/Ada Amber,.*\r\nBen Birch,[^,]+,paused,0,/)
}, 180_000)

it('the roster is a list of cards on a phone, in Hebrew', async () => {
  const page = await look('he', 390)
  const errors = errorsOf(page)
  await page.getByText(ROSTER_WORDS.he.states.learning, { exact: true }).last().waitFor()
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(beyond).toBe(0)
  expect(await findings(page, TAB)).toEqual([])
  await shoot(page, 'roster-he-390')
  expect(errors).toEqual([])
}, 180_000)
