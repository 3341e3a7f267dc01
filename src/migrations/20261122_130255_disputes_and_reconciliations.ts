import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_tenants_settings_dispute_access" AS ENUM('suspend', 'leave');
  CREATE TYPE "public"."enum_disputes_state" AS ENUM('inquiry', 'needsResponse', 'underReview', 'lost', 'won');
  CREATE TYPE "public"."enum_reconciliations_status" AS ENUM('agrees', 'mended', 'differs', 'failed');
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'booksDiffer' BEFORE 'certificate';
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'disputeOpened' BEFORE 'domainConnected';
  ALTER TYPE "public"."enum_ledger_entries_kind" ADD VALUE 'dispute';
  ALTER TYPE "public"."enum_ledger_entries_kind" ADD VALUE 'disputeFee';
  ALTER TYPE "public"."enum_ledger_entries_account" ADD VALUE 'disputes';
  ALTER TYPE "public"."enum_ledger_entries_account" ADD VALUE 'disputeFees';
  CREATE TABLE "disputes" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"order_id" uuid NOT NULL,
  	"payment_id" uuid NOT NULL,
  	"state" "enum_disputes_state" NOT NULL,
  	"amount" numeric NOT NULL,
  	"fee" numeric NOT NULL,
  	"currency" varchar NOT NULL,
  	"reason" varchar,
  	"due_at" timestamp(3) with time zone,
  	"opened_at" timestamp(3) with time zone NOT NULL,
  	"settled_at" timestamp(3) with time zone,
  	"is_withdrawn" boolean DEFAULT false,
  	"provider" varchar NOT NULL,
  	"provider_dispute" varchar NOT NULL,
  	"reported_at" timestamp(3) with time zone NOT NULL,
  	"suspended" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "disputes_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "reconciliations" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"day" varchar NOT NULL,
  	"provider" varchar NOT NULL,
  	"status" "enum_reconciliations_status" NOT NULL,
  	"compared" numeric NOT NULL,
  	"mended" numeric NOT NULL,
  	"unexplained" numeric NOT NULL,
  	"failure" varchar,
  	"differences" jsonb NOT NULL,
  	"totals" jsonb NOT NULL,
  	"covers_from" timestamp(3) with time zone NOT NULL,
  	"covers_to" timestamp(3) with time zone NOT NULL,
  	"ran_at" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "reconciliations_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "tenants" ADD COLUMN "settings_dispute_access" "enum_tenants_settings_dispute_access" DEFAULT 'suspend';
  ALTER TABLE "ledger_entries" ADD COLUMN "dispute_id" uuid;
  ALTER TABLE "disputes" ADD CONSTRAINT "disputes_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "disputes" ADD CONSTRAINT "disputes_order_wall" FOREIGN KEY ("order_id","tenant_id") REFERENCES "public"."orders"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "disputes" ADD CONSTRAINT "disputes_payment_wall" FOREIGN KEY ("payment_id","tenant_id") REFERENCES "public"."payments"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "reconciliations" ADD CONSTRAINT "reconciliations_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  CREATE INDEX "disputes_tenant_idx" ON "disputes" USING btree ("tenant_id");
  CREATE INDEX "disputes_order_idx" ON "disputes" USING btree ("order_id");
  CREATE INDEX "disputes_payment_idx" ON "disputes" USING btree ("payment_id");
  CREATE INDEX "disputes_updated_at_idx" ON "disputes" USING btree ("updated_at");
  CREATE INDEX "disputes_created_at_idx" ON "disputes" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_provider_providerDispute_idx" ON "disputes" USING btree ("tenant_id","provider","provider_dispute");
  CREATE INDEX "tenant_openedAt_idx" ON "disputes" USING btree ("tenant_id","opened_at");
  CREATE INDEX "reconciliations_tenant_idx" ON "reconciliations" USING btree ("tenant_id");
  CREATE INDEX "reconciliations_updated_at_idx" ON "reconciliations" USING btree ("updated_at");
  CREATE INDEX "reconciliations_created_at_idx" ON "reconciliations" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_provider_day_idx" ON "reconciliations" USING btree ("tenant_id","provider","day");
  ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_dispute_id_disputes_id_fk" FOREIGN KEY ("dispute_id") REFERENCES "public"."disputes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_dispute_wall" FOREIGN KEY ("dispute_id","tenant_id") REFERENCES "public"."disputes"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "ledger_entries_dispute_idx" ON "ledger_entries" USING btree ("dispute_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "disputes" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "reconciliations" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "disputes" CASCADE;
  DROP TABLE "reconciliations" CASCADE;
  ALTER TABLE "ledger_entries" DROP CONSTRAINT "ledger_entries_dispute_id_disputes_id_fk";
  
  ALTER TABLE "ledger_entries" DROP CONSTRAINT "ledger_entries_dispute_wall";
  
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('accessChanged', 'accessEnding', 'accountErased', 'accountErasing', 'alreadyRegistered', 'attemptGraded', 'bookingNews', 'certificate', 'changeEmail', 'checkoutLastReminder', 'checkoutReminder', 'commentWritten', 'confirm', 'courseAnswered', 'courseApproved', 'courseReturned', 'courseSubmitted', 'courseUpdate', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'lessonsOpened', 'markChanged', 'passwordChanged', 'paymentConfirm', 'paymentFailed', 'paymentLastCall', 'payoutFailed', 'payoutPaid', 'placeGiven', 'placeMoved', 'placeOffered', 'placeReceived', 'placeToPay', 'planEnded', 'planWinBack', 'prerequisitesMet', 'receipt', 'refund', 'requestNews', 'reset', 'reviewRequest', 'setPassword', 'signInInstead', 'teamInvitation', 'teamNews', 'waitlistNews', 'workReviewed');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  ALTER TABLE "ledger_entries" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_ledger_entries_kind";
  CREATE TYPE "public"."enum_ledger_entries_kind" AS ENUM('payment', 'refund', 'payout', 'payoutSettled', 'payoutFailed', 'transfer');
  ALTER TABLE "ledger_entries" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_ledger_entries_kind" USING "kind"::"public"."enum_ledger_entries_kind";
  ALTER TABLE "ledger_entries" ALTER COLUMN "account" SET DATA TYPE text;
  DROP TYPE "public"."enum_ledger_entries_account";
  CREATE TYPE "public"."enum_ledger_entries_account" AS ENUM('provider', 'sales', 'refunds', 'tax', 'connected', 'platformFee', 'shares', 'earnings', 'payouts');
  ALTER TABLE "ledger_entries" ALTER COLUMN "account" SET DATA TYPE "public"."enum_ledger_entries_account" USING "account"::"public"."enum_ledger_entries_account";
  DROP INDEX "ledger_entries_dispute_idx";
  ALTER TABLE "tenants" DROP COLUMN "settings_dispute_access";
  ALTER TABLE "ledger_entries" DROP COLUMN "dispute_id";
  DROP TYPE "public"."enum_tenants_settings_dispute_access";
  DROP TYPE "public"."enum_disputes_state";
  DROP TYPE "public"."enum_reconciliations_status";`)
}
