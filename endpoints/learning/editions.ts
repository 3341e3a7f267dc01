import { sql } from '@payloadcms/db-postgres'
import { z } from 'zod'

import { row } from '@/database/transaction'
import { followCourse, pinCohort } from '@/operations/learning/editions/pin'
import { editionOfCohort } from '@/operations/learning/editions/read'

import type { SignedIn } from '../support/endpoint'

import { endpoint } from '../support/endpoint'
import { requireEditable } from '../support/editable'
import { requireInsight } from '../support/insight'
import { found } from './answers'

const path = '/cohorts/:id/edition'
const input = z.object({ id: z.uuid() })

type Asked = { cohort: string; req: SignedIn; tenant: string }

const courseOf = async ({ cohort, req }: Pick<Asked, 'cohort' | 'req'>): Promise<null | string> => {
  const read = await row<{ course: string }>(
    req,
    sql`select course_id as course from cohorts where id = ${cohort}`,
  )

  return read?.course ?? null
}

/** Throws unless whoever asks may change the course of the cohort. */
const requireCourse = async (asked: Asked): Promise<void> => {
  const { cohort, req, tenant } = asked
  const course = await courseOf(asked)
  await requireEditable({ id: course ?? cohort, collection: 'courses', req, tenant })
}

const told = (asked: Asked) => found(editionOfCohort(asked))

/**
 * GET /api/cohorts/:id/edition: whether a cohort is pinned, and what is different in its course since: `{ course, edition:
 * null | { id, number, lessons, madeAt, pinnedAt, by }, changes: [{ item, id, change, title, was, versions }], mayPin }`.
 * `change` is added, changed, moved or removed; `by` is null where the start of the cohort did it. For staff of the school,
 * and for the team of the course.
 */
export const edition = endpoint({
  input,
  method: 'get',
  path,
  run: async ({ input: { id: cohort }, req, tenant }) => {
    await requireInsight(req, (await courseOf({ cohort, req })) ?? cohort)

    return told({ cohort, req, tenant })
  },
})

/**
 * POST /api/cohorts/:id/edition: pins a cohort to its course as it stands now, one that is pinned already as well: its
 * learners have that from here on, whatever is changed. Answers as GET does. For who may edit the course.
 */
export const pin = endpoint({
  input,
  path,
  run: async ({ input: { id: cohort }, req, tenant }) => {
    await requireCourse({ cohort, req, tenant })
    await pinCohort({ cohort, req, tenant })

    return told({ cohort, req, tenant })
  },
})

/** DELETE /api/cohorts/:id/edition: has a cohort follow its course again. Answers as GET does. For who may edit the course. */
export const unpin = endpoint({
  input,
  method: 'delete',
  path,
  run: async ({ input: { id: cohort }, req, tenant }) => {
    await requireCourse({ cohort, req, tenant })
    await followCourse({ cohort, req, tenant })

    return told({ cohort, req, tenant })
  },
})
