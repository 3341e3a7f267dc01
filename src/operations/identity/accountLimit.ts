import { sql } from '@payloadcms/db-postgres'

import type { Limit } from '@/operations/tenancy/limits'

import { STAFF } from '@/domain/identity/roles'

/** Accounts of a school, learners' and staff's, that are or may become active; suspended and banned ones take no place. */
export const accountLimit: Limit = {
  name: 'accounts',
  used: (tenant) =>
    sql`select count(*) from users where tenant_id = ${tenant} and status in ('pending', 'active')`,
  weigh: ({ status = 'pending' }) => (status === 'pending' || status === 'active' ? 1 : 0),
}

const isStaff = (roles: unknown): boolean =>
  Array.isArray(roles) && STAFF.some((role) => roles.includes(role))

/** Those of them that work in the school, or teach in it by invitation. */
export const staffLimit: Limit = {
  name: 'staff',
  used: (tenant) =>
    sql`select count(*) from users u where u.tenant_id = ${tenant} and u.status in ('pending', 'active')
        and (u.custom_role_id is not null or exists (select 1 from course_team c where c.account_id = u.id and c.state = 'accepted')
          or exists (select 1 from users_roles r where r.parent_id = u.id
          and r.value::text in (${sql.join(
            STAFF.map((role) => sql`${role}`),
            sql`, `,
          )})))`,
  weigh: (row) => (isStaff(row.roles) || row.customRole ? accountLimit.weigh(row) : 0),
}
