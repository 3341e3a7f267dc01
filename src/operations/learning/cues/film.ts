import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createHash } from 'node:crypto'

import type { Cue } from '@/domain/catalog/lessons/cues'
import type { ReviewPolicy } from '@/domain/catalog/reviewPolicies'
import type { Question } from '@/domain/learning/grading'

import { OPEN_ENROLLMENT } from '@/database/openEnrollments'
import { row } from '@/database/transaction'
import { isBankItem } from '@/domain/catalog/bank'
import { readCues } from '@/domain/catalog/lessons/cues'
import { RuleError } from '@/domain/errors'
import { idOf } from '@/domain/ids'
import { arranged } from '@/domain/learning/questions/arrange'

import type { Asker } from '../asker'
import type { QuizItem } from '../attempts/bank'
import type { LessonFacts } from '../entitlements'

import { isOwn, questionsAsked } from '../attempts/bank'
import { lessonFacts, lockOf, refuseLocked } from '../entitlements'
import { ASKS_INSIDE, lessonFor } from '../seenLessons'
import { drawnFor } from './draw'

/** A cue with its question, the key included, arranged as this learner sees it each time. */
export type AskedCue = Cue & { question: Question }

/** A film with questions, as somebody who may open it has it. */
export type Film = {
  course: string
  cues: AskedCue[]
  /** Null for an author without a place in the course: what they answer is kept nowhere. */
  enrollment: null | string
  passMark: number
  quiz: string
  review: { from: null | string; policy: ReviewPolicy }
}

type Read = Omit<Film, 'cues'> & {
  cues: unknown
  facts: LessonFacts
  items: QuizItem[]
  shuffles: boolean
}

type Given = { asker: Asker; lesson: string; req: PayloadRequest }

/**
 * The film of a lesson with what it asks; null where it asks nothing. Throws lessonLocked, accessEnded and lessonNotYet to whom the
 * lesson is closed, and lessonLocked to who sees it as a preview: what is graded is for those enrolled.
 */
export const readFilm = async ({ asker, lesson, req }: Given): Promise<Film | null> => {
  const { isAuthor, learner } = asker
  const read = await row<Read>(
    req,
    sql`select l.course_id as course, l.cues, ${lessonFacts(asker)} as facts, e.id as enrollment, q.id as quiz,
          q.pass_mark::float8 as "passMark", coalesce(q.questions, '[]') as items, coalesce(q.shuffle_answers, false) as shuffles,
          json_build_object('policy', q.review, 'from', q.review_from) as review
        from ${lessonFor({ learner, lesson })} l
        join courses c on c.id = l.course_id
        join quizzes q on q.id = l.quiz_id and q._status = 'published'
        left join enrollments e on e.course_id = l.course_id and e.learner_id = ${learner}::uuid and ${OPEN_ENROLLMENT}
        where ${ASKS_INSIDE}
          and (e.id is not null or ${isAuthor} or (c._status = 'published' and c.deleted_at is null))`,
  )
  if (!read) {
    return null
  }
  const { cues, facts, items, shuffles, ...film } = read
  refuseLocked(await lockOf({ asker, facts: { ...facts, isPreview: false }, req }))
  if (!film.enrollment && !isAuthor) {
    throw new RuleError('lessonLocked')
  }
  const asked = await askedBy({ cues: readCues(cues) ?? [], items, learner, req })

  return {
    ...film,
    cues: asked.map((cue) => ({
      ...cue,
      question:
        arranged(
          [cue.question],
          { answers: shuffles, questions: false },
          seedOf(`${learner ?? ''}:${cue.id}`),
        )[0] ?? cue.question,
    })),
  }
}

/** The same order of answers for the same learner, whenever they are asked. */
const seedOf = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE()

/** Cues with their questions; what the quiz has no more, and a pool that finds nothing, is not asked. */
const askedBy = async ({
  cues,
  items,
  learner,
  req,
}: {
  cues: readonly Cue[]
  items: readonly QuizItem[]
  learner: null | string
  req: PayloadRequest
}): Promise<AskedCue[]> => {
  const named = cues.flatMap((cue) => items.find(({ id }) => id === cue.id) ?? [])
  const fixed = named.filter((item) => isOwn(item) || isBankItem(item))
  const questions = await questionsAsked({ items: fixed, random: Math.random, req })
  const drawn = await drawnFor({ items: named, learner, req })
  const questionOf = (item: QuizItem): Question | undefined =>
    isOwn(item)
      ? item
      : isBankItem(item) && item.question
        ? questions.find(({ bank }) => bank?.question === idOf(item.question))
        : drawn.get(item.id)

  return cues.flatMap((cue) => {
    const item = items.find(({ id }) => id === cue.id)
    const question = item && questionOf(item)

    return question ? [{ ...cue, question }] : []
  })
}
