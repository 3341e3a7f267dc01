import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "subscriptions" ADD COLUMN "card" jsonb;
  ALTER TABLE "subscriptions" ADD COLUMN "card_keys" jsonb;
  ALTER TABLE "subscriptions" ADD COLUMN "card_page" jsonb;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "subscriptions" DROP COLUMN "card";
  ALTER TABLE "subscriptions" DROP COLUMN "card_keys";
  ALTER TABLE "subscriptions" DROP COLUMN "card_page";`)
}
