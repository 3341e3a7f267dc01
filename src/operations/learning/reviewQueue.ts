import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ReviewPage, ReviewRow } from '@/domain/learning/assignments/review'

import { rows } from '@/database/transaction'
import { inScope, teamScope } from '@/operations/catalog/team/rights'

const PAGE = 20

const LATER = /^(\d{4}-\d\d-\d\dT[\d:.+Z-]+)_([0-9a-f-]{36})$/

/** Submissions `s` that wait for a grade, and those to which a learner replied last. */
const WAITS = sql`(s.state = 'submitted' or s.replied_at is not null)`

/** Since when one waits: for an answer, or for a grade. */
const SINCE = sql`coalesce(s.replied_at, s.submitted_at)`

/**
 * Work that waits for whoever asks to grade it, the longest waiting first, a page from `after` on; of one course or one assignment where it
 * is named, and late work alone where that is asked for.
 */
export const reviewQueue = async ({
  after,
  course,
  isLate,
  lesson,
  req,
}: {
  after?: string
  course?: string
  isLate: boolean
  lesson?: string
  req: PayloadRequest
}): Promise<ReviewPage> => {
  const [, at, id] = LATER.exec(after ?? '') ?? []
  const later = at ? sql`and (${SINCE}, s.id) > (${at}::timestamptz, ${id}::uuid)` : sql``
  const theirs = inScope(await teamScope(req, 'grade'), sql`s.course_id`)
  const found = await rows<ReviewRow>(
    req,
    sql`select s.id, u.name as learner, s.number::int as number, s.late_days::int as "lateDays", s.replied_at is not null as "isReply",
          json_build_object('id', c.id, 'title', c.title) as course, json_build_object('id', l.id, 'title', l.title) as lesson,
          to_json(${SINCE}) #>> '{}' as since
        from submissions s join users u on u.id = s.learner_id join lessons l on l.id = s.lesson_id join courses c on c.id = s.course_id
        where ${WAITS} and ${theirs} ${course ? sql`and s.course_id = ${course}` : sql``} ${lesson ? sql`and s.lesson_id = ${lesson}` : sql``}
          ${isLate ? sql`and s.late_days > 0` : sql``} ${later}
        order by ${SINCE}, s.id limit ${PAGE + 1}`,
  )
  const submissions = found.slice(0, PAGE)
  const last = found.length > PAGE ? submissions.at(-1) : undefined

  return {
    assignments: await rows<ReviewPage['assignments'][number]>(
      req,
      sql`select l.id, l.title, c.title as course, count(*)::int as waiting from submissions s
          join lessons l on l.id = s.lesson_id join courses c on c.id = s.course_id
          where ${WAITS} and ${theirs} group by l.id, l.title, c.id, c.title order by c.title, l.title, l.id`,
    ),
    next: last ? `${last.since}_${last.id}` : null,
    submissions,
  }
}
