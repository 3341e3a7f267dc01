import type { Browser, Page } from 'playwright-core'

import type { Person } from './buying'
import type { RunSchool } from './runSchool'
import type { Visitor } from './visitor'

import { make } from './admin'
import { findings, STILL } from './axe'
import { errorsOf, launch, openedAt, shoot } from './browser'
import { confirmed, newPerson } from './buying'
import { mailTo } from './outbox'
import { alive, press } from './press'
import { runSchool } from './runSchool'
import { visitorAt } from './visitor'
import { wordsOf } from './words'

let browser: Browser
let school: RunSchool

beforeAll(async () => {
  browser = await launch()
  school = await runSchool('Talking School')
}, 180_000)
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

type Member = { person: Person; visitor: Visitor }

/** A course with a cohort that has begun, two who learn in it, and one who learns in another. */
const group = async () => {
  const { host, owner } = school
  const slug = `talk-${crypto.randomUUID().slice(0, 8)}`
  const course = await make(owner, 'courses', { slug, _status: 'published', title: 'Tidal pools' })
  const section = await make(owner, 'sections', { course, title: 'Part' })
  await make(owner, 'lessons', {
    _status: 'published',
    completion: { rule: 'manual' },
    course,
    kind: 'text',
    section,
    title: 'One',
  })
  const startsAt = '2025-01-01T00:00:00.000Z'
  const cohort = await make(owner, 'cohorts', { name: 'Spring', course, startsAt })
  const other = await make(owner, 'cohorts', { name: 'Autumn', course, startsAt })
  const join = async (name: string, into: string): Promise<Member> => {
    const person = newPerson(name)
    const visitor = await confirmed(visitorAt(host), person)
    const enrolled = await owner.post('/api/enrollments/changes', {
      action: 'enroll',
      cohort: into,
      course,
      emails: [person.email],
      reason: 'First group',
    })
    expect(enrolled.json()).toMatchObject({ changed: 1 })

    return { person, visitor }
  }

  return {
    slug,
    ada: await join('Ada Amber', cohort),
    ben: await join('Ben Birch', cohort),
    cohort,
    course,
    eve: await join('Eve Elm', other),
  }
}

const open = async (
  member: Visitor,
  { locale, width }: { locale: string; width: number },
): Promise<Page> => {
  const page = await openedAt(browser, { host: school.host, locale, member, width })
  await page.context().addCookies([{ name: 'locale', url: `http://${school.host}`, value: locale }])

  return page
}

/** What keeps people from using a page, and whether it is as wide as its window. */
const seen = async (page: Page, name: string) => {
  await page.addStyleTag({ content: STILL })
  expect(await findings(page)).toEqual([])
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
  await shoot(page, name)
}

describe.each(['en', 'he'] as const)(
  'the discussion of a cohort, in %s at 390 pixels',
  (locale) => {
    const t = wordsOf(locale)

    it('is written by one, answered by another, told by mail, put better, moderated, and closed to others', async () => {
      const { slug, ada, ben, cohort, course, eve } = await group()
      const path = `/learn/${slug}/discussion`
      const page = await open(ada.visitor, { locale, width: 390 })
      const errors = errorsOf(page)
      await page.goto('/dashboard')
      await page.getByRole('link', { name: t('learn.discussion'), exact: true }).click()
      await page.getByText(t('discussion.emptyTitle')).waitFor()
      await press(page.getByRole('button', { name: t('discussion.write') }))
      await page.getByLabel(t('discussion.postTitle')).fill('Low tide')
      await page
        .getByLabel(t('discussion.yourPost'))
        .fill('Who comes?\n\n- **Friday**\n- <b>Sunday</b>')
      await press(page.getByRole('button', { name: t('discussion.publish') }))
      const row = page.getByRole('link', { name: 'Low tide' })
      await row.waitFor()
      await seen(page, `discussion-list-${locale}`)

      const listed = await ben.visitor.get(`/api/cohorts/${cohort}/discussion`)
      const [post] = listed.json<{ posts: { id: string }[] }>().posts
      const reader = await open(ben.visitor, { locale, width: 390 })
      await reader.goto('/dashboard')
      await reader.getByText(t('learn.discussionNew', { count: 1 })).waitFor()
      const beside = await open(ben.visitor, { locale, width: 1440 })
      await beside.goto(`/learn/${slug}`)
      await beside
        .getByRole('link', {
          name: `${t('learn.discussion')} ${t('learn.discussionNew', { count: 1 })}`,
        })
        .waitFor()
      await reader.goto(`${path}/${post?.id}`)
      await reader.getByText('<b>Sunday</b>').waitFor()
      const box = reader.getByLabel(t('discussion.yourReply'))
      await alive(box)
      await box.fill('Friday is fine')
      await press(reader.getByRole('button', { name: t('discussion.sendReply') }))
      await reader.getByRole('heading', { name: t('discussion.replies', { count: 1 }) }).waitFor()
      const { text } = await mailTo(ada.person.email, 'commentWritten')
      expect(text).toContain(`${path}/${post?.id}`)

      await row.click()
      await page.getByText('Friday is fine').waitFor()
      await press(
        page.getByRole('button', { name: t('discussion.postActions', { name: 'Ada Amber' }) }),
      )
      await page.getByRole('menuitem', { name: t('discussion.edit') }).click()
      await page.getByLabel(t('discussion.yourPost')).fill('Who comes on Friday?')
      await press(page.getByRole('button', { name: t('discussion.save') }))
      await page.getByText(t('discussion.edited')).waitFor()
      await page.getByText('Who comes on Friday?').waitFor()
      await seen(page, `discussion-post-${locale}`)

      const desk = await open(school.owner, { locale, width: 1440 })
      const way = desk.locator(`a[href="/learn/${course}/discussion?cohort=${cohort}"]`)
      await desk.goto(`/admin/collections/courses/${course}/learners?cohort=${cohort}`)
      await way.waitFor()
      await desk.goto(`/admin/collections/cohorts/${cohort}`)
      await way.click()
      await desk.waitForURL(`**${path}?cohort=${cohort}`)
      await desk.getByRole('link', { name: 'Low tide' }).click()
      await press(
        desk.getByRole('button', { name: t('discussion.replyActions', { name: 'Ben Birch' }) }),
      )
      await desk.getByRole('menuitem', { name: t('discussion.remove') }).click()
      await desk.getByLabel(t('discussion.reason')).fill('Off the subject')
      await press(
        desk.getByRole('dialog').getByRole('button', { name: t('discussion.remove'), exact: true }),
      )
      await desk.getByText(t('discussion.removedByStaff')).waitFor()
      await page.reload()
      await page.getByText(t('discussion.removedByStaff')).waitFor()
      expect(await page.getByText('Friday is fine').count()).toBe(0)
      await reader.reload()
      await reader.getByText('Off the subject').waitFor()

      const stranger = await eve.visitor.get(`${path}/${post?.id}`)
      expect(stranger.status).toBe(404)
      expect((await eve.visitor.get(`${path}?cohort=${cohort}`)).status).toBe(404)
      expect((await eve.visitor.get(path)).text).not.toContain('Low tide')
      expect(errors).toEqual([])
    }, 180_000)
  },
)
