import type { Browser, Locator, Page } from 'playwright-core'

import { GRADING_WORDS } from '@/components/admin/grading/words'

import type { Person } from './buying'

import { findings } from './axe'
import { errorsOf, launch, openedAt, shoot } from './browser'
import { buy, confirmed, newPerson } from './buying'
import { kindsCourse, kindsIn } from './kindsQuiz'
import { mailTo } from './outbox'
import { press, tabTo } from './press'
import { runSchool } from './runSchool'
import { visitorAt } from './visitor'
import { wordsOf } from './words'

const ESSAY = 'It comes from the left, soft and even.'
const COMMENT = 'Look at its colour, too.'

describe.each(['en', 'he'] as const)('a quiz of every kind of question, in %s', (locale) => {
  const t = wordsOf(locale)
  const { ask, day, typed } = kindsIn(locale)
  const words = GRADING_WORDS[locale]
  let browser: Browser
  let student: Person
  let page: Page
  let grader: Page
  let lesson: string
  let errors: string[][]

  const question = (prompt: string) => page.getByRole('group').filter({ hasText: prompt })
  const write = async (box: Locator, text: string) => {
    await tabTo(page, box)
    await page.keyboard.type(text)
  }
  const pressAt = async (control: Locator, key: string) => {
    await tabTo(page, control)
    await page.keyboard.press(key)
  }
  /** Says how many are answered, all of them kept. */
  const kept = (done: number) =>
    page
      .getByText(`${t('learn.quiz.answered', { count: 9, done })} · ${t('common.saved')}`)
      .waitFor()
  /** Goes down a list of the system's by the arrow key, to an option. */
  const choose = async (list: Locator, option: string) => {
    await tabTo(page, list)
    const options = await list.locator('option').count()
    const chosen = () => list.locator('option:checked').innerText()
    for (let steps = 1; steps < options && (await chosen()) !== option; steps += 1) {
      await page.keyboard.press('ArrowDown')
    }
    expect(await chosen()).toBe(option)
  }
  const order = () => question(ask.ordering).getByRole('listitem').allInnerTexts()
  /** Moves an item up by its button, which keeps the focus, until it stands in its place. */
  const raise = async (item: string, place: number) => {
    const up = question(ask.ordering).getByRole('button', {
      name: t('learn.quiz.moveUp', { item }),
    })
    for (;;) {
      const at = (await order()).findIndex((text) => text.includes(item))
      if (at <= place) {
        return
      }
      await pressAt(up, 'Enter')
      await question(ask.ordering)
        .getByRole('listitem')
        .nth(at - 1)
        .filter({ hasText: item })
        .waitFor()
      expect(await up.evaluate((button) => button === document.activeElement)).toBe(true)
    }
  }

  beforeAll(async () => {
    browser = await launch()
    const { host, owner } = await runSchool('Every Kind', { locale })
    const course = await kindsCourse(owner, locale)
    lesson = `/learn/${course.slug}/${course.lesson}`
    student = newPerson('Kim Keys')
    const member = await confirmed(visitorAt(host), student)
    await buy(member, course.slug)
    page = await openedAt(browser, { host, locale, member, width: 390 })
    grader = await openedAt(browser, { host, locale, member: owner, width: 1440 })
    errors = [errorsOf(page), errorsOf(grader)]
  }, 180_000)
  afterAll(() => browser.close())

  it('is begun by the keyboard, and half of it is there after a reload', async () => {
    await page.goto(lesson)
    await page.getByRole('button', { name: t('learn.quiz.start') }).waitFor()
    await press(page.getByRole('button', { name: t('learn.quiz.start') }))
    await pressAt(page.getByRole('radio', { name: day.dawn, exact: true }), 'Space')
    for (const answer of [day.dawn, day.dusk]) {
      await pressAt(question(ask.multiple).getByLabel(answer, { exact: true }), 'Space')
    }
    await pressAt(page.getByRole('radio', { name: t('learn.quiz.true'), exact: true }), 'Space')
    await write(question(ask.short).getByRole('textbox'), typed.window)
    await kept(4)

    await page.reload()
    await page.getByText(t('learn.quiz.answered', { count: 9, done: 4 })).waitFor()
    expect(await question(ask.short).getByRole('textbox').inputValue()).toBe(typed.window)
    expect(await question(ask.multiple).getByRole('checkbox', { checked: true }).count()).toBe(2)
  }, 180_000)

  it('is answered to its end and handed in, and says that a person reads it', async () => {
    await write(question(ask.number).getByRole('textbox'), '5500')
    const gaps = question(t('learn.quiz.hint.cloze')).getByRole('textbox')
    await write(gaps.nth(0), typed.lines)
    await write(gaps.nth(1), typed.sun)
    const sides = question(ask.matching).getByRole('combobox')
    for (const [nth, answer] of [day.dawn, day.dusk].entries()) {
      await choose(sides.nth(nth), answer)
    }
    await raise(day.dawn, 0)
    await raise(day.noon, 1)
    await write(question(ask.essay).getByRole('textbox'), ESSAY)
    await pressAt(page.getByRole('button', { name: t('learn.quiz.handIn') }), 'Enter')

    await page.getByText(t('learn.quiz.waitingBody')).waitFor()
    await page.getByText(t('learn.quiz.pointsSoFar', { max: 20, score: 10 })).waitFor()
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
  }, 180_000)

  it('waits in the admin, where somebody gives points and a comment', async () => {
    await grader.goto('/admin/collections/quiz-attempts')
    const grade = `${words.grade}: ${student.name}, ${ask.single}`
    await press(grader.getByRole('button', { name: grade }))
    await grader.getByText(ESSAY).waitFor()
    await grader.getByLabel(words.outOf(10)).fill('8.5')
    await grader.getByLabel(words.comment).fill(COMMENT)
    await grader.getByRole('button', { name: words.next }).click()
    await grader.getByText(words.done(92, true)).waitFor()
    await grader.getByText(words.none).waitFor()
  }, 180_000)

  it('shows the learner the points and the comment, as the mail says', async () => {
    const { text } = await mailTo(student.email, 'attemptGraded')
    expect(text).toContain(lesson)
    await page.goto(lesson)
    await press(page.getByRole('button', { name: t('learn.quiz.reviewOf', { number: 1 }) }))
    await page.getByText(t('learn.quiz.points', { max: 20, score: 18.5 })).waitFor()
    await page.getByText(COMMENT).waitFor()
    expect(errors).toEqual([[], []])
  }, 180_000)

  it('is marked otherwise later, with a reason that the learner reads', async () => {
    const why = 'I had overlooked the second page'
    await grader.goto('/admin/collections/quiz-attempts')
    await press(grader.getByRole('button', { name: words.showGraded }))
    const change = `${words.change}: ${student.name}, ${ask.single}`
    await press(grader.getByRole('button', { name: change }))
    await grader.getByText(ESSAY).waitFor()
    expect(await grader.getByLabel(words.outOf(10)).inputValue()).toBe('8.5')
    await grader.getByLabel(words.outOf(10)).fill('9.5')
    await grader.getByLabel(words.reason).fill(why)
    expect(await findings(grader, '.lectern-grading')).toEqual([])
    await shoot(grader, `mark-change-${locale}`)
    await grader.getByRole('button', { name: words.saveChange }).click()
    await grader.getByText(words.done(97, true)).waitFor()

    const { text } = await mailTo(student.email, 'markChanged')
    expect(text).toContain(why)
    await page.goto(lesson)
    await press(page.getByRole('button', { name: t('learn.quiz.reviewOf', { number: 1 }) }))
    await page.getByText(t('learn.quiz.changedTitle')).waitFor()
    await page.getByText(why).waitFor()
    expect(await findings(page)).toEqual([])
    await shoot(page, `mark-changed-${locale}-390`)
    expect(errors).toEqual([[], []])
  }, 180_000)
})
