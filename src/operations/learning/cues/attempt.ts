import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Marks, Question } from '@/domain/learning/grading'

import { row } from '@/database/transaction'

import type { Answered } from '../attempts/attempt'

/** What a learner answered inside a film: one attempt at its quiz, which grows with each answer. */
export type FilmAttempt = {
  answers: Answered
  hasPassed: boolean
  id: string
  marks: Marks
  questions: Question[]
}

type Whose = { learner: string; lesson: string; quiz: string; req: PayloadRequest }

/** A learner's attempt at the quiz of a film; null where nothing is answered. `holds` keeps it until the transaction ends. */
export const filmAttempt = async ({
  holds = false,
  learner,
  lesson,
  quiz,
  req,
}: Whose & { holds?: boolean }): Promise<FilmAttempt | null> =>
  (await row<FilmAttempt>(
    req,
    sql`select a.id, a.answers, coalesce(a.marks, '{}') as marks, a.questions, coalesce(a.passed, false) as "hasPassed"
        from quiz_attempts a where a.learner_id = ${learner} and a.lesson_id = ${lesson} and a.quiz_id = ${quiz} and a.in_film
        order by a.number desc limit 1 ${holds ? sql`for no key update` : sql``}`,
  )) ?? null

/** The question of a cue as it stood when it was answered, else as it is asked now. */
export const stoodAs = (
  attempt: FilmAttempt | null,
  { question }: { question: Question },
): Question =>
  (attempt && question.id in attempt.answers
    ? attempt.questions.find(({ id }) => id === question.id)
    : undefined) ?? question
