import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'

import type { OpenAttempt } from '@/domain/learning/attempts'

import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { call, requestOf } from '@/test/harness'
import { save, start, submit } from '@endpoints/learning/attempts'

import { classrooms } from './learning'

const choice = (
  prompt: string,
  blockType: string,
  answers: [text: string, isRight: boolean][],
) => ({
  answers: answers.map(([text, isRight]) => ({ isRight, text })),
  blockType,
  explanation: `Because of ${prompt}`,
  points: 1,
  prompt,
})

/** A learner before a quiz of two questions, both of which must be answered rightly. */
export const examRoom = async (payload: Payload, given: object = {}) => {
  const rooms = classrooms(payload)
  const room = await rooms.classroom({ lessons: [] })
  const { course, section, tenant } = room
  const quiz = (
    await rooms.quiz({
      passMark: 100,
      questions: [
        choice('one', 'singleChoice', [
          ['Right', true],
          ['Wrong', false],
        ]),
        choice('two', 'multipleChoice', [
          ['Right', true],
          ['Right too', true],
          ['Wrong', false],
        ]),
      ],
      tenant,
      ...given,
    } as never)
  ).id
  const lesson = await rooms.lessonIn({ course, kind: 'quiz', quiz, section, tenant })

  return { ...room, lesson, quiz }
}

/** A learner, a quiz and the lesson that holds it. */
export type Exam = Awaited<ReturnType<typeof examRoom>>

/** Starts, or goes on with, the attempt at the exam's quiz. */
export const begin = async ({ learner: user, quiz, tenant }: Exam) => {
  const { body, status } = await call(start, { data: { quiz }, tenant, user })

  return { attempt: body as OpenAttempt, code: (body as { code?: string }).code, status }
}

/** The right answers, which only somebody who knows the quiz can tell from the texts. */
export const rightAnswers = ({ questions }: OpenAttempt) =>
  Object.fromEntries(
    questions.map(({ id, answers }) => [
      id,
      answers.filter(({ text }) => text.startsWith('Right')).map((answer) => answer.id),
    ]),
  )

/** Submits an attempt as its learner. */
export const handIn = ({ learner: user, tenant }: Exam, id: string, answers?: unknown) =>
  call(submit, { data: { answers }, params: { id }, tenant, user })

/** Keeps answers of an attempt as its learner. */
export const keep = ({ learner: user, tenant }: Exam, id: string, answers: unknown) =>
  call(save, { data: { answers }, params: { id }, tenant, user })

/** Runs one statement in the exam's school. */
export const inSchool = async ({ tenant }: Pick<Exam, 'tenant'>, statement: SQL) =>
  asTenant(tenant, async () => rows<Record<string, unknown>>(await requestOf(), statement))

/** Status and code of a refusal. */
export const coded = ({ body, status }: { body: unknown; status: number }) => [
  status,
  (body as { code: string }).code,
]
