import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'accountErased' BEFORE 'alreadyRegistered';
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'accountErasing' BEFORE 'alreadyRegistered';
  ALTER TYPE "public"."enum_users_status" ADD VALUE 'erased';
  ALTER TABLE "users" ADD COLUMN "erasure_at" timestamp(3) with time zone;
  CREATE INDEX "erasureAt_status_idx" ON "users" USING btree ("erasure_at","status");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('alreadyRegistered', 'certificate', 'changeEmail', 'confirm', 'courseUpdate', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'passwordChanged', 'paymentFailed', 'planEnded', 'receipt', 'reset', 'reviewRequest', 'setPassword', 'signInInstead');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  ALTER TABLE "users" ALTER COLUMN "status" SET DATA TYPE text;
  ALTER TABLE "users" ALTER COLUMN "status" SET DEFAULT 'pending'::text;
  DROP TYPE "public"."enum_users_status";
  CREATE TYPE "public"."enum_users_status" AS ENUM('pending', 'active', 'suspended', 'banned');
  ALTER TABLE "users" ALTER COLUMN "status" SET DEFAULT 'pending'::"public"."enum_users_status";
  ALTER TABLE "users" ALTER COLUMN "status" SET DATA TYPE "public"."enum_users_status" USING "status"::"public"."enum_users_status";
  DROP INDEX "erasureAt_status_idx";
  ALTER TABLE "users" DROP COLUMN "erasure_at";`)
}
