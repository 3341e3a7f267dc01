import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_tenants_settings_transfers_difference" AS ENUM('settle', 'charge', 'giveBack', 'ignore');
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'payoutFailed' BEFORE 'placeOffered';
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'payoutPaid' BEFORE 'placeOffered';
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'placeGiven' BEFORE 'placeOffered';
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'placeMoved' BEFORE 'placeOffered';
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'placeReceived' BEFORE 'planEnded';
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'placeToPay' BEFORE 'planEnded';
  ALTER TYPE "public"."enum_ledger_entries_kind" ADD VALUE 'transfer';
  CREATE TABLE "place_transfers" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"line_id" uuid NOT NULL,
  	"order_id" uuid NOT NULL,
  	"holder_id" uuid NOT NULL,
  	"receiver_id" uuid NOT NULL,
  	"reason" varchar,
  	"author_id" uuid,
  	"completed_at" timestamp(3) with time zone,
  	"key" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "place_transfers_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "tenants" ADD COLUMN "settings_transfers_to_cohort" boolean DEFAULT false;
  ALTER TABLE "tenants" ADD COLUMN "settings_transfers_to_course" boolean DEFAULT false;
  ALTER TABLE "tenants" ADD COLUMN "settings_transfers_to_person" boolean DEFAULT false;
  ALTER TABLE "tenants" ADD COLUMN "settings_transfers_days_before" numeric DEFAULT 1;
  ALTER TABLE "tenants" ADD COLUMN "settings_transfers_days_after" numeric DEFAULT 14;
  ALTER TABLE "tenants" ADD COLUMN "settings_transfers_difference" "enum_tenants_settings_transfers_difference" DEFAULT 'settle';
  ALTER TABLE "place_transfers" ADD CONSTRAINT "place_transfers_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "place_transfers" ADD CONSTRAINT "place_transfers_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "place_transfers" ADD CONSTRAINT "place_transfers_line_wall" FOREIGN KEY ("line_id","tenant_id") REFERENCES "public"."order_lines"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "place_transfers" ADD CONSTRAINT "place_transfers_order_wall" FOREIGN KEY ("order_id","tenant_id") REFERENCES "public"."orders"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "place_transfers" ADD CONSTRAINT "place_transfers_holder_wall" FOREIGN KEY ("holder_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "place_transfers" ADD CONSTRAINT "place_transfers_receiver_wall" FOREIGN KEY ("receiver_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "place_transfers" ADD CONSTRAINT "place_transfers_author_wall" FOREIGN KEY ("author_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "place_transfers_tenant_idx" ON "place_transfers" USING btree ("tenant_id");
  CREATE INDEX "place_transfers_line_idx" ON "place_transfers" USING btree ("line_id");
  CREATE INDEX "place_transfers_order_idx" ON "place_transfers" USING btree ("order_id");
  CREATE INDEX "place_transfers_holder_idx" ON "place_transfers" USING btree ("holder_id");
  CREATE INDEX "place_transfers_receiver_idx" ON "place_transfers" USING btree ("receiver_id");
  CREATE INDEX "place_transfers_author_idx" ON "place_transfers" USING btree ("author_id");
  CREATE INDEX "place_transfers_updated_at_idx" ON "place_transfers" USING btree ("updated_at");
  CREATE INDEX "place_transfers_created_at_idx" ON "place_transfers" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_key_5_idx" ON "place_transfers" USING btree ("tenant_id","key");
  CREATE UNIQUE INDEX "tenant_order_2_idx" ON "place_transfers" USING btree ("tenant_id","order_id");
  CREATE UNIQUE INDEX "place_transfers_left_uq" ON "place_transfers" USING btree ("tenant_id","line_id") WHERE completed_at is not null;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "place_transfers" CASCADE;
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('accessChanged', 'accessEnding', 'accountErased', 'accountErasing', 'alreadyRegistered', 'attemptGraded', 'bookingNews', 'certificate', 'changeEmail', 'checkoutLastReminder', 'checkoutReminder', 'commentWritten', 'confirm', 'courseAnswered', 'courseApproved', 'courseReturned', 'courseSubmitted', 'courseUpdate', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'lessonsOpened', 'markChanged', 'passwordChanged', 'paymentConfirm', 'paymentFailed', 'paymentLastCall', 'placeOffered', 'planEnded', 'planWinBack', 'prerequisitesMet', 'receipt', 'refund', 'requestNews', 'reset', 'reviewRequest', 'setPassword', 'signInInstead', 'teamInvitation', 'teamNews', 'waitlistNews', 'workReviewed');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  ALTER TABLE "ledger_entries" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_ledger_entries_kind";
  CREATE TYPE "public"."enum_ledger_entries_kind" AS ENUM('payment', 'refund', 'payout', 'payoutSettled', 'payoutFailed');
  ALTER TABLE "ledger_entries" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_ledger_entries_kind" USING "kind"::"public"."enum_ledger_entries_kind";
  ALTER TABLE "tenants" DROP COLUMN "settings_transfers_to_cohort";
  ALTER TABLE "tenants" DROP COLUMN "settings_transfers_to_course";
  ALTER TABLE "tenants" DROP COLUMN "settings_transfers_to_person";
  ALTER TABLE "tenants" DROP COLUMN "settings_transfers_days_before";
  ALTER TABLE "tenants" DROP COLUMN "settings_transfers_days_after";
  ALTER TABLE "tenants" DROP COLUMN "settings_transfers_difference";
  DROP TYPE "public"."enum_tenants_settings_transfers_difference";`)
}
