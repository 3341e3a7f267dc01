import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ListedCertificate } from '@/operations/certificates/list'
import type { DashboardPath } from '@/operations/learning/dashboardPaths'

import { row } from '@/database/transaction'
import { certificateRows } from '@/operations/certificates/list'
import { pathRows } from '@/operations/learning/dashboardPaths'
import { languageOf } from '@/operations/translation/reading'

/** The paths that a learner is on and the certificates they have, in one statement. */
export const waysAndCertificates = async ({
  learner,
  req,
}: {
  learner: string
  req: PayloadRequest
}): Promise<{ certificates: ListedCertificate[]; paths: DashboardPath[] }> => {
  const found = await row<{ certificates: ListedCertificate[]; paths: DashboardPath[] }>(
    req,
    sql`select coalesce((select json_agg(p) from (${pathRows({ language: await languageOf(req), learner })}) p), '[]') as paths,
          coalesce((select json_agg(c) from (${certificateRows(learner)}) c), '[]') as certificates`,
  )

  return found ?? { certificates: [], paths: [] }
}
