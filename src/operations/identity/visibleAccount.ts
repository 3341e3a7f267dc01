import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Visibility } from '@/domain/identity/profile'

import { row } from '@/database/transaction'
import { isShownTo } from '@/domain/identity/profile'
import { STAFF } from '@/domain/identity/roles'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Somebody of the school as others see them. `insight` is `full` for the person and the school's staff. */
export type VisibleAccount = {
  bio: string
  id: string
  image: null | string
  insight: 'full' | 'shown'
  joinedAt: string
  name: string
  showsCourses: boolean
}

type Row = Omit<VisibleAccount, 'insight'> & { visibility: Visibility }

/** Whether somebody works in the school rather than learns in it. */
const worksHere = (user: PayloadRequest['user']): boolean =>
  [...STAFF, 'superAdmin' as const].some((role) => user?.roles?.includes(role))

/**
 * An active account as whoever asks may see it: the person and staff always, others as the person's
 * privacy says. Null for everything else, be it unknown, another school's or not for this person.
 */
export const visibleAccount = async ({
  id,
  req,
}: {
  id: string
  req: PayloadRequest
}): Promise<null | VisibleAccount> => {
  const found = UUID.test(id)
    ? await row<Row>(
        req,
        sql`select id, name, coalesce(bio, '') as bio, image, coalesce(visibility, 'private') as visibility, coalesce(shows_courses, false) as "showsCourses",
              to_json(created_at) #>> '{}' as "joinedAt"
            from users where id = ${id} and status = 'active'`,
      )
    : undefined
  if (!found) {
    return null
  }
  const { visibility, ...said } = found
  const { user } = req
  if (user?.id === found.id || worksHere(user)) {
    return { ...said, insight: 'full' }
  }

  return isShownTo({ isSignedIn: Boolean(user), visibility }) ? { ...said, insight: 'shown' } : null
}
