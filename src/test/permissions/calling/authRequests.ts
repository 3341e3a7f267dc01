import { GET, POST } from '@/app/api/auth/[...all]/route'
import { DEMO_PASSWORD } from '@/seed/people'

import type { Answered } from '@/test/isolation/calls'

import type { Called } from '../callers'

import { HOST } from '../scene'

type AuthRequest = (who: Called) => { body?: object; query?: string }

const somebody = ({ host }: Called): string =>
  host === HOST ? 'student@aurora.test' : 'super@lectern.test'

const nothing: AuthRequest = () => ({ body: {} })

/** A good request to everything that better-auth serves, with tokens that no mail has carried. */
export const AUTH_REQUESTS: Readonly<Record<string, AuthRequest>> = {
  'GET /auth/account-info': nothing,
  'GET /auth/callback/:id': () => ({ query: '?code=a&state=b' }),
  'GET /auth/delete-user/callback': () => ({ query: '?token=a' }),
  'GET /auth/error': nothing,
  'GET /auth/get-session': nothing,
  'GET /auth/list-accounts': nothing,
  'GET /auth/list-sessions': nothing,
  'GET /auth/ok': nothing,
  'GET /auth/reset-password/:token': () => ({ query: '?callbackURL=%2Freset' }),
  'GET /auth/verify-email': () => ({ query: '?token=a&callbackURL=%2Fsign-in' }),
  'POST /auth/callback/:id': () => ({ body: { code: 'a', state: 'b' } }),
  'POST /auth/change-email': () => ({ body: { newEmail: 'new@example.com' } }),
  'POST /auth/change-password': () => ({
    body: { currentPassword: DEMO_PASSWORD, newPassword: DEMO_PASSWORD },
  }),
  'POST /auth/delete-user': () => ({ body: { password: DEMO_PASSWORD } }),
  'POST /auth/get-access-token': () => ({ body: { providerId: 'google' } }),
  'POST /auth/get-session': nothing,
  'POST /auth/link-social': () => ({ body: { provider: 'google' } }),
  'POST /auth/refresh-token': () => ({ body: { providerId: 'google' } }),
  'POST /auth/request-password-reset': (who) => ({
    body: { email: somebody(who), redirectTo: '/reset' },
  }),
  'POST /auth/reset-password': () => ({ body: { newPassword: DEMO_PASSWORD, token: 'a' } }),
  'POST /auth/revoke-other-sessions': nothing,
  'POST /auth/revoke-session': () => ({ body: { token: 'a' } }),
  'POST /auth/revoke-sessions': nothing,
  'POST /auth/send-verification-email': (who) => ({ body: { email: who.email || somebody(who) } }),
  'POST /auth/sign-in/email': (who) => ({
    body: { email: somebody(who), password: DEMO_PASSWORD },
  }),
  'POST /auth/sign-in/social': () => ({ body: { provider: 'google' } }),
  'POST /auth/sign-out': nothing,
  'POST /auth/sign-up/email': () => ({
    body: {
      name: 'Somebody',
      email: `${crypto.randomUUID()}@example.com`,
      password: DEMO_PASSWORD,
    },
  }),
  'POST /auth/unlink-account': () => ({ body: { providerId: 'google' } }),
  'POST /auth/update-session': nothing,
  'POST /auth/update-user': () => ({ body: { name: 'Somebody else' } }),
  'POST /auth/verify-password': () => ({ body: { password: DEMO_PASSWORD } }),
}

/** What a granted request is answered, where it is not 200. */
const ANSWERS: Readonly<Record<string, readonly number[]>> = {
  // To a page that says what is wrong with the link.
  'GET /auth/reset-password/:token': [302],
  'GET /auth/verify-email': [302],
  'POST /auth/reset-password': [400],
  // Whoever is signed in has confirmed their address already.
  'POST /auth/send-verification-email': [200, 400],
}

/** The cell that an answer comes to; a method that is not served is as good as an address that is not. */
export const authCellOf = (name: string, { status, text }: Answered): string => {
  if ((ANSWERS[name] ?? [200]).includes(status)) {
    return 'allowed'
  }

  return [401, 403, 404, 405].includes(status) ? 'denied' : `${status} ${text.slice(0, 200)}`
}

/** What ends sessions, of which somebody has one more for it; nothing is asked after these. */
export const ENDING: readonly string[] = [
  'POST /auth/change-password',
  'POST /auth/revoke-other-sessions',
  'POST /auth/revoke-sessions',
  'POST /auth/sign-out',
]

/** Sends a request of that name to better-auth, as `who`, with a session of its own where it ends one of theirs. */
export const askAuth = async (who: Called, name: string, isGuest = false): Promise<Answered> => {
  const [method = '', path = ''] = name.split(' ')
  const { body, query = '' } = AUTH_REQUESTS[name]?.(who) ?? {}
  const { cookie } = ENDING.includes(name) && !isGuest ? await who.again() : who
  const origin = `http://${who.host}:3000`
  const request = new Request(`${origin}/api${path.replace(/:\w+/, 'anything')}${query}`, {
    body: method === 'GET' ? undefined : JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', cookie, host: who.host, origin },
    method,
  })
  const answer = await (method === 'GET' ? GET : POST)(request)

  return { status: answer.status, text: await answer.text() }
}
