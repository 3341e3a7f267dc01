import type { Browser } from 'playwright-core'

import type { RunSchool } from './runSchool'
import type { Visitor } from './visitor'

import { findings, STILL } from './axe'
import { errorsOf, launch, openedAt, shoot } from './browser'
import { type CheckedOut, confirmed, newPerson } from './buying'
import { eventually } from './eventually'
import { press } from './press'
import { runSchool } from './runSchool'
import { visitorAt } from './visitor'
import { wordsOf } from './words'

let browser: Browser
let school: RunSchool

beforeAll(async () => {
  browser = await launch()
  school = await runSchool('Cohort School')
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

const student = (name: string): Promise<Visitor> =>
  confirmed(visitorAt(school.host), newPerson(name))

const DAY = 86_400_000
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString()

/** A course that is free, for cohorts alone, with one place in the next. */
const lastPlace = async () => {
  const slug = `together-${crypto.randomUUID().slice(0, 8)}`
  const course = await made('courses', {
    slug,
    _status: 'published',
    level: 'all',
    title: 'Together',
  })
  const offer = await made('offers', {
    course,
    isDefault: true,
    isForCohort: true,
    kind: 'free',
    title: 'A place',
  })
  const cohort = await made('cohorts', {
    name: 'Spring',
    capacity: 1,
    course,
    endsAt: inDays(40),
    startsAt: inDays(20),
  })

  return { slug, cohort, course, offer }
}

const inside = async (cohort: string): Promise<string[]> => {
  const query = `depth=0&where[cohort][equals]=${cohort}&where[status][equals]=active`
  const found = await school.owner.get(`/api/enrollments?${query}`)

  return found.json<{ docs: { id: string }[] }>().docs.map(({ id }) => id)
}

it.each(['en', 'he'] as const)(
  'the last place goes to one; the second waits for it, is offered it once it is free, and takes it, in %s',
  async (locale) => {
    const t = wordsOf(locale)
    const { slug, cohort, offer } = await lastPlace()
    const first = await student('Fay First')
    await first.post('/api/checkout', { cohorts: [cohort], items: [{ offer }] })
    const [enrollment = ''] = await eventually(async () => {
      const found = await inside(cohort)

      return found.length > 0 && found
    })

    const second = await student('Sue Second')
    const refused = await second.post('/api/checkout', { cohorts: [cohort], items: [{ offer }] })
    expect([refused.status, refused.json()]).toEqual([409, { code: 'cohortFull', left: 0 }])
    for (const width of [1440, 390]) {
      const page = await openedAt(browser, { host: school.host, locale, member: second, width })
      await page
        .context()
        .addCookies([{ name: 'locale', url: `http://${school.host}`, value: locale }])
      const errors = errorsOf(page)
      await page.goto(`/courses/${slug}`)
      if (width === 1440) {
        await press(page.getByRole('button', { name: t('course.waitlistJoin') }).first())
      }
      await page
        .getByText(t('course.waitlistPosition', { count: 1 }))
        .first()
        .waitFor()
      await page.addStyleTag({ content: STILL })
      expect(await findings(page)).toEqual([])
      await shoot(page, `waitlist-${locale}-${width}`)
      expect(errors).toEqual([])
    }

    const removed = await school.owner.post('/api/enrollments/changes', {
      action: 'remove',
      enrollments: [enrollment],
      reason: 'Cannot come',
    })
    expect(removed.json()).toMatchObject({ changed: 1 })
    const page = await openedAt(browser, { host: school.host, locale, member: second, width: 1440 })
    await page
      .context()
      .addCookies([{ name: 'locale', url: `http://${school.host}`, value: locale }])
    await eventually(async () => {
      await page.goto('/dashboard')

      return (await page.getByText(t('dashboard.waitlistOffered')).count()) > 0
    })
    await page.goto(`/courses/${slug}`)
    await page
      .getByRole('button', { name: t('course.waitlistDecline') })
      .first()
      .waitFor()
    await page.addStyleTag({ content: STILL })
    expect(await findings(page)).toEqual([])
    await shoot(page, `offered-${locale}`)
    await press(page.getByRole('link', { name: t('course.enrollFree') }).first())
    await press(page.getByRole('button', { name: t('course.enrollFree') }))
    await page.waitForURL('**/thanks')
    await eventually(async () => (await inside(cohort)).length === 1)
    const third = await student('Thea Third')
    const late = await third.post('/api/checkout', { cohorts: [cohort], items: [{ offer }] })
    expect([late.status, late.json<Partial<CheckedOut>>()]).toMatchObject([
      409,
      { code: 'cohortFull' },
    ])
  },
  180_000,
)
