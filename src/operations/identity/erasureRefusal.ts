import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ErasureRefusal } from '@/domain/identity/erasure'

import { row } from '@/database/transaction'

type Whose = { account: string; req: PayloadRequest; tenant: string }

/** Lets one erasure after the other be judged in a school, until the transaction ends. */
export const takeTurn = async ({ req, tenant }: Omit<Whose, 'account'>): Promise<void> => {
  await row(req, sql`select pg_advisory_xact_lock(hashtextextended(${`erasure:${tenant}`}, 0))`)
}

/**
 * Why an account of this school, or of the platform's staff, may not be erased now, or null. An owner who
 * is to be erased too does not count as one who stays.
 */
export const refusalOf = async ({
  account,
  req,
  tenant,
}: Whose): Promise<ErasureRefusal | null> => {
  const found = await row<{ isOnlyOwner: boolean; isTeaching: boolean }>(
    req,
    sql`select
          exists (select 1 from users_roles mine
            where mine.parent_id = ${account} and mine.value in ('owner', 'superAdmin')
              and not exists (select 1 from users u join users_roles r on r.parent_id = u.id
                where u.tenant_id = ${tenant} and u.id <> ${account} and r.value = mine.value
                  and u.status = 'active' and u.erasure_at is null)) as "isOnlyOwner",
          exists (select 1 from courses c where c.tenant_id = ${tenant}
            and c._status = 'published' and c.deleted_at is null
            and (c.instructor_id = ${account} or exists (select 1 from courses_rels r
              where r.parent_id = c.id and r.path = 'coInstructors' and r.users_id = ${account})
              or exists (select 1 from course_team t where t.course_id = c.id and t.account_id = ${account}
                and t.state = 'accepted' and t.role in ('lead', 'editor')))) as "isTeaching"`,
  )

  return found?.isOnlyOwner ? 'onlyOwner' : found?.isTeaching ? 'stillTeaching' : null
}
