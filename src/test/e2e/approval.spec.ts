import { jest } from '@jest/globals'

import type { Browser, Page } from 'playwright-core'

import type { RunSchool } from './runSchool'
import type { Visitor } from './visitor'

import { make } from './admin'
import { findings } from './axe'
import { errorsOf, launch, person, shoot } from './browser'
import { confirmed, newPerson } from './buying'
import { eventually } from './eventually'
import { mailTo } from './outbox'
import { runSchool } from './runSchool'
import { visitorAt } from './visitor'

jest.setTimeout(240_000)

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

type Desk = { course: string; email: string; ines: Visitor; school: RunSchool; slug: string }

/** A school whose managers approve, an instructor in it, and a course of hers without anything. */
const desk = async (locale: 'en' | 'he'): Promise<Desk> => {
  const school = await runSchool('A school that looks first', { locale, publishers: 'managers' })
  const her = newPerson('Ines')
  const ines = await confirmed(visitorAt(school.host), her)
  const { docs } = (
    await school.owner.get(
      `/api/users?depth=0&where[email][equals]=${encodeURIComponent(her.email)}`,
    )
  ).json<{ docs: { id: string }[] }>()
  await school.owner.patch(`/api/users/${docs[0]?.id}`, { roles: ['instructor'] })
  const slug = `shown-${Date.now().toString(36)}-${process.pid}`
  const course = await make(ines, 'courses', { slug, _status: 'draft', title: 'Light at dusk' })
  const section = await make(ines, 'sections', { course, title: 'First' })
  await make(ines, 'lessons', { _status: 'published', kind: 'text', section, title: 'A look' })

  return { slug, course, email: her.email, ines, school }
}

/** A page of somebody who is signed in, at the school. */
const pageFor = async (
  { school: { host } }: Desk,
  who: Visitor,
  look: { colorScheme?: 'dark' | 'light'; locale?: string; width?: number } = {},
): Promise<Page> => {
  const context = await person(browser, { place: 'aurora', ...look })
  const domain = host.split(':')[0] ?? ''
  await context.addCookies(
    [...who.cookies].map(([name, value]) => ({ name, domain, httpOnly: true, path: '/', value })),
  )
  context.setDefaultTimeout(40_000)
  const page = await context.newPage()
  const goto = page.goto.bind(page)
  page.goto = (path, options) => goto(new URL(path, `http://${host}`).href, options)

  return page
}

const formOf = async (page: Page, { course }: Desk): Promise<void> => {
  await page.goto(`/admin/collections/courses/${course}`)
  await page.locator('#publication .lectern-stage').waitFor()
  await page.waitForLoadState('networkidle')
}

const stageOf = (page: Page) => page.locator('.lectern-stage').first().getAttribute('data-stage')

describe('a course that managers approve', () => {
  it('is submitted, returned with reasons, answered, approved, and seen by visitors', async () => {
    const here = await desk('en')
    const author = await pageFor(here, here.ines)
    const owner = await pageFor(here, here.school.owner)
    const errors = [errorsOf(author), errorsOf(owner)]
    const stranger = visitorAt(here.school.host)

    await formOf(author, here)
    expect(await author.locator('#action-save').count()).toBe(0)
    await author.locator('#action-submit').click()
    await author.getByLabel('Note for whoever looks at it').fill('I think it is ready.')
    await author.locator('#publication-take').click()
    await author.locator('.lectern-stage[data-stage="inReview"]').waitFor()
    await mailTo(here.school.email, 'courseSubmitted')

    await owner.goto('/admin')
    await owner.goto('/admin/collections/course-log')
    await owner.getByRole('heading', { name: 'Wait for approval: 1' }).waitFor()
    await owner.getByText('I think it is ready.').first().waitFor()
    await owner.getByText('Set a price, or offer it for free').first().waitFor()
    await owner.getByRole('button', { name: 'Look at the links to other sites' }).click()
    await owner.getByText('No link leads to another site.').waitFor()
    await owner.getByRole('button', { name: 'Return with reasons' }).click()
    await owner.getByLabel('What is still missing?').fill('Nearly there.')
    await owner
      .getByRole('textbox', { name: /Write what learners can do/ })
      .fill('Three lines will do.')
    await owner.locator('#publication-take').click()
    await owner.getByText('No course waits.', { exact: false }).waitFor()
    expect((await mailTo(here.email, 'courseReturned')).text).toContain('Three lines will do.')

    await formOf(author, here)
    await author.locator('.lectern-publication-return').getByText('Three lines will do.').waitFor()
    await author.getByText('Checklist:', { exact: false }).click()
    await author.getByRole('link', { name: /Go to the field: Write what learners can do/ }).click()
    await author.waitForFunction(() => document.activeElement?.id === 'field-outcomes')
    const kept = author.waitForResponse(
      (answer) => answer.url().includes('autosave=true') && answer.ok(),
    )
    await author.locator('#field-outcomes').fill('Sees light.\nPaints it.\nSleeps well.')
    await kept
    await author.locator('#publication-answer').click()
    await author.getByLabel('Your answer').fill('There they are.')
    await author.locator('#publication-take').click()
    await author.getByText('History: 3').waitFor()
    await author.locator('#publication-submit').click()
    await author.locator('#publication-take').click()
    await author.locator('.lectern-stage[data-stage="inReview"]').waitFor()
    expect((await stranger.get(`/courses/${here.slug}`)).status).toBe(404)

    await owner.goto('/admin/collections/course-log')
    await owner.getByText('History: 4').click()
    await owner.getByText('There they are.').first().waitFor()
    await owner.getByRole('button', { name: 'Approve and publish' }).click()
    await owner.locator('#publication-take').click()
    await owner.getByText('No course waits.', { exact: false }).waitFor()
    await eventually(async () => {
      const { status, text } = await stranger.get(`/courses/${here.slug}`)

      return status === 200 && text.includes('Sleeps well.')
    })
    await formOf(author, here)
    expect(await stageOf(author)).toBe('published')
    expect(errors.flat()).toEqual([])
  })

  it.each([
    ['en', 390, 'light'],
    ['he', 390, 'dark'],
    ['he', 1440, 'light'],
    ['en', 1440, 'dark'],
  ] as const)(
    'fits and can be used by all, in %s at %i px, %s',
    async (locale, width, colorScheme) => {
      const here = await desk(locale)
      await here.ines.post(`/api/courses/${here.course}/publication`, {
        note: 'Ready.',
        step: 'submit',
      })
      await here.school.owner.post(`/api/courses/${here.course}/publication`, {
        note: 'Nearly there.',
        points: [{ check: 'outcomes', note: 'Three lines will do.' }],
        step: 'reject',
      })
      await here.ines.post(`/api/courses/${here.course}/publication`, { step: 'submit' })
      const page = await pageFor(here, here.school.owner, { colorScheme, locale, width })
      await page.goto('/admin/collections/course-log')
      await page.locator('.lectern-approvals .lectern-stage').waitFor()
      await page.locator('#publication-reject').click()
      await shoot(page, `approval-queue-${locale}-${width}-${colorScheme}`)
      expect(await findings(page, '.lectern-approvals')).toEqual([])
      await formOf(page, here)
      await page.locator('#publication summary').first().click()
      await page.locator('#publication summary').last().click()
      await shoot(page, `approval-form-${locale}-${width}-${colorScheme}`)
      expect(await findings(page, '#publication')).toEqual([])
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wide).toBeLessThanOrEqual(0)
    },
  )
})
