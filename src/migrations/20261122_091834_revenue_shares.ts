import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_tenants_settings_earnings_schedule" AS ENUM('byHand', 'weekly', 'monthly');
  ALTER TYPE "public"."enum_ledger_entries_kind" ADD VALUE 'payout';
  ALTER TYPE "public"."enum_ledger_entries_kind" ADD VALUE 'payoutSettled';
  ALTER TYPE "public"."enum_ledger_entries_kind" ADD VALUE 'payoutFailed';
  ALTER TYPE "public"."enum_ledger_entries_account" ADD VALUE 'connected';
  ALTER TYPE "public"."enum_ledger_entries_account" ADD VALUE 'platformFee';
  ALTER TYPE "public"."enum_ledger_entries_account" ADD VALUE 'shares';
  ALTER TYPE "public"."enum_ledger_entries_account" ADD VALUE 'earnings';
  ALTER TYPE "public"."enum_ledger_entries_account" ADD VALUE 'payouts';
  CREATE TABLE "revenue_shares" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"course_id" uuid NOT NULL,
  	"person_id" uuid NOT NULL,
  	"share" numeric NOT NULL,
  	"starts_at" timestamp(3) with time zone NOT NULL,
  	"ends_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "revenue_shares_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  DROP INDEX "tenant_account_currency_sequence_idx";
  ALTER TABLE "tenants" ADD COLUMN "settings_earnings_after_provider" boolean DEFAULT false;
  ALTER TABLE "tenants" ADD COLUMN "settings_earnings_provider_rate" numeric;
  ALTER TABLE "tenants" ADD COLUMN "settings_earnings_provider_fixed" numeric;
  ALTER TABLE "tenants" ADD COLUMN "settings_earnings_schedule" "enum_tenants_settings_earnings_schedule" DEFAULT 'byHand';
  ALTER TABLE "tenants" ADD COLUMN "settings_earnings_holding_days" numeric DEFAULT 30;
  ALTER TABLE "tenants" ADD COLUMN "settings_earnings_minimum" numeric DEFAULT 0;
  ALTER TABLE "tenants" ADD COLUMN "settings_fee_rate" numeric DEFAULT 0;
  ALTER TABLE "tenants" ADD COLUMN "settings_fee_is_kept" boolean DEFAULT false;
  ALTER TABLE "plans" ADD COLUMN "fee_rate" numeric DEFAULT 0;
  ALTER TABLE "plans" ADD COLUMN "fee_is_kept" boolean DEFAULT false;
  ALTER TABLE "ledger_entries" ADD COLUMN "holder" varchar DEFAULT '' NOT NULL;
  ALTER TABLE "ledger_entries" ADD COLUMN "rule_id" uuid;
  ALTER TABLE "ledger_entries" ADD COLUMN "refund_id" uuid;
  ALTER TABLE "revenue_shares" ADD CONSTRAINT "revenue_shares_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "revenue_shares" ADD CONSTRAINT "revenue_shares_course_wall" FOREIGN KEY ("course_id","tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "revenue_shares" ADD CONSTRAINT "revenue_shares_person_wall" FOREIGN KEY ("person_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  CREATE INDEX "revenue_shares_tenant_idx" ON "revenue_shares" USING btree ("tenant_id");
  CREATE INDEX "revenue_shares_course_idx" ON "revenue_shares" USING btree ("course_id");
  CREATE INDEX "revenue_shares_person_idx" ON "revenue_shares" USING btree ("person_id");
  CREATE INDEX "revenue_shares_updated_at_idx" ON "revenue_shares" USING btree ("updated_at");
  CREATE INDEX "revenue_shares_created_at_idx" ON "revenue_shares" USING btree ("created_at");
  ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_rule_id_revenue_shares_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."revenue_shares"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_refund_id_refunds_id_fk" FOREIGN KEY ("refund_id") REFERENCES "public"."refunds"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_rule_wall" FOREIGN KEY ("rule_id","tenant_id") REFERENCES "public"."revenue_shares"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_refund_wall" FOREIGN KEY ("refund_id","tenant_id") REFERENCES "public"."refunds"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "ledger_entries_rule_idx" ON "ledger_entries" USING btree ("rule_id");
  CREATE INDEX "ledger_entries_refund_idx" ON "ledger_entries" USING btree ("refund_id");
  CREATE UNIQUE INDEX "tenant_account_holder_currency_sequence_idx" ON "ledger_entries" USING btree ("tenant_id","account","holder","currency","sequence");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "revenue_shares" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "revenue_shares" CASCADE;
  ALTER TABLE "ledger_entries" DROP CONSTRAINT "ledger_entries_rule_id_revenue_shares_id_fk";
  
  ALTER TABLE "ledger_entries" DROP CONSTRAINT "ledger_entries_refund_id_refunds_id_fk";
  
  ALTER TABLE "ledger_entries" DROP CONSTRAINT "ledger_entries_rule_wall";
  
  ALTER TABLE "ledger_entries" DROP CONSTRAINT "ledger_entries_refund_wall";
  
  ALTER TABLE "ledger_entries" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_ledger_entries_kind";
  CREATE TYPE "public"."enum_ledger_entries_kind" AS ENUM('payment', 'refund');
  ALTER TABLE "ledger_entries" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_ledger_entries_kind" USING "kind"::"public"."enum_ledger_entries_kind";
  ALTER TABLE "ledger_entries" ALTER COLUMN "account" SET DATA TYPE text;
  DROP TYPE "public"."enum_ledger_entries_account";
  CREATE TYPE "public"."enum_ledger_entries_account" AS ENUM('provider', 'sales', 'refunds', 'tax');
  ALTER TABLE "ledger_entries" ALTER COLUMN "account" SET DATA TYPE "public"."enum_ledger_entries_account" USING "account"::"public"."enum_ledger_entries_account";
  DROP INDEX "ledger_entries_rule_idx";
  DROP INDEX "ledger_entries_refund_idx";
  DROP INDEX "tenant_account_holder_currency_sequence_idx";
  CREATE UNIQUE INDEX "tenant_account_currency_sequence_idx" ON "ledger_entries" USING btree ("tenant_id","account","currency","sequence");
  ALTER TABLE "tenants" DROP COLUMN "settings_earnings_after_provider";
  ALTER TABLE "tenants" DROP COLUMN "settings_earnings_provider_rate";
  ALTER TABLE "tenants" DROP COLUMN "settings_earnings_provider_fixed";
  ALTER TABLE "tenants" DROP COLUMN "settings_earnings_schedule";
  ALTER TABLE "tenants" DROP COLUMN "settings_earnings_holding_days";
  ALTER TABLE "tenants" DROP COLUMN "settings_earnings_minimum";
  ALTER TABLE "tenants" DROP COLUMN "settings_fee_rate";
  ALTER TABLE "tenants" DROP COLUMN "settings_fee_is_kept";
  ALTER TABLE "plans" DROP COLUMN "fee_rate";
  ALTER TABLE "plans" DROP COLUMN "fee_is_kept";
  ALTER TABLE "ledger_entries" DROP COLUMN "holder";
  ALTER TABLE "ledger_entries" DROP COLUMN "rule_id";
  ALTER TABLE "ledger_entries" DROP COLUMN "refund_id";
  DROP TYPE "public"."enum_tenants_settings_earnings_schedule";`)
}
