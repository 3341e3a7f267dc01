import { jest } from '@jest/globals'

import type { Browser, Page } from 'playwright-core'

import type { Visitor } from './visitor'

import { make, openDocument, pageOf, quietCourse } from './admin'
import { findings } from './axe'
import { errorsOf, launch, person, shoot } from './browser'
import { newPerson } from './buying'
import { eventually } from './eventually'
import { linkIn, mailTo } from './outbox'
import { signedIn } from './visitor'

jest.setTimeout(180_000)

let browser: Browser
let owner: Visitor
beforeAll(async () => {
  browser = await launch()
  owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
}, 180_000)
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

/** Invites an address on the form of a course. */
const invite = async (page: Page, email: string): Promise<void> => {
  const team = page.locator('#team')
  await team.getByRole('button', { name: 'Invite a co-instructor' }).click()
  await team.getByLabel('Email').fill(email)
  await team.getByLabel('Role').selectOption('editor')
  await team.getByLabel('Share of what the course earns, %').fill('30')
  expect(await findings(page, '#team')).toEqual([])
  await team.getByRole('button', { name: 'Send the invitation' }).click()
  await team.getByText(email).waitFor()
}

it('A co-instructor is invited by mail, makes an account, and writes the course as its editor', async () => {
  const { course, section } = await quietCourse(owner)
  const lesson = await make(owner, 'lessons', { course, kind: 'text', section, title: 'Light' })
  const { email } = newPerson('Mira')
  const page = await pageOf(browser, owner)
  const errors = errorsOf(page)
  await openDocument(page, `courses/${course}`)
  await invite(page, email)
  await shoot(page, 'team-form')
  const link = linkIn(await mailTo(email, 'teamInvitation'), '/teaching-invitation')

  const context = await person(browser, { place: 'aurora' })
  const theirs = await context.newPage()
  errorsOf(theirs)
  await theirs.goto(link)
  await theirs.getByText('30%').waitFor()
  expect(await findings(theirs)).toEqual([])
  await shoot(theirs, 'team-invitation')
  await theirs.setViewportSize({ height: 844, width: 390 })
  await theirs.emulateMedia({ colorScheme: 'dark' })
  await shoot(theirs, 'team-invitation-390-dark')
  await theirs.setViewportSize({ height: 900, width: 1440 })
  await theirs.getByLabel('Your name').fill('Mira')
  await theirs.getByLabel('Password', { exact: true }).fill('a quiet password')
  await theirs.getByRole('button', { name: 'Make the account and accept' }).click()
  await theirs.waitForURL(`**/admin/collections/courses/${course}`)
  await theirs.locator('#team').getByText('In the team').waitFor()

  await openDocument(theirs, `lessons/${lesson}`)
  await theirs.locator('#field-title').fill('Light and shade')
  await eventually(
    async () =>
      (await owner.get(`/api/lessons/${lesson}?depth=0&draft=true`)).json<{ title: string }>()
        .title === 'Light and shade',
  )
  await shoot(theirs, 'team-editor')
  const other = await quietCourse(owner)
  await theirs.goto(`/admin/collections/courses/${other.course}`)
  await theirs.waitForLoadState('networkidle')
  expect(await theirs.locator('#field-title').count()).toBe(0)
  await shoot(theirs, 'team-elsewhere')

  await page.reload()
  const team = page.locator('#team')
  await team.getByText('In the team').waitFor()
  await team.getByRole('button', { name: 'Take out' }).click()
  await team.getByLabel('Why? They read this.').fill('The course is done.')
  await team.getByRole('button', { name: 'Take out' }).last().click()
  await team.getByText('No longer in it').waitFor()
  await page.setViewportSize({ height: 844, width: 390 })
  await shoot(page, 'team-form-390')
  expect((await mailTo(email, 'teamNews')).text).toContain('The course is done.')
  expect(errors).toEqual([])
})
