import type { PayloadRequest } from 'payload'

import { picturesOf } from '@/domain/catalog/questionPictures'

import type { Asker } from '../asker'

import { filmAttempt, stoodAs } from './attempt'
import { readFilm } from './film'

/**
 * Whether the file is a picture of what the film of a lesson asks the asker now. Throws lessonLocked, accessEnded and lessonNotYet to whom the
 * film's questions are closed.
 */
export const isAskedWith = async ({
  asker,
  file,
  lesson,
  req,
}: {
  asker: Asker
  file: string
  lesson: string
  req: PayloadRequest
}): Promise<boolean> => {
  const { learner } = asker
  const film = learner === null ? null : await readFilm({ asker, lesson, req })
  if (!film || learner === null) {
    return false
  }
  const attempt = film.enrollment
    ? await filmAttempt({ learner, lesson, quiz: film.quiz, req })
    : null

  return picturesOf(film.cues.map((cue) => stoodAs(attempt, cue))).includes(file)
}
