import type { FieldHook, RelationshipField } from 'payload'

import { tenantField } from '@payloadcms/plugin-multi-tenant/fields'

import { currentTenant } from '@/database/pool'
import { currentScope } from '@/database/scope'

/**
 * On a school's host a row always belongs to that school, whatever the caller sent; only work of the
 * platform, which is above the wall, may name one. A row never moves.
 */
const stampTenant: FieldHook = async ({ originalDoc, value }) => {
  const standing = (originalDoc as { tenant?: unknown } | undefined)?.tenant
  const named: unknown = currentScope().platform ? value : undefined

  return standing ?? named ?? (await currentTenant()) ?? value
}

/**
 * The school a row belongs to. Every collection but the platform's own carries it. `isListed`: staff of
 * the platform, who see the rows of every school, may show it in the list and filter by it.
 */
export const tenant = ({ isListed = false }: { isListed?: boolean } = {}): RelationshipField => ({
  ...(tenantField({
    name: 'tenant',
    overrides: {
      admin: { disableListColumn: !isListed, disableListFilter: !isListed },
      hooks: { beforeValidate: [stampTenant] },
      label: { en: 'School', he: 'בית ספר', ru: 'Школа' },
    },
    tenantsArrayFieldName: 'tenants',
    tenantsArrayTenantFieldName: 'tenant',
    tenantsCollectionSlug: 'tenants',
    unique: false,
    userHasAccessToAllTenants: () => true,
  }) as RelationshipField),
  index: true,
  required: true,
})
