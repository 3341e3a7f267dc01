import { sql } from '@payloadcms/db-postgres'

import type { Term } from '@/domain/learning/enrollmentChanges'

import { rows } from '@/database/transaction'
import { addDays } from '@/domain/commerce/calendar'
import { extendFrom, unionOf } from '@/domain/commerce/access'

import type { Change } from './record'

import { grantsOf, insertGrant } from '../enroll'

const endOf = (term: Term, from: Date): Date | null => {
  if (term === 'forever') {
    return null
  }

  return 'days' in term ? addDays(from, term.days) : new Date(term.until)
}

/**
 * Opens an enrollment, or opens it for longer, by a grant of its own, whose key is the recorded change: `change` is its id.
 * Whoever is enrolled begins anew, what they had been granted earlier ends now. A paused enrollment stays so.
 */
export const grant = async ({
  action,
  change,
  enrollment,
  req,
  tenant,
  term,
}: Pick<Change, 'action' | 'req' | 'tenant' | 'term'> & {
  change: string
  enrollment: string
}): Promise<void> => {
  if (action === 'enroll') {
    await rows(
      req,
      sql`update access_grants set ends_at = least(ends_at, now()), updated_at = now() where enrollment_id = ${enrollment}`,
    )
  }
  const at = new Date()
  const earlier = await grantsOf(req, enrollment)
  const endsAt = endOf(term, extendFrom(at, earlier))
  await insertGrant({ at, endsAt, enrollment, key: `staff:${change}`, order: null, req, tenant })
  const until = unionOf([...earlier, { endsAt }])
  await rows(
    req,
    sql`update enrollments set access_until = ${until?.toISOString() ?? null}, updated_at = now(), next_release_at = now(),
          status = case when status = 'paused' then status else 'active' end
        where id = ${enrollment}`,
  )
}
