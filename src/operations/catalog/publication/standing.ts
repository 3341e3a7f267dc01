import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Stage, Standing } from '@/domain/catalog/publication/workflow'
import type { Publishers } from '@/domain/tenancy/publishers'

import { row } from '@/database/transaction'
import { stageOf } from '@/domain/catalog/publication/workflow'
import { mayOn } from '@/operations/catalog/team/rights'
import { isManager } from '@hooks/access'

/** How a course stands, with the school it belongs to. */
export type CourseStanding = Standing & { id: string; tenant: string }

type Read = { isPublished: boolean; logged: null | Stage; publishers: Publishers; tenant: string }

/**
 * How a course stands, for whoever asks; null where there is none, or it is in the trash. Without an
 * account asks the platform itself: its seeds, imports and jobs.
 */
export const standingOf = async ({
  course,
  req,
}: {
  course: string
  req: PayloadRequest
}): Promise<CourseStanding | null> => {
  const found = await row<Read>(
    req,
    sql`select c.tenant_id as tenant, c._status is not distinct from 'published' as "isPublished",
          coalesce(t.settings_publishers::text, 'authors') as publishers,
          (select l.to_stage::text from course_log l where l.course_id = c.id order by l.id desc limit 1) as logged
        from courses c join tenants t on t.id = c.tenant_id
        where c.id::text = ${course} and c.deleted_at is null`,
  )

  if (!found) {
    return null
  }
  const { isPublished, publishers: whoever, tenant } = found
  // Who does not lead a course submits it to those who manage the school.
  const publishers = (await mayOn(req, 'publish', course)) ? whoever : 'managers'

  return {
    id: course,
    isManager: !req.user || isManager(req),
    isPublished,
    publishers,
    stage: stageOf(found),
    tenant,
  }
}

/**
 * The same, with the course locked until the transaction ends: whoever else would move it waits, and
 * then finds it where this one left it.
 */
export const lockedStandingOf = async (given: {
  course: string
  req: PayloadRequest
}): Promise<CourseStanding | null> => {
  await row(
    given.req,
    sql`select 1 from courses where id::text = ${given.course} for no key update`,
  )

  return standingOf(given)
}
