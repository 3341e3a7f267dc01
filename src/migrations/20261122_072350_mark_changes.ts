import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'markChanged' BEFORE 'passwordChanged';
  ALTER TABLE "quiz_attempts" ADD COLUMN "marked_at" timestamp(3) with time zone;
  ALTER TABLE "regrades" ADD COLUMN "reason" varchar;
  ALTER TABLE "regrades" ADD COLUMN "marks" jsonb DEFAULT '[]'::jsonb;
  UPDATE "quiz_attempts" SET "marked_at" = "updated_at" WHERE NOT "waits" AND "marks" IS NOT NULL AND "marks" <> '{}'::jsonb;
  CREATE INDEX "tenant_markedAt_idx" ON "quiz_attempts" USING btree ("tenant_id","marked_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('accessChanged', 'accessEnding', 'accountErased', 'accountErasing', 'alreadyRegistered', 'attemptGraded', 'bookingNews', 'certificate', 'changeEmail', 'commentWritten', 'confirm', 'courseAnswered', 'courseApproved', 'courseReturned', 'courseSubmitted', 'courseUpdate', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'lessonsOpened', 'passwordChanged', 'paymentFailed', 'placeOffered', 'planEnded', 'prerequisitesMet', 'receipt', 'refund', 'requestNews', 'reset', 'reviewRequest', 'setPassword', 'signInInstead', 'teamInvitation', 'teamNews', 'waitlistNews', 'workReviewed');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  DROP INDEX "tenant_markedAt_idx";
  ALTER TABLE "quiz_attempts" DROP COLUMN "marked_at";
  ALTER TABLE "regrades" DROP COLUMN "reason";
  ALTER TABLE "regrades" DROP COLUMN "marks";`)
}
