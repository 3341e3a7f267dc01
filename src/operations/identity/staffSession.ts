import { sessionToken } from '@/adapters/auth/instance'
import { isViewToken } from '@/adapters/auth/views'
import { systemPool } from '@/database/hosts'
import { STAFF } from '@/domain/identity/roles'

import { IS_STRONG_ENOUGH } from './strength'
import { isViewOn } from './viewOn'

/** Whether a request comes with a session of somebody who works in the school, or with a view of theirs; for the edge, which knows no Payload. */
export const isStaffSession = async ({
  headers,
  origin,
  tenant,
}: {
  headers: Headers
  origin: string
  tenant: string
}): Promise<boolean> => {
  const token = sessionToken({ headers, origin, tenant })
  if (!token) {
    return false
  }
  if (isViewToken(token)) {
    return isViewOn(headers, tenant)
  }
  const { rowCount } = await systemPool().query({
    name: 'staff-session',
    text: `select 1 from auth_sessions s join users u on u.id = s.user_id and u.tenant_id = s.tenant_id
      where s.token = $1 and s.tenant_id = $2 and s.expires_at > now() and u.status = 'active' and ${IS_STRONG_ENOUGH}
        and (exists (select 1 from users_roles r where r.parent_id = u.id and r.value::text = any($3))
          or u.custom_role_id is not null
          or exists (select 1 from course_team c where c.account_id = u.id and c.state = 'accepted'))`,
    values: [token, tenant, [...STAFF]],
  })

  return Boolean(rowCount)
}
