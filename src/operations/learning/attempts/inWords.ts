import type { PayloadRequest } from 'payload'

import type { OpenAttempt } from '@/domain/learning/attempts'
import type { Grade, Question, ReviewedGrade } from '@/domain/learning/grading'

import { reviewed } from '@/domain/learning/grading'
import { showsKey } from '@/domain/learning/reviewing'
import { translator } from '@/operations/translation/translate'

import type { Answered, Attempt } from './attempt'

import { chosenIn, openAttempt } from './attempt'
import { questionPictures } from './pictures'

type OfBank = NonNullable<Question['bank']>

/**
 * An attempt's questions in the reader's language: as the quiz says them, and those of the bank as the bank does. Their
 * ids and places are the same in any.
 */
export const questionsInWords = async (
  req: PayloadRequest,
  { questions, quiz }: Pick<Attempt, 'questions' | 'quiz'>,
): Promise<readonly Question[]> => {
  const ofBank = questions.flatMap(({ bank }) => bank?.question ?? [])
  const say = await translator(req, { 'bank-questions': ofBank, quizzes: [quiz] })

  const inBanksWords = (question: Question, { key, question: of }: OfBank): Question =>
    say('bank-questions', of, { question: [{ ...question, id: key ?? question.id }] })
      .question[0] ?? question

  return say('quizzes', quiz, { questions }).questions.map((question) =>
    question.bank ? { ...inBanksWords(question, question.bank), id: question.id } : question,
  )
}

/** An attempt as its learner sees it, in the reader's language. */
export const attemptInReadersWords = async (
  req: PayloadRequest,
  attempt: Attempt,
): Promise<OpenAttempt> => {
  const { lesson, questions } = attempt
  const said = await questionsInWords(req, attempt)

  return openAttempt(
    { ...attempt, questions: [...said] },
    await questionPictures({ lesson, questions, req }),
  )
}

/** A grade with what is said about each answer in the reader's language, and the key where the quiz shows it by `now`. */
export const reviewInReadersWords = async ({
  answers,
  attempt,
  grade,
  now,
  req,
}: {
  answers: Answered
  attempt: Attempt
  grade: Grade
  now: Date
  req: PayloadRequest
}): Promise<ReviewedGrade> =>
  reviewed({
    chosen: chosenIn(answers),
    grade,
    marks: attempt.marks,
    questions: attempt.questions,
    said: await questionsInWords(req, attempt),
    showsKey: showsKey({
      ...attempt.review,
      from: attempt.review.from ? new Date(attempt.review.from) : null,
      hasPassed: attempt.review.hasPassed || grade.passed,
      now,
    }),
  })
