import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "invoices" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"number" varchar NOT NULL,
  	"sequence" numeric NOT NULL,
  	"order_id" uuid NOT NULL,
  	"issued_at" timestamp(3) with time zone NOT NULL,
  	"base" numeric NOT NULL,
  	"discount" numeric NOT NULL,
  	"tax" numeric NOT NULL,
  	"total" numeric NOT NULL,
  	"currency" varchar NOT NULL,
  	"coupon" varchar,
  	"seller" jsonb NOT NULL,
  	"buyer" jsonb NOT NULL,
  	"lines" jsonb NOT NULL,
  	"locale" varchar NOT NULL,
  	"time_zone" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "invoices_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "tenants" ADD COLUMN "settings_invoicing_legal_name" varchar;
  ALTER TABLE "tenants" ADD COLUMN "settings_invoicing_tax_id" varchar;
  ALTER TABLE "tenants" ADD COLUMN "settings_invoicing_address" varchar;
  ALTER TABLE "tenants" ADD COLUMN "settings_invoicing_prefix" varchar;
  ALTER TABLE "tenants" ADD COLUMN "settings_invoicing_note" varchar;
  ALTER TABLE "orders" ADD COLUMN "billing" jsonb;
  ALTER TABLE "orders" ADD COLUMN "locale" varchar;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_order_wall" FOREIGN KEY ("order_id","tenant_id") REFERENCES "public"."orders"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  CREATE INDEX "invoices_tenant_idx" ON "invoices" USING btree ("tenant_id");
  CREATE INDEX "invoices_order_idx" ON "invoices" USING btree ("order_id");
  CREATE INDEX "invoices_updated_at_idx" ON "invoices" USING btree ("updated_at");
  CREATE INDEX "invoices_created_at_idx" ON "invoices" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_sequence_idx" ON "invoices" USING btree ("tenant_id","sequence");
  CREATE UNIQUE INDEX "tenant_order_2_idx" ON "invoices" USING btree ("tenant_id","order_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "invoices" CASCADE;
  ALTER TABLE "tenants" DROP COLUMN "settings_invoicing_legal_name";
  ALTER TABLE "tenants" DROP COLUMN "settings_invoicing_tax_id";
  ALTER TABLE "tenants" DROP COLUMN "settings_invoicing_address";
  ALTER TABLE "tenants" DROP COLUMN "settings_invoicing_prefix";
  ALTER TABLE "tenants" DROP COLUMN "settings_invoicing_note";
  ALTER TABLE "orders" DROP COLUMN "billing";
  ALTER TABLE "orders" DROP COLUMN "locale";`)
}
