import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'signInLink' BEFORE 'teamInvitation';
  CREATE TABLE "auth_mail_links" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"address" text NOT NULL,
  	"browser" text NOT NULL,
  	"code" text,
  	"expires_at" timestamp (3) with time zone NOT NULL,
  	"next" text,
  	"token" text,
  	"tries" integer DEFAULT 0 NOT NULL,
  	"used_at" timestamp (3) with time zone,
  	"user_id" uuid,
  	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "auth_mail_links_browser_uq" UNIQUE("tenant_id","browser"),
  	CONSTRAINT "auth_mail_links_token_uq" UNIQUE("tenant_id","token")
  );
  
  CREATE TABLE "auth_passkeys" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"name" text NOT NULL,
  	"counter" bigint NOT NULL,
  	"credential" text NOT NULL,
  	"host" text NOT NULL,
  	"key" text NOT NULL,
  	"transports" text NOT NULL,
  	"used_at" timestamp (3) with time zone,
  	"user_id" uuid NOT NULL,
  	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "auth_passkeys_once" UNIQUE("tenant_id","credential")
  );
  
  ALTER TABLE "tenants" ADD COLUMN "settings_sign_in_by_mail" boolean DEFAULT true;
  ALTER TABLE "auth_mail_links" ADD CONSTRAINT "auth_mail_links_user_wall" FOREIGN KEY ("user_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "auth_passkeys" ADD CONSTRAINT "auth_passkeys_user_wall" FOREIGN KEY ("user_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "auth_mail_links_user_idx" ON "auth_mail_links" USING btree ("user_id");
  CREATE INDEX "auth_mail_links_address_idx" ON "auth_mail_links" USING btree ("tenant_id","address");
  CREATE INDEX "auth_passkeys_user_idx" ON "auth_passkeys" USING btree ("user_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "auth_mail_links" CASCADE;
  DROP TABLE "auth_passkeys" CASCADE;
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('accessChanged', 'accessEnding', 'accountErased', 'accountErasing', 'accountStatus', 'alreadyRegistered', 'attemptGraded', 'bookingNews', 'booksDiffer', 'cardEnding', 'certificate', 'changeEmail', 'checkoutLastReminder', 'checkoutReminder', 'commentWritten', 'confirm', 'courseAnswered', 'courseApproved', 'courseReturned', 'courseSubmitted', 'courseUpdate', 'disputeOpened', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'fileQuarantined', 'giftReceived', 'lessonsOpened', 'markChanged', 'newDevice', 'passwordChanged', 'paymentConfirm', 'paymentFailed', 'paymentLastCall', 'payoutFailed', 'payoutPaid', 'placeGiven', 'placeMoved', 'placeOffered', 'placeReceived', 'placeToPay', 'planEnded', 'planWinBack', 'prerequisitesMet', 'receipt', 'refund', 'requestNews', 'reset', 'reviewRequest', 'setPassword', 'signInChanged', 'signInInstead', 'teamInvitation', 'teamNews', 'unusualTraffic', 'waitlistNews', 'workReviewed');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  ALTER TABLE "tenants" DROP COLUMN "settings_sign_in_by_mail";`)
}
