import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row, rows } from '@/database/transaction'
import { inScope, teamScope } from '@/operations/catalog/team/rights'

type Document = Readonly<Record<string, unknown>>

/** Lessons that somebody has in an edition, and in a course that they do not teach, by the row that keeps each; read once for a request. */
const keptFor = (req: PayloadRequest, learner: string): Promise<Map<string, string>> => {
  const known = req.context.keptLessons as Promise<Map<string, string>> | undefined
  const kept = known ?? readKept(req, learner)
  req.context.keptLessons = kept

  return kept
}

const readKept = async (req: PayloadRequest, learner: string): Promise<Map<string, string>> => {
  const scope = await teamScope(req, 'see')
  const found = await rows<{ kept: string; lesson: string }>(
    req,
    sql`select x.id as kept, x.lesson_id as lesson
          from enrollments n join cohorts k on k.id = n.cohort_id join edition_lessons x on x.edition_id = k.edition_id
          where n.learner_id = ${learner} and not ${inScope(scope, sql`n.course_id`)}`,
  )

  return new Map(found.map((one) => [one.lesson, one.kept]))
}

/**
 * A lesson as the API read it, with what the edition of whoever asks keeps of it in place of every field that was read; as it
 * is for who has it in no edition.
 */
export const asKept = async <Lesson extends Document>(
  lesson: Lesson,
  { learner, req }: { learner: string; req: PayloadRequest },
): Promise<Lesson> => {
  const kept = (await keptFor(req, learner)).get(String(lesson.id))
  const found = kept
    ? await row<{ document: Document }>(
        req,
        sql`select document from edition_lessons where id = ${kept}`,
      )
    : undefined

  return found
    ? (Object.fromEntries(
        Object.keys(lesson).map((field) => [field, found.document[field] ?? null]),
      ) as Lesson)
    : lesson
}
