import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_domains_status" AS ENUM('pending', 'active', 'attention', 'expired');
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'domainConnected' BEFORE 'enrolled';
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'domainTroubled' BEFORE 'enrolled';
  DROP INDEX "domains_host_idx";
  ALTER TABLE "domains" ADD COLUMN "status" "enum_domains_status" DEFAULT 'pending' NOT NULL;
  ALTER TABLE "domains" ADD COLUMN "token" varchar;
  ALTER TABLE "domains" ADD COLUMN "claimed_at" timestamp(3) with time zone;
  ALTER TABLE "domains" ADD COLUMN "active_at" timestamp(3) with time zone;
  ALTER TABLE "domains" ADD COLUMN "ready_at" timestamp(3) with time zone;
  ALTER TABLE "domains" ADD COLUMN "checked_at" timestamp(3) with time zone;
  ALTER TABLE "domains" ADD COLUMN "next_check_at" timestamp(3) with time zone;
  ALTER TABLE "domains" ADD COLUMN "failures" numeric DEFAULT 0;
  ALTER TABLE "domains" ADD COLUMN "checks" jsonb;
  ALTER TABLE "domains" ADD COLUMN "certificate" jsonb;
  ALTER TABLE "domains" ADD COLUMN "troubled_at" timestamp(3) with time zone;
  UPDATE "domains" SET "token" = replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), "claimed_at" = now(), "next_check_at" = now(),
    "is_primary" = "verified_at" IS NOT NULL AND "is_primary" AND "id" = (SELECT min(o."id"::text)::uuid FROM "domains" o WHERE o."tenant_id" = "domains"."tenant_id" AND o."is_primary" AND o."verified_at" IS NOT NULL),
    "status" = CASE WHEN "verified_at" IS NULL THEN 'pending' ELSE 'active' END::"enum_domains_status", "active_at" = "verified_at", "ready_at" = "verified_at";
  CREATE INDEX "domains_status_idx" ON "domains" USING btree ("status");
  CREATE INDEX "domains_next_check_at_idx" ON "domains" USING btree ("next_check_at");
  CREATE UNIQUE INDEX "tenant_host_idx" ON "domains" USING btree ("tenant_id","host");
  CREATE UNIQUE INDEX "domains_verified_host_uq" ON "domains" USING btree ("host") WHERE verified_at is not null;
  CREATE UNIQUE INDEX "domains_primary_uq" ON "domains" USING btree ("tenant_id") WHERE is_primary;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('alreadyRegistered', 'certificate', 'confirm', 'courseUpdate', 'enrolled', 'receipt', 'reset');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  DROP INDEX "domains_status_idx";
  DROP INDEX "domains_next_check_at_idx";
  DROP INDEX "tenant_host_idx";
  DROP INDEX "domains_verified_host_uq";
  DROP INDEX "domains_primary_uq";
  CREATE UNIQUE INDEX "domains_host_idx" ON "domains" USING btree ("host");
  ALTER TABLE "domains" DROP COLUMN "status";
  ALTER TABLE "domains" DROP COLUMN "token";
  ALTER TABLE "domains" DROP COLUMN "claimed_at";
  ALTER TABLE "domains" DROP COLUMN "active_at";
  ALTER TABLE "domains" DROP COLUMN "ready_at";
  ALTER TABLE "domains" DROP COLUMN "checked_at";
  ALTER TABLE "domains" DROP COLUMN "next_check_at";
  ALTER TABLE "domains" DROP COLUMN "failures";
  ALTER TABLE "domains" DROP COLUMN "checks";
  ALTER TABLE "domains" DROP COLUMN "certificate";
  ALTER TABLE "domains" DROP COLUMN "troubled_at";
  DROP TYPE "public"."enum_domains_status";`)
}
