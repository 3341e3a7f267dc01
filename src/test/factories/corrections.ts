import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Question } from '@/domain/learning/grading'
import type { ChoiceQuestion } from '@/domain/learning/questions/types'
import type { OpenAttempt } from '@/domain/learning/attempts'

import { asTenant } from '@/database/scope'
import { row } from '@/database/transaction'
import { requestOf } from '@/test/harness'
import { settleOnly } from '@/test/settleOnly'

import type { Exam } from './exams'

import { begin, examRoom, handIn } from './exams'
import { classrooms } from './learning'

/** Saves the quiz as an author does; what it announces waits. */
export const correct = async ({
  change,
  exam,
  payload,
  status = 'published',
}: {
  change: (questions: Question[]) => object
  exam: Exam
  payload: Payload
  status?: 'draft' | 'published'
}) => {
  const author = await classrooms(payload).user({ roles: ['instructor'], tenant: exam.tenant })
  await asTenant(exam.tenant, async () => {
    const req = await requestOf(author)
    const stored = await row<{ questions: Question[] }>(
      req,
      sql`select questions from quizzes where id = ${exam.quiz}`,
    )
    await payload.update({
      id: exam.quiz,
      collection: 'quizzes',
      data: { _status: status, questions: change(stored?.questions ?? []) } as never,
      depth: 0,
      draft: status === 'draft',
      overrideAccess: false,
      req,
    })
  })

  return author
}

/** The answers called "Wrong" are the right ones now. */
export const swapped = (questions: Question[]) =>
  (questions as ChoiceQuestion[]).map((question) => ({
    ...question,
    answers: question.answers.map((answer) => ({ ...answer, isRight: answer.text === 'Wrong' })),
  }))

/** What the learner chooses who takes every wrong answer. */
export const wrongAnswers = ({ questions }: OpenAttempt) =>
  Object.fromEntries(
    questions.map(({ id, answers }) => [
      id,
      answers.filter(({ text }) => text === 'Wrong').map((answer) => answer.id),
    ]),
  )

/** An exam that its learner handed in with every answer wrong, by the key of that day. */
export const failedExam = async (payload: Payload) => {
  const exam = await examRoom(payload)
  const { attempt } = await begin(exam)
  await handIn(exam, attempt.id, wrongAnswers(attempt))
  await settleOnly(payload, 'regradeOnContentChanged')

  return { ...exam, attempt: attempt.id }
}
