import { STAFF } from '@/domain/identity/roles'

import { IS_STRONG_ENOUGH } from './strength'

const list = (roles: readonly string[]): string => roles.map((role) => `'${role}'`).join(', ')

/** Whether an account `u` learns in the school and has no work in it: nobody sees by a view what they might not see themselves. */
export const IS_LEARNER = `(u.custom_role_id is null
  and not exists (select 1 from users_roles r where r.parent_id = u.id and r.value::text in (${list([...STAFF, 'superAdmin'])}))
  and not exists (select 1 from course_team c where c.account_id = u.id and c.state = 'accepted'))`

/** Whether the account `u` of whoever views still may. */
const MAY_VIEW = `(exists (select 1 from users_roles r where r.parent_id = u.id and r.value::text in ('admin', 'owner', 'support'))
  or exists (select 1 from custom_roles_permissions p where p.parent_id = u.custom_role_id and p.value::text = 'learners.write'))`

/**
 * Views `v` that go on, with the accounts `u` that are seen: within their hour, while the session that began them holds, whoever
 * began them still may, and the learner is one still.
 */
export const VIEWED = `from auth_views v join users u on u.id = v.user_id and u.tenant_id = v.tenant_id
  where v.expires_at > now() and u.status = 'active' and ${IS_LEARNER}
    and exists (select 1 from auth_sessions s join users u on u.id = s.user_id and u.tenant_id = s.tenant_id
      where s.id = v.session_id and s.expires_at > now() and u.status = 'active' and ${IS_STRONG_ENOUGH} and ${MAY_VIEW})`
