import { STAFF } from '@/domain/identity/roles'

type Signed = { email: string; id: string; name: string; roles?: null | readonly string[] }

/** What headers and menus show of whoever is signed in; `staff` has an admin to go to. */
export type ShownUser = { email: string; id: string; name: string; staff: boolean }

const ADMITTED = new Set<string>([...STAFF, 'superAdmin'])

/** Nobody's is null. */
export const shownUser = (user: null | Signed): null | ShownUser =>
  user && {
    id: user.id,
    name: user.name,
    email: user.email,
    staff: (user.roles ?? []).some((role) => ADMITTED.has(role)),
  }
