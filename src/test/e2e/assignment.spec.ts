import type { Browser, Page } from 'playwright-core'

import type { Person } from './buying'

import { assignmentCourse } from './assignments'
import { errorsOf, launch, openedAt } from './browser'
import { buy, confirmed, newPerson } from './buying'
import { press, tabTo } from './press'
import { runSchool } from './runSchool'
import { visitorAt } from './visitor'
import { wordsOf } from './words'

const TASK = 'ציירו כוס ליד חלון, וכתבו מאין בא האור.'
const TEXT = 'האור בא משמאל, רך ואחיד.'

/** A PDF of twelve megabytes: more than Next alone would hand on. */
const LARGE = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(12 * 1024 ** 2, 32)])

describe('an assignment in Hebrew, at 390 pixels', () => {
  const t = wordsOf('he')
  let browser: Browser
  let student: Person
  let page: Page
  let lesson: string
  let errors: string[]

  beforeAll(async () => {
    browser = await launch()
    const { host, owner } = await runSchool('Assignments', { locale: 'he' })
    const course = await assignmentCourse(owner, {
      assignment: { files: { documents: true }, filesMost: 2 },
      task: TASK,
      title: 'כוס ליד חלון',
    })
    lesson = `/learn/${course.slug}/${course.lesson}`
    student = newPerson('נועה לוי')
    const member = await confirmed(visitorAt(host), student)
    await buy(member, course.slug)
    page = await openedAt(browser, { host, locale: 'he', member, width: 390 })
    errors = errorsOf(page)
  }, 120_000)
  afterAll(() => browser.close())

  it('says what it takes, and keeps what is typed over a reload', async () => {
    await page.goto(lesson)
    await page.getByText(TASK).waitFor()
    await page.getByText(t('learn.assignment.worth', { percent: 60, points: 100 })).waitFor()
    const box = page.getByLabel(t('learn.assignment.text'))
    await tabTo(page, box)
    await page.keyboard.type(TEXT)
    await page.getByText(t('learn.assignment.saved'), { exact: true }).waitFor()

    await page.reload()
    await box.waitFor()
    expect(await box.inputValue()).toBe(TEXT)
  }, 90_000)

  it('takes a large file whole, and says why it refuses another', async () => {
    const chooser = page.locator('input[type=file]')
    await chooser.setInputFiles({ name: 'כוס.pdf', buffer: LARGE, mimeType: 'application/pdf' })
    const opened = page.getByRole('link', {
      name: t('learn.assignment.open', { name: 'כוס.pdf' }),
    })
    await opened.waitFor()
    const address = new URL((await opened.getAttribute('href')) ?? '', page.url())
    const size = await page.evaluate(
      async (url) => (await (await fetch(url)).blob()).size,
      address.href,
    )
    expect(size).toBe(LARGE.length)

    await chooser.setInputFiles({
      name: 'כוס.png',
      buffer: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      mimeType: 'image/png',
    })
    await page.getByText(t('errors.fileNotAccepted')).waitFor()
    await press(
      page.getByRole('button', { name: t('learn.assignment.remove', { name: 'כוס.png' }) }),
    )
  }, 90_000)

  it('is handed in by the keyboard, once, and stands there as it was', async () => {
    await tabTo(page, page.getByRole('button', { name: t('learn.assignment.handIn') }))
    await page.keyboard.press('Enter')
    await page.getByText(t('learn.assignment.closed.waits')).waitFor()
    const card = page.getByRole('article', { name: t('learn.assignment.number', { number: 1 }) })
    await card.getByText(TEXT).waitFor()
    await card.getByText(t('learn.assignment.state.submitted'), { exact: true }).waitFor()
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
    expect(errors).toEqual([])
  }, 60_000)
})
