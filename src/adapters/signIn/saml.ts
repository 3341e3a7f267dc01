import type * as Samlify from 'samlify'
import type { IdentityProviderInstance, ServiceProviderInstance } from 'samlify'

import { X509Certificate } from 'node:crypto'

import type { Begun, Proved, SignInProvider } from './types'

import { ProviderRefused } from './types'

/** An organisation's provider that speaks SAML 2.0: who it is, where it asks people, and the certificates with which it signs. */
export type SamlAccount = { certificates: string; issuer: string; ssoAddress: string }

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

const service = async (redirect: string, id?: string): Promise<ServiceProviderInstance> => {
  const { ServiceProvider } = await samlLibrary()
  const { acs, entity } = samlAddresses(redirect)

  return ServiceProvider({
    assertionConsumerService: [{ Binding: POST, isDefault: true, Location: acs }],
    authnRequestsSigned: false,
    entityID: entity,
    wantAssertionsSigned: true,
    ...(id && { generateID: () => id }),
  })
}

/** A provider as the library knows it. It is told of an address for signing out, which is never asked, since it writes to the console without one. */
export const samlIdentity = async (
  { issuer, ssoAddress }: SamlAccount,
  certificates: string[],
): Promise<IdentityProviderInstance> => {
  const { IdentityProvider } = await samlLibrary()

  return IdentityProvider({
    entityID: issuer,
    signingCert: certificates,
    singleLogoutService: [{ Binding: REDIRECT, Location: ssoAddress }],
    singleSignOnService: [{ Binding: REDIRECT, Location: ssoAddress }],
    wantAuthnRequestsSigned: false,
  })
}

/** What a provider is to be told of us. */
export const samlMetadata = async (redirect: string): Promise<string> =>
  (await service(redirect)).getMetadata()

/** The id of the request that was made with this nonce. */
export const requestOfNonce = (nonce: string): string => `_${nonce}`

/** Somebody's organisation, asked by a redirection with an unsigned request (SAML 2.0 bindings, 3.4). What comes back is read by `readSaml`. */
export const saml = (account: SamlAccount): SignInProvider => ({
  begin: async ({ nonce, redirect, state }: Begun) => {
    const ours = await service(redirect, requestOfNonce(nonce))
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
