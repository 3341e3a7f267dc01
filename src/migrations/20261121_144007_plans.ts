import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "plans" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"name" varchar NOT NULL,
  	"description" varchar,
  	"price" numeric DEFAULT 0 NOT NULL,
  	"currency" varchar DEFAULT 'USD' NOT NULL,
  	"is_offered" boolean DEFAULT true,
  	"limits_courses" numeric,
  	"limits_accounts" numeric,
  	"limits_staff" numeric,
  	"limits_storage" numeric,
  	"limits_mails" numeric,
  	"included_certificates" boolean DEFAULT true,
  	"included_coupons" boolean DEFAULT true,
  	"included_domains" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "plans_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "tenants" ADD COLUMN "plan" varchar;
  ALTER TABLE "tenants" ADD COLUMN "settings_included_certificates" boolean DEFAULT true;
  ALTER TABLE "tenants" ADD COLUMN "settings_included_coupons" boolean DEFAULT true;
  ALTER TABLE "tenants" ADD COLUMN "settings_included_domains" boolean DEFAULT true;
  ALTER TABLE "tenants" ADD COLUMN "settings_limits_staff" numeric;
  ALTER TABLE "tenants" ADD COLUMN "settings_limits_mails" numeric;
  ALTER TABLE "course_updates" ADD COLUMN "recipients" numeric DEFAULT 0 NOT NULL;
  ALTER TABLE "plans" ADD CONSTRAINT "plans_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  CREATE INDEX "plans_tenant_idx" ON "plans" USING btree ("tenant_id");
  CREATE INDEX "plans_updated_at_idx" ON "plans" USING btree ("updated_at");
  CREATE INDEX "plans_created_at_idx" ON "plans" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_name_1_idx" ON "plans" USING btree ("tenant_id","name");
  CREATE INDEX "tenants_plan_idx" ON "tenants" USING btree ("plan");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "plans" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "plans" CASCADE;
  DROP INDEX "tenants_plan_idx";
  ALTER TABLE "tenants" DROP COLUMN "plan";
  ALTER TABLE "tenants" DROP COLUMN "settings_included_certificates";
  ALTER TABLE "tenants" DROP COLUMN "settings_included_coupons";
  ALTER TABLE "tenants" DROP COLUMN "settings_included_domains";
  ALTER TABLE "tenants" DROP COLUMN "settings_limits_staff";
  ALTER TABLE "tenants" DROP COLUMN "settings_limits_mails";
  ALTER TABLE "course_updates" DROP COLUMN "recipients";`)
}
