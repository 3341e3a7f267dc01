import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { isSerial } from '@/domain/certificates/serials'
import { shortCode } from '@/domain/certificates/shortCodes'
import { spokenIn } from '@/domain/tenancy/spoken'
import { schoolOf } from '@/operations/tenancy/school'
import { languageOf } from '@/operations/translation/reading'

/** What anybody who holds a serial may know. */
export type PublicCertificate = {
  /** That of its short link, `/c/:code`. */
  code: string
  course: string
  issuedAt: string
  learner: string
  number: string
  revokedAt: null | string
  school: string
  serial: string
  status: 'revoked' | 'valid'
}

type Row = {
  course: string
  id: string
  issuedAt: Date
  learner: string
  number: string
  revokedAt: Date | null
}

/** The certificate of a serial in this school, or null: unknown, malformed and another school's alike. */
export const certificateBySerial = async ({
  req,
  serial,
  tenant,
}: {
  req: PayloadRequest
  serial: string
  tenant: string
}): Promise<null | PublicCertificate> => {
  const found = isSerial(serial)
    ? await row<Row>(
        req,
        sql`select id, learner_name as learner, course_title as course, number, issued_at as "issuedAt",
              revoked_at as "revokedAt"
            from certificates where serial = ${serial} and tenant_id = ${tenant}`,
      )
    : undefined
  const school = found && (await schoolOf({ req, tenant }))
  if (!found || !school) {
    return null
  }
  const { id, issuedAt, revokedAt, ...said } = found

  return {
    ...said,
    code: shortCode(id),
    issuedAt: new Date(issuedAt).toISOString(),
    revokedAt: revokedAt && new Date(revokedAt).toISOString(),
    school: spokenIn(school, (await languageOf(req)) ?? school.locale).name,
    serial,
    status: revokedAt ? 'revoked' : 'valid',
  }
}
