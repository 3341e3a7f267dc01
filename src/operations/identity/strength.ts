import { STAFF } from '@/domain/identity/roles'

const STAFF_ROLES = [...STAFF, 'superAdmin'].map((role) => `'${role}'`).join(', ')

/** Whether an account `u` has a second step of signing in. */
export const HAS_SECOND_FACTOR = `exists (select 1 from auth_second_factors f where f.user_id = u.id and f.confirmed_at is not null)`

/** Whether an account works in its school, by a built-in role or in the team of a course; `account` is an alias of users. */
const worksHere = (account: string): string =>
  `(exists (select 1 from users_roles r where r.parent_id = ${account}.id and r.value::text in (${STAFF_ROLES}))
    or exists (select 1 from course_team c where c.account_id = ${account}.id and c.state = 'accepted'))`

/** Whether an account only learns in its school: neither works there nor holds a role of the school's own. */
export const onlyLearns = (account: string): string =>
  `(${account}.custom_role_id is null and not ${worksHere(account)})`

/** Whether the school of an account `u` asks for one of it. */
export const MUST_HAVE_SECOND_FACTOR = `(exists (select 1 from tenants t where t.id = u.tenant_id and t.settings_sign_in_staff_second_factor)
  and ${worksHere('u')})`

/**
 * Whether a session `s` proves enough of its account `u`: one that was begun with the password alone counts for nothing
 * once two steps are asked for.
 */
export const IS_STRONG_ENOUGH = `(s.is_strong or not (${HAS_SECOND_FACTOR} or ${MUST_HAVE_SECOND_FACTOR}))`
