import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_payment_accounts_provider" ADD VALUE 'paddle';
  ALTER TYPE "public"."enum_ledger_entries_account" ADD VALUE 'merchantTax';
  ALTER TYPE "public"."enum_ledger_entries_account" ADD VALUE 'merchantFee';
  ALTER TABLE "orders" ADD COLUMN "merchant" varchar;
  ALTER TABLE "orders" ADD COLUMN "merchant_fee" numeric;
  ALTER TABLE "orders" ADD COLUMN "merchant_invoice" varchar;
  ALTER TABLE "payment_accounts" ADD COLUMN "paddle_api_key" varchar;
  ALTER TABLE "payment_accounts" ADD COLUMN "paddle_client_token" varchar;
  ALTER TABLE "payment_accounts" ADD COLUMN "paddle_webhook_secret" varchar;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "payment_accounts" ALTER COLUMN "provider" SET DATA TYPE text;
  DROP TYPE "public"."enum_payment_accounts_provider";
  CREATE TYPE "public"."enum_payment_accounts_provider" AS ENUM('stripe', 'paypal', 'razorpay');
  ALTER TABLE "payment_accounts" ALTER COLUMN "provider" SET DATA TYPE "public"."enum_payment_accounts_provider" USING "provider"::"public"."enum_payment_accounts_provider";
  ALTER TABLE "ledger_entries" ALTER COLUMN "account" SET DATA TYPE text;
  DROP TYPE "public"."enum_ledger_entries_account";
  CREATE TYPE "public"."enum_ledger_entries_account" AS ENUM('provider', 'sales', 'refunds', 'tax', 'connected', 'platformFee', 'shares', 'earnings', 'payouts', 'disputes', 'disputeFees');
  ALTER TABLE "ledger_entries" ALTER COLUMN "account" SET DATA TYPE "public"."enum_ledger_entries_account" USING "account"::"public"."enum_ledger_entries_account";
  ALTER TABLE "orders" DROP COLUMN "merchant";
  ALTER TABLE "orders" DROP COLUMN "merchant_fee";
  ALTER TABLE "orders" DROP COLUMN "merchant_invoice";
  ALTER TABLE "payment_accounts" DROP COLUMN "paddle_api_key";
  ALTER TABLE "payment_accounts" DROP COLUMN "paddle_client_token";
  ALTER TABLE "payment_accounts" DROP COLUMN "paddle_webhook_secret";`)
}
