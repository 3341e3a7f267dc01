import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_tenants_settings_currencies_conversion" AS ENUM('none', 'daily', 'own');
  CREATE TYPE "public"."enum_tenants_settings_currencies_rounding" AS ENUM('none', 'whole', 'ninetyNine', 'five', 'ten');
  CREATE TABLE "tenants_settings_currencies" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"currency" varchar NOT NULL,
  	"conversion" "enum_tenants_settings_currencies_conversion" DEFAULT 'daily' NOT NULL,
  	"rate" varchar,
  	"rounding" "enum_tenants_settings_currencies_rounding" DEFAULT 'whole'
  );
  
  ALTER TABLE "orders" ADD COLUMN "exchange" jsonb;
  ALTER TABLE "cart_items" ADD COLUMN "currency" varchar;
  ALTER TABLE "tenants_settings_currencies" ADD CONSTRAINT "tenants_settings_currencies_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "tenants_settings_currencies_order_idx" ON "tenants_settings_currencies" USING btree ("_order");
  CREATE INDEX "tenants_settings_currencies_parent_id_idx" ON "tenants_settings_currencies" USING btree ("_parent_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "tenants_settings_currencies" CASCADE;
  ALTER TABLE "orders" DROP COLUMN "exchange";
  ALTER TABLE "cart_items" DROP COLUMN "currency";
  DROP TYPE "public"."enum_tenants_settings_currencies_conversion";
  DROP TYPE "public"."enum_tenants_settings_currencies_rounding";`)
}
