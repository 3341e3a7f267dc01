/** The provider does not answer: it may in a while. */
export class ProviderAway extends Error {
  override name = 'ProviderAway'
}

/** The provider says no, or says what cannot be believed. */
export class ProviderRefused extends Error {
  override name = 'ProviderRefused'
}

/** Who somebody is, as a provider says; `isVerified` where it saw a proof of the address. */
export type Proved = {
  email: null | string
  /** Names of the groups that they are in, where the provider says any. */
  groups?: readonly string[]
  isVerified: boolean
  name: string
  /** What names them at the provider, for ever. */
  subject: string
}

/** What a sign-in began with; `verifier` is the secret of PKCE (RFC 7636), and `redirect` where people come back. */
export type Begun = { nonce: string; redirect: string; state: string; verifier: string }

/** What they came back with; `issuer` is who says so (RFC 9207), where it does. */
export type Returned = Omit<Begun, 'state'> & { code: string; issuer?: string }

/** Someone who signs people in. All throw ProviderAway and ProviderRefused. */
export type SignInProvider = {
  /** The address at which it asks who somebody is. */
  begin: (begun: Begun) => Promise<string>
  /** Whether it knows the school's keys. */
  check: (redirect: string) => Promise<void>
  identify: (returned: Returned) => Promise<Proved>
}

export type ProviderKeys = { clientId: string; clientSecret: string }
