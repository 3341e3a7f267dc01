import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_tenants_device_limit_when_full" AS ENUM('oldest', 'refuse');
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'newDevice' BEFORE 'passwordChanged';
  CREATE TABLE "auth_devices" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"device" text NOT NULL,
  	"user_id" uuid NOT NULL,
  	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "auth_devices_once" UNIQUE("tenant_id","user_id","device")
  );
  
  ALTER TABLE "tenants" ADD COLUMN "settings_device_limit_most" numeric;
  ALTER TABLE "tenants" ADD COLUMN "settings_device_limit_when_full" "enum_tenants_device_limit_when_full" DEFAULT 'oldest';
  ALTER TABLE "users" ADD COLUMN "mails_sign_ins" boolean DEFAULT true;
  ALTER TABLE "auth_devices" ADD CONSTRAINT "auth_devices_user_wall" FOREIGN KEY ("user_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "auth_devices_user_idx" ON "auth_devices" USING btree ("user_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "auth_devices" CASCADE;
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('accessChanged', 'accessEnding', 'accountErased', 'accountErasing', 'alreadyRegistered', 'attemptGraded', 'bookingNews', 'booksDiffer', 'cardEnding', 'certificate', 'changeEmail', 'checkoutLastReminder', 'checkoutReminder', 'commentWritten', 'confirm', 'courseAnswered', 'courseApproved', 'courseReturned', 'courseSubmitted', 'courseUpdate', 'disputeOpened', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'fileQuarantined', 'giftReceived', 'lessonsOpened', 'markChanged', 'passwordChanged', 'paymentConfirm', 'paymentFailed', 'paymentLastCall', 'payoutFailed', 'payoutPaid', 'placeGiven', 'placeMoved', 'placeOffered', 'placeReceived', 'placeToPay', 'planEnded', 'planWinBack', 'prerequisitesMet', 'receipt', 'refund', 'requestNews', 'reset', 'reviewRequest', 'setPassword', 'signInInstead', 'teamInvitation', 'teamNews', 'unusualTraffic', 'waitlistNews', 'workReviewed');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  ALTER TABLE "tenants" DROP COLUMN "settings_device_limit_most";
  ALTER TABLE "tenants" DROP COLUMN "settings_device_limit_when_full";
  ALTER TABLE "users" DROP COLUMN "mails_sign_ins";
  DROP TYPE "public"."enum_tenants_device_limit_when_full";`)
}
