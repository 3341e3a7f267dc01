import type { AuthStrategy } from 'payload'

import { sessionUser } from '@/operations/identity/session'

/** How Payload learns who is asking: by the session of the school that the host names. */
export const sessionStrategy: AuthStrategy = {
  name: 'session',
  authenticate: async ({ headers, payload }) => ({
    user: (await sessionUser({ headers, payload })) as never,
  }),
}
