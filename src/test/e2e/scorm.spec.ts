import { jest } from '@jest/globals'

import type { Browser, FrameLocator, Page } from 'playwright-core'

import type { Visitor } from './visitor'

import { scorm12, scorm2004 } from '@/test/scorm/packages'

import { make } from './admin'
import { findings, STILL } from './axe'
import { errorsOf, launch, person } from './browser'
import { builtCourse, openBuilder } from './builder'
import { confirmedVisitor, newPerson } from './buying'
import { hostOf } from './place'
import { signedIn } from './visitor'
import { wordsOf } from './words'

jest.setTimeout(180_000)

const PLACE = 'ofek'
const t = wordsOf('he')

let browser: Browser
let owner: Visitor
let learner: Visitor
let course: string
let slug: string

type Row = { id: string; kind: string; title: string }

const lessonsOf = async (): Promise<Row[]> =>
  (
    await owner.get(`/api/lessons?depth=0&draft=true&limit=50&where[course][equals]=${course}`)
  ).json<{ docs: Row[] }>().docs

const open = async (id: string): Promise<Page> => {
  const context = await person(browser, { locale: 'he', place: PLACE, width: 390 })
  await context.addCookies(
    [...learner.cookies].map(([name, value]) => ({
      name,
      domain: hostOf(PLACE).split(':')[0],
      httpOnly: true,
      path: '/',
      value,
    })),
  )
  const page = await context.newPage()
  await page.goto(`/learn/${slug}/${id}`)

  return page
}

const partOf = (page: Page): FrameLocator => page.frameLocator('iframe').frameLocator('iframe')

beforeAll(async () => {
  browser = await launch()
  owner = await signedIn({ email: `owner@${PLACE}.test`, place: PLACE })
  learner = await confirmedVisitor(PLACE, newPerson('Packed Lessons'))
  course = await builtCourse(owner, ['Packages'])
  await owner.patch(`/api/courses/${course}`, { level: 'all' })
  slug = (await owner.get(`/api/courses/${course}?depth=0`)).json<{ slug: string }>().slug
  const { user } = (await learner.get('/api/session')).json<{ user: { id: string } }>()
  await make(owner, 'enrollments', { course, learner: user.id, source: 'manual' })
  const { page } = await openBuilder(browser, { course, owner, place: PLACE })
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles([
      { name: 'old.zip', buffer: scorm12(), mimeType: 'application/zip' },
      { name: 'young.zip', buffer: scorm2004(), mimeType: 'application/zip' },
    ])
  for (const name of ['old', 'young']) {
    await page.getByRole('button', { name, exact: true }).waitFor()
  }
  for (const { id } of await lessonsOf()) {
    await owner.patch(`/api/lessons/${id}`, { _status: 'published' })
  }
})
afterAll(() => browser.close())

describe('a SCORM package', () => {
  it.each([
    ['old', 85],
    ['young', 90],
  ])(
    'called %s plays apart from the school, resumes, scores and completes',
    async (title, score) => {
      const { id, kind } = (await lessonsOf()).find((one) => one.title === title) ?? {
        id: '',
        kind: '',
      }
      expect(kind).toBe('scorm')
      const page = await open(id)
      const errors = errorsOf(page)
      const part = partOf(page)
      await part.getByText('at the beginning').waitFor()
      const frames = page.frames().map((frame) => new URL(frame.url()).hostname)
      const [school, ...packages] = frames
      expect(packages).toHaveLength(2)
      expect(packages).not.toContain(school)
      const inside = page.frames().at(-1)
      expect(await inside?.evaluate('document.title')).toBe('no cookies')
      expect(await inside?.evaluate('window.partLoaded')).toBe(true)
      expect(
        await inside?.evaluate('fetch("https://example.com").then(() => "out", () => "kept in")'),
      ).toBe('kept in')
      const told = page.waitForResponse('**/api/progress/package')
      await part.getByRole('button', { name: 'On' }).click()
      expect((await told).status()).toBe(200)
      await page.context().close()

      const again = await open(id)
      await partOf(again).getByText('at page 2').waitFor()
      await again.addStyleTag({ content: STILL })
      expect(await again.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
        true,
      )
      expect(await findings(again, 'main')).toEqual([])
      await partOf(again).getByRole('button', { name: 'Finish' }).click()
      await again.locator('nav').getByText(t('learn.completed'), { exact: true }).waitFor()
      await again.getByText(t('learn.package.score', { percent: score })).waitFor()
      expect(errors.filter((error) => !error.includes('example.com'))).toEqual([])
    },
  )
})
