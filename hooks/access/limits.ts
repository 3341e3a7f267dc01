import type { Access } from 'payload'

import type { Limit } from '@/operations/tenancy/limits'

import { currentTenant } from '@/database/pool'
import { currentScope } from '@/database/scope'
import { courseLimit } from '@/operations/catalog/courseLimit'
import { accountLimit } from '@/operations/identity/accountLimit'
import { storageLimit } from '@/operations/media/storageLimit'
import { askOf, hasRoom } from '@/operations/tenancy/limits'

import { authors, managers } from './index'
import { onAnyCourse } from './team'

/**
 * Whoever `rule` lets create, while the school has room. It holds where Payload asks what somebody may
 * do, as the admin does before it offers a button, and passes its collection; an attempt to create is
 * judged by `rule` alone, and then told by the limit itself why it fails.
 */
const whileRoom =
  (limit: Limit, rule: Access): Access =>
  async (args) => {
    const granted = await rule(args)
    const tenant = currentScope().platform ? null : await currentTenant()
    if (!granted || !args.collectionConfig || !tenant) {
      return granted
    }
    const { req } = args

    return (await hasRoom({ ask: askOf(req), limit, tenant })) && granted
  }

/** Who may write a course, while another may be made. */
export const authorsWithRoomForCourses = whileRoom(courseLimit, authors)

/** Who may upload, while there is room for files. */
export const authorsWithRoomForFiles = whileRoom(storageLimit, onAnyCourse('write'))

/** Who may make accounts for others, while there may be more. */
export const managersWithRoomForAccounts = whileRoom(accountLimit, managers)
