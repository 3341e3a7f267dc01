import type { createAuthMiddleware } from 'better-auth/api'

import { APIError, isAPIError } from 'better-auth/api'

import { STRANGERS } from '@/domain/identity/requestLimits'

import { attributesFor, cookieIn, knownCookie } from './cookies'

/** Who tries to sign in as whom. */
type Attempt = { address: string; email: string }

/** What is remembered of attempts that failed. */
export type Attempts = {
  forget: (attempt: Attempt) => Promise<void>
  /** Takes back what `takeAsStranger` counted, since the password was right. */
  giveBack: (email: string) => Promise<void>
  /** What a browser keeps that the account was signed in at. */
  mark: (email: string) => string
  note: (attempt: Attempt, headers: Headers) => Promise<void>
  /** Counts a try by a browser that the account was never signed in at; false where too many of them failed. */
  takeAsStranger: (email: string) => Promise<boolean>
  /** Seconds to wait before the next one. */
  wait: (attempt: Attempt) => Promise<number>
}

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/** Null for what names nobody, and for what comes from inside the house. */
const attemptOf = (
  { body, headers }: Context,
  { mark }: Attempts,
  origin: string,
): (Attempt & { isStranger: boolean }) | null => {
  const { email } = (body ?? {}) as { email?: unknown }
  const address = headers?.get('x-forwarded-for')
  if (!headers || !address || typeof email !== 'string') {
    return null
  }

  return { address, email, isStranger: cookieIn(headers, knownCookie(origin)) !== mark(email) }
}

/** Seconds for which a browser is known; no browser keeps a cookie for longer (RFC 6265bis, 5.5). */
const KNOWN_SECONDS = 400 * 24 * 3600

const refuse = (code: string, seconds: number): never => {
  throw new APIError(
    'TOO_MANY_REQUESTS',
    { code, message: 'Too many attempts.', seconds },
    { 'Retry-After': String(seconds) },
  )
}

/**
 * Refuses an attempt that comes too soon after others that failed, whether its password is right or not, and one by a stranger to the account
 * where strangers have made too many.
 */
export const refuseHaste = async (
  context: Context,
  attempts: Attempts,
  origin: string,
): Promise<void> => {
  const attempt = attemptOf(context, attempts, origin)
  if (!attempt) {
    return
  }
  const seconds = await attempts.wait(attempt)
  if (seconds > 0) {
    refuse('tooMany', seconds)
  }
  if (attempt.isStranger && !(await attempts.takeAsStranger(attempt.email))) {
    refuse('passwordsGuessed', STRANGERS.seconds)
  }
}

/** Remembers how an attempt ended, and has the browser remember one that succeeded. */
export const noteOutcome = async (
  context: Context,
  attempts: Attempts,
  origin: string,
): Promise<void> => {
  const attempt = attemptOf(context, attempts, origin)
  const { newSession, returned } = context.context
  if (!attempt) {
    return
  }
  if (newSession) {
    context.setCookie(knownCookie(origin), attempts.mark(attempt.email), {
      ...attributesFor(origin),
      maxAge: KNOWN_SECONDS,
    })
    if (attempt.isStranger) {
      await attempts.giveBack(attempt.email)
    }
    await attempts.forget(attempt)
  } else if (isAPIError(returned) && returned.status === 'UNAUTHORIZED') {
    await attempts.note(attempt, context.headers ?? new Headers())
  }
}
