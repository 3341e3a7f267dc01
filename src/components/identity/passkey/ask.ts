import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'

import type { SignedIn } from '../authApi'

import { callApi, type Answer } from '../../shell/api'

type Creation = Parameters<typeof startRegistration>[0]['optionsJSON']
type Request = Parameters<typeof startAuthentication>[0]['optionsJSON']

/** What a call came to, or that its person thought better of it. */
type Asked<T> = Answer<T> | 'given up'

/** Whether this browser has passkeys at all. */
export const hasPasskeys = browserSupportsWebAuthn

/** Sends what a browser answers with the passkey that is chosen in a dialog of its own. */
const answerAt = async <T>(path: string): Promise<Asked<T>> => {
  const options = await callApi<Request>('/api/sign-in/passkey/begin', { method: 'POST' })
  if (!options.ok) {
    return options
  }
  try {
    const response = await startAuthentication({ optionsJSON: options.data })

    return await callApi<T>(path, { body: { response } })
  } catch {
    return 'given up'
  }
}

/** Signs in with the passkey that is chosen. */
export const signInByPasskey = (): Promise<Asked<SignedIn>> => answerAt('/api/sign-in/passkey')

/** Shows once more who somebody is, with the passkey that is chosen. */
export const proveByPasskey = (): Promise<Asked<object>> => answerAt('/api/account/proof')

/** Has this device make a passkey; `password` where the account has one. */
export const makePasskey = async <T>({
  name,
  password,
}: {
  name: string
  password?: string
}): Promise<Asked<T>> => {
  const options = await callApi<Creation>('/api/account/passkeys/begin', { body: { password } })
  if (!options.ok) {
    return options
  }
  try {
    const response = await startRegistration({ optionsJSON: options.data })

    return await callApi<T>('/api/account/passkeys', { body: { name, response } })
  } catch {
    return 'given up'
  }
}
