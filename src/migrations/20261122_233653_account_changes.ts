import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_account_changes_action" AS ENUM('suspend', 'ban', 'restore', 'delete');
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'accountStatus' BEFORE 'alreadyRegistered';
  CREATE TABLE "account_changes" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"account_id" uuid NOT NULL,
  	"action" "enum_account_changes_action" NOT NULL,
  	"before" varchar,
  	"after" varchar,
  	"reason" varchar NOT NULL,
  	"author_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "account_changes_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "users" ALTER COLUMN "status" DROP NOT NULL;
  ALTER TABLE "account_changes" ADD CONSTRAINT "account_changes_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "account_changes" ADD CONSTRAINT "account_changes_account_wall" FOREIGN KEY ("account_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "account_changes" ADD CONSTRAINT "account_changes_author_wall" FOREIGN KEY ("author_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "account_changes_tenant_idx" ON "account_changes" USING btree ("tenant_id");
  CREATE INDEX "account_changes_account_idx" ON "account_changes" USING btree ("account_id");
  CREATE INDEX "account_changes_author_idx" ON "account_changes" USING btree ("author_id");
  CREATE INDEX "account_changes_updated_at_idx" ON "account_changes" USING btree ("updated_at");
  CREATE INDEX "account_changes_created_at_idx" ON "account_changes" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "account_changes" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "account_changes" CASCADE;
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('accessChanged', 'accessEnding', 'accountErased', 'accountErasing', 'alreadyRegistered', 'attemptGraded', 'bookingNews', 'booksDiffer', 'cardEnding', 'certificate', 'changeEmail', 'checkoutLastReminder', 'checkoutReminder', 'commentWritten', 'confirm', 'courseAnswered', 'courseApproved', 'courseReturned', 'courseSubmitted', 'courseUpdate', 'disputeOpened', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'fileQuarantined', 'giftReceived', 'lessonsOpened', 'markChanged', 'newDevice', 'passwordChanged', 'paymentConfirm', 'paymentFailed', 'paymentLastCall', 'payoutFailed', 'payoutPaid', 'placeGiven', 'placeMoved', 'placeOffered', 'placeReceived', 'placeToPay', 'planEnded', 'planWinBack', 'prerequisitesMet', 'receipt', 'refund', 'requestNews', 'reset', 'reviewRequest', 'setPassword', 'signInChanged', 'signInInstead', 'teamInvitation', 'teamNews', 'unusualTraffic', 'waitlistNews', 'workReviewed');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  ALTER TABLE "users" ALTER COLUMN "status" SET NOT NULL;
  DROP TYPE "public"."enum_account_changes_action";`)
}
