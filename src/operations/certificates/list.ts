import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'

/** A certificate as its learner's list shows it. */
export type ListedCertificate = { course: string; issuedAt: string; number: string; serial: string }

/** The valid certificates of a learner, the newest first (`ListedCertificate`). */
export const certificateRows = (learner: string): SQL =>
  sql`select course_title as course, to_json(issued_at) #>> '{}' as "issuedAt", number, serial
      from certificates where learner_id = ${learner} and revoked_at is null
      order by issued_at desc, id desc`

/** The same, read. */
export const certificatesOf = ({
  learner,
  req,
}: {
  learner: string
  req: PayloadRequest
}): Promise<ListedCertificate[]> => rows<ListedCertificate>(req, certificateRows(learner))
