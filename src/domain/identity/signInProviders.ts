import type { ProviderKind } from '../tenancy/offeredProviders'

/** Names by which people know them; one of the school's own is called as it says. */
export const PROVIDER_NAMES: Readonly<Record<Exclude<ProviderKind, 'oidc' | 'saml'>, string>> = {
  facebook: 'Facebook',
  github: 'GitHub',
  google: 'Google',
  linkedin: 'LinkedIn',
}

/** Where a provider sends people back to, below the origin of a school. */
export const returnPath = (provider: string): string => `/api/sign-in/provider/${provider}/callback`

/** The domains that a text lists, in lower case. */
export const domainsIn = (text: null | string | undefined): string[] =>
  (text ?? '')
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((one) => one.replace(/^@/, ''))
    .filter(Boolean)

const DOMAIN = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/

/** Whether a text lists domains and nothing else. */
export const areDomains = (text: null | string | undefined): boolean =>
  domainsIn(text).every((one) => DOMAIN.test(one))

/**
 * Whether an address counts as proved: the provider says that it saw a proof, or the school lets it speak for the
 * whole domain of the address.
 */
export const isProvedBy = ({
  domains,
  email,
  isVerified,
}: {
  domains: readonly string[]
  email: string
  isVerified: boolean
}): boolean => isVerified || domains.includes(email.slice(email.lastIndexOf('@') + 1))

/** Whose provider signs in an address; null where its domain is nobody's. */
export const organisationOf = <Organisation extends { domains: readonly string[] }>(
  email: string,
  organisations: readonly Organisation[],
): null | Organisation => {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()

  return organisations.find(({ domains }) => domains.includes(domain)) ?? null
}
