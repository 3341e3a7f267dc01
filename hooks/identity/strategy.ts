import type { AuthStrategy } from 'payload'

import { bearerOf } from '@/adapters/auth/tokens'
import { KEY_PREFIX } from '@/domain/identity/apiKeys'
import { keyUser } from '@/operations/identity/keyUser'
import { sessionUser } from '@/operations/identity/session'

/** How Payload learns who is asking: by the session of the school that the host names, or by a key of it. */
export const sessionStrategy: AuthStrategy = {
  name: 'session',
  authenticate: async ({ headers, payload }) => {
    const token = bearerOf(headers)
    const user = await (token?.startsWith(KEY_PREFIX)
      ? keyUser({ headers, key: token, payload })
      : sessionUser({ headers, payload }))

    return { user: user as never }
  },
}
