import type { LimitName } from '@/domain/tenancy/limits'
import type { Limit } from '@/operations/tenancy/limits'

import { courseLimit } from '@/operations/catalog/courseLimit'
import { accountLimit, staffLimit } from '@/operations/identity/accountLimit'
import { mailLimit } from '@/operations/marketing/mailLimit'
import { storageLimit } from '@/operations/media/storageLimit'

/** Every limit by its name, which is the name of its field in the settings of a school. */
export const LIMITS: Record<LimitName, Limit> = {
  accounts: accountLimit,
  courses: courseLimit,
  mails: mailLimit,
  staff: staffLimit,
  storage: storageLimit,
}

/** The limit on the rows of a collection, where there is one. */
export const limitOn = (collection: string): Limit | undefined =>
  ({ courses: courseLimit, media: storageLimit, users: accountLimit })[collection]
