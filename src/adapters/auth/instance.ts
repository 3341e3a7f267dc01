import { createHmac, timingSafeEqual } from 'node:crypto'

import { betterAuth } from 'better-auth'
import { createAuthMiddleware } from 'better-auth/api'

import type { Queryable } from './database'

import { env } from '@/env'
import { newId } from '@/newId'
import { deriveSecret } from '@/secrets'

import { CLOSED_PATHS, refuseProvider } from './closed'
import { schoolDatabase } from './database'
import { refusing, refuseUsedLink, withoutOthers } from './refusals'

export type Account = { email: string; id: string; name: string }

/** What the platform does when better-auth wants something said or written down. */
export type AuthEvents = {
  /** An address that has an account was registered again; its owner may be told, the caller never. */
  onAlreadyRegistered: (account: Account) => Promise<void>
  onConfirm: (account: Account, url: string) => Promise<void>
  onConfirmed: (account: Account) => Promise<void>
  /** Somebody chose a password by the link of a mail, and so has proved the address. */
  onPasswordSet: (account: Account) => Promise<void>
  onRegistered: (account: Account) => Promise<void>
  /** Somebody asks for an account, whoever it is; a RuleError refuses every address alike. */
  onRegistering: () => Promise<void>
  onPasswordChanged: (account: Account) => Promise<void>
  onReset: (account: Account, url: string) => Promise<void>
}

const DAY = 24 * 3600

/** Requests a minute, by address, that make us send a mail. */
const FEW = { max: 10, window: 60 }

/** `__Host-` binds a cookie to exactly one school's host; browsers allow it over https alone. */
const isSecure = (origin: string): boolean => origin.startsWith('https://')

/** Name of the session cookie on a school's origin. */
export const sessionCookie = (origin: string): string =>
  isSecure(origin) ? '__Host-session' : 'session'

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
      defaultCookieAttributes: {
        httpOnly: true,
        path: '/',
        sameSite: 'lax',
        secure: isSecure(origin),
      },
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
    databaseHooks: { user: { create: { after: async (user) => events.onRegistered(user) } } },
    disabledPaths: CLOSED_PATHS,
    emailAndPassword: {
      enabled: true,
      maxPasswordLength: 128,
      minPasswordLength: 8,
      onExistingUserSignUp: ({ user }) => events.onAlreadyRegistered(user),
      onPasswordReset: ({ user }) => events.onPasswordSet(user),
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
      after: createAuthMiddleware(async ({ context, path }) => {
        const { newSession } = context
        if (path === '/change-password' && newSession) {
          await events.onPasswordChanged(newSession.user)
        }
      }),
      before: createAuthMiddleware(async (context) => {
        if (context.path === '/sign-up/email') {
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
    rateLimit: {
      customRules: {
        '/request-password-reset': FEW,
        '/send-verification-email': FEW,
        '/sign-in/email': { max: 30, window: 60 },
        '/sign-up/email': { max: 20, window: 60 },
      },
      enabled: env().NODE_ENV === 'production',
      max: 300,
      storage: 'memory',
      window: 60,
    },
    secret: authSecret(tenant),
    session: { expiresIn: 30 * DAY, updateAge: DAY },
    telemetry: { enabled: false },
    trustedOrigins: [origin],
    user: {
      additionalFields: {
        locale: { type: 'string', input: true, required: false },
        status: { type: 'string', defaultValue: 'pending', input: false, required: false },
        timeZone: { type: 'string', input: false, required: false },
      },
    },
  })

export type Auth = ReturnType<typeof createAuth>

/**
 * The session token in a request's cookies, or null when there is none or its signature is wrong. The
 * cookie is `token.signature`, signed with HMAC-SHA-256 in base64, as better-call 1.4 writes it.
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
  const name = sessionCookie(origin)
  const pair = (headers.get('cookie') ?? '').split(/;\s*/).find((one) => one.startsWith(`${name}=`))
  if (!pair) {
    return null
  }
  try {
    const value = decodeURIComponent(pair.slice(name.length + 1))
    const cut = value.lastIndexOf('.')
    const token = value.slice(0, cut)
    const given = Buffer.from(value.slice(cut + 1), 'base64')
    const right = createHmac('sha256', authSecret(tenant)).update(token).digest()

    return given.length === right.length && timingSafeEqual(given, right) ? token : null
  } catch {
    return null
  }
}
