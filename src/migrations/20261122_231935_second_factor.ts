import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'signInChanged' BEFORE 'signInInstead';
  CREATE TABLE "auth_recovery_codes" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"hash" text NOT NULL,
  	"used_at" timestamp (3) with time zone,
  	"user_id" uuid NOT NULL,
  	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "auth_recovery_codes_once" UNIQUE("tenant_id","user_id","hash")
  );
  
  CREATE TABLE "auth_second_factors" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"confirmed_at" timestamp (3) with time zone,
  	"failed" integer DEFAULT 0 NOT NULL,
  	"failed_since" timestamp (3) with time zone,
  	"last_step" integer DEFAULT 0 NOT NULL,
  	"secret" text NOT NULL,
  	"user_id" uuid NOT NULL,
  	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "auth_second_factors_once" UNIQUE("tenant_id","user_id")
  );
  
  CREATE TABLE "auth_trusted_devices" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"expires_at" timestamp (3) with time zone NOT NULL,
  	"hash" text NOT NULL,
  	"user_id" uuid NOT NULL,
  	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "auth_trusted_devices_once" UNIQUE("tenant_id","hash")
  );
  
  ALTER TABLE "tenants" ADD COLUMN "settings_sign_in_staff_second_factor" boolean DEFAULT false;
  ALTER TABLE "auth_sessions" ADD COLUMN "is_strong" boolean DEFAULT false NOT NULL;
  ALTER TABLE "auth_recovery_codes" ADD CONSTRAINT "auth_recovery_codes_user_wall" FOREIGN KEY ("user_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "auth_second_factors" ADD CONSTRAINT "auth_second_factors_user_wall" FOREIGN KEY ("user_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "auth_trusted_devices" ADD CONSTRAINT "auth_trusted_devices_user_wall" FOREIGN KEY ("user_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "auth_recovery_codes_user_idx" ON "auth_recovery_codes" USING btree ("user_id");
  CREATE INDEX "auth_second_factors_user_idx" ON "auth_second_factors" USING btree ("user_id");
  CREATE INDEX "auth_trusted_devices_user_idx" ON "auth_trusted_devices" USING btree ("user_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "auth_recovery_codes" CASCADE;
  DROP TABLE "auth_second_factors" CASCADE;
  DROP TABLE "auth_trusted_devices" CASCADE;
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('accessChanged', 'accessEnding', 'accountErased', 'accountErasing', 'alreadyRegistered', 'attemptGraded', 'bookingNews', 'booksDiffer', 'cardEnding', 'certificate', 'changeEmail', 'checkoutLastReminder', 'checkoutReminder', 'commentWritten', 'confirm', 'courseAnswered', 'courseApproved', 'courseReturned', 'courseSubmitted', 'courseUpdate', 'disputeOpened', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'fileQuarantined', 'giftReceived', 'lessonsOpened', 'markChanged', 'newDevice', 'passwordChanged', 'paymentConfirm', 'paymentFailed', 'paymentLastCall', 'payoutFailed', 'payoutPaid', 'placeGiven', 'placeMoved', 'placeOffered', 'placeReceived', 'placeToPay', 'planEnded', 'planWinBack', 'prerequisitesMet', 'receipt', 'refund', 'requestNews', 'reset', 'reviewRequest', 'setPassword', 'signInInstead', 'teamInvitation', 'teamNews', 'unusualTraffic', 'waitlistNews', 'workReviewed');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  ALTER TABLE "tenants" DROP COLUMN "settings_sign_in_staff_second_factor";
  ALTER TABLE "auth_sessions" DROP COLUMN "is_strong";`)
}
