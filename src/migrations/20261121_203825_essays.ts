import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'attemptGraded' BEFORE 'certificate';
  ALTER TABLE "quiz_attempts" ADD COLUMN "waits" boolean DEFAULT false;
  ALTER TABLE "quiz_attempts" ADD COLUMN "marks" jsonb DEFAULT '{}'::jsonb;
  CREATE INDEX "tenant_waits_submittedAt_idx" ON "quiz_attempts" USING btree ("tenant_id","waits","submitted_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('accessChanged', 'accessEnding', 'accountErased', 'accountErasing', 'alreadyRegistered', 'certificate', 'changeEmail', 'confirm', 'courseUpdate', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'lessonsOpened', 'passwordChanged', 'paymentFailed', 'planEnded', 'prerequisitesMet', 'receipt', 'reset', 'reviewRequest', 'setPassword', 'signInInstead');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  DROP INDEX "tenant_waits_submittedAt_idx";
  ALTER TABLE "quiz_attempts" DROP COLUMN "waits";
  ALTER TABLE "quiz_attempts" DROP COLUMN "marks";`)
}
