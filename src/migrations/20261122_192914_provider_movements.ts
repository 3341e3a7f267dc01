import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_ledger_entries_kind" ADD VALUE 'providerFee';
  ALTER TYPE "public"."enum_ledger_entries_kind" ADD VALUE 'banked';
  ALTER TYPE "public"."enum_ledger_entries_account" ADD VALUE 'providerFees';
  ALTER TYPE "public"."enum_ledger_entries_account" ADD VALUE 'feesBorne';
  ALTER TYPE "public"."enum_ledger_entries_account" ADD VALUE 'bank';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "ledger_entries" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_ledger_entries_kind";
  CREATE TYPE "public"."enum_ledger_entries_kind" AS ENUM('payment', 'refund', 'payout', 'payoutSettled', 'payoutFailed', 'transfer', 'library', 'dispute', 'disputeFee');
  ALTER TABLE "ledger_entries" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_ledger_entries_kind" USING "kind"::"public"."enum_ledger_entries_kind";
  ALTER TABLE "ledger_entries" ALTER COLUMN "account" SET DATA TYPE text;
  DROP TYPE "public"."enum_ledger_entries_account";
  CREATE TYPE "public"."enum_ledger_entries_account" AS ENUM('provider', 'sales', 'refunds', 'tax', 'connected', 'platformFee', 'shares', 'earnings', 'payouts', 'disputes', 'disputeFees', 'merchantTax', 'merchantFee');
  ALTER TABLE "ledger_entries" ALTER COLUMN "account" SET DATA TYPE "public"."enum_ledger_entries_account" USING "account"::"public"."enum_ledger_entries_account";`)
}
