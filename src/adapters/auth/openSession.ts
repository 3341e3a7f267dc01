import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/**
 * Begins a session for an account that was proved in a way of ours, by the server alone: no request reaches this. 401
 * where there is no such account in the school.
 */
export const openSession = {
  id: 'open-session',
  endpoints: {
    openSession: createAuthEndpoint(
      {
        body: z.object({ account: z.string(), isStrong: z.boolean() }),
        metadata: { SERVER_ONLY: true },
        method: 'POST',
      },
      async (context) => {
        const { account, isStrong } = context.body
        const { internalAdapter } = context.context
        const user = await internalAdapter.findUserById(account)
        if (!user) {
          throw new APIError('UNAUTHORIZED')
        }
        const session = await internalAdapter.createSession(account, false, { isStrong }, true)
        await setSessionCookie(context, { session, user })

        return context.json({ token: session.token, user })
      },
    ),
  },
} as const
