import type { PayloadRequest } from 'payload'

import type { Answer, Marks, OpenQuestion, Question, Review } from '@/domain/learning/grading'

import { leadsTo } from '@/domain/catalog/lessons/cues'
import { gradeAttempt, reviewed } from '@/domain/learning/grading'
import { showsKey } from '@/domain/learning/reviewing'

import type { AskedCue, Film } from './film'

import { questionsInWords } from '../attempts/inWords'

/** What became of an answer to a cue; `to` is the second at which the film goes on, null where it just goes on. */
export type AnsweredCue = { answer: Answer; review: Review; to: null | number }

/** A question inside a film, as its learner meets it. */
export type FilmCue = {
  answered: AnsweredCue | null
  at: number
  id: string
  isBlocking: boolean
  question: OpenQuestion
}

type Given = { answer: Answer; cue: AskedCue; film: Film; marks?: Marks; req: PayloadRequest }

/** An answer with what is said about it in the reader's language, and the right one where the quiz shows it: after an answer there is no other. */
export const tellAnswer = async ({
  answer,
  cue,
  film,
  marks = {},
  question,
  req,
}: Given & {
  /** As it stood when it was answered. */
  question: Question
}): Promise<AnsweredCue> => {
  const questions = [question]
  const chosen = { [question.id]: answer }
  const { from, policy } = film.review
  const { results } = reviewed({
    chosen,
    grade: gradeAttempt({ chosen, marks, passMark: film.passMark, questions }),
    marks,
    questions,
    said: await questionsInWords(req, { questions, quiz: film.quiz }),
    showsKey: showsKey({
      from: from ? new Date(from) : null,
      hasPassed: true,
      limit: 1,
      made: 1,
      now: new Date(),
      policy,
    }),
  })
  const [review] = results
  if (!review) {
    throw new Error('A question was graded to nothing.')
  }

  return { answer, review, to: leadsTo(cue, answer) }
}
