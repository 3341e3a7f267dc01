import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "retention_runs" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"data_class" varchar NOT NULL,
  	"days" numeric NOT NULL,
  	"count" numeric NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "retention_runs_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "tenants" ADD COLUMN "settings_retention_checkouts" numeric;
  ALTER TABLE "tenants" ADD COLUMN "settings_retention_films" numeric;
  ALTER TABLE "tenants" ADD COLUMN "settings_retention_lines" numeric;
  ALTER TABLE "tenants" ADD COLUMN "settings_retention_mails" numeric;
  ALTER TABLE "tenants" ADD COLUMN "settings_retention_origins" numeric;
  ALTER TABLE "tenants" ADD COLUMN "settings_retention_reports" numeric;
  ALTER TABLE "tenants" ADD COLUMN "settings_retention_sessions" numeric;
  ALTER TABLE "users" ADD COLUMN "legal_hold" boolean DEFAULT false;
  ALTER TABLE "retention_runs" ADD CONSTRAINT "retention_runs_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  CREATE INDEX "retention_runs_tenant_idx" ON "retention_runs" USING btree ("tenant_id");
  CREATE INDEX "retention_runs_updated_at_idx" ON "retention_runs" USING btree ("updated_at");
  CREATE INDEX "retention_runs_created_at_idx" ON "retention_runs" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "retention_runs" CASCADE;
  ALTER TABLE "tenants" DROP COLUMN "settings_retention_checkouts";
  ALTER TABLE "tenants" DROP COLUMN "settings_retention_films";
  ALTER TABLE "tenants" DROP COLUMN "settings_retention_lines";
  ALTER TABLE "tenants" DROP COLUMN "settings_retention_mails";
  ALTER TABLE "tenants" DROP COLUMN "settings_retention_origins";
  ALTER TABLE "tenants" DROP COLUMN "settings_retention_reports";
  ALTER TABLE "tenants" DROP COLUMN "settings_retention_sessions";
  ALTER TABLE "users" DROP COLUMN "legal_hold";`)
}
