import type { AnyPgColumn } from '@payloadcms/db-postgres/drizzle/pg-core'

import {
  boolean,
  foreignKey,
  index,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from '@payloadcms/db-postgres/drizzle/pg-core'

const at = (name: string) => timestamp(name, { precision: 3, withTimezone: true })
const owned = () => ({
  id: uuid('id').primaryKey(),
  tenantId: uuid('tenant_id').notNull(),
  userId: uuid('user_id').notNull(),
})

/** What accounts were told, and what they want to be told; each within a school, and gone with its account. */
export const notificationTables = (users: { id: AnyPgColumn; tenant: AnyPgColumn }) => {
  const wall = (table: string, t: { tenantId: AnyPgColumn; userId: AnyPgColumn }) =>
    foreignKey({
      name: `${table}_user_wall`,
      columns: [t.userId, t.tenantId],
      foreignColumns: [users.id, users.tenant],
    }).onDelete('cascade')

  return {
    // Only what differs from the default; see `RULES` in src/domain/mail/events.ts.
    notification_choices: pgTable(
      'notification_choices',
      {
        ...owned(),
        channel: text('channel').notNull(),
        createdAt: at('created_at').notNull().defaultNow(),
        event: text('event').notNull(),
        isOn: boolean('is_on').notNull(),
        updatedAt: at('updated_at').notNull().defaultNow(),
      },
      (t) => ({
        once: unique('notification_choices_once').on(t.tenantId, t.userId, t.event, t.channel),
        user: index('notification_choices_user_idx').on(t.userId),
        wall: wall('notification_choices', t),
      }),
    ),
    // One line for each occasion; `data` is what its mail is told, `link` a path of the school.
    notifications: pgTable(
      'notifications',
      {
        ...owned(),
        createdAt: at('created_at').notNull().defaultNow(),
        data: jsonb('data').notNull(),
        // False where it is told on other channels alone: then its line keeps them from being told twice.
        isShown: boolean('is_shown').notNull().default(true),
        key: text('key').notNull(),
        link: text('link').notNull(),
        readAt: at('read_at'),
        template: text('template').notNull(),
      },
      (t) => ({
        once: unique('notifications_once').on(t.tenantId, t.userId, t.key),
        user: index('notifications_user_idx').on(t.userId, t.id),
        wall: wall('notifications', t),
      }),
    ),
    // By which push services know a school; the private one is sealed.
    push_keys: pgTable(
      'push_keys',
      {
        id: uuid('id').primaryKey(),
        createdAt: at('created_at').notNull().defaultNow(),
        publicKey: text('public_key').notNull(),
        sealed: text('sealed').notNull(),
        tenantId: uuid('tenant_id').notNull(),
      },
      (t) => ({ once: unique('push_keys_once').on(t.tenantId) }),
    ),
  }
}
