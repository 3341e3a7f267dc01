import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_consents_purpose" AS ENUM('terms', 'privacy', 'refunds', 'embeds', 'courseUpdates', 'reminders');
  CREATE TYPE "public"."enum_consents_means" AS ENUM('signUp', 'checkout', 'banner', 'account', 'unsubscribe');
  CREATE TABLE "consents" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"account_id" uuid,
  	"visitor" varchar,
  	"purpose" "enum_consents_purpose" NOT NULL,
  	"is_given" boolean DEFAULT false NOT NULL,
  	"page" varchar,
  	"version" varchar,
  	"locale" varchar,
  	"means" "enum_consents_means" NOT NULL,
  	"origin" varchar,
  	"key" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "consents_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  DROP INDEX "tenant_key_1_idx";
  DROP INDEX "tenant_key_2_idx";
  DROP INDEX "tenant_key_3_idx";
  DROP INDEX "tenant_key_4_idx";
  DROP INDEX "tenant_key_5_idx";
  DROP INDEX "tenant_key_6_idx";
  ALTER TABLE "tenants" ADD COLUMN "settings_retention_consents" numeric;
  ALTER TABLE "consents" ADD CONSTRAINT "consents_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "consents" ADD CONSTRAINT "consents_account_wall" FOREIGN KEY ("account_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "consents_tenant_idx" ON "consents" USING btree ("tenant_id");
  CREATE INDEX "consents_account_idx" ON "consents" USING btree ("account_id");
  CREATE INDEX "consents_updated_at_idx" ON "consents" USING btree ("updated_at");
  CREATE INDEX "consents_created_at_idx" ON "consents" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_key_1_idx" ON "consents" USING btree ("tenant_id","key");
  CREATE UNIQUE INDEX "tenant_key_2_idx" ON "people_jobs" USING btree ("tenant_id","key");
  CREATE UNIQUE INDEX "tenant_key_3_idx" ON "bank_questions" USING btree ("tenant_id","key");
  CREATE UNIQUE INDEX "tenant_key_4_idx" ON "course_transfers" USING btree ("tenant_id","key");
  CREATE UNIQUE INDEX "tenant_key_5_idx" ON "gateway_sessions" USING btree ("tenant_id","key");
  CREATE UNIQUE INDEX "tenant_key_6_idx" ON "refunds" USING btree ("tenant_id","key");
  CREATE UNIQUE INDEX "tenant_key_7_idx" ON "place_transfers" USING btree ("tenant_id","key");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "consents" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "consents" CASCADE;
  DROP INDEX "tenant_key_2_idx";
  DROP INDEX "tenant_key_3_idx";
  DROP INDEX "tenant_key_4_idx";
  DROP INDEX "tenant_key_5_idx";
  DROP INDEX "tenant_key_6_idx";
  DROP INDEX "tenant_key_7_idx";
  CREATE UNIQUE INDEX "tenant_key_1_idx" ON "people_jobs" USING btree ("tenant_id","key");
  CREATE UNIQUE INDEX "tenant_key_2_idx" ON "bank_questions" USING btree ("tenant_id","key");
  CREATE UNIQUE INDEX "tenant_key_3_idx" ON "course_transfers" USING btree ("tenant_id","key");
  CREATE UNIQUE INDEX "tenant_key_4_idx" ON "gateway_sessions" USING btree ("tenant_id","key");
  CREATE UNIQUE INDEX "tenant_key_5_idx" ON "refunds" USING btree ("tenant_id","key");
  CREATE UNIQUE INDEX "tenant_key_6_idx" ON "place_transfers" USING btree ("tenant_id","key");
  ALTER TABLE "tenants" DROP COLUMN "settings_retention_consents";
  DROP TYPE "public"."enum_consents_purpose";
  DROP TYPE "public"."enum_consents_means";`)
}
