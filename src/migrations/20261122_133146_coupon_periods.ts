import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "tenants" ADD COLUMN "settings_recurring_win_back_coupon" varchar;
  ALTER TABLE "coupons" ADD COLUMN "periods" numeric DEFAULT 1;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "tenants" DROP COLUMN "settings_recurring_win_back_coupon";
  ALTER TABLE "coupons" DROP COLUMN "periods";`)
}
