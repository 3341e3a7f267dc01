import { createHmac, timingSafeEqual } from 'node:crypto'

import { betterAuth } from 'better-auth'
import { createAuthMiddleware } from 'better-auth/api'

import type { Attempts } from './attempts'
import type { Queryable } from './database'

import { newId } from '@/newId'
import { deriveSecret } from '@/secrets'

import { noteOutcome, refuseHaste } from './attempts'
import { CLOSED_PATHS, refuseProvider } from './closed'
import { attributesFor, cookieIn, sessionCookie, viewCookie } from './cookies'
import { schoolDatabase } from './database'
import { openSession } from './openSession'
import { hashPassword, verifyPassword } from './password'
import { refuseElsewhere, refusing, refuseUsedLink, withoutOthers } from './refusals'
import { keptName } from './verifications'
import { keepStrength, type NextStep, refuseWeak, withSecondStep } from './steps'
import { bearerOf, sessionOfAccess } from './tokens'
import { viewIn } from './views'

export type Account = { email: string; id: string; name: string }

/** What the platform does when better-auth wants something said or written down. */
export type AuthEvents = {
  attempts: Attempts
  /** An address that has an account was registered again; its owner may be told, the caller never. */
  onAlreadyRegistered: (account: Account) => Promise<void>
  /** Whether a request comes with a session that counts. */
  isSignedIn: (headers: Headers) => Promise<boolean>
  /** Somebody gave one proof of an account, at a device with this token or none. */
  nextStep: (asked: { account: string; device: null | string }) => Promise<NextStep>
  onConfirm: (account: Account, url: string) => Promise<void>
  onConfirmed: (account: Account) => Promise<void>
  /** Somebody chose a password by the link of a mail, and so has proved the address. */
  onPasswordSet: (account: Account) => Promise<void>
  onRegistered: (account: Account, headers?: Headers) => Promise<void>
  /** Somebody asks for an account, whoever it is; a RuleError refuses every address alike. */
  onRegistering: () => Promise<void>
  /** A password is being chosen; a RuleError refuses it. */
  onPasswordChosen: (chosen: { password: unknown; words: unknown[] }) => Promise<void>
  onPasswordChanged: (account: Account) => Promise<void>
  onReset: (account: Account, url: string) => Promise<void>
  /** Somebody was signed in; a RuleError ends that session again. */
  onSignedIn: (session: Begun) => Promise<void>
  /** Somebody proved who they are, by their password or otherwise, and is to get a session; a RuleError refuses it. */
  onSigningIn: (proved: {
    account: string
    /** By the link that confirms an address. */
    byLink: boolean
    byPassword: boolean
  }) => Promise<void>
}

/** A session as it was begun. */
type Begun = {
  id: string
  ipAddress?: null | string
  userAgent?: null | string
  userId: string
}

const DAY = 24 * 3600

/** Each school signs with its own secret: a token of one is noise to another. */
const authSecret = (tenant: string): string => deriveSecret({ purpose: `auth:${tenant}` })

/**
 * One better-auth instance for one school, reached at `origin`. Passwords are scrypt hashes (N 16384,
 * r 16, p 1, salted per account); confirmation links live a day and work once, reset links an hour.
 */
export const createAuth = ({
  database,
  events,
  origin,
  tenant,
}: {
  database: Queryable
  events: AuthEvents
  origin: string
  tenant: string
}) =>
  betterAuth({
    advanced: {
      cookies: {
        dont_remember: { name: `${sessionCookie(origin)}_short` },
        session_data: { name: `${sessionCookie(origin)}_data` },
        session_token: { name: sessionCookie(origin) },
      },
      database: { generateId: newId },
      defaultCookieAttributes: attributesFor(origin),
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
      useSecureCookies: false,
    },
    basePath: '/api/auth',
    baseURL: origin,
    database: schoolDatabase({
      database: {
        ...database,
        register: (text, values) => refusing(() => database.register(text, values)),
      },
      tenant,
    }),
    databaseHooks: {
      session: {
        create: {
          after: (session) => refusing(() => events.onSignedIn(session)),
          before: ({ userId: account }, context) =>
            refusing(() =>
              events.onSigningIn({
                account,
                byLink: context?.path === '/verify-email',
                byPassword: context?.path === '/sign-in/email',
              }),
            ),
        },
      },
      user: {
        create: {
          after: async (user, context) => events.onRegistered(user, context?.request?.headers),
        },
      },
    },
    disabledPaths: CLOSED_PATHS,
    emailAndPassword: {
      enabled: true,
      maxPasswordLength: 128,
      minPasswordLength: 8,
      onExistingUserSignUp: ({ user }) => events.onAlreadyRegistered(user),
      onPasswordReset: ({ user }) => events.onPasswordSet(user),
      password: { hash: hashPassword, verify: verifyPassword },
      requireEmailVerification: true,
      resetPasswordTokenExpiresIn: 3600,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ url, user }) => events.onReset(user, url),
    },
    emailVerification: {
      afterEmailVerification: (user) => events.onConfirmed(user),
      autoSignInAfterVerification: true,
      expiresIn: DAY,
      sendOnSignUp: true,
      sendVerificationEmail: ({ url, user }) => events.onConfirm(user, url),
    },
    hooks: {
      after: createAuthMiddleware(async (context) => {
        const { newSession } = context.context
        if (context.path === '/sign-in/email') {
          await noteOutcome(context, events.attempts, origin)
        }
        if (context.path !== '/change-password') {
          return withSecondStep({ context, next: events.nextStep, origin })
        }
        await keepStrength(context)
        if (newSession) {
          await events.onPasswordChanged(newSession.user)
        }
      }),
      before: createAuthMiddleware(async (context) => {
        refuseElsewhere(context, origin)
        await refuseWeak(context, events.isSignedIn)
        await refusing(() => chosenIn(context, events))
        if (context.path === '/sign-in/email') {
          await refuseHaste(context, events.attempts, origin)
        } else if (context.path === '/sign-up/email') {
          await refusing(events.onRegistering)
        } else if (context.path === '/verify-email') {
          await refuseUsedLink(context)
        } else if (context.path === '/callback/:id') {
          refuseProvider()
        } else if (context.path === '/change-password') {
          return withoutOthers(context)
        }
      }),
    },
    logger: { disabled: true },
    plugins: [openSession],
    // The gate counts, for all servers together (`endpoints/support/gate.ts`).
    rateLimit: { enabled: false },
    secret: authSecret(tenant),
    session: {
      additionalFields: { isStrong: { type: 'boolean', input: false, required: false } },
      expiresIn: 30 * DAY,
      updateAge: DAY,
    },
    telemetry: { enabled: false },
    trustedOrigins: [origin],
    user: {
      additionalFields: {
        locale: { type: 'string', input: true, required: false },
        status: { type: 'string', defaultValue: 'pending', input: false, required: false },
        timeZone: { type: 'string', input: false, required: false },
      },
    },
    verification: {
      storeIdentifier: { hash: (name) => Promise.resolve(keptName({ name, tenant })) },
    },
  })

type Called = { body?: unknown; path?: string }

/** Has a password looked at that the caller chooses, before anything else is asked. */
const chosenIn = async (
  { body, path }: Called,
  { onPasswordChosen }: Pick<AuthEvents, 'onPasswordChosen'>,
): Promise<void> => {
  const { name, email, newPassword, password } = (body ?? {}) as Record<string, unknown>
  if (path === '/sign-up/email') {
    await onPasswordChosen({ password, words: [name, email] })
  } else if (path === '/reset-password' || path === '/change-password') {
    await onPasswordChosen({ password: newPassword, words: [] })
  }
}

export type Auth = ReturnType<typeof createAuth>

/**
 * The session token in a request's cookies, or null when there is none or its signature is wrong. The
 * cookie is `token.signature`, signed with HMAC-SHA-256 in base64, as better-call 1.4 writes it. A request
 * with a token in `Authorization` is of the session that this names, whatever cookies come with it; else one with
 * the cookie of a view is of that view or of nobody.
 */
export const sessionToken = ({
  headers,
  origin,
  tenant,
}: {
  headers: Headers
  origin: string
  tenant: string
}): null | string => {
  const token = bearerOf(headers)
  if (token) {
    return sessionOfAccess({ now: Date.now(), tenant, token })
  }
  const view = cookieIn(headers, viewCookie(origin))
  if (view !== null) {
    return viewIn(view, tenant)
  }
  const sent = cookieIn(headers, sessionCookie(origin))
  if (!sent) {
    return null
  }
  try {
    const value = decodeURIComponent(sent)
    const cut = value.lastIndexOf('.')
    const token = value.slice(0, cut)
    const given = Buffer.from(value.slice(cut + 1), 'base64')
    const right = createHmac('sha256', authSecret(tenant)).update(token).digest()

    return given.length === right.length && timingSafeEqual(given, right) ? token : null
  } catch {
    return null
  }
}
