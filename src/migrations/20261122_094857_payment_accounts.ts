import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_payment_accounts_provider" AS ENUM('stripe', 'paypal', 'razorpay');
  CREATE TABLE "payment_accounts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"provider" "enum_payment_accounts_provider" NOT NULL,
  	"is_active" boolean DEFAULT true,
  	"position" numeric DEFAULT 1 NOT NULL,
  	"is_sandbox" boolean DEFAULT false,
  	"paypal_client_id" varchar,
  	"paypal_secret" varchar,
  	"paypal_webhook_id" varchar,
  	"razorpay_key_id" varchar,
  	"razorpay_key_secret" varchar,
  	"razorpay_webhook_secret" varchar,
  	"sealed" varchar,
  	"in_use" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "payment_accounts_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "payment_accounts" ADD CONSTRAINT "payment_accounts_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  CREATE INDEX "payment_accounts_tenant_idx" ON "payment_accounts" USING btree ("tenant_id");
  CREATE INDEX "payment_accounts_updated_at_idx" ON "payment_accounts" USING btree ("updated_at");
  CREATE INDEX "payment_accounts_created_at_idx" ON "payment_accounts" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_inUse_idx" ON "payment_accounts" USING btree ("tenant_id","in_use");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "payment_accounts" CASCADE;
  DROP TYPE "public"."enum_payment_accounts_provider";`)
}
