import type { createAuthMiddleware } from 'better-auth/api'

import { APIError } from 'better-auth/api'
import { deleteSessionCookie } from 'better-auth/cookies'

import { attributesFor, cookieIn, deviceCookie, stepCookie } from './cookies'

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/** What a sign-in still needs: nothing, nothing since the device is trusted, or a step whose token the browser is to hold. */
export type NextStep = 'none' | 'trusted' | { kind: 'enroll' | 'verify'; token: string }

/** For how long the second step may be taken; in seconds. */
export const STEP_SECONDS = 600

/**
 * What better-auth let in by one proof, however it came about, is let in here where that is enough; where not, the session
 * goes before anybody has seen it, and the browser gets the way to the second step in its place.
 */
export const withSecondStep = async ({
  context,
  next,
  origin,
}: {
  context: Context
  next: (asked: { account: string; device: null | string }) => Promise<NextStep>
  origin: string
}) => {
  const { internalAdapter, newSession } = context.context
  if (!newSession || newSession.session.isStrong) {
    return
  }
  const { token } = newSession.session
  const headers = context.headers ?? new Headers()
  const step = await next({
    account: newSession.user.id,
    device: cookieIn(headers, deviceCookie(origin)),
  })
  if (step === 'trusted') {
    await internalAdapter.updateSession(token, { isStrong: true })
  } else if (step !== 'none') {
    deleteSessionCookie(context, true)
    await internalAdapter.deleteSession(token)
    context.context.setNewSession(null)
    context.setCookie(stepCookie(origin), step.token, {
      ...attributesFor(origin),
      maxAge: STEP_SECONDS,
    })

    return context.path === '/sign-in/email' ? context.json({ step: step.kind }) : undefined
  }
}

/** A password that is changed begins a new session: it proves as much as the one in which that was asked. */
export const keepStrength = async ({ context }: Context): Promise<void> => {
  if (context.newSession && context.session?.session.isStrong) {
    await context.internalAdapter.updateSession(context.newSession.session.token, {
      isStrong: true,
    })
  }
}

/** What of better-auth a session serves that must prove enough for it. */
const HELD: readonly string[] = [
  '/change-password',
  '/list-sessions',
  '/revoke-other-sessions',
  '/revoke-session',
  '/revoke-sessions',
]

/** 401 where whoever asks would be nobody anywhere else. */
export const refuseWeak = async (
  { headers, path }: Context,
  isSignedIn: (headers: Headers) => Promise<boolean>,
): Promise<void> => {
  if (HELD.includes(path) && !(await isSignedIn(headers ?? new Headers()))) {
    throw new APIError('UNAUTHORIZED')
  }
}
