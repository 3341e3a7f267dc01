import type { PayloadRequest } from 'payload'

import type { RuleCode } from '@/domain/errors'
import type { SignInStep } from '@/domain/identity/signIn'
import type { Locale } from '@/domain/tenancy/locales'

import {
  awayCookie,
  cookieHeader,
  cookieIn,
  deviceCookie,
  mailSignInCookie,
  stepCookie,
} from '@/adapters/auth/cookies'
import { STEP_SECONDS } from '@/adapters/auth/steps'
import { tenantOfHost } from '@/database/hosts'
import { RuleError } from '@/domain/errors'
import { bareHost } from '@/domain/tenancy/hosts'
import { originOf } from '@/operations/tenancy/origins'

import { authFor } from './auth'
import { MAIL_SIGN_IN_MINUTES } from './mailSignIn'
import { AWAY_MINUTES } from './providerSignIn'
import { nextStep, TRUST_SECONDS } from './signInSteps'
import { requireOrganisation } from './signInWays'

type Person = { locale: Locale | null; timeZone: null | string }

/** What the browser is told of whoever is in; `cookies` are headers, `token` names the session. */
type Opened = { cookies: string[]; token: string; user: Person }

/** What is asked for of whoever is not in yet. */
type Halfway = { cookies: string[]; step: SignInStep }

/** A rule's refusal of a session, as better-auth answers it. */
type Refusal = { code: RuleCode; reason?: string }

type Asked = {
  account: string
  /** The provider that sent them, as its row has it in use. */
  by?: string
  /** With which the session is begun; those of the request where there are no others. */
  headers?: Headers
  req: PayloadRequest
  tenant: string
}

const originFor = (req: PayloadRequest): string => originOf(bareHost(req.headers.get('host') ?? ''))

/** The token with which a request comes from the first step of signing in. */
export const stepToken = (req: PayloadRequest): string =>
  cookieIn(req.headers, stepCookie(originFor(req))) ?? ''

/** The token of a browser that asked for a mail to sign in with. */
export const mailToken = (req: PayloadRequest): string =>
  cookieIn(req.headers, mailSignInCookie(originFor(req))) ?? ''

/** The cookie that keeps it, as a header. */
export const mailCookie = (req: PayloadRequest, token: string): string => {
  const origin = originFor(req)

  return cookieHeader({
    name: mailSignInCookie(origin),
    maxAge: MAIL_SIGN_IN_MINUTES * 60,
    origin,
    value: token,
  })
}

/** The token of a browser that was sent to a provider. */
export const awayToken = (req: PayloadRequest): string =>
  cookieIn(req.headers, awayCookie(originFor(req))) ?? ''

/** The cookie that keeps it, as a header. */
export const awayCookieHeader = (req: PayloadRequest, token: string): string => {
  const origin = originFor(req)

  return cookieHeader({
    name: awayCookie(origin),
    maxAge: AWAY_MINUTES * 60,
    origin,
    value: token,
  })
}

/**
 * Lets in an account that gave one proof, or asks for the second step, as its school and its owner want it. Throws what keeps it
 * out: accountSuspended, accountBanned, tooManySignIns.
 */
export const beginSession = async (asked: Asked): Promise<Opened | Halfway> => {
  const { req } = asked
  await requireOrganisation(asked)
  const origin = originFor(req)
  const device = cookieIn(req.headers, deviceCookie(origin))
  const next = await nextStep({ ...asked, device })
  if (next === 'none') {
    return open({ ...asked, isStrong: false })
  }
  if (next === 'trusted') {
    return openStrongSession(asked)
  }
  const { kind, token } = next

  return {
    cookies: [
      cookieHeader({ name: stepCookie(origin), maxAge: STEP_SECONDS, origin, value: token }),
    ],
    step: kind,
  }
}

/** Begins a session for an account that has proved as much as there is to prove. */
export const openStrongSession = async ({
  device = null,
  ...asked
}: Asked & { device?: null | string }): Promise<Opened> => {
  const origin = originFor(asked.req)
  const { cookies, token, user } = await open({ ...asked, isStrong: true })
  const over = cookieHeader({ name: stepCookie(origin), maxAge: 0, origin, value: '' })
  const trusted =
    device &&
    cookieHeader({ name: deviceCookie(origin), maxAge: TRUST_SECONDS, origin, value: device })

  return { cookies: [...cookies, over, ...(trusted ? [trusted] : [])], token, user }
}

const open = async ({
  account,
  headers,
  isStrong,
  req,
}: Asked & { isStrong: boolean }): Promise<Opened> => {
  const host = req.headers.get('host') ?? ''
  const school = await tenantOfHost(host)
  if (!school) {
    throw new Error('There is no school at this host.')
  }
  const answer = await authFor({ host, payload: req.payload, tenant: school }).api.openSession({
    asResponse: true,
    body: { account, isStrong },
    headers: headers ?? req.headers,
  })
  if (answer.status === 422) {
    const { code, ...detail } = (await answer.json()) as Refusal
    throw new RuleError(code, detail)
  }
  if (!answer.ok) {
    throw new Error(`A session could not be opened: ${answer.status}.`)
  }
  const { token, user } = (await answer.json()) as { token: string; user: Person }

  return {
    cookies: answer.headers.getSetCookie(),
    token,
    user: { locale: user.locale, timeZone: user.timeZone },
  }
}
