import type { Visitor } from './visitor'

import { make } from './admin'

type Locale = 'en' | 'he'
type Words = Record<Locale, string>

const TEXTS = {
  cloze: { en: 'Light goes in straight [1] from the [2].', he: 'האור נע ב[1] ישרים מן ה[2].' },
  essay: {
    en: 'Describe the light in the room you are in.',
    he: 'תארו את האור בחדר שבו אתם נמצאים.',
  },
  matching: { en: 'Where is the sun?', he: 'איפה השמש?' },
  multiple: { en: 'When is the light soft?', he: 'מתי האור רך?' },
  number: { en: 'How warm is daylight?', he: 'מהו חום הצבע של אור יום?' },
  ordering: { en: 'Order the day.', he: 'סדרו את היום.' },
  short: { en: 'What lets light into a room?', he: 'מה מכניס אור לחדר?' },
  single: { en: 'When does the sun rise?', he: 'מתי זורחת השמש?' },
  trueFalse: { en: 'Clouds soften the light.', he: 'עננים מרככים את האור.' },
} satisfies Record<string, Words>

const DAY = {
  dawn: { en: 'Dawn', he: 'שחר' },
  dusk: { en: 'Dusk', he: 'דמדומים' },
  east: { en: 'East', he: 'מזרח' },
  noon: { en: 'Noon', he: 'צהריים' },
  west: { en: 'West', he: 'מערב' },
} satisfies Record<string, Words>

const TYPED = {
  lines: { en: 'lines', he: 'קווים' },
  sun: { en: 'sun', he: 'שמש' },
  window: { en: 'window', he: 'חלון' },
} satisfies Record<string, Words>

const inLocale = <K extends string>(words: Record<K, Words>, locale: Locale) =>
  Object.fromEntries(
    Object.entries<Words>(words).map(([name, word]) => [name, word[locale]]),
  ) as Record<K, string>

/** What a quiz with a question of every kind says in a language: its prompts, answers, and what is typed. */
export const kindsIn = (locale: Locale) => ({
  ask: inLocale(TEXTS, locale),
  day: inLocale(DAY, locale),
  typed: inLocale(TYPED, locale),
})

const questionsIn = (locale: Locale) => {
  const { ask, day, typed } = kindsIn(locale)
  const answer = (text: string, isRight: boolean) => ({ isRight, text })

  return [
    {
      answers: [answer(day.dawn, true), answer(day.noon, false)],
      blockType: 'singleChoice',
      points: 1,
      prompt: ask.single,
    },
    {
      answers: [answer(day.dawn, true), answer(day.dusk, true), answer(day.noon, false)],
      blockType: 'multipleChoice',
      points: 1,
      prompt: ask.multiple,
    },
    { blockType: 'trueFalse', isTrue: true, points: 1, prompt: ask.trueFalse },
    { accepted: typed.window, blockType: 'shortText', points: 1, prompt: ask.short },
    { blockType: 'number', points: 1, prompt: ask.number, unit: 'K', value: 5500 },
    {
      blockType: 'cloze',
      gaps: [{ accepted: typed.lines }, { accepted: typed.sun }],
      points: 2,
      prompt: ask.cloze.split('[')[0]?.trim(),
      text: ask.cloze,
    },
    {
      blockType: 'matching',
      pairs: [
        { left: day.east, right: day.dawn },
        { left: day.west, right: day.dusk },
      ],
      points: 2,
      prompt: ask.matching,
    },
    {
      blockType: 'ordering',
      items: [day.dawn, day.noon, day.dusk].map((text) => ({ text })),
      points: 1,
      prompt: ask.ordering,
    },
    {
      blockType: 'essay',
      guide: day.dawn,
      mostWords: 60,
      points: 10,
      prompt: ask.essay,
    },
  ]
}

/** A free, published course of the owner's with one lesson: a quiz with a question of every kind. */
export const kindsCourse = async (
  owner: Visitor,
  locale: Locale,
): Promise<{ lesson: string; quiz: string; slug: string; title: string }> => {
  const slug = `kinds-${Date.now().toString(36)}-${process.pid}`
  const { ask } = kindsIn(locale)
  const quiz = await make(owner, 'quizzes', {
    _status: 'published',
    passMark: 70,
    questions: questionsIn(locale),
    title: ask.single,
  })
  const course = await make(owner, 'courses', { slug, _status: 'published', title: slug })
  const section = await make(owner, 'sections', { course, title: ask.ordering })
  const lesson = await make(owner, 'lessons', {
    _status: 'published',
    course,
    isRequired: true,
    kind: 'quiz',
    quiz,
    section,
    title: ask.single,
  })
  await make(owner, 'offers', {
    course,
    isActive: true,
    isDefault: true,
    kind: 'free',
    prices: [],
    title: slug,
  })

  return { slug, lesson, quiz, title: ask.single }
}
