import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'
import { inScope, teamScope } from '@/operations/catalog/team/rights'

/** An attempt that waits for a grader, or that one has marked. */
export type Waiting = {
  course: { id: string; title: string }
  id: string
  learner: string
  lesson: string
  /** When somebody last marked it, ISO 8601; null while nobody has. */
  markedAt: null | string
  number: number
  passed: boolean
  percent: number
  /** ISO 8601. */
  submittedAt: string
}

export type WaitingPage = {
  attempts: Waiting[]
  /** Courses in which anything is listed, with how much. */
  courses: { id: string; title: string; waiting: number }[]
  /** Where the next page begins; null at the end. */
  next: null | string
}

const PAGE = 20

const LATER = /^(\d{4}-\d\d-\d\dT[\d:.+Z-]+)_([0-9a-f-]{36})$/

/** What is listed: `at` is the moment that orders it, and whether the newest comes first. */
const STATES = {
  graded: {
    at: sql`a.marked_at`,
    isListed: sql`a.marked_at is not null and not a.waits`,
    isNewestFirst: true,
  },
  waiting: { at: sql`a.submitted_at`, isListed: sql`a.waits`, isNewestFirst: false },
}

/** Attempts with answers that whoever asks may grade: those that wait to be read, the longest first, or those that were read, the last first; a page from `after` on, of one course where it is named. */
export const attemptsToRead = async ({
  after,
  course,
  req,
  state = 'waiting',
}: {
  after?: string
  course?: string
  req: PayloadRequest
  state?: keyof typeof STATES
}): Promise<WaitingPage> => {
  const { at, isListed, isNewestFirst } = STATES[state]
  const [, moment, id] = LATER.exec(after ?? '') ?? []
  const ofCourse = course ? sql`and l.course_id = ${course}` : sql``
  const beyond = isNewestFirst ? sql`<` : sql`>`
  const order = isNewestFirst ? sql`${at} desc, a.id desc` : sql`${at}, a.id`
  const later = moment
    ? sql`and (${at}, a.id) ${beyond} (${moment}::timestamptz, ${id}::uuid)`
    : sql``
  const theirs = inScope(await teamScope(req, 'grade'), sql`l.course_id`)
  const found = await rows<{ at: string; attempt: Waiting }>(
    req,
    sql`select to_json(${at}) #>> '{}' as at, json_build_object('id', a.id, 'learner', u.name, 'lesson', l.title, 'number', a.number::int,
            'passed', coalesce(a.passed, false), 'percent', coalesce(a.percent, 0)::float8, 'markedAt', a.marked_at,
            'course', json_build_object('id', c.id, 'title', c.title), 'submittedAt', a.submitted_at) as attempt
        from quiz_attempts a join users u on u.id = a.learner_id join lessons l on l.id = a.lesson_id
          join courses c on c.id = l.course_id
        where ${isListed} and ${theirs} ${ofCourse} ${later}
        order by ${order} limit ${PAGE + 1}`,
  )
  const page = found.slice(0, PAGE)
  const last = found.length > PAGE ? page.at(-1) : undefined

  return {
    attempts: page.map(({ attempt }) => attempt),
    courses: await rows<WaitingPage['courses'][number]>(
      req,
      sql`select c.id, c.title, count(*)::int as waiting from quiz_attempts a
          join lessons l on l.id = a.lesson_id join courses c on c.id = l.course_id
          where ${isListed} and ${theirs} group by c.id, c.title order by c.title, c.id`,
    ),
    next: last ? `${last.at}_${last.attempt.id}` : null,
  }
}
