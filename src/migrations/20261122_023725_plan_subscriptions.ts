import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_plan_subscriptions_provider" AS ENUM('stripe', 'test');
  CREATE TYPE "public"."enum_plan_subscriptions_status" AS ENUM('pending', 'active', 'pastDue', 'ended');
  CREATE TYPE "public"."enum_gateway_plans_status" AS ENUM('open', 'closed', 'active', 'pastDue', 'ended');
  CREATE TABLE "plan_subscriptions" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"plan" varchar,
  	"provider" "enum_plan_subscriptions_provider",
  	"customer" varchar,
  	"subscription" varchar,
  	"status" "enum_plan_subscriptions_status",
  	"period_end" timestamp(3) with time zone,
  	"ends_at_period_end" boolean DEFAULT false,
  	"session" varchar,
  	"wanted" varchar,
  	"version" numeric DEFAULT 1 NOT NULL,
  	"former" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "plan_subscriptions_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "gateway_plans" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"session" varchar NOT NULL,
  	"key" varchar NOT NULL,
  	"plan" varchar NOT NULL,
  	"title" varchar NOT NULL,
  	"amount" numeric NOT NULL,
  	"currency" varchar NOT NULL,
  	"status" "enum_gateway_plans_status" DEFAULT 'open' NOT NULL,
  	"ends_at_period_end" boolean DEFAULT false,
  	"period_end" timestamp(3) with time zone,
  	"success_url" varchar NOT NULL,
  	"cancel_url" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "gateway_plans_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  DROP INDEX "tenant_key_idx";
  DROP INDEX "tenant_key_1_idx";
  DROP INDEX "tenant_session_idx";
  ALTER TABLE "plan_subscriptions" ADD CONSTRAINT "plan_subscriptions_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "gateway_plans" ADD CONSTRAINT "gateway_plans_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  CREATE INDEX "plan_subscriptions_tenant_idx" ON "plan_subscriptions" USING btree ("tenant_id");
  CREATE INDEX "plan_subscriptions_plan_idx" ON "plan_subscriptions" USING btree ("plan");
  CREATE INDEX "plan_subscriptions_updated_at_idx" ON "plan_subscriptions" USING btree ("updated_at");
  CREATE INDEX "plan_subscriptions_created_at_idx" ON "plan_subscriptions" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_idx" ON "plan_subscriptions" USING btree ("tenant_id");
  CREATE INDEX "gateway_plans_tenant_idx" ON "gateway_plans" USING btree ("tenant_id");
  CREATE INDEX "gateway_plans_updated_at_idx" ON "gateway_plans" USING btree ("updated_at");
  CREATE INDEX "gateway_plans_created_at_idx" ON "gateway_plans" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_key_idx" ON "gateway_plans" USING btree ("tenant_id","key");
  CREATE UNIQUE INDEX "tenant_session_idx" ON "gateway_plans" USING btree ("tenant_id","session");
  CREATE UNIQUE INDEX "tenant_key_1_idx" ON "bank_questions" USING btree ("tenant_id","key");
  CREATE UNIQUE INDEX "tenant_key_2_idx" ON "course_transfers" USING btree ("tenant_id","key");
  CREATE UNIQUE INDEX "tenant_session_1_idx" ON "gateway_sessions" USING btree ("tenant_id","session");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "plan_subscriptions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "gateway_plans" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "plan_subscriptions" CASCADE;
  DROP TABLE "gateway_plans" CASCADE;
  DROP INDEX "tenant_key_1_idx";
  DROP INDEX "tenant_key_2_idx";
  DROP INDEX "tenant_session_1_idx";
  CREATE UNIQUE INDEX "tenant_key_idx" ON "bank_questions" USING btree ("tenant_id","key");
  CREATE UNIQUE INDEX "tenant_key_1_idx" ON "course_transfers" USING btree ("tenant_id","key");
  CREATE UNIQUE INDEX "tenant_session_idx" ON "gateway_sessions" USING btree ("tenant_id","session");
  DROP TYPE "public"."enum_plan_subscriptions_provider";
  DROP TYPE "public"."enum_plan_subscriptions_status";
  DROP TYPE "public"."enum_gateway_plans_status";`)
}
