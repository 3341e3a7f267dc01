import type { Browser, Page } from 'playwright-core'

import type { Visitor } from './visitor'

import { make } from './admin'
import { findings } from './axe'
import { errorsOf, launch, openedAt } from './browser'
import { confirmed, curriculum, newPerson } from './buying'
import { eventually } from './eventually'
import { press } from './press'
import { runSchool } from './runSchool'
import { visitorAt } from './visitor'
import { wordsOf } from './words'

/** A free course of one text, which is done when its learner says so. */
const shortCourse = async (owner: Visitor, title: string) => {
  const slug = `way-${title.toLowerCase()}-${Date.now().toString(36)}`
  const course = await make(owner, 'courses', { slug, _status: 'published', title })
  const section = await make(owner, 'sections', { course, title: 'Part' })
  const lesson = await make(owner, 'lessons', {
    _status: 'published',
    course,
    isRequired: true,
    kind: 'text',
    section,
    title: `${title} lesson`,
  })
  await make(owner, 'offers', {
    course,
    isActive: true,
    isDefault: true,
    kind: 'free',
    prices: [],
    title,
  })

  return { slug, course, lesson }
}

describe.each(['en', 'he'] as const)('a learning path, in %s', (locale) => {
  const t = wordsOf(locale)
  let browser: Browser
  let courses: Awaited<ReturnType<typeof shortCourse>>[]
  let errors: string[]
  let host: string
  let page: Page
  let student: Visitor
  const slug = `way-${locale}`

  const finish = async (at: number) => {
    const { slug: name, lesson } = courses[at] ?? { slug: '', lesson: '' }
    await eventually(async () => (await curriculum(student, name)).enrollment, 30_000)
    expect((await student.post('/api/progress/completed', { lesson })).status).toBe(200)
  }

  beforeAll(async () => {
    browser = await launch()
    const school = await runSchool('A Way', { locale })
    host = school.host
    courses = []
    for (const title of ['First', 'Second']) {
      courses.push(await shortCourse(school.owner, title))
    }
    await make(school.owner, 'paths', {
      slug,
      _status: 'published',
      steps: courses.map(({ course }) => ({
        blockType: 'step',
        course,
        isRequired: true,
        unlock: 'after',
      })),
      summary: 'Two courses on one way.',
      title: 'The whole way',
    })
    student = await confirmed(visitorAt(host), newPerson('Wanda Walker'))
    page = await openedAt(browser, { host, locale, member: student, width: 390 })
    errors = errorsOf(page)
  }, 180_000)
  afterAll(() => browser.close())

  it('stands below the courses, and is joined by one press', async () => {
    await page.goto('/courses')
    await page.getByRole('link', { name: 'The whole way' }).click()
    await page.getByRole('heading', { name: 'The whole way', level: 1 }).waitFor()
    await page.getByText(t('path.after', { course: 'First' })).waitFor()
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: t('path.join') }).waitFor()
    await press(page.getByRole('button', { name: t('path.join') }))
    await page.getByText(t('path.stepsLeft', { locked: 1, open: 1 })).waitFor()
    expect((await curriculum(student, courses[0]?.slug ?? '')).enrollment).not.toBeNull()
    expect((await curriculum(student, courses[1]?.slug ?? '')).enrollment).toBeNull()
  }, 180_000)

  it('opens its next course when the one before is done, and ends in one certificate', async () => {
    await finish(0)
    await finish(1)
    await eventually(async () => {
      await page.goto(`/paths/${slug}`)
      await page.getByRole('link', { name: t('path.toDashboard') }).waitFor()

      return (await page.getByRole('link', { name: t('path.yourCertificate') }).count()) > 0
    }, 180_000)
    await page.getByRole('link', { name: t('path.yourCertificate') }).click()
    await page.getByText('The whole way').first().waitFor()
    await page.goto('/dashboard')
    await page.getByRole('heading', { name: t('path.yours') }).waitFor()
    await page.getByText(t('path.done'), { exact: true }).first().waitFor()
    expect(await findings(page)).toEqual([])
    expect(errors).toEqual([])
  }, 180_000)
})
