import type { Browser, Page } from 'playwright-core'

import { aurora } from '@/seed/schools/aurora'
import { richText } from '@/domain/pages/richText'

import type { RunSchool } from './runSchool'
import type { Visitor } from './visitor'

import { make, openDocument } from './admin'
import { findings, STILL } from './axe'
import { errorsOf, launch, opened, shoot, shootAll } from './browser'
import { buy, confirmedVisitor, curriculum, newPerson } from './buying'
import { eventually } from './eventually'
import { headOf } from './head'
import { runSchool } from './runSchool'
import { visitor, visitorAt } from './visitor'

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const FIRST = 'Sit down by a window.'
const SLUG = 'in-two-languages'

/** The owner's browser, in which she is signed in. */
const ownersPage = async ({ host, owner }: RunSchool): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: `http://${host}`,
    reducedMotion: 'reduce',
    viewport: { height: 900, width: 1440 },
  })
  context.setDefaultTimeout(45_000)
  const domain = host.split(':')[0]
  await context.addCookies(
    [...owner.cookies].map(([name, value]) => ({ name, domain, httpOnly: true, path: '/', value })),
  )

  return context.newPage()
}

/** A text of the tab: its row, found by the source. */
const segment = (page: Page, source: string) =>
  page.locator('.lectern-segment').filter({ hasText: source })

const openTab = async (page: Page, id: string): Promise<void> => {
  await page.goto(`/admin/collections/courses/${id}/translations?into=he`)
  await page.locator('.lectern-segments').waitFor()
  await page.waitForLoadState('networkidle')
}

const write = async (page: Page, source: string, text: string): Promise<void> => {
  const row = segment(page, source)
  await row.getByRole('textbox').fill(text)
  await row.getByRole('textbox').blur()
  await row.getByText('Saved').waitFor()
}

describe('a course in two languages', () => {
  let course: string
  let errors: string[]
  let owner: Visitor
  let page: Page
  let school: RunSchool

  beforeAll(async () => {
    school = await runSchool('Two Shores')
    owner = school.owner
    const { docs } = (await owner.get('/api/tenants?depth=0')).json<{ docs: { id: string }[] }>()
    await owner.patch(`/api/tenants/${docs[0]?.id}`, { settings: { languages: ['he', 'ru'] } })
    course = await make(owner, 'courses', {
      slug: SLUG,
      _status: 'published',
      description: richText(FIRST),
      summary: 'A short course.',
      title: 'In two languages',
    })
    page = await ownersPage(school)
    errors = errorsOf(page)
  }, 180_000)

  it('is translated on a tab of its own, text by text', async () => {
    await openDocument(page, `courses/${course}`)
    await page.getByRole('link', { name: 'Translations' }).click()
    await page.locator('.lectern-segments').waitFor()
    await page.getByRole('button', { name: /עברית/ }).click()
    await page.getByText('0 of 3').first().waitFor()
    await write(page, 'In two languages', 'בשתי שפות')
    await write(page, FIRST, 'שבו ליד חלון.')

    await page.getByRole('button', { name: /עברית.*2 of 3/ }).waitFor()
    expect(
      await segment(page, FIRST)
        .getByRole('textbox')
        .evaluate((box) => [box.getAttribute('dir'), box.getAttribute('lang')]),
    ).toEqual(['rtl', 'he'])
  })

  it('is read at an address of its own, in its language where there is one and as written elsewhere', async () => {
    const reader = visitorAt(school.host)
    const text = await eventually(async () => {
      const answer = await reader.get(`/he/courses/${SLUG}`)

      return answer.text.includes('בשתי שפות') && answer.text
    })
    expect(text).toContain('<html dir="rtl" lang="he"')
    expect(text).toContain('שבו ליד חלון.')
    expect(text).toContain('A short course.')
    const { alternates, canonical } = headOf(text)
    const at = (prefix: string) => `http://${school.host}${prefix}/courses/${SLUG}`
    expect(canonical).toBe(at('/he'))
    expect(alternates).toEqual({ en: at(''), he: at('/he'), ru: at('/ru'), 'x-default': at('') })

    const plain = await reader.get(`/courses/${SLUG}`)
    expect(plain.text).toContain('In two languages')
    expect(headOf(plain.text).canonical).toBe(at(''))
    expect((await reader.get('/sitemap.xml')).text).toContain(`<loc>${at('/he')}</loc>`)
  })

  it('knows no other languages, and gives personal pages no address of one', async () => {
    const reader = visitorAt(school.host)

    expect((await reader.get(`/de/courses/${SLUG}`)).status).toBe(404)
    expect((await visitor('ofek').get('/en/courses')).status).toBe(404)
    const answer = await reader.get('/he/dashboard')
    expect([answer.status, answer.headers.location]).toEqual([
      307,
      `http://${school.host}/dashboard`,
    ])
  })

  it('is marked where the original has changed, until somebody says that it is still right', async () => {
    await owner.patch(`/api/courses/${course}`, { title: 'In two languages or three' })
    await openTab(page, course)
    const row = segment(page, 'In two languages or three')
    await row.getByText('Original has changed').waitFor()
    await row.getByText('It was translated from').click()
    await row.getByText('In two languages', { exact: true }).waitFor()
    expect(await findings(page, '.lectern-translations')).toEqual([])
    await row.getByRole('button', { name: 'Still right' }).click()
    await row.getByText('Translated', { exact: true }).waitFor()
    expect(errors).toEqual([])
  })

  it('keeps its tab in order in every look', async () => {
    const found: object[] = []
    await owner.patch(`/api/courses/${course}`, { title: 'In two languages' })
    for (const language of ['en', 'he']) {
      await page
        .context()
        .addCookies([{ name: 'payload-lng', url: `http://${school.host}`, value: language }])
      await openTab(page, course)
      await page.addStyleTag({ content: STILL })
      for (const width of [1440, 390]) {
        await page.setViewportSize({ height: 900, width })
        for (const theme of ['light', 'dark']) {
          await page.evaluate(
            (to) => document.documentElement.setAttribute('data-theme', to),
            theme,
          )
          found.push(...(await findings(page, '.lectern-translations')))
          await shoot(page, `translations-${language}-${width}-${theme}`)
        }
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        )
        expect(overflow).toBeLessThanOrEqual(0)
      }
      await page.setViewportSize({ height: 900, width: 1440 })
    }
    expect(found).toEqual([])
  }, 180_000)
})

describe('a learner who changes the language', () => {
  it('keeps progress, and the answers of a quiz under way', async () => {
    const slug = aurora.courses[0]?.slug ?? ''
    const student = await confirmedVisitor('aurora', newPerson('Noa Bilingual'))
    await buy(student, slug)
    const { lessons } = await curriculum(student, slug)
    const text = lessons.find(({ kind }) => kind === 'text')?.id
    const quiz = lessons.find(({ kind }) => kind === 'quiz')?.id
    await student.post('/api/progress/completed', { lesson: text })
    const page = await opened(browser, { member: student, place: 'aurora' })
    const errors = errorsOf(page)

    try {
      await page.goto(`/learn/${slug}/${quiz}`, { waitUntil: 'networkidle' })
      await page.getByRole('button', { name: /Start/ }).click()
      const saved = page.waitForResponse((response) => response.request().method() === 'PATCH')
      await page.getByLabel('A large window on an overcast day').check()
      await saved
      await page.getByRole('button', { name: 'Language' }).first().click()
      await page.getByRole('menuitemradio', { name: 'עברית' }).click()
      await page.waitForFunction(() => document.documentElement.lang === 'he')
      await page.getByRole('heading', { name: 'מה ראיתם?', level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      const go = page.getByRole('button', { name: /המשך|התחל/ })
      if (await go.count()) {
        await go.first().click()
      }
      const chosen = page.getByLabel('חלון גדול ביום מעונן')
      await chosen.waitFor()
      expect(await chosen.isChecked()).toBe(true)
      const after = await curriculum(student, slug)
      expect(after.lessons.find(({ id }) => id === text)).toMatchObject({ completed: true })
      expect(errors).toEqual([])
    } finally {
      await shootAll(browser, 'translation')
    }
  }, 180_000)
})
