import type { Browser, Page } from 'playwright-core'

import type { CohortEdition } from '@/domain/learning/editions'

import type { RunSchool } from './runSchool'
import type { Visitor } from './visitor'

import { openDocument, save } from './admin'
import { findings, STILL } from './axe'
import { errorsOf, launch, openedAt, shoot } from './browser'
import { confirmed, newPerson } from './buying'
import { eventually } from './eventually'
import { press } from './press'
import { runSchool } from './runSchool'
import { visitorAt } from './visitor'

let browser: Browser
let school: RunSchool

beforeAll(async () => {
  browser = await launch()
  school = await runSchool('Edition School')
}, 180_000)
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

const made = async (collection: string, data: object): Promise<string> => {
  const { json, status, text } = await school.owner.post(`/api/${collection}?depth=0`, data)
  if (status !== 201) {
    throw new Error(`${collection}: ${status} ${text}`)
  }

  return json<{ doc: { id: string } }>().doc.id
}

/** A published course of one text, with two cohorts and a learner in each. */
const taughtTwice = async () => {
  const slug = `kept-${crypto.randomUUID().slice(0, 8)}`
  const course = await made('courses', { slug, _status: 'published', level: 'all', title: 'Kept' })
  const section = await made('sections', { course, title: 'First' })
  const lesson = await made('lessons', {
    _status: 'published',
    course,
    kind: 'text',
    section,
    title: 'As it was',
  })
  const pupil = async (name: string) => {
    const person = newPerson(name)
    const cohort = await made('cohorts', { name, course, startsAt: '2020-01-01T00:00:00.000Z' })
    const member = await confirmed(visitorAt(school.host), person)
    const enrolled = await school.owner.post('/api/enrollments/changes', {
      action: 'enroll',
      cohort,
      course,
      emails: [person.email],
      reason: 'Takes part',
    })
    expect(enrolled.json()).toMatchObject({ changed: 1 })

    return { cohort, member }
  }

  return {
    slug,
    course,
    following: await pupil('Fay'),
    lesson,
    pinned: await pupil('Pia'),
    section,
  }
}

const editionOf = async (cohort: string) =>
  (await school.owner.get(`/api/cohorts/${cohort}/edition`)).json<CohortEdition>()

/** What stands over the lesson's page for a learner. */
const heading = async (member: Visitor, path: string): Promise<null | string> => {
  const page = await openedAt(browser, { host: school.host, locale: 'en', member, width: 1440 })
  const errors = errorsOf(page)
  await page.goto(path)
  const said = await page.getByRole('heading', { level: 1 }).textContent()
  expect(errors).toEqual([])
  await page.context().close()

  return said
}

const staffPage = (locale: 'en' | 'he', width: number): Promise<Page> =>
  openedAt(browser, { host: school.host, locale, member: school.owner, width })

it('a cohort is pinned in the admin, keeps the lesson that its author rewrites, and follows again', async () => {
  const { slug, course, following, lesson, pinned, section } = await taughtTwice()
  const path = `/learn/${slug}/${lesson}`
  const page = await staffPage('en', 1440)
  const errors = errorsOf(page)
  await openDocument(page, `cohorts/${pinned.cohort}`)
  const panel = page.locator('.lectern-edition')
  await press(panel.getByRole('button', { name: 'Pin to the course as it stands now' }))
  await panel.getByText('Pinned to edition 1').waitFor()
  await panel.getByText('Nothing in the course is different since.').waitFor()

  await openDocument(page, `lessons/${lesson}`)
  await page.locator('#field-title').fill('Rewritten')
  await eventually(
    async () =>
      (await school.owner.get(`/api/lessons/${lesson}?depth=0&draft=true`)).json<{
        title: string
      }>().title === 'Rewritten',
  )
  await save(page)
  await made('lessons', { _status: 'published', course, kind: 'text', section, title: 'Added' })
  expect(await heading(pinned.member, path)).toBe('As it was')
  expect(await heading(following.member, path)).toBe('Rewritten')

  await openDocument(page, `cohorts/${pinned.cohort}`)
  await panel.getByText('Different in the course now: 2').waitFor()
  await page.addStyleTag({ content: STILL })
  expect(await findings(page, '.lectern-edition')).toEqual([])
  await panel.scrollIntoViewIfNeeded()
  await shoot(page, 'edition')
  await press(panel.getByRole('link', { name: 'Compare: Rewritten' }))
  await page.waitForURL('**/versions/**')
  await page.getByText('As it was').first().waitFor()
  await page.getByText('Rewritten').first().waitFor()
  await shoot(page, 'edition-compared')

  await openDocument(page, `cohorts/${pinned.cohort}`)
  await press(panel.getByRole('button', { name: 'Follow the course again' }))
  await press(page.getByRole('dialog').getByRole('button', { name: 'Follow the course again' }))
  await panel.getByText('Learners of this cohort see every change').waitFor()
  expect((await editionOf(pinned.cohort)).edition).toBeNull()
  expect(await heading(pinned.member, path)).toBe('Rewritten')
  expect(errors).toEqual([])
}, 180_000)

it('what a cohort keeps is told in Hebrew on a phone as well', async () => {
  const { lesson, pinned } = await taughtTwice()
  await school.owner.post(`/api/cohorts/${pinned.cohort}/edition`, {})
  await school.owner.patch(`/api/lessons/${lesson}`, { title: 'נכתב מחדש' })
  const page = await staffPage('he', 390)
  await page
    .context()
    .addCookies([{ name: 'payload-lng', url: `http://${school.host}`, value: 'he' }])
  const errors = errorsOf(page)
  await openDocument(page, `cohorts/${pinned.cohort}`)
  const panel = page.locator('.lectern-edition')
  await panel.getByText('מקובע למהדורה 1').waitFor()
  await page.addStyleTag({ content: STILL })
  expect(await findings(page, '.lectern-edition')).toEqual([])
  expect(await panel.evaluate(({ clientWidth, scrollWidth }) => scrollWidth <= clientWidth)).toBe(
    true,
  )
  await panel.scrollIntoViewIfNeeded()
  await shoot(page, 'edition-he-390')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, 'edition-he-390-dark')
  expect(errors).toEqual([])
}, 180_000)
