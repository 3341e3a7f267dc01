import type { ProviderKind } from '@/domain/tenancy/offeredProviders'

import { env } from '@/env'

import type { ProviderKeys, SignInProvider } from './types'

import { facebook } from './facebook'
import { github } from './github'
import { oidc } from './oidc'
import { saml, type SamlAccount } from './saml'

/** A school's account with a provider; `issuer` and what follows from SAML where it is one of its own. */
export type ProviderAccount = ProviderKeys &
  Partial<SamlAccount> & { issuer: string; kind: ProviderKind }

/** Where one of the four is, or where a stand-in has it in tests. */
const at = (address: string, stand: string): string => {
  const base = env().SIGN_IN_API_BASE

  return base ? `${base}${stand}` : address
}

/** The provider that an account is with. */
export const signInProvider = ({
  certificates = '',
  issuer,
  kind,
  pair = null,
  signsRequests = false,
  ssoAddress = '',
  ...keys
}: ProviderAccount): SignInProvider => {
  switch (kind) {
    case 'facebook':
      return facebook({
        ...keys,
        graph: at('https://graph.facebook.com', '/facebook'),
        web: at('https://www.facebook.com', '/facebook'),
      })
    case 'github':
      return github({
        ...keys,
        api: at('https://api.github.com', '/github/api'),
        web: at('https://github.com', '/github'),
      })
    case 'google':
      return oidc({ ...keys, issuer: at('https://accounts.google.com', '/oidc') })
    case 'linkedin':
      return oidc({
        ...keys,
        issuer: at('https://www.linkedin.com/oauth', '/oidc'),
        keepsNonce: false,
      })
    case 'oidc':
      return oidc({ ...keys, issuer })
    case 'saml':
      return saml({ certificates, issuer, pair, signsRequests, ssoAddress })
  }
}

/** Whom the subjects of an account are known by: another issuer may call somebody else by the same name. */
export const realmOf = ({ issuer, kind }: Pick<ProviderAccount, 'issuer' | 'kind'>): string =>
  kind === 'oidc' || kind === 'saml' ? `${kind}:${issuer.replace(/\/+$/, '')}` : kind
