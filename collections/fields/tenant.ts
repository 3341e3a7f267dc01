import type { FieldHook, RelationshipField } from 'payload'

import { tenantField } from '@payloadcms/plugin-multi-tenant/fields'

import { currentTenant } from '@/database/pool'

/**
 * On a school's host a row always belongs to that school, whatever the caller sent; only work of the
 * platform, which has no school of its own here, may name one.
 */
const stampTenant: FieldHook = async ({ originalDoc, value }) =>
  (originalDoc as { tenant?: unknown } | undefined)?.tenant ?? (await currentTenant()) ?? value

/** The school a row belongs to. Every collection but the platform's own carries it. */
export const tenant = (): RelationshipField => ({
  ...(tenantField({
    name: 'tenant',
    overrides: { hooks: { beforeValidate: [stampTenant] } },
    tenantsArrayFieldName: 'tenants',
    tenantsArrayTenantFieldName: 'tenant',
    tenantsCollectionSlug: 'tenants',
    unique: false,
    userHasAccessToAllTenants: () => true,
  }) as RelationshipField),
  index: true,
  required: true,
})
