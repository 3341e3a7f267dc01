import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Answer } from '@/domain/learning/grading'
import type { Pictures } from '@/domain/media/pictures'

import { row, rows } from '@/database/transaction'
import { openCues } from '@/domain/catalog/lessons/cues'
import { RuleError } from '@/domain/errors'
import { checkChosen, gradeAttempt, withoutKey } from '@/domain/learning/grading'
import { announce } from '@hooks/events/announce'

import type { Asker } from './asker'
import type { FilmAttempt } from './cues/attempt'
import type { AskedCue, Film } from './cues/film'
import type { AnsweredCue, FilmCue } from './cues/tell'

import { whileActive } from './activity'
import { answeredAt, chosenIn } from './attempts/attempt'
import { questionsInWords } from './attempts/inWords'
import { questionPictures } from './attempts/pictures'
import { filmAttempt, stoodAs } from './cues/attempt'
import { readFilm } from './cues/film'
import { tellAnswer } from './cues/tell'
import { recordWatched } from './watched'

export type { AnsweredCue, FilmCue } from './cues/tell'

/** What a film asks; `isKept` tells whether answers are kept, which an author's without a place in the course are not. */
export type FilmQuestions = { cues: FilmCue[]; isKept: boolean; pictures: Pictures }

type Asking = { asker: Asker & { learner: string }; lesson: string; req: PayloadRequest }

const answeredIn = (attempt: FilmAttempt | null, { question }: AskedCue): Answer | undefined =>
  attempt?.answers[question.id]?.chosen

/**
 * The questions inside a film, without their key, each with what the learner answered to it. Null where the film asks nothing; throws
 * lessonLocked, accessEnded, lessonNotYet.
 */
export const filmQuestions = async ({
  asker,
  lesson,
  req,
}: Asking): Promise<FilmQuestions | null> => {
  const film = await readFilm({ asker, lesson, req })
  if (!film) {
    return null
  }
  const { learner } = asker
  const attempt = film.enrollment
    ? await filmAttempt({ learner, lesson, quiz: film.quiz, req })
    : null
  const asked = film.cues.map((cue) => ({ ...cue, question: stoodAs(attempt, cue) }))
  const questions = asked.map(({ question }) => question)
  const said = await questionsInWords(req, { questions, quiz: film.quiz })
  const cues: FilmCue[] = []
  for (const [place, cue] of asked.entries()) {
    const { id, at, isBlocking, question } = cue
    const answer = answeredIn(attempt, cue)
    const marks = attempt?.marks
    cues.push({
      id,
      answered: answer ? await tellAnswer({ answer, cue, film, marks, question, req }) : null,
      at,
      isBlocking,
      question: withoutKey(said[place] ?? question),
    })
  }

  return {
    cues,
    isKept: film.enrollment !== null,
    pictures: await questionPictures({ lesson, questions, req }),
  }
}

/** What became of an answer: `isKept` where it is the one that counts, `completed` where the lesson is complete by now. */
export type GivenAnswer = AnsweredCue & { completed: boolean; isKept: boolean }

/**
 * Marks the answer to one question inside a film. The first answer counts, however often and from wherever it is sent; a later one is
 * marked and not kept. Null where there is no such question; throws answerMissing, answerUnknown, and as above. Runs in the caller's
 * transaction.
 */
export const answerCue = async ({
  answer,
  asker,
  cue: id,
  lesson,
  now = new Date(),
  req,
  tenant,
}: Asking & {
  answer: Answer
  cue: string
  now?: Date
  tenant: string
}): Promise<GivenAnswer | null> => {
  const film = await readFilm({ asker, lesson, req })
  const cue = film?.cues.find((one) => one.id === id)
  if (!film || !cue) {
    return null
  }
  if (!answer.some((one) => one.trim())) {
    throw new RuleError('answerMissing')
  }
  const { learner } = asker
  const { enrollment } = film
  if (!enrollment) {
    const read = readAnswer(cue, answer)

    return {
      ...(await tellAnswer({ answer: read, cue, film, question: cue.question, req })),
      completed: false,
      isKept: false,
    }
  }
  await rows(req, sql`select id from enrollments where id = ${enrollment} for no key update`)
  const attempt = await filmAttempt({ holds: true, learner, lesson, quiz: film.quiz, req })
  const before = answeredIn(attempt, cue)
  const question = stoodAs(attempt, cue)
  const read = readAnswer({ ...cue, question }, answer)
  if (!before) {
    await keep({ answer: read, attempt, cue, enrollment, film, learner, lesson, now, req, tenant })
  }
  const marks = before ? attempt?.marks : {}
  const told = await tellAnswer({ answer: read, cue, film, marks, question, req })
  const watched = await recordWatched({
    caller: { account: learner },
    lesson,
    report: { at: 0, position: 0, spans: [] },
    req,
    tenant,
  })

  return {
    ...told,
    completed: watched?.completed ?? false,
    isKept: !before || JSON.stringify(before) === JSON.stringify(read),
  }
}

const readAnswer = ({ question }: AskedCue, answer: Answer): Answer =>
  checkChosen([question], { [question.id]: answer })[question.id] ?? []

type Keeping = {
  answer: Answer
  attempt: FilmAttempt | null
  cue: AskedCue
  enrollment: string
  film: Film
  learner: string
  lesson: string
  now: Date
  req: PayloadRequest
  tenant: string
}

/**
 * What an attempt in a film is about: all that was answered, as it stood, and what is still to be answered as it is asked now. What an
 * answer led past is not; nor is an essay that nobody has written yet, which no grader could read.
 */
const questionsOf = (
  { attempt, cue, film }: Pick<Keeping, 'attempt' | 'cue' | 'film'>,
  answer: Answer,
) => {
  const answers = (id: string): Answer | undefined => {
    const one = film.cues.find((asked) => asked.id === id)

    return id === cue.id ? answer : one && answeredIn(attempt, one)
  }
  const kept = (attempt?.questions ?? []).filter(({ id }) => id in (attempt?.answers ?? {}))
  const open = openCues(film.cues, answers)
    .map(({ question }) => question)
    .filter(({ blockType }) => blockType !== 'essay')

  return [...kept, cue.question, ...open]
}

/** Keeps an answer and counts the attempt anew, which is made with the first. */
const keep = async ({ answer, attempt, cue, film, now, req, tenant, ...place }: Keeping) => {
  const questions = questionsOf({ attempt, cue, film }, answer)
  const answers = { ...attempt?.answers, ...answeredAt({ [cue.question.id]: answer }, now) }
  const { maxScore, passed, percent, score, waits } = gradeAttempt({
    chosen: chosenIn(answers),
    marks: attempt?.marks,
    passMark: film.passMark,
    questions,
  })
  const { enrollment, learner, lesson } = place
  const at = now.toISOString()
  const written = await row<{ id: string }>(
    req,
    whileActive(
      enrollment,
      attempt
        ? sql`update quiz_attempts set answers = ${JSON.stringify(answers)}::jsonb, questions = ${JSON.stringify(questions)}::jsonb,
              submitted_at = ${at}, score = ${score}, max_score = ${maxScore}, percent = ${percent},
              passed = ${passed || attempt.hasPassed}, waits = ${waits}, updated_at = now()
            where id = ${attempt.id} returning id`
        : sql`insert into quiz_attempts (id, tenant_id, learner_id, quiz_id, lesson_id, enrollment_id, number, in_film, questions,
              answers, pass_mark, started_at, submitted_at, score, max_score, percent, passed, waits)
            values (uuidv7(), ${tenant}, ${learner}, ${film.quiz}, ${lesson}, ${enrollment},
              (select coalesce(max(number), 0) + 1 from quiz_attempts where learner_id = ${learner} and lesson_id = ${lesson}),
              true, ${JSON.stringify(questions)}::jsonb, ${JSON.stringify(answers)}::jsonb, ${film.passMark}, ${at}, ${at},
              ${score}, ${maxScore}, ${percent}, ${passed}, ${waits})
            returning id`,
    ),
  )
  if (!written) {
    throw new Error('An answer was not kept.')
  }
  const data = { attempt: written.id }
  await announce({ data, fact: 'attempt.graded', req, tenant })
  if (waits) {
    await announce({ data, fact: 'attempt.handedIn', req, tenant })
  }
}
