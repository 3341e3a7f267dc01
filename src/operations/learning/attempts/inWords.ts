import type { PayloadRequest } from 'payload'

import type { Grade, OpenQuestion, Question } from '@/domain/learning/grading'

import { translator } from '@/operations/translation/translate'

import type { OpenAttempt } from './attempt'

/** Questions as their quiz lists them for translation: by ids, which are the same in every language. */
const asQuestions = (questions: readonly OpenQuestion[]) => ({
  questions: questions.map((question) => ({ ...question, blockType: question.kind })),
})

/** An attempt with its questions in the reader's language. Which answers they have is the same in any. */
export const inReadersWords = async (
  req: PayloadRequest,
  attempt: OpenAttempt,
): Promise<OpenAttempt> => {
  const { questions, quiz } = attempt
  const translate = await translator(req, { quizzes: [quiz] })
  const said = translate('quizzes', quiz, asQuestions(questions))

  return {
    ...attempt,
    questions: said.questions.map(({ id, answers, kind, points, prompt }) => ({
      id,
      answers,
      kind,
      points,
      prompt,
    })),
  }
}

/** A grade with its explanations in the reader's language. */
export const gradeInReadersWords = async ({
  grade,
  questions,
  quiz,
  req,
}: {
  grade: Grade
  questions: readonly Question[]
  quiz: string
  req: PayloadRequest
}): Promise<Grade> => {
  const translate = await translator(req, { quizzes: [quiz] })
  const said = translate('quizzes', quiz, { questions })
  const explained = new Map(said.questions.map(({ id, explanation }) => [id, explanation ?? null]))

  return {
    ...grade,
    results: grade.results.map((result) => ({
      ...result,
      explanation: explained.get(result.question) ?? result.explanation,
    })),
  }
}
