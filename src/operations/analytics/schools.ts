import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'
import { originOf, subDomainOf } from '@/operations/tenancy/origins'
import { holds } from '@hooks/access'

/** A school as the platform's staff see it on their start page. */
export type SchoolRow = {
  accounts: number
  at: string
  courses: number
  id: string
  name: string
  origin: string
}

const SHOWN = 20

/** The newest schools with what they hold, in one statement; null for everybody but staff of the platform. */
export const schoolRows = async (req: PayloadRequest): Promise<null | SchoolRow[]> => {
  if (!holds(req, ['superAdmin'])) {
    return null
  }
  const found = await rows<{ slug: string } & Omit<SchoolRow, 'origin'>>(
    req,
    sql`select t.id, t.name, t.slug, to_json(t.created_at) as at,
          (select count(*)::int from courses c where c.tenant_id = t.id and c.deleted_at is null) as courses,
          (select count(*)::int from users u where u.tenant_id = t.id) as accounts
        from tenants t where t.kind = 'school' order by t.created_at desc limit ${SHOWN}`,
  )

  return found.map(({ slug, ...school }) => ({ ...school, origin: originOf(subDomainOf(slug)) }))
}
