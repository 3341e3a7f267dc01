import type { createAuthMiddleware } from 'better-auth/api'

import { APIError, isAPIError } from 'better-auth/api'

/** Who tries to sign in as whom. */
type Attempt = { address: string; email: string }

/** What is remembered of attempts that failed. */
export type Attempts = {
  forget: (attempt: Attempt) => Promise<void>
  note: (attempt: Attempt, headers: Headers) => Promise<void>
  /** Seconds to wait before the next one. */
  wait: (attempt: Attempt) => Promise<number>
}

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/** Null for what names nobody, and for what comes from inside the house. */
const attemptOf = ({ body, headers }: Context): Attempt | null => {
  const { email } = (body ?? {}) as { email?: unknown }
  const address = headers?.get('x-forwarded-for')

  return address && typeof email === 'string' ? { address, email } : null
}

/** Refuses an attempt that comes too soon after others that failed, whether its password is right or not. */
export const refuseHaste = async (context: Context, attempts: Attempts): Promise<void> => {
  const attempt = attemptOf(context)
  const seconds = attempt ? await attempts.wait(attempt) : 0
  if (seconds > 0) {
    throw new APIError(
      'TOO_MANY_REQUESTS',
      { code: 'tooMany', message: 'Too many attempts.', seconds },
      { 'Retry-After': String(seconds) },
    )
  }
}

/** Remembers how an attempt ended. */
export const noteOutcome = async (context: Context, attempts: Attempts): Promise<void> => {
  const attempt = attemptOf(context)
  const { newSession, returned } = context.context
  if (!attempt) {
    return
  }
  if (newSession) {
    await attempts.forget(attempt)
  } else if (isAPIError(returned) && returned.status === 'UNAUTHORIZED') {
    await attempts.note(attempt, context.headers ?? new Headers())
  }
}
