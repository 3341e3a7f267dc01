import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_payouts_status" AS ENUM('pending', 'paid', 'failed');
  CREATE TABLE "payout_accounts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"holder" varchar NOT NULL,
  	"person_id" uuid,
  	"provider" varchar NOT NULL,
  	"provider_account" varchar NOT NULL,
  	"is_ready" boolean DEFAULT false,
  	"needs" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "payout_accounts_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "payouts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"holder" varchar NOT NULL,
  	"person_id" uuid,
  	"amount" numeric NOT NULL,
  	"currency" varchar NOT NULL,
  	"status" "enum_payouts_status" DEFAULT 'pending' NOT NULL,
  	"failure" varchar,
  	"provider" varchar NOT NULL,
  	"provider_account" varchar NOT NULL,
  	"provider_payout" varchar,
  	"provider_transfer" varchar,
  	"settled_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "payouts_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "ledger_entries" ADD COLUMN "payout_id" uuid;
  ALTER TABLE "payout_accounts" ADD CONSTRAINT "payout_accounts_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payout_accounts" ADD CONSTRAINT "payout_accounts_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "payout_accounts" ADD CONSTRAINT "payout_accounts_person_wall" FOREIGN KEY ("person_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "payouts" ADD CONSTRAINT "payouts_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payouts" ADD CONSTRAINT "payouts_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "payouts" ADD CONSTRAINT "payouts_person_wall" FOREIGN KEY ("person_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "payout_accounts_tenant_idx" ON "payout_accounts" USING btree ("tenant_id");
  CREATE INDEX "payout_accounts_person_idx" ON "payout_accounts" USING btree ("person_id");
  CREATE INDEX "payout_accounts_provider_account_idx" ON "payout_accounts" USING btree ("provider_account");
  CREATE INDEX "payout_accounts_updated_at_idx" ON "payout_accounts" USING btree ("updated_at");
  CREATE INDEX "payout_accounts_created_at_idx" ON "payout_accounts" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_holder_provider_idx" ON "payout_accounts" USING btree ("tenant_id","holder","provider");
  CREATE INDEX "payouts_tenant_idx" ON "payouts" USING btree ("tenant_id");
  CREATE INDEX "payouts_person_idx" ON "payouts" USING btree ("person_id");
  CREATE INDEX "payouts_updated_at_idx" ON "payouts" USING btree ("updated_at");
  CREATE INDEX "payouts_created_at_idx" ON "payouts" USING btree ("created_at");
  CREATE INDEX "tenant_holder_currency_idx" ON "payouts" USING btree ("tenant_id","holder","currency");
  ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_payout_wall" FOREIGN KEY ("payout_id","tenant_id") REFERENCES "public"."payouts"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "ledger_entries_payout_idx" ON "ledger_entries" USING btree ("payout_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "payout_accounts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payouts" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "payout_accounts" CASCADE;
  DROP TABLE "payouts" CASCADE;
  ALTER TABLE "ledger_entries" DROP CONSTRAINT "ledger_entries_payout_id_payouts_id_fk";
  
  ALTER TABLE "ledger_entries" DROP CONSTRAINT "ledger_entries_payout_wall";
  
  DROP INDEX "ledger_entries_payout_idx";
  ALTER TABLE "ledger_entries" DROP COLUMN "payout_id";
  DROP TYPE "public"."enum_payouts_status";`)
}
