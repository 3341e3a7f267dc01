import type * as Samlify from 'samlify'
import type { IdentityProviderInstance, ServiceProviderInstance } from 'samlify'

import { X509Certificate } from 'node:crypto'

import type { SamlPair } from './samlPair'
import type { Begun, Proved, SignInProvider } from './types'

import { ProviderRefused } from './types'

/** An organisation's provider that speaks SAML 2.0: who it is, where it asks people, the certificates with which it signs, and whether it wants requests signed. */
export type SamlProvider = {
  certificates: string
  issuer: string
  signsRequests: boolean
  ssoAddress: string
}

/** The same, with our own pair towards it; null where none was made yet. */
export type SamlAccount = { pair: null | SamlPair } & SamlProvider

/** What a response says that holds; `request` is the id of ours that it answers, null where nobody asked; `until` is when it is over. */
export type SamlSaid = { assertion: string; proved: Proved; request: null | string; until: Date }

/** Addresses of ours that the provider knows; `redirect` is where people come back from providers. */
export const samlAddresses = (redirect: string): { acs: string; entity: string } => {
  const base = redirect.replace(/\/callback$/, '')

  return { acs: `${base}/acs`, entity: `${base}/metadata` }
}

const POST = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST'
const REDIRECT = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect'

/** samlify, loaded when it is first needed: Node gives its exports as the default one, and bundlers by name. */
export const samlLibrary = async (): Promise<typeof Samlify> => {
  const loaded = await import('samlify')

  return (loaded as { default?: typeof Samlify }).default ?? loaded
}

/** Certificates as PEM or as metadata has them, each without its frame. */
export const certificatesIn = (text: string): string[] =>
  (/BEGIN CERTIFICATE/.test(text)
    ? text.split(/-----BEGIN CERTIFICATE-----/)
    : text.split(/\n\s*\n/)
  )
    .map((one) => one.replace(/-----END CERTIFICATE-----[^]*/, '').replace(/\s+/g, ''))
    .filter(Boolean)

const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'

/** Whether requests to a provider are signed: where it wants that, and there is a pair to sign with. */
const isSigning = ({ pair, signsRequests }: SamlAccount): boolean => signsRequests && pair !== null

const service = async (
  redirect: string,
  account: SamlAccount,
  id?: string,
): Promise<ServiceProviderInstance> => {
  const { ServiceProvider } = await samlLibrary()
  const { acs, entity } = samlAddresses(redirect)
  const { pair } = account

  return ServiceProvider({
    assertionConsumerService: [{ Binding: POST, isDefault: true, Location: acs }],
    authnRequestsSigned: isSigning(account),
    entityID: entity,
    requestSignatureAlgorithm: RSA_SHA256,
    wantAssertionsSigned: true,
    ...(pair && {
      encryptCert: pair.certificate,
      privateKey: pair.privateKey,
      signingCert: pair.certificate,
    }),
    ...(id && { generateID: () => id }),
  })
}

/** A provider as the library knows it. It is told of an address for signing out, which is never asked, since it writes to the console without one. */
export const samlIdentity = async (
  account: SamlAccount,
  certificates: string[],
): Promise<IdentityProviderInstance> => {
  const { IdentityProvider } = await samlLibrary()
  const { issuer, ssoAddress } = account

  return IdentityProvider({
    entityID: issuer,
    signingCert: certificates,
    singleLogoutService: [{ Binding: REDIRECT, Location: ssoAddress }],
    singleSignOnService: [{ Binding: REDIRECT, Location: ssoAddress }],
    wantAuthnRequestsSigned: isSigning(account),
  })
}

/** What a provider is to be told of us: our addresses, and the certificate of our pair, for signing and for encrypting. */
export const samlMetadata = async (redirect: string, account: SamlAccount): Promise<string> =>
  (await service(redirect, account)).getMetadata()

/** The id of the request that was made with this nonce. */
export const requestOfNonce = (nonce: string): string => `_${nonce}`

/** Somebody's organisation, asked by a redirection, with a signed request where it wants that (SAML 2.0 bindings, 3.4). What comes back is read by `readSaml`. */
export const saml = (account: SamlAccount): SignInProvider => ({
  begin: async ({ nonce, redirect, state }: Begun) => {
    const ours = await service(redirect, account, requestOfNonce(nonce))
    const { context } = ours.createLoginRequest(await samlIdentity(account, []), 'redirect', {
      relayState: state,
    }) as { context: string }

    return context
  },
  check: () => {
    for (const one of certificatesIn(account.certificates)) {
      const { validTo } = new X509Certificate(Buffer.from(one, 'base64'))
      if (new Date(validTo) < new Date()) {
        return Promise.reject(new ProviderRefused(`A certificate ended on ${validTo}.`))
      }
    }

    return Promise.resolve()
  },
  identify: () => Promise.reject(new ProviderRefused('A response comes by POST.')),
})
