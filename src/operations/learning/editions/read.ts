import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { CohortEdition } from '@/domain/learning/editions'

import { row } from '@/database/transaction'
import { changesSince } from '@/domain/learning/editions'
import { heldOn } from '@/operations/catalog/team/rights'

import { courseNow, courseThen } from './standing'

/** Which edition a cohort keeps, with what was changed since; null where the school has no such cohort. */
export const editionOfCohort = async ({
  cohort,
  req,
  tenant,
}: {
  cohort: string
  req: PayloadRequest
  tenant: string
}): Promise<CohortEdition | null> => {
  const found = await row<Omit<CohortEdition, 'changes' | 'mayPin'>>(
    req,
    sql`select k.course_id as course, case when d.id is not null then json_build_object('id', d.id, 'number', d.number,
          'madeAt', to_json(d.created_at) #>> '{}', 'pinnedAt', to_json(k.pinned_at) #>> '{}', 'by', u.name,
          'lessons', (select count(*)::int from edition_lessons x where x.edition_id = d.id)) end as edition
        from cohorts k left join course_editions d on d.id = k.edition_id left join users u on u.id = k.pinned_by_id
        where k.id = ${cohort}`,
  )
  if (!found) {
    return null
  }
  const { course, edition } = found

  return {
    changes: edition
      ? changesSince(
          await courseThen({ edition: edition.id, req }),
          await courseNow({ course, req }),
        )
      : [],
    course,
    edition,
    mayPin: (await heldOn({ course, req, right: 'write', tenant })) === true,
  }
}
