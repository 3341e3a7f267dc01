import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "plans" ADD COLUMN "sale_product" varchar;
  ALTER TABLE "plans" ADD COLUMN "sale_price" varchar;
  ALTER TABLE "plans" ADD COLUMN "sale_synced_at" timestamp(3) with time zone;
  ALTER TABLE "plans" ADD COLUMN "sale_error" varchar;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "plans" DROP COLUMN "sale_product";
  ALTER TABLE "plans" DROP COLUMN "sale_price";
  ALTER TABLE "plans" DROP COLUMN "sale_synced_at";
  ALTER TABLE "plans" DROP COLUMN "sale_error";`)
}
