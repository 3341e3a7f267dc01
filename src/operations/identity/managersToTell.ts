import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Role } from '@/domain/identity/roles'
import type { Locale } from '@/domain/tenancy/locales'

import { rows } from '@/database/transaction'
import { MANAGERS } from '@/domain/identity/roles'

/** Somebody who runs the school, as a mail to them needs. */
export type ToTell = { email: string; id: string; locale: Locale | null; name: string }

const withRoles = (req: PayloadRequest, held: readonly Role[]): Promise<ToTell[]> => {
  const roles = sql.join(
    held.map((role) => sql`${role}`),
    sql`, `,
  )

  return rows<ToTell>(
    req,
    sql`select u.id, u.email, u.locale, u.name from users u where u.status = 'active'
          and exists (select 1 from users_roles r where r.parent_id = u.id and r.value::text in (${roles})) order by u.id`,
  )
}

/** The owners and admins of the request's school who can be written to. */
export const managersToTell = (req: PayloadRequest): Promise<ToTell[]> => withRoles(req, MANAGERS)

/** The staff of the platform who can be written to, where the request is the platform's own. */
export const staffToTell = (req: PayloadRequest): Promise<ToTell[]> =>
  withRoles(req, ['superAdmin'])
