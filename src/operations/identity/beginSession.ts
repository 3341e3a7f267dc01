import type { PayloadRequest } from 'payload'

import type { Locale } from '@/domain/tenancy/locales'

import { cookieHeader, cookieIn, deviceCookie, stepCookie } from '@/adapters/auth/cookies'
import { tenantOfHost } from '@/database/hosts'
import { bareHost } from '@/domain/tenancy/hosts'
import { originOf } from '@/operations/tenancy/origins'

import { authFor } from './auth'
import { TRUST_SECONDS } from './signInSteps'

type Person = { locale: Locale | null; timeZone: null | string }

/** What the browser is told of whoever is in; `cookies` are headers. */
type Opened = { cookies: string[]; user: Person }

type Asked = { account: string; req: PayloadRequest; tenant: string }

const originFor = (req: PayloadRequest): string => originOf(bareHost(req.headers.get('host') ?? ''))

/** The token with which a request comes from the first step of signing in. */
export const stepToken = (req: PayloadRequest): string =>
  cookieIn(req.headers, stepCookie(originFor(req))) ?? ''

/** Begins a session for an account that has proved as much as there is to prove. */
export const openStrongSession = async ({
  device = null,
  ...asked
}: Asked & { device?: null | string }): Promise<Opened> => {
  const origin = originFor(asked.req)
  const { cookies, user } = await open({ ...asked, isStrong: true })
  const over = cookieHeader({ name: stepCookie(origin), maxAge: 0, origin, value: '' })
  const trusted =
    device &&
    cookieHeader({ name: deviceCookie(origin), maxAge: TRUST_SECONDS, origin, value: device })

  return { cookies: [...cookies, over, ...(trusted ? [trusted] : [])], user }
}

const open = async ({ account, isStrong, req }: Asked & { isStrong: boolean }): Promise<Opened> => {
  const host = req.headers.get('host') ?? ''
  const school = await tenantOfHost(host)
  if (!school) {
    throw new Error('There is no school at this host.')
  }
  const answer = await authFor({ host, payload: req.payload, tenant: school }).api.openSession({
    asResponse: true,
    body: { account, isStrong },
    headers: req.headers,
  })
  if (!answer.ok) {
    throw new Error(`A session could not be opened: ${answer.status}.`)
  }
  const { user } = (await answer.json()) as { user: Person }

  return {
    cookies: answer.headers.getSetCookie(),
    user: { locale: user.locale, timeZone: user.timeZone },
  }
}
