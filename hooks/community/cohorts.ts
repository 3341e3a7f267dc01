import type { CollectionBeforeDeleteHook } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { APIError } from 'payload'

import { row } from '@/database/transaction'

/** 409 for a cohort in whose discussion somebody wrote: it can be closed for enrollment, and its discussion switched off. */
export const keepDiscussedCohort: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (await row(req, sql`select 1 from spaces where cohort_id::text = ${String(id)}`)) {
    throw new APIError(
      'This cohort has a discussion. Close it for enrollment instead.',
      409,
      { code: 'inUse' },
      true,
    )
  }
}
