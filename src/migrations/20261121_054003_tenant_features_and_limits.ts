import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "tenants" ADD COLUMN "settings_features_registration" boolean DEFAULT true;
  ALTER TABLE "tenants" ADD COLUMN "settings_features_certificates" boolean DEFAULT true;
  ALTER TABLE "tenants" ADD COLUMN "settings_features_coupons" boolean DEFAULT true;
  ALTER TABLE "tenants" ADD COLUMN "settings_limits_courses" numeric;
  ALTER TABLE "tenants" ADD COLUMN "settings_limits_accounts" numeric;
  ALTER TABLE "tenants" ADD COLUMN "settings_limits_storage" numeric;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "tenants" DROP COLUMN "settings_features_registration";
  ALTER TABLE "tenants" DROP COLUMN "settings_features_certificates";
  ALTER TABLE "tenants" DROP COLUMN "settings_features_coupons";
  ALTER TABLE "tenants" DROP COLUMN "settings_limits_courses";
  ALTER TABLE "tenants" DROP COLUMN "settings_limits_accounts";
  ALTER TABLE "tenants" DROP COLUMN "settings_limits_storage";`)
}
