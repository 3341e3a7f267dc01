import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { TeamRight } from '@/domain/catalog/team'

import { row } from '@/database/transaction'
import { rolesWith } from '@/domain/catalog/team'
import { AUTHORS, MANAGERS } from '@/domain/identity/roles'
import { holds } from '@hooks/access'

/**
 * Courses with which whoever asks may do something: all of them, all but those whose teams do not let them, or
 * those alone whose teams do.
 */
export type TeamScope = 'all' | { but: string[] } | { only: string[] }

/** A statement's list of texts. */
const list = (values: readonly string[]): SQL =>
  sql`(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`

type Person = { id: string; roles?: null | readonly string[]; teaches?: boolean }

/** Courses of which the account is in the team, in a role with the right. */
const invited = (account: string, right: TeamRight): SQL => sql`
  select t.course_id as course from course_team t
  where t.account_id = ${account}::uuid and t.state = 'accepted' and t.role::text in ${list(rolesWith(right))}`

/** The same for those whose school role lets them write courses: who is named on a course as its instructor leads it. */
const named = (account: string, right: TeamRight): SQL => sql`
  ${invited(account, right)}
  union select c.id from courses c where c.instructor_id = ${account}::uuid
  union select r.parent_id from courses_rels r where r.path = 'coInstructors' and r.users_id = ${account}::uuid
    and ${rolesWith(right).includes('editor')} and not exists (select 1 from course_team t
      where t.course_id = r.parent_id and t.account_id = r.users_id and t.state = 'accepted')`

/** How somebody stands to all courses of the school: over all of them, as one who writes courses, as one in teams, or not at all. */
type Standing = 'author' | 'manager' | 'member' | 'none'

const standingOf = (req: PayloadRequest): Standing => {
  if (holds(req, [...MANAGERS, 'superAdmin'])) {
    return 'manager'
  }

  const person = req.user as null | Person

  return holds(req, AUTHORS) ? 'author' : person?.teaches ? 'member' : 'none'
}

/** Condition that an author holds a right on `course`, a column: nobody is in its team, or its team lets them. */
const open = (account: string, right: TeamRight, course: SQL): SQL => sql`(
  not exists (select 1 from course_team o where o.course_id = ${course} and o.state = 'accepted')
  or ${course} in (${named(account, right)}))`

const read = async (req: PayloadRequest, right: TeamRight): Promise<TeamScope> => {
  const person = req.user as null | Person
  const standing = standingOf(req)
  if (standing === 'manager') {
    return 'all'
  }
  if (!person || standing === 'none') {
    return { only: [] }
  }
  if (standing === 'member') {
    const found = await row<{ only: string[] }>(
      req,
      sql`select coalesce(json_agg(i.course), '[]'::json) as only from (${invited(person.id, right)}) i`,
    )

    return { only: found?.only ?? [] }
  }
  const found = await row<{ but: string[] }>(
    req,
    sql`select coalesce(json_agg(distinct t.course_id), '[]'::json) as but from course_team t
        where t.state = 'accepted' and not ${open(person.id, right, sql`t.course_id`)}`,
  )

  return found && found.but.length > 0 ? { but: found.but } : 'all'
}

/**
 * Condition that whoever asks holds a right on the course `c`, of the school and not in the trash; `forbidden` for who
 * holds none on any.
 */
export const holding = ({
  req,
  right,
  tenant,
}: {
  req: PayloadRequest
  right: TeamRight
  tenant: string
}): 'forbidden' | SQL => {
  const person = req.user as null | Person
  const standing = standingOf(req)
  if (!person || standing === 'none') {
    return 'forbidden'
  }
  const theirs = {
    author: () => open(person.id, right, sql`c.id`),
    manager: () => sql`true`,
    member: () => sql`c.id in (${invited(person.id, right)})`,
  }[standing]()

  return sql`c.tenant_id = ${tenant} and c.deleted_at is null and ${theirs}`
}

/** Whether whoever asks holds a right on a course, in one statement; as `holding`. */
export const heldOn = async ({
  course,
  req,
  ...asked
}: {
  course: string
  req: PayloadRequest
  right: TeamRight
  tenant: string
}): Promise<'forbidden' | boolean> => {
  const theirs = holding({ req, ...asked })

  return theirs === 'forbidden'
    ? theirs
    : Boolean(
        await row(req, sql`select 1 from courses c where c.id::text = ${course} and ${theirs}`),
      )
}

/**
 * Where whoever asks holds a right. A course with nobody in its team is every author's of the school; one with a team is
 * its managers' and that team's, each within their role. Read once for a request.
 */
export const teamScope = (req: PayloadRequest, right: TeamRight): Promise<TeamScope> => {
  const key = `teamScope ${right}`
  const known = req.context[key] as Promise<TeamScope> | undefined
  const scope = known ?? read(req, right)
  req.context[key] = scope

  return scope
}

/** Whether whoever asks holds a right on one course; the platform itself always. */
export const mayOn = async (
  req: PayloadRequest,
  right: TeamRight,
  course: string,
): Promise<boolean> => {
  if (!req.user) {
    return true
  }
  const scope = await teamScope(req, right)

  return (
    scope === 'all' || ('but' in scope ? !scope.but.includes(course) : scope.only.includes(course))
  )
}

/** Condition of a statement that `course`, a column, is one of those. */
export const inScope = (scope: TeamScope, course: SQL): SQL =>
  scope === 'all'
    ? sql`true`
    : 'but' in scope
      ? sql`${course}::text not in ${list(scope.but)}`
      : sql`${course}::text in ${list(scope.only)}`

/** Quizzes that lessons of other courses ask, and so are not whoever asks to change or read. */
export const quizzesElsewhere = async (
  req: PayloadRequest,
  right: TeamRight,
): Promise<string[]> => {
  const scope = await teamScope(req, right)
  if (scope === 'all') {
    return []
  }
  const found = await row<{ quizzes: string[] }>(
    req,
    sql`select coalesce(json_agg(distinct l.quiz_id), '[]'::json) as quizzes from lessons l
        where l.quiz_id is not null and not ${inScope(scope, sql`l.course_id`)}`,
  )

  return found?.quizzes ?? []
}
