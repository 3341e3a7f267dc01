import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_refunds_status" AS ENUM('pending', 'succeeded', 'failed');
  CREATE TYPE "public"."enum_ledger_entries_kind" AS ENUM('payment', 'refund');
  CREATE TYPE "public"."enum_ledger_entries_account" AS ENUM('provider', 'sales', 'refunds', 'tax');
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'refund' BEFORE 'requestNews';
  CREATE TABLE "refunds" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"order_id" uuid NOT NULL,
  	"payment_id" uuid NOT NULL,
  	"amount" numeric NOT NULL,
  	"currency" varchar NOT NULL,
  	"status" "enum_refunds_status" DEFAULT 'pending' NOT NULL,
  	"reason" varchar,
  	"ends_access" boolean DEFAULT false,
  	"failure" varchar,
  	"key" varchar NOT NULL,
  	"provider_refund" varchar,
  	"author_id" uuid,
  	"settled_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "refunds_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "refund_lines" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"refund_id" uuid NOT NULL,
  	"line_id" uuid NOT NULL,
  	"net" numeric NOT NULL,
  	"tax" numeric NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "refund_lines_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "credit_notes" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"number" varchar NOT NULL,
  	"sequence" numeric NOT NULL,
  	"refund_id" uuid NOT NULL,
  	"invoice_id" uuid NOT NULL,
  	"issued_at" timestamp(3) with time zone NOT NULL,
  	"base" numeric NOT NULL,
  	"discount" numeric NOT NULL,
  	"tax" numeric NOT NULL,
  	"total" numeric NOT NULL,
  	"currency" varchar NOT NULL,
  	"reason" varchar,
  	"seller" jsonb NOT NULL,
  	"buyer" jsonb NOT NULL,
  	"lines" jsonb NOT NULL,
  	"locale" varchar NOT NULL,
  	"time_zone" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "credit_notes_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "ledger_entries" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"key" varchar NOT NULL,
  	"place" numeric NOT NULL,
  	"posted_at" timestamp(3) with time zone NOT NULL,
  	"kind" "enum_ledger_entries_kind" NOT NULL,
  	"account" "enum_ledger_entries_account" NOT NULL,
  	"amount" numeric NOT NULL,
  	"balance" numeric NOT NULL,
  	"currency" varchar NOT NULL,
  	"sequence" numeric NOT NULL,
  	"order_id" uuid,
  	"line_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "ledger_entries_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "refunds" ADD CONSTRAINT "refunds_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "refunds" ADD CONSTRAINT "refunds_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "refunds" ADD CONSTRAINT "refunds_order_wall" FOREIGN KEY ("order_id","tenant_id") REFERENCES "public"."orders"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "refunds" ADD CONSTRAINT "refunds_payment_wall" FOREIGN KEY ("payment_id","tenant_id") REFERENCES "public"."payments"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "refunds" ADD CONSTRAINT "refunds_author_wall" FOREIGN KEY ("author_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "refund_lines" ADD CONSTRAINT "refund_lines_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "refund_lines" ADD CONSTRAINT "refund_lines_refund_wall" FOREIGN KEY ("refund_id","tenant_id") REFERENCES "public"."refunds"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "refund_lines" ADD CONSTRAINT "refund_lines_line_wall" FOREIGN KEY ("line_id","tenant_id") REFERENCES "public"."order_lines"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "credit_notes" ADD CONSTRAINT "credit_notes_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "credit_notes" ADD CONSTRAINT "credit_notes_refund_wall" FOREIGN KEY ("refund_id","tenant_id") REFERENCES "public"."refunds"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "credit_notes" ADD CONSTRAINT "credit_notes_invoice_wall" FOREIGN KEY ("invoice_id","tenant_id") REFERENCES "public"."invoices"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_line_id_order_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."order_lines"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_order_wall" FOREIGN KEY ("order_id","tenant_id") REFERENCES "public"."orders"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_line_wall" FOREIGN KEY ("line_id","tenant_id") REFERENCES "public"."order_lines"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "refunds_tenant_idx" ON "refunds" USING btree ("tenant_id");
  CREATE INDEX "refunds_order_idx" ON "refunds" USING btree ("order_id");
  CREATE INDEX "refunds_payment_idx" ON "refunds" USING btree ("payment_id");
  CREATE INDEX "refunds_author_idx" ON "refunds" USING btree ("author_id");
  CREATE INDEX "refunds_updated_at_idx" ON "refunds" USING btree ("updated_at");
  CREATE INDEX "refunds_created_at_idx" ON "refunds" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_key_3_idx" ON "refunds" USING btree ("tenant_id","key");
  CREATE UNIQUE INDEX "tenant_payment_providerRefund_idx" ON "refunds" USING btree ("tenant_id","payment_id","provider_refund");
  CREATE INDEX "refund_lines_tenant_idx" ON "refund_lines" USING btree ("tenant_id");
  CREATE INDEX "refund_lines_refund_idx" ON "refund_lines" USING btree ("refund_id");
  CREATE INDEX "refund_lines_line_idx" ON "refund_lines" USING btree ("line_id");
  CREATE INDEX "refund_lines_updated_at_idx" ON "refund_lines" USING btree ("updated_at");
  CREATE INDEX "refund_lines_created_at_idx" ON "refund_lines" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_refund_line_idx" ON "refund_lines" USING btree ("tenant_id","refund_id","line_id");
  CREATE INDEX "credit_notes_tenant_idx" ON "credit_notes" USING btree ("tenant_id");
  CREATE INDEX "credit_notes_refund_idx" ON "credit_notes" USING btree ("refund_id");
  CREATE INDEX "credit_notes_invoice_idx" ON "credit_notes" USING btree ("invoice_id");
  CREATE INDEX "credit_notes_updated_at_idx" ON "credit_notes" USING btree ("updated_at");
  CREATE INDEX "credit_notes_created_at_idx" ON "credit_notes" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_sequence_1_idx" ON "credit_notes" USING btree ("tenant_id","sequence");
  CREATE UNIQUE INDEX "tenant_refund_idx" ON "credit_notes" USING btree ("tenant_id","refund_id");
  CREATE INDEX "ledger_entries_tenant_idx" ON "ledger_entries" USING btree ("tenant_id");
  CREATE INDEX "ledger_entries_posted_at_idx" ON "ledger_entries" USING btree ("posted_at");
  CREATE INDEX "ledger_entries_order_idx" ON "ledger_entries" USING btree ("order_id");
  CREATE INDEX "ledger_entries_line_idx" ON "ledger_entries" USING btree ("line_id");
  CREATE INDEX "ledger_entries_updated_at_idx" ON "ledger_entries" USING btree ("updated_at");
  CREATE INDEX "ledger_entries_created_at_idx" ON "ledger_entries" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_key_place_idx" ON "ledger_entries" USING btree ("tenant_id","key","place");
  CREATE UNIQUE INDEX "tenant_account_currency_sequence_idx" ON "ledger_entries" USING btree ("tenant_id","account","currency","sequence");
  CREATE INDEX "providerPayment_idx" ON "payments" USING btree ("provider_payment");
  CREATE INDEX "tenant_refusal_idx" ON "payment_events" USING btree ("tenant_id","refusal");`)

  // What was paid before there was a ledger stands in it from its beginning.
  await db.execute(sql`
    INSERT INTO "ledger_entries" ("id", "tenant_id", "key", "place", "posted_at", "kind", "account", "amount", "balance", "currency", "sequence", "order_id", "line_id")
    SELECT uuidv7(), e."tenant_id", 'order:' || e."order_id", row_number() OVER (PARTITION BY e."order_id" ORDER BY e."account", e."line_id") - 1,
      e."posted_at", 'payment', e."account", e."amount", sum(e."amount") OVER behind, e."currency", count(*) OVER behind, e."order_id", e."line_id"
    FROM (
      SELECT o."tenant_id", o."id" AS "order_id", o."currency", coalesce(o."paid_at", o."updated_at") AS "posted_at", x."account", x."amount", x."line_id"
      FROM "orders" o
      CROSS JOIN LATERAL (
        SELECT 'provider'::"enum_ledger_entries_account" AS "account", sum(l."total") AS "amount", NULL::uuid AS "line_id" FROM "order_lines" l WHERE l."order_id" = o."id"
        UNION ALL SELECT 'sales', l."tax" - l."total", l."id" FROM "order_lines" l WHERE l."order_id" = o."id"
        UNION ALL SELECT 'tax', -l."tax", l."id" FROM "order_lines" l WHERE l."order_id" = o."id") x
      WHERE o."status" = 'paid' AND x."amount" <> 0
        AND EXISTS (SELECT 1 FROM "payments" p WHERE p."order_id" = o."id" AND p."status" = 'succeeded')) e
    WINDOW behind AS (PARTITION BY e."tenant_id", e."account", e."currency" ORDER BY e."posted_at", e."order_id", e."line_id");`);
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "refunds" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "refund_lines" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "credit_notes" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "ledger_entries" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "refunds" CASCADE;
  DROP TABLE "refund_lines" CASCADE;
  DROP TABLE "credit_notes" CASCADE;
  DROP TABLE "ledger_entries" CASCADE;
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('accessChanged', 'accessEnding', 'accountErased', 'accountErasing', 'alreadyRegistered', 'attemptGraded', 'bookingNews', 'certificate', 'changeEmail', 'commentWritten', 'confirm', 'courseAnswered', 'courseApproved', 'courseReturned', 'courseSubmitted', 'courseUpdate', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'lessonsOpened', 'passwordChanged', 'paymentFailed', 'placeOffered', 'planEnded', 'prerequisitesMet', 'receipt', 'requestNews', 'reset', 'reviewRequest', 'setPassword', 'signInInstead', 'teamInvitation', 'teamNews', 'waitlistNews', 'workReviewed');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  DROP INDEX "providerPayment_idx";
  DROP INDEX "tenant_refusal_idx";
  DROP TYPE "public"."enum_refunds_status";
  DROP TYPE "public"."enum_ledger_entries_kind";
  DROP TYPE "public"."enum_ledger_entries_account";`)
}
