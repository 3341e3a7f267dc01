import type { Browser, Page } from 'playwright-core'

import { BANK_WORDS } from '@/components/admin/bank/words'
import { STATISTICS_WORDS } from '@/components/admin/statistics/words'

import type { Visitor } from './visitor'

import { make } from './admin'
import { findings } from './axe'
import { errorsOf, launch, openedAt } from './browser'
import { buy, confirmed, newPerson } from './buying'
import { eventually } from './eventually'
import { press } from './press'
import { runSchool } from './runSchool'
import { visitorAt } from './visitor'
import { wordsOf } from './words'

const DRAWN = 6

const choice = (prompt: string) => ({
  answers: [
    { isRight: true, text: 'Right' },
    { isRight: false, text: 'Wrong' },
  ],
  blockType: 'singleChoice',
  points: 1,
  prompt,
})

/** A free course with one lesson: a quiz that draws from thirty questions of the bank. */
const drawnCourse = async (owner: Visitor) => {
  for (let at = 1; at <= 30; at += 1) {
    await make(owner, 'bank-questions', { question: [choice(`Banked ${at}`)], tags: 'light, Easy' })
  }
  const slug = `drawn-${Date.now().toString(36)}-${process.pid}`
  const quiz = await make(owner, 'quizzes', {
    _status: 'published',
    passMark: 50,
    questions: [choice('Own'), { blockType: 'pool', count: DRAWN, tags: 'easy' }],
    title: 'Drawn',
  })
  const course = await make(owner, 'courses', { slug, _status: 'published', title: slug })
  const section = await make(owner, 'sections', { course, title: 'Part' })
  const lesson = await make(owner, 'lessons', {
    _status: 'published',
    course,
    isRequired: true,
    kind: 'quiz',
    quiz,
    section,
    title: 'Drawn',
  })
  await make(owner, 'offers', {
    course,
    isActive: true,
    isDefault: true,
    kind: 'free',
    prices: [],
    title: slug,
  })

  return { slug, lesson, quiz }
}

describe.each(['en', 'he'] as const)('a bank of questions, in %s', (locale) => {
  const t = wordsOf(locale)
  const words = BANK_WORDS[locale]
  let author: Page
  let browser: Browser
  let drawn: Awaited<ReturnType<typeof drawnCourse>>
  let errors: string[][]
  let pages: Page[]
  let students: Visitor[]

  const asked = async (page: Page): Promise<string[]> => {
    await page
      .getByText(/Banked/)
      .first()
      .waitFor()
    const legends = await page.getByRole('group').allInnerTexts()

    return legends.flatMap((text) => /Banked \d+/.exec(text) ?? [])
  }

  beforeAll(async () => {
    browser = await launch()
    const { host, owner } = await runSchool('A Bank', { locale })
    drawn = await drawnCourse(owner)
    students = []
    pages = []
    for (const name of ['Ana', 'Ben']) {
      const student = await confirmed(visitorAt(host), newPerson(name))
      await buy(student, drawn.slug)
      students.push(student)
      pages.push(await openedAt(browser, { host, locale, member: student, width: 390 }))
    }
    author = await openedAt(browser, { host, locale, member: owner, width: 1440 })
    errors = [...pages, author].map(errorsOf)
  }, 180_000)
  afterAll(() => browser.close())

  it('is searched from a quiz, which says how many questions a pool draws from', async () => {
    await author.goto(`/admin/collections/quizzes/${drawn.quiz}`)
    await author.getByRole('button', { name: words.insert }).click()
    const drawer = author.locator('.list-drawer')
    await drawer.locator('tbody input[type=checkbox]').first().check()
    await drawer.getByRole('button').filter({ hasText: /1$/ }).first().click()
    await author.getByText(words.fromBank, { exact: true }).first().waitFor()
    await author
      .locator('.blocks-field__row, .collapsible')
      .filter({ hasText: words.drawn(DRAWN) })
      .first()
      .waitFor()
    expect(await author.getByText(words.drawn(DRAWN)).count()).toBeGreaterThan(0)
  }, 180_000)

  it('asks two learners other questions, and each of them the same after a reload', async () => {
    const draws: string[][] = []
    for (const page of pages) {
      await page.goto(`/learn/${drawn.slug}/${drawn.lesson}`)
      await page.getByRole('button', { name: t('learn.quiz.start') }).waitFor()
      await press(page.getByRole('button', { name: t('learn.quiz.start') }))
      const first = await asked(page)
      expect(first).toHaveLength(DRAWN)
      expect(new Set(first).size).toBe(DRAWN)
      await page.reload()
      expect(await asked(page)).toEqual(first)
      expect(await findings(page)).toEqual([])
      draws.push(first.toSorted())
    }

    expect(draws[0]).not.toEqual(draws[1])
  }, 180_000)

  it('shows its author how the questions did', async () => {
    for (const [nth, student] of students.entries()) {
      const { id, questions } = (
        await student.post('/api/attempts', { lesson: drawn.lesson, quiz: drawn.quiz })
      ).json<{ id: string; questions: { answers: { id: string; text: string }[]; id: string }[] }>()
      const answers = Object.fromEntries(
        questions.map((one) => [
          one.id,
          one.answers.find(({ text }) => text === (nth === 0 ? 'Right' : 'Wrong'))?.id ?? '',
        ]),
      )
      expect((await student.post(`/api/attempts/${id}/submit`, { answers })).status).toBe(200)
    }
    const statistics = STATISTICS_WORDS[locale]
    await eventually(async () => {
      await author.goto(`/admin/collections/quizzes/${drawn.quiz}/statistics`)
      await author.locator('.lectern-statistics').waitFor()

      return (await author.getByText(statistics.csv).count()) > 0
    }, 180_000)
    const own = author.getByRole('row').filter({ hasText: 'Own' }).first()
    expect(await own.innerText()).toContain('2')
    expect(
      await author
        .getByRole('row')
        .filter({ hasText: /Banked/ })
        .count(),
    ).toBeGreaterThan(DRAWN)
    expect(await findings(author, '.lectern-statistics')).toEqual([])
    expect(errors.flat()).toEqual([])
  }, 180_000)
})
