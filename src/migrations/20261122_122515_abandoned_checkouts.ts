import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_tenants_settings_reminders_basis" AS ENUM('started', 'consent');
  CREATE TYPE "public"."enum_abandoned_checkouts_status" AS ENUM('reminded', 'recovered', 'bought', 'passed');
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'checkoutLastReminder' BEFORE 'commentWritten';
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'checkoutReminder' BEFORE 'commentWritten';
  CREATE TABLE "abandoned_checkouts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"buyer_id" uuid NOT NULL,
  	"title" varchar NOT NULL,
  	"order_id" uuid,
  	"occasion" varchar NOT NULL,
  	"purchase" jsonb NOT NULL,
  	"total" numeric,
  	"currency" varchar,
  	"status" "enum_abandoned_checkouts_status" NOT NULL,
  	"reminders" numeric DEFAULT 0 NOT NULL,
  	"started_at" timestamp(3) with time zone NOT NULL,
  	"reminded_at" timestamp(3) with time zone,
  	"recovered_by_id" uuid,
  	"recovered_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "abandoned_checkouts_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "tenants" ADD COLUMN "settings_reminders_is_on" boolean DEFAULT true;
  ALTER TABLE "tenants" ADD COLUMN "settings_reminders_basis" "enum_tenants_settings_reminders_basis" DEFAULT 'started';
  ALTER TABLE "tenants" ADD COLUMN "settings_reminders_first_hours" numeric DEFAULT 1;
  ALTER TABLE "tenants" ADD COLUMN "settings_reminders_second_hours" numeric DEFAULT 24;
  ALTER TABLE "users" ADD COLUMN "mails_reminders" boolean DEFAULT true;
  ALTER TABLE "orders" ADD COLUMN "may_remind" boolean DEFAULT false;
  ALTER TABLE "abandoned_checkouts" ADD CONSTRAINT "abandoned_checkouts_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "abandoned_checkouts" ADD CONSTRAINT "abandoned_checkouts_buyer_wall" FOREIGN KEY ("buyer_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "abandoned_checkouts" ADD CONSTRAINT "abandoned_checkouts_order_wall" FOREIGN KEY ("order_id","tenant_id") REFERENCES "public"."orders"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "abandoned_checkouts" ADD CONSTRAINT "abandoned_checkouts_recoveredBy_wall" FOREIGN KEY ("recovered_by_id","tenant_id") REFERENCES "public"."orders"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "abandoned_checkouts_tenant_idx" ON "abandoned_checkouts" USING btree ("tenant_id");
  CREATE INDEX "abandoned_checkouts_buyer_idx" ON "abandoned_checkouts" USING btree ("buyer_id");
  CREATE INDEX "abandoned_checkouts_order_idx" ON "abandoned_checkouts" USING btree ("order_id");
  CREATE INDEX "abandoned_checkouts_recovered_by_idx" ON "abandoned_checkouts" USING btree ("recovered_by_id");
  CREATE INDEX "abandoned_checkouts_updated_at_idx" ON "abandoned_checkouts" USING btree ("updated_at");
  CREATE INDEX "abandoned_checkouts_created_at_idx" ON "abandoned_checkouts" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_occasion_idx" ON "abandoned_checkouts" USING btree ("tenant_id","occasion");
  CREATE INDEX "status_remindedAt_idx" ON "abandoned_checkouts" USING btree ("status","reminded_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "abandoned_checkouts" CASCADE;
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('accessChanged', 'accessEnding', 'accountErased', 'accountErasing', 'alreadyRegistered', 'attemptGraded', 'bookingNews', 'certificate', 'changeEmail', 'commentWritten', 'confirm', 'courseAnswered', 'courseApproved', 'courseReturned', 'courseSubmitted', 'courseUpdate', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'lessonsOpened', 'markChanged', 'passwordChanged', 'paymentConfirm', 'paymentFailed', 'paymentLastCall', 'placeOffered', 'planEnded', 'planWinBack', 'prerequisitesMet', 'receipt', 'refund', 'requestNews', 'reset', 'reviewRequest', 'setPassword', 'signInInstead', 'teamInvitation', 'teamNews', 'waitlistNews', 'workReviewed');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  ALTER TABLE "tenants" DROP COLUMN "settings_reminders_is_on";
  ALTER TABLE "tenants" DROP COLUMN "settings_reminders_basis";
  ALTER TABLE "tenants" DROP COLUMN "settings_reminders_first_hours";
  ALTER TABLE "tenants" DROP COLUMN "settings_reminders_second_hours";
  ALTER TABLE "users" DROP COLUMN "mails_reminders";
  ALTER TABLE "orders" DROP COLUMN "may_remind";
  DROP TYPE "public"."enum_tenants_settings_reminders_basis";
  DROP TYPE "public"."enum_abandoned_checkouts_status";`)
}
