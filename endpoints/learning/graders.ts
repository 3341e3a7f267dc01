import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { mayOn, teamScope } from '@/operations/catalog/team/rights'

import { NotAllowed, NotHere } from '../support/errors'

/** Whether somebody grades anything: whoever writes the courses of the school, or is in a team to grade. */
export const isGrader = async (req: PayloadRequest): Promise<boolean> => {
  const scope = await teamScope(req, 'grade')

  return typeof scope === 'string' || 'but' in scope || scope.only.length > 0
}

/** Throws NotAllowed for whoever does not grade. */
export const requireGrader = async (req: PayloadRequest): Promise<void> => {
  if (!(await isGrader(req))) {
    throw new NotAllowed()
  }
}

/** Throws NotAllowed for whoever does not grade, and NotHere for work of a course whose team does not let them. */
export const requireGraderOf = async (
  req: PayloadRequest,
  kind: 'quiz_attempts' | 'submissions',
  id: string,
): Promise<void> => {
  await requireGrader(req)
  const found = await row<{ course: string }>(
    req,
    sql`select l.course_id as course from ${sql.identifier(kind)} w join lessons l on l.id = w.lesson_id where w.id = ${id}`,
  )
  if (found && !(await mayOn(req, 'grade', found.course))) {
    throw new NotHere()
  }
}
