import type {
  AuthenticationResponseJSON,
  AuthenticatorTransportFuture,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'

import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'

/** Where a passkey is good: the host of a school, and the origin of its pages. */
export type PasskeySite = { host: string; origin: string }

export type PasskeyCreation = PublicKeyCredentialCreationOptionsJSON
export type PasskeyRequest = PublicKeyCredentialRequestOptionsJSON

/** What is kept of a passkey: `key` is its public key, base64url. */
export type PasskeyKey = { counter: number; credential: string; key: string; transports: string[] }

/** What a browser is asked for, to make a passkey for a person; `known` are credentials that they have. */
export const passkeyCreation = ({
  name,
  account,
  known,
  school,
  site,
}: {
  account: string
  known: string[]
  name: string
  school: string
  site: PasskeySite
}): Promise<PasskeyCreation> =>
  generateRegistrationOptions({
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map((id) => ({ id })),
    rpID: site.host,
    rpName: school,
    userID: new Uint8Array(Buffer.from(account)),
    userName: name,
  })

/** What a browser is asked for, to sign in with whichever passkey its person chooses. */
export const passkeyRequest = (site: PasskeySite): Promise<PasskeyRequest> =>
  generateAuthenticationOptions({ rpID: site.host, userVerification: 'required' })

type Check = { isAsked: (challenge: string) => Promise<boolean>; site: PasskeySite }

/** The passkey that a browser made when it was asked; null where anything about it is not right. */
export const madePasskey = async ({
  isAsked,
  response,
  site,
}: Check & { response: object }): Promise<null | PasskeyKey> => {
  try {
    const { registrationInfo, verified } = await verifyRegistrationResponse({
      expectedChallenge: isAsked,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      requireUserVerification: true,
      response: response as RegistrationResponseJSON,
    })
    const credential = verified ? registrationInfo?.credential : undefined

    return credential
      ? {
          counter: credential.counter,
          credential: credential.id,
          key: Buffer.from(credential.publicKey).toString('base64url'),
          transports: credential.transports ?? [],
        }
      : null
  } catch {
    return null
  }
}

/** The counter of a passkey by which its person, whom their device knows, answered when asked; null where anything is not right. */
export const usedPasskey = async ({
  isAsked,
  passkey: { counter, credential, key, transports },
  response,
  site,
}: Check & { passkey: PasskeyKey; response: object }): Promise<null | number> => {
  try {
    const { authenticationInfo, verified } = await verifyAuthenticationResponse({
      credential: {
        id: credential,
        counter,
        publicKey: new Uint8Array(Buffer.from(key, 'base64url')),
        transports: transports as AuthenticatorTransportFuture[],
      },
      expectedChallenge: isAsked,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      requireUserVerification: true,
      response: response as AuthenticationResponseJSON,
    })

    return verified ? authenticationInfo.newCounter : null
  } catch {
    return null
  }
}
