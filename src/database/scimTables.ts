import type { AnyPgColumn } from '@payloadcms/db-postgres/drizzle/pg-core'

import {
  boolean,
  foreignKey,
  index,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from '@payloadcms/db-postgres/drizzle/pg-core'

const at = (name: string) => timestamp(name, { precision: 3, withTimezone: true })
const owned = () => ({ id: uuid('id').primaryKey(), tenantId: uuid('tenant_id').notNull() })
const stamped = () => ({
  createdAt: at('created_at').notNull().defaultNow(),
  updatedAt: at('updated_at').notNull().defaultNow(),
})

type Walled = { id: AnyPgColumn; tenant: AnyPgColumn }

/** What the providers of organisations said by SAML, and what their directories of organisations (SCIM 2.0) keep in a school: tokens with which they call, people, and groups. */
export const scimTables = ({ providers, users }: { providers: Walled; users: Walled }) => {
  const wall = (
    name: string,
    columns: [AnyPgColumn, AnyPgColumn],
    to: Walled,
  ): ReturnType<ReturnType<typeof foreignKey>['onDelete']> =>
    foreignKey({ name, columns, foreignColumns: [to.id, to.tenant] }).onDelete('cascade')

  const groups = pgTable(
    'scim_groups',
    {
      ...owned(),
      name: text('name').notNull(),
      externalId: text('external_id'),
      nameKey: text('name_key').notNull(),
      providerId: uuid('provider_id').notNull(),
      ...stamped(),
    },
    (t) => ({
      once: unique('scim_groups_once').on(t.tenantId, t.providerId, t.nameKey),
      provider: wall('scim_groups_provider_wall', [t.providerId, t.tenantId], providers),
      uq: unique('scim_groups_id_tenant_uq').on(t.id, t.tenantId),
    }),
  )

  return {
    // Assertions of SAML that were taken, until they are over: each is taken once. Of the id only an HMAC.
    saml_assertions: pgTable(
      'saml_assertions',
      {
        ...owned(),
        assertion: text('assertion').notNull(),
        expiresAt: at('expires_at').notNull(),
        providerId: uuid('provider_id').notNull(),
        ...stamped(),
      },
      (t) => ({
        once: unique('saml_assertions_once').on(t.tenantId, t.providerId, t.assertion),
        provider: wall('saml_assertions_provider_wall', [t.providerId, t.tenantId], providers),
      }),
    ),
    scim_groups: groups,
    scim_members: pgTable(
      'scim_members',
      {
        ...owned(),
        groupId: uuid('group_id').notNull(),
        userId: uuid('user_id').notNull(),
        ...stamped(),
      },
      (t) => ({
        group: wall('scim_members_group_wall', [t.groupId, t.tenantId], {
          id: groups.id,
          tenant: groups.tenantId,
        }),
        once: unique('scim_members_once').on(t.groupId, t.userId),
        user: index('scim_members_user_idx').on(t.userId),
        wall: wall('scim_members_user_wall', [t.userId, t.tenantId], users),
      }),
    ),
    // Accounts that a directory made or took over; kept when it removes one, so that the same person comes back to the same account.
    scim_people: pgTable(
      'scim_people',
      {
        ...owned(),
        // The change of status by which the directory shut the account: it lifts no other.
        changeId: uuid('change_id'),
        deletedAt: at('deleted_at'),
        externalId: text('external_id'),
        familyName: text('family_name'),
        givenName: text('given_name'),
        isActive: boolean('is_active').notNull(),
        providerId: uuid('provider_id').notNull(),
        userId: uuid('user_id').notNull(),
        userName: text('user_name').notNull(),
        userNameKey: text('user_name_key').notNull(),
        ...stamped(),
      },
      (t) => ({
        external: index('scim_people_external_idx').on(t.tenantId, t.externalId),
        named: unique('scim_people_named').on(t.tenantId, t.providerId, t.userNameKey),
        once: unique('scim_people_once').on(t.tenantId, t.userId),
        provider: wall('scim_people_provider_wall', [t.providerId, t.tenantId], providers),
        wall: wall('scim_people_user_wall', [t.userId, t.tenantId], users),
      }),
    ),
    scim_tokens: pgTable(
      'scim_tokens',
      {
        ...owned(),
        name: text('name').notNull(),
        hash: text('hash').notNull(),
        providerId: uuid('provider_id').notNull(),
        revokedAt: at('revoked_at'),
        shown: text('shown').notNull(),
        usedAt: at('used_at'),
        ...stamped(),
      },
      (t) => ({
        hash: unique('scim_tokens_hash_uq').on(t.hash),
        provider: index('scim_tokens_provider_idx').on(t.providerId),
        wall: wall('scim_tokens_provider_wall', [t.providerId, t.tenantId], providers),
      }),
    ),
  }
}
