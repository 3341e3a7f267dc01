import type { Config, Plugin } from 'payload'

import { multiTenantPlugin } from '@payloadcms/plugin-multi-tenant'

import { holds } from '@hooks/access'

type Person = { roles?: string[] }

/**
 * The official multi-tenant plugin, for the one thing we take from it: staff of the platform choose a
 * school in the admin. It authorises nothing here. Access rules say who may, and row-level security
 * holds a school's host to that school.
 */
export const multiTenant: Plugin = (config: Config) => {
  const scoped = (config.collections ?? []).filter(
    ({ slug, fields }) =>
      slug !== 'users' && fields.some((field) => 'name' in field && field.name === 'tenant'),
  )

  return multiTenantPlugin({
    cleanupAfterTenantDelete: false,
    collections: Object.fromEntries(
      scoped.map(({ slug }) => [slug, { customTenantField: true, useTenantAccess: false }]),
    ),
    i18n: {
      translations: {
        en: { 'nav-tenantSelector-label': 'School' },
        he: { 'nav-tenantSelector-label': 'בית ספר' },
        ru: { 'nav-tenantSelector-label': 'Школа' },
      },
    },
    tenantsArrayField: { includeDefaultField: false },
    userHasAccessToAllTenants: (user) =>
      holds({ user: user }, ['superAdmin']) || (user as Person).roles !== undefined,
    usersAccessResultOverride: ({ accessResult }) => accessResult,
    useTenantsCollectionAccess: false,
    useTenantsListFilter: false,
    useUsersTenantFilter: false,
  })(config)
}
