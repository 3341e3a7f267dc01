import type { LimitName } from '@/domain/tenancy/limits'
import type { Limit } from '@/operations/tenancy/limits'

import { courseLimit } from '@/operations/catalog/courseLimit'
import { accountLimit } from '@/operations/identity/accountLimit'
import { storageLimit } from '@/operations/media/storageLimit'

/** Every limit by its name, which is the name of its field in the settings of a school. */
export const LIMITS: Record<LimitName, Limit> = {
  accounts: accountLimit,
  courses: courseLimit,
  storage: storageLimit,
}

/** The limit on the rows of a collection, where there is one. */
export const limitOn = (collection: string): Limit | undefined =>
  ({ courses: courseLimit, media: storageLimit, users: accountLimit })[collection]
