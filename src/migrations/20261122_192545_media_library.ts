import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'fileQuarantined' BEFORE 'giftReceived';
  DROP INDEX "tenant_createdAt_1_idx";
  DROP INDEX "tenant_createdAt_2_idx";
  DROP INDEX "tenant_createdAt_3_idx";
  DROP INDEX "tenant_createdAt_4_idx";
  CREATE INDEX "tenant_createdAt_1_idx" ON "media" USING btree ("tenant_id","created_at");
  CREATE INDEX "tenant_filesize_idx" ON "media" USING btree ("tenant_id","filesize");
  CREATE INDEX "tenant_createdAt_2_idx" ON "orders" USING btree ("tenant_id","created_at");
  CREATE INDEX "tenant_createdAt_3_idx" ON "payments" USING btree ("tenant_id","created_at");
  CREATE INDEX "tenant_createdAt_4_idx" ON "refunds" USING btree ("tenant_id","created_at");
  CREATE INDEX "tenant_createdAt_5_idx" ON "disputes" USING btree ("tenant_id","created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('accessChanged', 'accessEnding', 'accountErased', 'accountErasing', 'alreadyRegistered', 'attemptGraded', 'bookingNews', 'booksDiffer', 'cardEnding', 'certificate', 'changeEmail', 'checkoutLastReminder', 'checkoutReminder', 'commentWritten', 'confirm', 'courseAnswered', 'courseApproved', 'courseReturned', 'courseSubmitted', 'courseUpdate', 'disputeOpened', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'giftReceived', 'lessonsOpened', 'markChanged', 'passwordChanged', 'paymentConfirm', 'paymentFailed', 'paymentLastCall', 'payoutFailed', 'payoutPaid', 'placeGiven', 'placeMoved', 'placeOffered', 'placeReceived', 'placeToPay', 'planEnded', 'planWinBack', 'prerequisitesMet', 'receipt', 'refund', 'requestNews', 'reset', 'reviewRequest', 'setPassword', 'signInInstead', 'teamInvitation', 'teamNews', 'unusualTraffic', 'waitlistNews', 'workReviewed');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  DROP INDEX "tenant_createdAt_1_idx";
  DROP INDEX "tenant_filesize_idx";
  DROP INDEX "tenant_createdAt_2_idx";
  DROP INDEX "tenant_createdAt_3_idx";
  DROP INDEX "tenant_createdAt_4_idx";
  DROP INDEX "tenant_createdAt_5_idx";
  CREATE INDEX "tenant_createdAt_1_idx" ON "orders" USING btree ("tenant_id","created_at");
  CREATE INDEX "tenant_createdAt_2_idx" ON "payments" USING btree ("tenant_id","created_at");
  CREATE INDEX "tenant_createdAt_3_idx" ON "refunds" USING btree ("tenant_id","created_at");
  CREATE INDEX "tenant_createdAt_4_idx" ON "disputes" USING btree ("tenant_id","created_at");`)
}
