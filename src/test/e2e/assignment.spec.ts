import type { Browser, Locator, Page } from 'playwright-core'

import { REVIEW_WORDS } from '@/components/admin/reviewing/words'

import type { Person } from './buying'

import { assignmentCourse, pageOfBytes } from './assignments'
import { errorsOf, launch, openedAt } from './browser'
import { buy, confirmed, newPerson } from './buying'
import { mailTo } from './outbox'
import { press, tabTo } from './press'
import { runSchool } from './runSchool'
import { visitorAt } from './visitor'
import { wordsOf } from './words'

const TASK = 'ציירו כוס ליד חלון, וכתבו מאין בא האור.'
const TEXT = 'האור בא משמאל, רך ואחיד.'

/** A page of twelve megabytes: more than Next alone would hand on. */
const LARGE = pageOfBytes(12 * 1024 ** 2)

const REMARK = 'הצל רך מדי כאן.'
const AGAIN = 'האור בא משמאל, והצל חד.'

describe('an assignment in Hebrew, at 390 pixels', () => {
  const t = wordsOf('he')
  const words = REVIEW_WORDS.he
  let browser: Browser
  let student: Person
  let page: Page
  let grader: Page
  let lesson: string
  let errors: string[]

  /** The refusal of a file is one that browsers tell of. */
  const unexpected = () => errors.filter((one) => !one.includes('/api/assignments/files?'))

  beforeAll(async () => {
    browser = await launch(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'])
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
    grader = await openedAt(browser, { host, locale: 'he', member: owner, width: 1440 })
    errors = errorsOf(page)
  }, 180_000)
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
  }, 180_000)

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
  }, 180_000)

  it('is handed in by the keyboard, once, and stands there as it was', async () => {
    await tabTo(page, page.getByRole('button', { name: t('learn.assignment.handIn') }))
    await page.keyboard.press('Enter')
    await page.getByText(t('learn.assignment.closed.waits')).waitFor()
    const card = page.getByRole('article', { name: t('learn.assignment.number', { number: 1 }) })
    await card.getByText(TEXT).waitFor()
    await card.getByText(t('learn.assignment.state.submitted'), { exact: true }).waitFor()
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
    expect(unexpected()).toEqual([])
  }, 180_000)

  const openWork = async () => {
    await grader.goto('/admin/collections/submissions')
    await press(
      grader.getByRole('button', { name: `${words.review}: ${student.name}, כוס ליד חלון` }),
    )
  }

  /** More than 0 where what a player holds can be played. */
  const playable = (player: Locator): Promise<number> =>
    player.evaluate(async (media: HTMLMediaElement) => {
      media.muted = true
      await media.play()

      return media.currentTime + media.readyState
    })

  it('is spoken and filmed about: heard once before it goes, and kept beside the work', async () => {
    await openWork()
    const box = grader.getByRole('group', { name: words.spoken })
    const kept = grader.getByRole('listitem').locator('audio, video')
    for (const [place, name] of [words.recordSound, words.recordFilm].entries()) {
      await press(box.getByRole('button', { name }))
      await box.getByText(words.recording('0:01')).waitFor()
      await press(box.getByRole('button', { name: new RegExp(words.stop) }))
      expect(await playable(box.locator('audio, video'))).toBeGreaterThan(0)
      await press(box.getByRole('button', { name: words.sendRecording }))
      await kept.nth(place).waitFor()
    }
    await box.getByRole('button', { name: words.recordSound }).waitFor()
    await page.goto(lesson)
    for (const label of [t('learn.assignment.spoken'), t('learn.assignment.filmed')]) {
      const player = page.getByLabel(label)
      await player.waitFor()
      expect(await playable(player)).toBeGreaterThan(0)
    }
    expect(unexpected()).toEqual([])
  }, 180_000)

  it('is read in one screen, commented on its page, and given back', async () => {
    await openWork()
    await grader.getByText(TEXT).waitFor()
    await press(grader.getByRole('button', { name: words.addRemark(1) }))
    await grader.getByLabel(words.remark(1, 1), { exact: true }).fill(REMARK)
    await press(grader.getByRole('button', { name: words.returnIt }))
    await grader.getByText(words.returned).waitFor()
    await grader.getByText(words.none).waitFor()
  }, 180_000)

  it('comes back to its learner with the comment, and is handed in again', async () => {
    const { text } = await mailTo(student.email, 'workReviewed')
    expect(text).toContain(lesson)
    await page.goto(lesson)
    await page.getByText(REMARK).waitFor()
    const box = page.getByLabel(t('learn.assignment.text'))
    expect(await box.inputValue()).toBe(TEXT)
    await box.fill(AGAIN)
    await press(page.getByRole('button', { name: t('learn.assignment.handInAgain') }))
    await page.getByText(t('learn.assignment.closed.waits')).waitFor()
  }, 180_000)

  it('is graded, completes the lesson, and its learner replies', async () => {
    await openWork()
    await grader.getByText(AGAIN).waitFor()
    await grader.getByLabel(words.outOf(100)).fill('85')
    await grader.keyboard.press('Control+Enter')
    await grader.getByText(words.done(85, true)).waitFor()

    await page.reload()
    await page
      .getByText(t('learn.assignment.result', { max: 100, percent: 85, score: 85 }))
      .waitFor()
    await page.getByText(t('learn.completed'), { exact: true }).waitFor()
    const card = page.getByRole('article', { name: t('learn.assignment.number', { number: 2 }) })
    await card.getByLabel(t('learn.assignment.reply')).fill('תודה!')
    await press(card.getByRole('button', { name: t('learn.assignment.sendReply') }))
    await card.getByText('תודה!').waitFor()
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
    expect(unexpected()).toEqual([])
  }, 180_000)
})
