import type { Locale } from '@/domain/tenancy/locales'

import { portraitPath } from '@/domain/identity/portraits'
import { STAFF } from '@/domain/identity/roles'

type Signed = {
  email: string
  id: string
  image: null | string
  locale: Locale | null
  name: string
  permissions?: null | readonly string[]
  roles?: null | readonly string[]
  teaches?: boolean
  timeZone: null | string
  view?: { until: string }
}

/**
 * What headers and menus show of whoever is signed in; `staff` has an admin to go to. `locale` and
 * `timeZone` are what the account has chosen, and null where it leaves them to the school. `view` says that staff look on, and until when.
 */
export type ShownUser = Pick<Signed, 'email' | 'id' | 'locale' | 'name' | 'timeZone'> & {
  picture: null | string
  staff: boolean
  view: null | { until: string }
}

const ADMITTED = new Set<string>([...STAFF, 'superAdmin'])

/** Nobody's is null. */
export const shownUser = (user: null | Signed): null | ShownUser =>
  user && {
    id: user.id,
    name: user.name,
    email: user.email,
    locale: user.locale,
    picture: portraitPath({ account: user.id, picture: user.image }),
    staff:
      Boolean(user.teaches) ||
      Boolean(user.permissions?.length) ||
      (user.roles ?? []).some((role) => ADMITTED.has(role)),
    timeZone: user.timeZone,
    view: user.view ?? null,
  }
