import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from '@simplewebauthn/browser'

import type { SignedIn } from '../authApi'

import { callApi, type Answer } from '../../shell/api'

type Creation = Parameters<typeof startRegistration>[0]['optionsJSON']
type Request = Parameters<typeof startAuthentication>[0]['optionsJSON']

/** What a call came to, or that its person thought better of it. */
type Asked<T> = Answer<T> | 'given up'

/** Whether this browser has passkeys at all. */
export const hasPasskeys = browserSupportsWebAuthn

/** Counts what was asked: a browser asks for one passkey at a time, for the last that it was asked for. */
let last = 0

/** Ends an offer that stands or is about to. */
export const endOffer = (): void => {
  last += 1
  WebAuthnAbortService.cancelCeremony()
}

/**
 * Sends what a browser answers with the passkey that is chosen: in a dialog of its own, or with `isOffer` where an address is typed.
 * `given up` also where something else was asked for meanwhile, and where the browser makes no such offers.
 */
const answerAt = async <T>(path: string, { isOffer = false } = {}): Promise<Asked<T>> => {
  last += 1
  const own = last
  if (isOffer && !(await browserSupportsWebAuthnAutofill())) {
    return 'given up'
  }
  const options = await callApi<Request>('/api/sign-in/passkey/begin', { method: 'POST' })
  if (!options.ok) {
    return options
  }
  if (own !== last) {
    return 'given up'
  }
  try {
    const response = await startAuthentication({
      optionsJSON: options.data,
      useBrowserAutofill: isOffer,
    })

    return await callApi<T>(path, { body: { response } })
  } catch {
    return 'given up'
  }
}

/** Signs in with the passkey that is chosen in a dialog. */
export const signInByPasskey = (): Promise<Asked<SignedIn>> => answerAt('/api/sign-in/passkey')

/** Signs in with the passkey that is chosen where an address is typed; waits until one is. */
export const signInByOffer = (): Promise<Asked<SignedIn>> =>
  answerAt('/api/sign-in/passkey', { isOffer: true })

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
