import { APIError } from 'better-auth/api'

/** What better-auth brings and no page of ours asks for; the accounts themselves are `users`. */
export const CLOSED_PATHS = [
  '/account-info',
  '/change-email',
  '/delete-user',
  '/delete-user/callback',
  '/get-access-token',
  '/link-social',
  '/list-accounts',
  '/refresh-token',
  '/sign-in/social',
  '/unlink-account',
  '/update-session',
  '/update-user',
  '/verify-password',
]

/** 404: no provider signs anybody in, and so none sends anybody back. */
export const refuseProvider = (): never => {
  throw new APIError('NOT_FOUND')
}
