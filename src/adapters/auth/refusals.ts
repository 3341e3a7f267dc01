import type { createAuthMiddleware } from 'better-auth/api'

import { APIError } from 'better-auth/api'

import { RuleError } from '@/domain/errors'
import { nextPath } from '@/domain/identity/nextPath'

/** What a rule refuses, as better-auth answers it: 422 with the rule's code and what it says besides. */
export const refusing = async <T>(run: () => Promise<T>): Promise<T> => {
  try {
    return await run()
  } catch (error) {
    if (error instanceof RuleError) {
      throw new APIError('UNPROCESSABLE_ENTITY', {
        code: error.code,
        message: error.code,
        ...error.detail,
      })
    }
    throw error
  }
}

type Called = { body?: unknown; query?: unknown }

type Confirming = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/**
 * better-auth's confirmation link is a signed token that would pass again. Here it works once: when
 * the address is confirmed already, a second use is refused, and the page offers a new link.
 */
export const refuseUsedLink = async (context: Confirming): Promise<void> => {
  const { callbackURL, token } = context.query as { callbackURL?: string; token?: string }
  const email = emailIn(token)
  const found = email ? await context.context.internalAdapter.findUserByEmail(email) : null
  if (found?.user.emailVerified) {
    if (callbackURL) {
      throw context.redirect(
        `${callbackURL}${callbackURL.includes('?') ? '&' : '?'}error=LINK_USED`,
      )
    }
    throw new APIError('BAD_REQUEST', { code: 'LINK_USED', message: 'This link was used already.' })
  }
}

/** Names under which better-auth is told where to send a browser afterwards. */
const ONWARD = ['callbackURL', 'errorCallbackURL', 'newUserCallbackURL', 'redirectTo']

/**
 * Refuses to send a browser anywhere but to pages of the school. better-auth looks at the beginning of an address alone, and then resolves
 * it: `/x/..//evil.example` begins well and ends elsewhere.
 */
export const refuseElsewhere = ({ body, query }: Called, origin: string): void => {
  for (const given of [body, query]) {
    for (const name of ONWARD) {
      const asked = (given as null | Record<string, unknown> | undefined)?.[name]
      const path =
        typeof asked === 'string' && asked.startsWith(`${origin}/`)
          ? asked.slice(origin.length)
          : asked
      if (asked && (typeof path !== 'string' || !nextPath(path, ''))) {
        throw new APIError('FORBIDDEN', { code: 'INVALID_CALLBACK_URL', message: 'Invalid URL.' })
      }
    }
  }
}

/** A changed password ends all other sessions, whatever the caller says of it. */
export const withoutOthers = ({ body }: Confirming) => ({
  context: { body: { ...(body as object), revokeOtherSessions: true } },
})

/** The address a token speaks of; unproved, and used only to find out whether there is anything to confirm. */
const emailIn = (token: string | undefined): null | string => {
  try {
    const payload = JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString()) as {
      email?: unknown
    }

    return typeof payload.email === 'string' ? payload.email : null
  } catch {
    return null
  }
}
