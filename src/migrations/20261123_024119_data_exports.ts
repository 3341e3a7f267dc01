import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'dataReady' BEFORE 'disputeOpened';
  CREATE TABLE "data_exports" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"account_id" uuid NOT NULL,
  	"asked_by_id" uuid NOT NULL,
  	"state" varchar NOT NULL,
  	"attempts" numeric DEFAULT 0 NOT NULL,
  	"done" numeric DEFAULT 0 NOT NULL,
  	"parts" numeric DEFAULT 0 NOT NULL,
  	"size" numeric,
  	"expires_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "data_exports_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "data_exports" ADD CONSTRAINT "data_exports_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "data_exports" ADD CONSTRAINT "data_exports_account_wall" FOREIGN KEY ("account_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "data_exports" ADD CONSTRAINT "data_exports_askedBy_wall" FOREIGN KEY ("asked_by_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "data_exports_tenant_idx" ON "data_exports" USING btree ("tenant_id");
  CREATE INDEX "data_exports_account_idx" ON "data_exports" USING btree ("account_id");
  CREATE INDEX "data_exports_asked_by_idx" ON "data_exports" USING btree ("asked_by_id");
  CREATE INDEX "data_exports_expires_at_idx" ON "data_exports" USING btree ("expires_at");
  CREATE INDEX "data_exports_updated_at_idx" ON "data_exports" USING btree ("updated_at");
  CREATE INDEX "data_exports_created_at_idx" ON "data_exports" USING btree ("created_at");
  CREATE INDEX "account_askedBy_idx" ON "data_exports" USING btree ("account_id","asked_by_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "data_exports" CASCADE;
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('accessChanged', 'accessEnding', 'accountErased', 'accountErasing', 'accountMade', 'accountStatus', 'alreadyRegistered', 'attemptGraded', 'bookingNews', 'booksDiffer', 'cardEnding', 'certificate', 'changeEmail', 'checkoutLastReminder', 'checkoutReminder', 'commentWritten', 'confirm', 'courseAnswered', 'courseApproved', 'courseReturned', 'courseSubmitted', 'courseUpdate', 'disputeOpened', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'fileQuarantined', 'giftReceived', 'lessonsOpened', 'markChanged', 'newDevice', 'passwordChanged', 'paymentConfirm', 'paymentFailed', 'paymentLastCall', 'payoutFailed', 'payoutPaid', 'placeGiven', 'placeMoved', 'placeOffered', 'placeReceived', 'placeToPay', 'planEnded', 'planWinBack', 'prerequisitesMet', 'receipt', 'refund', 'requestNews', 'reset', 'reviewRequest', 'setPassword', 'signInChanged', 'signInInstead', 'signInLink', 'teamInvitation', 'teamNews', 'unusualTraffic', 'waitlistNews', 'workReviewed');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";`)
}
