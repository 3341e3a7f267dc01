import type { Browser, Page } from 'playwright-core'

import { RESTORE_WORDS } from '@/components/admin/start/restore/words'

import type { RunSchool } from './runSchool'

import { make } from './admin'
import { findings, STILL } from './axe'
import { errorsOf, launch, openedAt, shoot } from './browser'
import { eventually } from './eventually'
import { platformStaff } from './outbox'
import { hostOf } from './place'
import { environment, freePort, runCommand } from './platform'
import { press } from './press'
import { runSchool } from './runSchool'
import { visitorAt } from './visitor'

const PANEL = '.lectern-restore'
const words = RESTORE_WORDS.en

/** Schools of this run alone: the platform under test has others of the same name. */
const RUN = crypto.randomUUID().slice(0, 8)
const SPOILT = `Harbour ${RUN}`
const OTHER = `Meadow ${RUN}`

/** Milliseconds in which the worker restores a backup of the whole platform under test aside, and compares. */
const PATIENCE = 120_000

let browser: Browser
let page: Page
let spoilt: RunSchool
let other: RunSchool

const courseAt = ({ owner }: RunSchool, slug: string, title: string): Promise<string> =>
  make(owner, 'courses', { slug, _status: 'published', title })

const titlesAt = async ({ owner }: RunSchool): Promise<string[]> =>
  (await owner.get('/api/courses?depth=0&sort=title&limit=20'))
    .json<{ docs: { title: string }[] }>()
    .docs.map(({ title }) => title)

const retitle = async ({ owner }: RunSchool, course: string, title: string): Promise<void> => {
  const { status, text } = await owner.patch(`/api/courses/${course}`, {
    _status: 'published',
    title,
  })
  expect([status, status === 200 ? '' : text]).toEqual([200, ''])
}

const remove = async ({ owner }: RunSchool, path: string): Promise<void> => {
  const { status, text } = await owner.send({ method: 'DELETE', path: `/api/${path}` })
  expect([status, status === 200 ? '' : text]).toEqual([200, ''])
}

/** Of a kind: rows that come back, that become what they were, and that go. */
const countsOf = async (kind: string): Promise<number[]> =>
  (
    await page
      .locator(PANEL)
      .getByRole('row', { name: new RegExp(`^${kind} `) })
      .getByRole('cell')
      .allInnerTexts()
  ).map(Number)

/** What axe finds in the part wide and narrow, in either scheme; keeps a picture of each. */
const looked = async (what: string): Promise<object[]> => {
  const found: object[] = []
  await page.addStyleTag({ content: STILL })
  for (const width of [1440, 390]) {
    await page.setViewportSize({ height: 900, width })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.evaluate(
        (theme) => document.documentElement.setAttribute('data-theme', theme),
        colorScheme,
      )
      found.push(...(await findings(page, PANEL)))
      await shoot(page, `restore-${what}-${width}-${colorScheme}`)
    }
  }
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'))
  await page.setViewportSize({ height: 900, width: 1440 })

  return found
}

const speak = (language: 'en' | 'he') =>
  page
    .context()
    .addCookies([{ name: 'payload-lng', url: `http://${hostOf('platform')}`, value: language }])

beforeAll(async () => {
  browser = await launch()
  spoilt = await runSchool(SPOILT)
  other = await runSchool(OTHER)
  page = await openedAt(browser, {
    host: hostOf('platform'),
    locale: 'en',
    member: await platformStaff(),
    width: 1440,
  })
  await speak('en')
}, 180_000)
afterAll(() => browser.close())

describe('a school that goes back to a moment', () => {
  it('is compared with a backup, and changes by its name alone, while another keeps what it has', async () => {
    const kept = await courseAt(spoilt, 'tides', 'Tides')
    const lost = await courseAt(spoilt, 'winds', 'Winds')
    const section = await make(spoilt.owner, 'sections', { course: kept, title: 'Ebb and flow' })
    const elsewhere = await courseAt(other, 'meadows', 'Meadows')
    runCommand('backup', {
      ...environment({
        dns: await freePort(),
        port: Number(process.env.E2E_PORT),
        url: process.env.E2E_DATABASE ?? '',
      }),
      BACKUPS_DIR: process.env.E2E_BACKUPS,
      UPLOADS_DIR: process.env.E2E_UPLOADS,
    })
    await retitle(spoilt, kept, 'Nothing of the kind')
    await remove(spoilt, `courses/${lost}`)
    await remove(spoilt, `sections/${section}`)
    await courseAt(spoilt, 'since', 'Since')
    await retitle(other, elsewhere, 'Meadows in spring')

    const errors = errorsOf(page)
    await page.goto('/admin')
    const panel = page.locator(PANEL)
    const school = panel.getByLabel(words.school)
    const option = school.locator('option', { hasText: SPOILT })
    await option.waitFor({ state: 'attached' })
    await school.selectOption(await option.getAttribute('value'))
    expect(await looked('choice')).toEqual([])
    await press(panel.getByRole('button', { name: words.look }))
    const name = panel.getByLabel(words.confirm(SPOILT))
    await name.waitFor({ timeout: PATIENCE })
    expect(await countsOf('Sections')).toEqual([1, 0, 0])
    const [, changed = 0, gone = 0] = await countsOf('Courses')
    expect([changed > 0, gone > 0]).toEqual([true, true])
    expect(await looked('difference')).toEqual([])
    await speak('he')
    await page.reload()
    await panel.getByLabel(RESTORE_WORDS.he.confirm(SPOILT)).waitFor()
    expect(await looked('difference-he')).toEqual([])
    await speak('en')
    await page.reload()

    await name.fill(OTHER)
    const replace = panel.getByRole('button', { name: words.replace })
    await press(replace)
    await panel.getByText(words.refusals.restoreOtherName).waitFor()
    expect(await looked('refusal')).toEqual([])
    expect(await titlesAt(spoilt)).toEqual(['Nothing of the kind', 'Since'])

    await name.fill(SPOILT)
    const begun = page.waitForResponse(
      (answer) => answer.url().endsWith('/replace') && answer.status() === 202,
    )
    await press(replace)
    await begun
    // Whoever leaves the page finds it again, under way or done.
    await page.reload()
    const done = panel.getByRole('status').filter({ hasText: words.checksum })
    await done.waitFor({ timeout: PATIENCE })
    expect(await done.innerText()).toContain(SPOILT)
    expect(await looked('done')).toEqual([])
    await speak('he')
    await page.reload()
    await panel.getByRole('status').filter({ hasText: RESTORE_WORDS.he.checksum }).waitFor()
    expect(await looked('done-he')).toEqual([])
    expect(errors.filter((error) => !error.includes('422'))).toEqual([])

    expect(await titlesAt(other)).toEqual(['Meadows in spring'])
    const again = visitorAt(spoilt.host)
    const { email, password } = spoilt
    expect((await spoilt.owner.get('/api/account/sessions')).status).toBe(401)
    expect((await again.post('/api/auth/sign-in/email', { email, password })).status).toBe(200)
    expect(await titlesAt({ ...spoilt, owner: again })).toEqual(['Tides', 'Winds'])
    // Its pages are made anew by the worker.
    await eventually(
      async () => (await visitorAt(spoilt.host).get('/courses/winds')).status === 200,
    )
  }, 300_000)

  it('is nothing that the owner of a school sees or may ask for', async () => {
    const owner = await openedAt(browser, {
      host: other.host,
      locale: 'en',
      member: other.owner,
      width: 1440,
    })
    await owner.goto('/admin')
    await owner.getByRole('heading', { level: 1 }).waitFor()
    await owner.waitForLoadState('networkidle')
    expect(await owner.getByRole('heading', { name: words.title }).count()).toBe(0)
    expect((await other.owner.get('/api/restores')).status).toBe(403)
    const asked = { backup: '20260101T000000-000Z', school: crypto.randomUUID() }
    expect((await other.owner.post('/api/restores/preview', asked)).status).toBe(403)
  }, 120_000)
})
