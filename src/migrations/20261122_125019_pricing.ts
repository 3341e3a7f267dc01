import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "order_lines" ALTER COLUMN "offer_id" DROP NOT NULL;
  ALTER TABLE "order_lines" ALTER COLUMN "course_id" DROP NOT NULL;
  ALTER TABLE "offers_prices" ADD COLUMN "least" numeric;
  ALTER TABLE "offers_prices" ADD COLUMN "most" numeric;
  ALTER TABLE "offers" ADD COLUMN "is_open_price" boolean DEFAULT false;
  ALTER TABLE "offers" ADD COLUMN "takes_tips" boolean DEFAULT false;
  ALTER TABLE "order_lines" ADD COLUMN "is_named" boolean DEFAULT false;
  ALTER TABLE "cart_items" ADD COLUMN "amount" numeric;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "order_lines" ALTER COLUMN "offer_id" SET NOT NULL;
  ALTER TABLE "order_lines" ALTER COLUMN "course_id" SET NOT NULL;
  ALTER TABLE "offers_prices" DROP COLUMN "least";
  ALTER TABLE "offers_prices" DROP COLUMN "most";
  ALTER TABLE "offers" DROP COLUMN "is_open_price";
  ALTER TABLE "offers" DROP COLUMN "takes_tips";
  ALTER TABLE "order_lines" DROP COLUMN "is_named";
  ALTER TABLE "cart_items" DROP COLUMN "amount";`)
}
