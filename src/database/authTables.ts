import type { AnyPgColumn } from '@payloadcms/db-postgres/drizzle/pg-core'

import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
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

/**
 * Sessions, credentials and single-use tokens, as better-auth 1.7 models them, and what people sign in with besides;
 * each within a school.
 */
export const authTables = (users: { id: AnyPgColumn; tenant: AnyPgColumn }) => {
  const byUser = (table: string, t: { tenantId: AnyPgColumn; userId: AnyPgColumn }) => ({
    user: index(`${table}_user_idx`).on(t.userId),
    wall: foreignKey({
      name: `${table}_user_wall`,
      columns: [t.userId, t.tenantId],
      foreignColumns: [users.id, users.tenant],
    }).onDelete('cascade'),
  })

  return {
    auth_accounts: pgTable(
      'auth_accounts',
      {
        ...owned(),
        accessToken: text('access_token'),
        accessTokenExpiresAt: at('access_token_expires_at'),
        accountId: text('account_id').notNull(),
        idToken: text('id_token'),
        password: text('password'),
        providerId: text('provider_id').notNull(),
        refreshToken: text('refresh_token'),
        refreshTokenExpiresAt: at('refresh_token_expires_at'),
        scope: text('scope'),
        userId: uuid('user_id').notNull(),
        ...stamped(),
      },
      (t) => ({
        ...byUser('auth_accounts', t),
        once: unique('auth_accounts_once').on(t.tenantId, t.providerId, t.accountId),
      }),
    ),
    // Kinds of devices from which an account was signed in, kept when the session is over.
    auth_devices: pgTable(
      'auth_devices',
      {
        ...owned(),
        device: text('device').notNull(),
        userId: uuid('user_id').notNull(),
        ...stamped(),
      },
      (t) => ({
        ...byUser('auth_devices', t),
        once: unique('auth_devices_once').on(t.tenantId, t.userId, t.device),
      }),
    ),
    // Mails with which somebody signs in; without an account where the address has none.
    auth_mail_links: pgTable(
      'auth_mail_links',
      {
        ...owned(),
        address: text('address').notNull(),
        browser: text('browser').notNull(),
        code: text('code'),
        expiresAt: at('expires_at').notNull(),
        next: text('next'),
        token: text('token'),
        tries: integer('tries').notNull().default(0),
        usedAt: at('used_at'),
        userId: uuid('user_id'),
        ...stamped(),
      },
      (t) => ({
        ...byUser('auth_mail_links', t),
        address: index('auth_mail_links_address_idx').on(t.tenantId, t.address),
        browser: unique('auth_mail_links_browser_uq').on(t.tenantId, t.browser),
        token: unique('auth_mail_links_token_uq').on(t.tenantId, t.token),
      }),
    ),
    auth_passkeys: pgTable(
      'auth_passkeys',
      {
        ...owned(),
        name: text('name').notNull(),
        counter: bigint('counter', { mode: 'number' }).notNull(),
        credential: text('credential').notNull(),
        host: text('host').notNull(),
        key: text('key').notNull(),
        transports: text('transports').notNull(),
        usedAt: at('used_at'),
        userId: uuid('user_id').notNull(),
        ...stamped(),
      },
      (t) => ({
        ...byUser('auth_passkeys', t),
        once: unique('auth_passkeys_once').on(t.tenantId, t.credential),
      }),
    ),
    auth_recovery_codes: pgTable(
      'auth_recovery_codes',
      {
        ...owned(),
        hash: text('hash').notNull(),
        usedAt: at('used_at'),
        userId: uuid('user_id').notNull(),
        ...stamped(),
      },
      (t) => ({
        ...byUser('auth_recovery_codes', t),
        once: unique('auth_recovery_codes_once').on(t.tenantId, t.userId, t.hash),
      }),
    ),
    auth_second_factors: pgTable(
      'auth_second_factors',
      {
        ...owned(),
        confirmedAt: at('confirmed_at'),
        failed: integer('failed').notNull().default(0),
        failedSince: at('failed_since'),
        lastStep: integer('last_step').notNull().default(0),
        secret: text('secret').notNull(),
        userId: uuid('user_id').notNull(),
        ...stamped(),
      },
      (t) => ({
        ...byUser('auth_second_factors', t),
        once: unique('auth_second_factors_once').on(t.tenantId, t.userId),
      }),
    ),
    auth_sessions: pgTable(
      'auth_sessions',
      {
        ...owned(),
        expiresAt: at('expires_at').notNull(),
        ipAddress: text('ip_address'),
        isStrong: boolean('is_strong').notNull().default(false),
        // How often its tokens were exchanged; null for a browser, which has none.
        rotation: integer('rotation'),
        // When its holder last proved once more who they are.
        provedAt: at('proved_at'),
        // How its browser is pushed to, where it is to be told (RFC 8291).
        pushAuth: text('push_auth'),
        pushEndpoint: text('push_endpoint'),
        pushKey: text('push_key'),
        pushSince: at('push_since'),
        token: text('token').notNull(),
        userAgent: text('user_agent'),
        userId: uuid('user_id').notNull(),
        ...stamped(),
      },
      (t) => ({
        ...byUser('auth_sessions', t),
        push: unique('auth_sessions_push_uq').on(t.tenantId, t.pushEndpoint),
        token: unique('auth_sessions_token_uq').on(t.token),
      }),
    ),
    auth_trusted_devices: pgTable(
      'auth_trusted_devices',
      {
        ...owned(),
        expiresAt: at('expires_at').notNull(),
        hash: text('hash').notNull(),
        userId: uuid('user_id').notNull(),
        ...stamped(),
      },
      (t) => ({
        ...byUser('auth_trusted_devices', t),
        once: unique('auth_trusted_devices_once').on(t.tenantId, t.hash),
      }),
    ),
    auth_verifications: pgTable(
      'auth_verifications',
      {
        ...owned(),
        expiresAt: at('expires_at').notNull(),
        identifier: text('identifier').notNull(),
        value: text('value').notNull(),
        ...stamped(),
      },
      (t) => ({
        identifier: index('auth_verifications_identifier_idx').on(t.tenantId, t.identifier),
      }),
    ),
    // A learner's pages as staff see them, for an hour at most, and while the session holds that began it.
    auth_views: pgTable(
      'auth_views',
      {
        ...owned(),
        expiresAt: at('expires_at').notNull(),
        ipAddress: text('ip_address'),
        sessionId: uuid('session_id').notNull(),
        token: text('token').notNull(),
        userAgent: text('user_agent'),
        userId: uuid('user_id').notNull(),
        viewerId: uuid('viewer_id').notNull(),
        ...stamped(),
      },
      (t) => ({
        ...byUser('auth_views', t),
        // One at a time: a session that begins another ends the one before.
        once: unique('auth_views_session_uq').on(t.sessionId),
        token: unique('auth_views_token_uq').on(t.token),
        viewer: foreignKey({
          name: 'auth_views_viewer_wall',
          columns: [t.viewerId, t.tenantId],
          foreignColumns: [users.id, users.tenant],
        }).onDelete('cascade'),
        viewerIndex: index('auth_views_viewer_idx').on(t.viewerId),
      }),
    ),
  }
}
