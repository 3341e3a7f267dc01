import type { createAuthMiddleware } from 'better-auth/api'

import { APIError } from 'better-auth/api'

import { RuleError } from '@/domain/errors'

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
