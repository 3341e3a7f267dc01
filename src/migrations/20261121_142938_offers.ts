import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_offers_interval" AS ENUM('month', 'year');
  CREATE TYPE "public"."enum_offers_access_unit" AS ENUM('forever', 'days', 'months');
  CREATE TYPE "public"."enum_subscriptions_status" AS ENUM('trialing', 'active', 'pastDue', 'canceled', 'ended');
  CREATE TYPE "public"."enum_subscriptions_kind" AS ENUM('subscription', 'plan');
  CREATE TYPE "public"."enum_subscriptions_interval" AS ENUM('month', 'year');
  CREATE TYPE "public"."enum_order_lines_access_unit" AS ENUM('forever', 'days', 'months', 'whilePaid');
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'paymentFailed' BEFORE 'receipt';
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'planEnded' BEFORE 'receipt';
  ALTER TYPE "public"."enum_offers_kind" ADD VALUE 'subscription';
  ALTER TYPE "public"."enum_offers_kind" ADD VALUE 'plan';
  ALTER TYPE "public"."enum_enrollments_source" ADD VALUE 'subscription' BEFORE 'staff';
  CREATE TABLE "offers_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"courses_id" uuid
  );
  
  CREATE TABLE "subscriptions" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"title" varchar NOT NULL,
  	"buyer_id" uuid NOT NULL,
  	"offer_id" uuid NOT NULL,
  	"status" "enum_subscriptions_status" NOT NULL,
  	"kind" "enum_subscriptions_kind" NOT NULL,
  	"amount" numeric NOT NULL,
  	"currency" varchar NOT NULL,
  	"interval" "enum_subscriptions_interval" NOT NULL,
  	"payments" numeric,
  	"paid_periods" numeric DEFAULT 0 NOT NULL,
  	"failures" numeric DEFAULT 0 NOT NULL,
  	"anchor" timestamp(3) with time zone NOT NULL,
  	"period_end" timestamp(3) with time zone NOT NULL,
  	"next_step_at" timestamp(3) with time zone,
  	"cancel_at_period_end" boolean DEFAULT false,
  	"is_completed" boolean DEFAULT false,
  	"provider" varchar NOT NULL,
  	"session" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "subscriptions_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "access_grants" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"enrollment_id" uuid NOT NULL,
  	"key" varchar NOT NULL,
  	"order_id" uuid,
  	"starts_at" timestamp(3) with time zone NOT NULL,
  	"ends_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "access_grants_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  DROP INDEX "tenant_order_offer_idx";
  ALTER TABLE "offers" ADD COLUMN "interval" "enum_offers_interval" DEFAULT 'month';
  ALTER TABLE "offers" ADD COLUMN "trial_days" numeric DEFAULT 0;
  ALTER TABLE "offers" ADD COLUMN "payments" numeric;
  ALTER TABLE "offers" ADD COLUMN "access_unit" "enum_offers_access_unit" DEFAULT 'forever';
  ALTER TABLE "offers" ADD COLUMN "access_count" numeric;
  ALTER TABLE "orders" ADD COLUMN "subscription_id" uuid;
  ALTER TABLE "orders" ADD COLUMN "period" numeric;
  ALTER TABLE "orders" ADD COLUMN "terms" jsonb;
  ALTER TABLE "order_lines" ADD COLUMN "access_unit" "enum_order_lines_access_unit" DEFAULT 'forever';
  ALTER TABLE "order_lines" ADD COLUMN "access_count" numeric;
  ALTER TABLE "gateway_sessions" ADD COLUMN "card_works" boolean DEFAULT true;
  ALTER TABLE "enrollments" ADD COLUMN "access_until" timestamp(3) with time zone;
  ALTER TABLE "offers_rels" ADD CONSTRAINT "offers_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."offers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "offers_rels" ADD CONSTRAINT "offers_rels_courses_fk" FOREIGN KEY ("courses_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_buyer_wall" FOREIGN KEY ("buyer_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_offer_wall" FOREIGN KEY ("offer_id","tenant_id") REFERENCES "public"."offers"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "access_grants" ADD CONSTRAINT "access_grants_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "access_grants" ADD CONSTRAINT "access_grants_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "access_grants" ADD CONSTRAINT "access_grants_enrollment_wall" FOREIGN KEY ("enrollment_id","tenant_id") REFERENCES "public"."enrollments"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "access_grants" ADD CONSTRAINT "access_grants_order_wall" FOREIGN KEY ("order_id","tenant_id") REFERENCES "public"."orders"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "offers_rels_order_idx" ON "offers_rels" USING btree ("order");
  CREATE INDEX "offers_rels_parent_idx" ON "offers_rels" USING btree ("parent_id");
  CREATE INDEX "offers_rels_path_idx" ON "offers_rels" USING btree ("path");
  CREATE INDEX "offers_rels_courses_id_idx" ON "offers_rels" USING btree ("courses_id");
  CREATE INDEX "subscriptions_tenant_idx" ON "subscriptions" USING btree ("tenant_id");
  CREATE INDEX "subscriptions_buyer_idx" ON "subscriptions" USING btree ("buyer_id");
  CREATE INDEX "subscriptions_offer_idx" ON "subscriptions" USING btree ("offer_id");
  CREATE INDEX "subscriptions_updated_at_idx" ON "subscriptions" USING btree ("updated_at");
  CREATE INDEX "subscriptions_created_at_idx" ON "subscriptions" USING btree ("created_at");
  CREATE INDEX "status_nextStepAt_idx" ON "subscriptions" USING btree ("status","next_step_at");
  CREATE INDEX "access_grants_tenant_idx" ON "access_grants" USING btree ("tenant_id");
  CREATE INDEX "access_grants_enrollment_idx" ON "access_grants" USING btree ("enrollment_id");
  CREATE INDEX "access_grants_order_idx" ON "access_grants" USING btree ("order_id");
  CREATE INDEX "access_grants_updated_at_idx" ON "access_grants" USING btree ("updated_at");
  CREATE INDEX "access_grants_created_at_idx" ON "access_grants" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_enrollment_key_idx" ON "access_grants" USING btree ("tenant_id","enrollment_id","key");
  ALTER TABLE "orders" ADD CONSTRAINT "orders_subscription_id_subscriptions_id_fk" FOREIGN KEY ("subscription_id") REFERENCES "public"."subscriptions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_subscription_wall" FOREIGN KEY ("subscription_id","tenant_id") REFERENCES "public"."subscriptions"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "orders_subscription_idx" ON "orders" USING btree ("subscription_id");
  CREATE UNIQUE INDEX "tenant_subscription_period_idx" ON "orders" USING btree ("tenant_id","subscription_id","period");
  CREATE UNIQUE INDEX "tenant_order_offer_course_idx" ON "order_lines" USING btree ("tenant_id","order_id","offer_id","course_id");`)
  // What was open before there were grants stays open for good.
  await db.execute(sql`
    insert into access_grants (id, tenant_id, enrollment_id, key, order_id, starts_at)
    select uuidv7(), tenant_id, id, coalesce('order:' || order_id, source::text), order_id, created_at from enrollments`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "offers_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "subscriptions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "access_grants" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "offers_rels" CASCADE;
  DROP TABLE "subscriptions" CASCADE;
  DROP TABLE "access_grants" CASCADE;
  ALTER TABLE "orders" DROP CONSTRAINT "orders_subscription_id_subscriptions_id_fk";
  
  ALTER TABLE "orders" DROP CONSTRAINT "orders_subscription_wall";
  
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('alreadyRegistered', 'certificate', 'changeEmail', 'confirm', 'courseUpdate', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'passwordChanged', 'receipt', 'reset', 'setPassword', 'signInInstead');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  ALTER TABLE "offers" ALTER COLUMN "kind" SET DATA TYPE text;
  ALTER TABLE "offers" ALTER COLUMN "kind" SET DEFAULT 'oneTime'::text;
  DROP TYPE "public"."enum_offers_kind";
  CREATE TYPE "public"."enum_offers_kind" AS ENUM('free', 'oneTime');
  ALTER TABLE "offers" ALTER COLUMN "kind" SET DEFAULT 'oneTime'::"public"."enum_offers_kind";
  ALTER TABLE "offers" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_offers_kind" USING "kind"::"public"."enum_offers_kind";
  ALTER TABLE "enrollments" ALTER COLUMN "source" SET DATA TYPE text;
  ALTER TABLE "enrollments" ALTER COLUMN "source" SET DEFAULT 'staff'::text;
  DROP TYPE "public"."enum_enrollments_source";
  CREATE TYPE "public"."enum_enrollments_source" AS ENUM('order', 'free', 'staff');
  ALTER TABLE "enrollments" ALTER COLUMN "source" SET DEFAULT 'staff'::"public"."enum_enrollments_source";
  ALTER TABLE "enrollments" ALTER COLUMN "source" SET DATA TYPE "public"."enum_enrollments_source" USING "source"::"public"."enum_enrollments_source";
  DROP INDEX "orders_subscription_idx";
  DROP INDEX "tenant_subscription_period_idx";
  DROP INDEX "tenant_order_offer_course_idx";
  CREATE UNIQUE INDEX "tenant_order_offer_idx" ON "order_lines" USING btree ("tenant_id","order_id","offer_id");
  ALTER TABLE "offers" DROP COLUMN "interval";
  ALTER TABLE "offers" DROP COLUMN "trial_days";
  ALTER TABLE "offers" DROP COLUMN "payments";
  ALTER TABLE "offers" DROP COLUMN "access_unit";
  ALTER TABLE "offers" DROP COLUMN "access_count";
  ALTER TABLE "orders" DROP COLUMN "subscription_id";
  ALTER TABLE "orders" DROP COLUMN "period";
  ALTER TABLE "orders" DROP COLUMN "terms";
  ALTER TABLE "order_lines" DROP COLUMN "access_unit";
  ALTER TABLE "order_lines" DROP COLUMN "access_count";
  ALTER TABLE "gateway_sessions" DROP COLUMN "card_works";
  ALTER TABLE "enrollments" DROP COLUMN "access_until";
  DROP TYPE "public"."enum_offers_interval";
  DROP TYPE "public"."enum_offers_access_unit";
  DROP TYPE "public"."enum_subscriptions_status";
  DROP TYPE "public"."enum_subscriptions_kind";
  DROP TYPE "public"."enum_subscriptions_interval";
  DROP TYPE "public"."enum_order_lines_access_unit";`)
}
