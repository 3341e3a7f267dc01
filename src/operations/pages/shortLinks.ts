import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { addressOf } from '@/domain/pages/addresses'
import { idEndOf } from '@/domain/certificates/shortCodes'

/** Where the course or the certificate of a code is read now; null where there is none, or it is not published. */
export const shortLinkTo = async ({
  code,
  req,
}: {
  code: string
  req: PayloadRequest
}): Promise<null | string> => {
  const end = idEndOf(code)
  if (end === null) {
    return null
  }
  const found = await row<{ kind: 'certificate' | 'course'; name: string }>(
    req,
    sql`select 'course' as kind, slug as name from courses
          where right(replace(id::text, '-', ''), ${end.length}::int) = ${end}
            and _status = 'published' and deleted_at is null
        union all
        select 'certificate', serial from certificates
          where right(replace(id::text, '-', ''), ${end.length}::int) = ${end}
        limit 1`,
  )
  if (!found) {
    return null
  }

  return found.kind === 'course' ? addressOf('courses', found.name) : `/certificates/${found.name}`
}
