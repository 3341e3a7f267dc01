import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'

/** The id of the course of a cohort. Throws cohortClosed where the school has no such one. */
export const courseOfCohort = async (cohort: string, req: PayloadRequest): Promise<string> => {
  const found = await row<{ course: string }>(
    req,
    sql`select course_id as course from cohorts where id = ${cohort}`,
  )
  if (!found) {
    throw new RuleError('cohortClosed')
  }

  return found.course
}
