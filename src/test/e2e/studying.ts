import type { SeedQuestion, SeedSchool } from '@/seed/types'
import type { Visitor } from './visitor'

import { curriculum } from './buying'

type Open = { id: string; questions: OpenQuestion[] }
type OpenQuestion = { answers: { id: string; text: string }[]; id: string; prompt: string }

/** Every question of a demo school's quizzes, with the key that only the seed knows. */
export const questionsOf = ({ courses }: SeedSchool): SeedQuestion[] =>
  courses.flatMap(({ sections }) =>
    sections.flatMap(({ lessons }) => lessons.flatMap(({ quiz }) => quiz?.questions ?? [])),
  )

/** The texts of the right answers to a prompt, or of the wrong ones. */
export const answersTo = (
  questions: readonly SeedQuestion[],
  prompt: string,
  { right }: { right: boolean },
): string[] =>
  (questions.find((question) => question.prompt === prompt)?.answers ?? [])
    .filter((answer) => answer.startsWith('*') === right)
    .map((answer) => answer.replace(/^\*/, ''))

/** The answers to an open attempt, all right or all wrong, as `submit` wants them. */
export const answersFor = (
  school: SeedSchool,
  { questions }: Pick<Open, 'questions'>,
  { right }: { right: boolean },
): Record<string, string[]> =>
  Object.fromEntries(
    questions.map(({ id, answers, prompt }) => {
      const texts = answersTo(questionsOf(school), prompt, { right })

      return [id, answers.filter(({ text }) => texts.includes(text)).map((answer) => answer.id)]
    }),
  )

/** The quiz that a lesson holds, by the lesson's own row. */
export const quizOf = async (one: Visitor, lesson: string): Promise<string> =>
  (await one.get(`/api/lessons/${lesson}?depth=0`)).json<{ quiz: string }>().quiz

/** Begins, or goes on with, the attempt at a quiz. */
export const startAttempt = async (one: Visitor, quiz: string): Promise<Open> =>
  (await one.post('/api/attempts', { quiz })).json<Open>()

/** Completes every lesson of a course that somebody owns. */
export const study = async (one: Visitor, school: SeedSchool, slug: string): Promise<void> => {
  for (const { id, duration, kind } of (await curriculum(one, slug)).lessons) {
    if (kind === 'video') {
      const spans = [[0, duration]]
      await one.post('/api/progress/watched', { lesson: id, position: duration, spans })
    } else if (kind === 'text') {
      await one.post('/api/progress/completed', { lesson: id })
    } else {
      const attempt = await startAttempt(one, await quizOf(one, id))
      const answers = answersFor(school, attempt, { right: true })
      await one.post(`/api/attempts/${attempt.id}/submit`, { answers })
    }
  }
}
