import type { AuthStrategy } from 'payload'

import { liftToPlatform } from '@/database/scope'
import { sessionUser } from '@/operations/identity/session'

/**
 * How Payload learns who is asking: by the session of the school that the host names. Staff of the
 * platform, who can only be signed in on its own host, work with its database role from here on.
 */
export const sessionStrategy: AuthStrategy = {
  name: 'session',
  authenticate: async ({ headers, payload }) => {
    const user = await sessionUser({ headers, payload })
    if (user?.roles.includes('superAdmin')) {
      liftToPlatform()
    }

    return { user: user as never }
  },
}
