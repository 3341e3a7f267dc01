import { jest } from '@jest/globals'

import type { Browser, Page } from 'playwright-core'

import type { Visitor } from './visitor'

import { make, openDocument, pageOf, quietCourse } from './admin'
import { findings } from './axe'
import { errorsOf, launch, shoot } from './browser'
import { confirmedVisitor, newPerson } from './buying'
import { eventually } from './eventually'
import { signedIn } from './visitor'

jest.setTimeout(180_000)

let browser: Browser
let owner: Visitor
let teacher: Visitor
beforeAll(async () => {
  browser = await launch()
  owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
  const her = newPerson('Ines')
  teacher = await confirmedVisitor('aurora', her)
  const { docs } = (
    await owner.get(`/api/users?depth=0&where[email][equals]=${encodeURIComponent(her.email)}`)
  ).json<{ docs: { id: string }[] }>()
  await owner.patch(`/api/users/${docs[0]?.id}`, { roles: ['instructor'] })
}, 180_000)
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

/** A lesson that nobody else knows. */
const quietLesson = async (): Promise<string> => {
  const { course, section } = await quietCourse(owner)

  return make(owner, 'lessons', { course, kind: 'text', section, title: 'A quiet lesson' })
}

type Doc = { title: string; updatedAt: string }

const newest = async (lesson: string): Promise<Doc> =>
  (await owner.get(`/api/lessons/${lesson}?depth=0&draft=true`)).json<Doc>()

/** Types a title, and waits until what became of it is known. */
const type = async (page: Page, title: string): Promise<number> => {
  const answered = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await page.locator('#field-title').fill(title)

  return (await answered).status()
}

describe('a lesson that two people write', () => {
  it('keeps both: the second sees the difference, and saves over it knowingly or not at all', async () => {
    const lesson = await quietLesson()
    const page = await pageOf(browser, owner)
    await openDocument(page, `lessons/${lesson}`)
    const basis = await newest(lesson)
    const saved = await teacher.send({
      body: { title: 'The teacher’s' },
      headers: { 'if-match': `"${basis.updatedAt}"` },
      method: 'PATCH',
      path: `/api/lessons/${lesson}?draft=true`,
    })
    expect(saved.status).toBe(200)

    expect(await type(page, 'The owner’s')).toBe(409)
    const notice = page.locator('.lectern-newer')
    await notice.waitFor()
    expect((await newest(lesson)).title).toBe('The teacher’s')
    await notice.getByRole('button', { name: 'See the difference' }).click()
    await notice.getByText('The owner’s').waitFor()
    await notice.getByText('The teacher’s').waitFor()
    expect(await findings(page, '.lectern-newer')).toEqual([])
    await shoot(page, 'editing-conflict')
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ height: 844, width: 390 })
    await shoot(page, 'editing-conflict-390')
    await page.setViewportSize({ height: 900, width: 1440 })
    await notice.getByRole('button', { name: 'Save mine over it' }).click()
    await notice.waitFor({ state: 'detached' })
    expect((await newest(lesson)).title).toBe('The owner’s')
    expect(await type(page, 'The owner’s, and on')).toBe(200)
  })

  it('is saved on and on by one person, without a word', async () => {
    const lesson = await quietLesson()
    const page = await pageOf(browser, owner)
    await openDocument(page, `lessons/${lesson}`)
    const errors = errorsOf(page)
    await page.locator('#field-title').fill('')
    await page.locator('#field-title').pressSequentially('A lesson that is written slowly', {
      delay: 150,
    })
    await eventually(async () => (await newest(lesson)).title === 'A lesson that is written slowly')
    expect(await page.locator('.lectern-newer').count()).toBe(0)
    expect(errors).toEqual([])
  })
})

describe('the versions of a lesson', () => {
  it.each([1440, 390])(
    'say who, when and what, show what changed, and come back, at %i px',
    async (width) => {
      const lesson = await quietLesson()
      await teacher.patch(`/api/lessons/${lesson}?draft=true`, { title: 'The teacher’s' })
      await owner.patch(`/api/lessons/${lesson}?draft=true`, { title: 'The owner’s' })
      const page = await pageOf(browser, owner, { width })
      const errors = errorsOf(page)
      await page.goto(`/admin/collections/lessons/${lesson}/versions`)
      const rows = page.locator('.lectern-versions tbody tr')
      await rows.first().waitFor()
      expect(await rows.count()).toBe(3)
      expect(await rows.nth(0).textContent()).toContain('newest')
      expect(await rows.nth(1).textContent()).toContain('Draft, saved')
      expect(await findings(page, '.lectern-versions')).toEqual([])
      await shoot(page, `versions-${width}`)
      await rows.nth(1).getByRole('link').click()
      await page.getByText('The teacher’s').first().waitFor()
      await shoot(page, `version-${width}`)
      const restored = page.waitForResponse(
        (answer) => answer.request().method() === 'POST' && answer.url().includes('/versions/'),
      )
      await page.getByRole('button', { name: 'Restore this version' }).click()
      await page.getByRole('button', { name: 'Confirm' }).click()
      expect((await restored).status()).toBe(200)
      await eventually(async () => (await newest(lesson)).title === 'The teacher’s')
      expect(errors).toEqual([])
    },
  )
})
