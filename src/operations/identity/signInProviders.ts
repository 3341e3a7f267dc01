import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { SamlAccount } from '@/adapters/signIn/saml'
import type { SignInProvider } from '@/adapters/signIn/types'
import type { GivenRole } from '@/domain/identity/groupRoles'
import type { ProviderKind } from '@/domain/tenancy/offeredProviders'

import { realmOf, signInProvider } from '@/adapters/signIn'
import { ProviderAway, ProviderRefused } from '@/adapters/signIn/types'
import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { domainsIn, returnPath } from '@/domain/identity/signInProviders'
import { bareHost } from '@/domain/tenancy/hosts'
import { originOf } from '@/operations/tenancy/origins'
import { unseal } from '@/secrets'

type At = { req: PayloadRequest; tenant: string }

/** A provider of a school, ready to be asked. */
export type HeldProvider = {
  /** Those of which it was proved that they are the organisation's. */
  domains: string[]
  /** What the school wrote down of groups and roles. */
  groupRoles: null | string
  id: string
  isActive: boolean
  makesAccounts: boolean
  /** The role of accounts that it makes, besides that of a learner. */
  newRole: GivenRole
  provider: SignInProvider
  /** By which what it says of people is kept. */
  realm: string
  /** Set for one that speaks SAML. */
  saml: null | SamlAccount
}

/** A provider of the school; null where there is none of that id, or where it has no keys. */
export const providerOf = async ({
  id,
  req,
  tenant,
}: At & { id: string }): Promise<HeldProvider | null> => {
  const found = await row<{
    certificates: null | string
    domains: null | string
    groupRoles: null | string
    isActive: boolean
    issuer: null | string
    kind: ProviderKind
    makesAccounts: boolean
    newRole: GivenRole
    sealed: null | string
    signsRequests: boolean
    ssoAddress: null | string
  }>(
    req,
    sql`select kind::text as kind, issuer, proved as domains, group_roles as "groupRoles", sealed,
          coalesce(new_role::text, 'student') as "newRole", is_active is true as "isActive",
          sso_address as "ssoAddress", certificates, signs_requests is true as "signsRequests",
          kind in ('oidc', 'saml') and makes_accounts is true as "makesAccounts"
        from sign_in_providers where id = ${id} and tenant_id = ${tenant}
          and (sealed is not null or kind = 'saml' and sso_address is not null)`,
  )
  if (!found) {
    return null
  }
  const { domains, groupRoles, isActive, kind, makesAccounts, newRole, sealed } = found
  const keys = (sealed ? JSON.parse(unseal({ sealed, tenant })) : {}) as Record<
    string,
    string | undefined
  >
  const { clientId = '', clientSecret = '', samlCertificate, samlKey } = keys
  const account: SamlAccount = {
    certificates: found.certificates ?? '',
    issuer: found.issuer ?? '',
    pair: samlCertificate && samlKey ? { certificate: samlCertificate, privateKey: samlKey } : null,
    signsRequests: found.signsRequests,
    ssoAddress: found.ssoAddress ?? '',
  }
  const isOwn = kind === 'oidc' || kind === 'saml'

  return {
    id,
    domains: isOwn ? domainsIn(domains) : [],
    groupRoles: isOwn ? groupRoles : null,
    isActive,
    makesAccounts,
    newRole,
    provider: signInProvider({ ...account, clientId, clientSecret, kind }),
    realm: realmOf({ ...account, kind }),
    saml: kind === 'saml' ? account : null,
  }
}

/** Where the provider sends people back to, at the host that was asked. */
export const returnAddress = (req: PayloadRequest, id: string): string =>
  `${originOf(bareHost(req.headers.get('host') ?? ''))}${returnPath(id)}`

/** What a provider could not be asked is refused by: throws providerAway, and providerRefused with what it `said`. */
export const asking = async <T>(run: () => Promise<T>): Promise<T> => {
  try {
    return await run()
  } catch (error) {
    if (error instanceof ProviderAway) {
      throw new RuleError('providerAway')
    }
    if (error instanceof ProviderRefused) {
      throw new RuleError('providerRefused', { said: error.message.slice(0, 300) })
    }
    throw error
  }
}

/** Whether a provider knows the school's keys; null where there is no such provider. Throws providerAway and providerRefused. */
export const checkProvider = async ({
  id,
  req,
  tenant,
}: At & { id: string }): Promise<null | { isReady: true }> => {
  const found = await providerOf({ id, req, tenant })
  if (!found) {
    return null
  }
  await asking(() => found.provider.check(returnAddress(req, id)))

  return { isReady: true }
}
