import type { ProviderKind } from '@/domain/tenancy/offeredProviders'

import { PROVIDER_NAMES } from '@/domain/identity/signInProviders'

/** What people call a provider. */
export const providerName = ({
  kind,
  label,
}: {
  kind: null | ProviderKind
  label: string
}): string => (kind === null || kind === 'oidc' || kind === 'saml' ? label : PROVIDER_NAMES[kind])
