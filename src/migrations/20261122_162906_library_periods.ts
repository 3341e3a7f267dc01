import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_ledger_entries_kind" ADD VALUE 'library' BEFORE 'dispute';
  CREATE TABLE "library_periods" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"order_id" uuid NOT NULL,
  	"begins_at" timestamp(3) with time zone NOT NULL,
  	"ends_at" timestamp(3) with time zone,
  	"settled_at" timestamp(3) with time zone,
  	"opening" jsonb NOT NULL,
  	"uses" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "library_periods_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  DROP INDEX "tenant_order_2_idx";
  DROP INDEX "tenant_order_3_idx";
  ALTER TABLE "library_periods" ADD CONSTRAINT "library_periods_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "library_periods" ADD CONSTRAINT "library_periods_order_wall" FOREIGN KEY ("order_id","tenant_id") REFERENCES "public"."orders"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  CREATE INDEX "library_periods_tenant_idx" ON "library_periods" USING btree ("tenant_id");
  CREATE INDEX "library_periods_order_idx" ON "library_periods" USING btree ("order_id");
  CREATE INDEX "library_periods_settled_at_idx" ON "library_periods" USING btree ("settled_at");
  CREATE INDEX "library_periods_updated_at_idx" ON "library_periods" USING btree ("updated_at");
  CREATE INDEX "library_periods_created_at_idx" ON "library_periods" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_order_2_idx" ON "library_periods" USING btree ("tenant_id","order_id");
  CREATE UNIQUE INDEX "tenant_order_3_idx" ON "gifts" USING btree ("tenant_id","order_id");
  CREATE UNIQUE INDEX "tenant_order_4_idx" ON "place_transfers" USING btree ("tenant_id","order_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "library_periods" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "library_periods" CASCADE;
  ALTER TABLE "ledger_entries" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_ledger_entries_kind";
  CREATE TYPE "public"."enum_ledger_entries_kind" AS ENUM('payment', 'refund', 'payout', 'payoutSettled', 'payoutFailed', 'transfer', 'dispute', 'disputeFee');
  ALTER TABLE "ledger_entries" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_ledger_entries_kind" USING "kind"::"public"."enum_ledger_entries_kind";
  DROP INDEX "tenant_order_3_idx";
  DROP INDEX "tenant_order_4_idx";
  CREATE UNIQUE INDEX "tenant_order_2_idx" ON "gifts" USING btree ("tenant_id","order_id");
  CREATE UNIQUE INDEX "tenant_order_3_idx" ON "place_transfers" USING btree ("tenant_id","order_id");`)
}
