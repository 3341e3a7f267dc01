import type { Browser, Page } from 'playwright-core'

import { SURVEY_WORDS } from '@/components/admin/survey/words'

import { make } from './admin'
import { findings, STILL } from './axe'
import { errorsOf, launch, openedAt, shoot } from './browser'
import { buy, confirmed, newPerson } from './buying'
import { press, tabTo } from './press'
import { runSchool } from './runSchool'
import { visitorAt, type Visitor } from './visitor'
import { wordsOf } from './words'

const TITLE = 'איך היה?'
const TEXT = 'עוד תרגול ליד החלון.'

const QUESTIONS = [
  {
    blockType: 'surveyRating',
    high: 'מצוין',
    isRequired: true,
    low: 'חלש',
    prompt: 'כמה ברור היה השיעור?',
    steps: 5,
  },
  { blockType: 'surveyNps', prompt: 'האם להמליץ עליו?' },
  {
    blockType: 'surveySingle',
    options: [{ text: 'קצר' }, { text: 'ארוך' }],
    prompt: 'האורך?',
  },
  {
    blockType: 'surveyMultiple',
    options: [{ text: 'סרטים' }, { text: 'טקסטים' }],
    prompt: 'מה עזר?',
  },
  { blockType: 'surveyText', isLong: true, prompt: 'עוד משהו?' },
]

/** A course on sale for nothing, with one lesson: an anonymous survey. */
const surveyCourse = async (owner: Visitor): Promise<{ lesson: string; slug: string }> => {
  const slug = `asked-${Date.now().toString(36)}-${process.pid}`
  const course = await make(owner, 'courses', { slug, _status: 'published', title: TITLE })
  const section = await make(owner, 'sections', { course, title: TITLE })
  const lesson = await make(owner, 'lessons', {
    _status: 'published',
    course,
    kind: 'survey',
    section,
    survey: { isAnonymous: true, questions: QUESTIONS },
    title: TITLE,
  })
  const offer = { isActive: true, isDefault: true, kind: 'free', prices: [] }
  await make(owner, 'offers', { ...offer, course, title: TITLE })

  return { slug, lesson }
}

describe('an anonymous survey in Hebrew, at 390 pixels', () => {
  const t = wordsOf('he')
  const words = SURVEY_WORDS.he
  let browser: Browser
  let course: { lesson: string; slug: string }
  let errors: string[]
  let host: string
  let page: Page
  let teacher: Page

  const learner = async (name: string): Promise<Visitor> => {
    const member = await confirmed(visitorAt(host), newPerson(name))
    await buy(member, course.slug)

    return member
  }

  beforeAll(async () => {
    browser = await launch()
    const school = await runSchool('Surveys', { locale: 'he' })
    host = school.host
    course = await surveyCourse(school.owner)
    const member = await learner('נועה לוי')
    page = await openedAt(browser, { host, locale: 'he', member, width: 390 })
    teacher = await openedAt(browser, { host, locale: 'he', member: school.owner, width: 1440 })
    errors = errorsOf(page)
  }, 180_000)
  afterAll(() => browser.close())

  it('is seen by its author as its learners will', async () => {
    await teacher.goto(`/preview/lessons/${course.lesson}`)
    await teacher.getByText(t('learn.survey.trial')).waitFor()
    await teacher.getByRole('radio', { name: '5', exact: true }).first().check()
    await press(teacher.getByRole('button', { name: t('learn.survey.send') }))
    await teacher.getByText(t('learn.survey.sentTitle')).waitFor()
  }, 180_000)

  it('says what has to be answered, and is answered by the keyboard, once', async () => {
    await page.goto(`/learn/${course.slug}/${course.lesson}`)
    await page.getByText(t('learn.survey.anonymous')).waitFor()
    await page.addStyleTag({ content: STILL })
    expect(await findings(page)).toEqual([])
    await press(page.getByRole('button', { name: t('learn.survey.send') }))
    await page.getByText(t('learn.survey.needed')).waitFor()

    const clear = page.getByRole('group', { name: /כמה ברור/ })
    await tabTo(page, clear.getByRole('radio', { name: '1', exact: true }))
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await clear.getByRole('radio', { name: '3', exact: true }).isChecked()).toBe(true)
    await page
      .getByRole('group', { name: /להמליץ/ })
      .getByRole('radio', { name: '9', exact: true })
      .check()
    await page.getByRole('radio', { name: 'ארוך' }).check()
    await page.getByRole('checkbox', { name: 'סרטים' }).check()
    await page.getByLabel(/עוד משהו/).fill(TEXT)
    await shoot(page, 'survey-he-390')
    expect(await findings(page)).toEqual([])
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)

    await press(page.getByRole('button', { name: t('learn.survey.send') }))
    await page.getByText(t('learn.survey.sentAnonymous')).waitFor()
    await page.reload()
    await page.getByText(t('learn.survey.sentTitle')).waitFor()
    expect(errors).toEqual([])
  }, 180_000)

  it('tells its author what was answered, and of nobody who', async () => {
    await teacher.goto(`/admin/collections/lessons/${course.lesson}/results`)
    await teacher.getByText(words.heldBack).waitFor()
    for (const name of ['יעל', 'רון']) {
      const member = await learner(name)
      const own = (await member.get(`/api/lessons/${course.lesson}?depth=0`)).json<{
        survey: { questions: { id: string }[] }
      }>()
      const [first] = own.survey.questions
      const sent = await member.post(`/api/surveys/${course.lesson}`, {
        answers: { [first?.id ?? '']: 5 },
        isAnonymous: true,
      })
      expect(sent.status).toBe(200)
    }
    await teacher.reload()
    await teacher.getByRole('heading', { name: 'כמה ברור היה השיעור?' }).waitFor()
    await teacher.getByText(TEXT).waitFor()
    await teacher.getByText(words.nps('100')).waitFor()
    await teacher.addStyleTag({ content: STILL })
    for (const size of [1440, 390]) {
      await teacher.setViewportSize({ height: 900, width: size })
      expect(await findings(teacher, '.lectern-survey')).toEqual([])
      await shoot(teacher, `survey-results-he-${size}`)
    }
    expect(await teacher.locator('body').innerText()).not.toContain('נועה')
  }, 180_000)
})
