import type { Chosen } from '@/components/ui/reader'
import type { SignInStep } from '@/domain/identity/signIn'

import { withNext } from '@/domain/identity/nextPath'

import { callApi, type Answer } from '../shell/api'

type Next = { next: null | string }

/** Address to which the link in a confirmation mail returns, with where to go from there. */
const confirmedPath = (next: null | string): string => withNext('/confirm?done=1', next)

/** Who is in, as far as the account has chosen something, or what is asked for still. */
export type SignedIn = { step: SignInStep; user?: undefined } | { step?: undefined; user: Chosen }

/** Signs in; codes INVALID_EMAIL_OR_PASSWORD and EMAIL_NOT_VERIFIED among others. */
export const signIn = (body: { email: string; password: string }): Promise<Answer<SignedIn>> =>
  callApi('/api/auth/sign-in/email', { body })

/** Registers; the answer is the same for an address that has an account already. */
export const signUp = ({
  next,
  ...body
}: Next & { email: string; locale: string; name: string; password: string }): Promise<
  Answer<object>
> => callApi('/api/auth/sign-up/email', { body: { ...body, callbackURL: confirmedPath(next) } })

/** Asks for the confirmation mail once more; the answer does not tell whether the address is known. */
export const sendConfirmation = ({
  email,
  next,
}: Next & { email: string }): Promise<Answer<object>> =>
  callApi('/api/auth/send-verification-email', {
    body: { callbackURL: confirmedPath(next), email },
  })

/** Asks for a mail with a link to choose a new password; the answer does not tell whether the address is known. */
export const sendReset = ({ email, next }: Next & { email: string }): Promise<Answer<object>> =>
  callApi('/api/auth/request-password-reset', {
    body: { email, redirectTo: withNext('/reset', next) },
  })

/** Sets a new password by the token of a reset link; code INVALID_TOKEN when it does not hold any more. */
export const resetPassword = (body: {
  newPassword: string
  token: string
}): Promise<Answer<object>> => callApi('/api/auth/reset-password', { body })
