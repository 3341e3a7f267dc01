import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_tenants_settings_taxation_source" AS ENUM('table', 'stripe');
  CREATE TABLE "tax_rates" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"country" varchar NOT NULL,
  	"region" varchar DEFAULT '',
  	"name" varchar NOT NULL,
  	"percent" numeric NOT NULL,
  	"valid_from" timestamp(3) with time zone NOT NULL,
  	"is_added" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "tax_rates_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "tenants" ADD COLUMN "settings_taxation_is_charged" boolean DEFAULT false;
  ALTER TABLE "tenants" ADD COLUMN "settings_taxation_is_included" boolean DEFAULT false;
  ALTER TABLE "tenants" ADD COLUMN "settings_taxation_country" varchar;
  ALTER TABLE "tenants" ADD COLUMN "settings_taxation_source" "enum_tenants_settings_taxation_source" DEFAULT 'table';
  ALTER TABLE "orders" ADD COLUMN "taxation" jsonb;
  ALTER TABLE "invoices" ADD COLUMN "taxation" jsonb;
  ALTER TABLE "credit_notes" ADD COLUMN "taxation" jsonb;
  ALTER TABLE "tax_rates" ADD CONSTRAINT "tax_rates_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  CREATE INDEX "tax_rates_tenant_idx" ON "tax_rates" USING btree ("tenant_id");
  CREATE INDEX "tax_rates_updated_at_idx" ON "tax_rates" USING btree ("updated_at");
  CREATE INDEX "tax_rates_created_at_idx" ON "tax_rates" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_country_region_validFrom_idx" ON "tax_rates" USING btree ("tenant_id","country","region","valid_from");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "tax_rates" CASCADE;
  ALTER TABLE "tenants" DROP COLUMN "settings_taxation_is_charged";
  ALTER TABLE "tenants" DROP COLUMN "settings_taxation_is_included";
  ALTER TABLE "tenants" DROP COLUMN "settings_taxation_country";
  ALTER TABLE "tenants" DROP COLUMN "settings_taxation_source";
  ALTER TABLE "orders" DROP COLUMN "taxation";
  ALTER TABLE "invoices" DROP COLUMN "taxation";
  ALTER TABLE "credit_notes" DROP COLUMN "taxation";
  DROP TYPE "public"."enum_tenants_settings_taxation_source";`)
}
