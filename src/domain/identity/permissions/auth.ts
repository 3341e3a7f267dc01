import type { Rule } from './grants'

import { anybody, EVERYBODY, signedIn } from './grants'

const themselves: Rule = { ...signedIn, note: 'their own' }
const about: Rule = { allowed: EVERYBODY, note: 'about the caller alone' }
const mailed: Rule = { allowed: EVERYBODY, note: 'with the link of a mail' }

const closed = (why: string): Rule => ({ note: `closed; ${why}` })
const noProvider = closed('no other provider signs anybody in')
const managersDo = closed('see `users` update and delete')
const unused = closed('nothing of ours asks for it')

/** What each role may call of better-auth: `METHOD path`, below `/api`, on the school's own host. */
export const AUTH_RULES: Readonly<Record<string, Rule>> = {
  'GET /auth/account-info': noProvider,
  'GET /auth/callback/:id': noProvider,
  'GET /auth/delete-user/callback': managersDo,
  'GET /auth/error': anybody,
  'GET /auth/get-session': about,
  'GET /auth/list-accounts': noProvider,
  'GET /auth/list-sessions': themselves,
  'GET /auth/ok': anybody,
  'GET /auth/reset-password/:token': mailed,
  'GET /auth/verify-email': mailed,
  'POST /auth/callback/:id': noProvider,
  'POST /auth/change-email': managersDo,
  'POST /auth/change-password': {
    ...signedIn,
    note: 'their own, with the one before; ends their other sessions',
  },
  'POST /auth/delete-user': managersDo,
  'POST /auth/get-access-token': noProvider,
  'POST /auth/get-session': unused,
  'POST /auth/link-social': noProvider,
  'POST /auth/refresh-token': noProvider,
  'POST /auth/request-password-reset': anybody,
  'POST /auth/reset-password': mailed,
  'POST /auth/revoke-other-sessions': themselves,
  'POST /auth/revoke-session': themselves,
  'POST /auth/revoke-sessions': themselves,
  'POST /auth/send-verification-email': anybody,
  'POST /auth/sign-in/email': anybody,
  'POST /auth/sign-in/social': noProvider,
  'POST /auth/sign-out': { allowed: EVERYBODY, note: 'ends their own session, if there is one' },
  'POST /auth/sign-up/email': anybody,
  'POST /auth/unlink-account': noProvider,
  'POST /auth/update-session': unused,
  'POST /auth/update-user': managersDo,
  'POST /auth/verify-password': unused,
}
