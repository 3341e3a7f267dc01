import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_payments_failure" AS ENUM('declined', 'authenticationRequired', 'cardMissing');
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'paymentConfirm' BEFORE 'paymentFailed';
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'paymentLastCall' BEFORE 'placeOffered';
  ALTER TABLE "gateway_sessions" DROP CONSTRAINT "gateway_sessions_order_wall";
  
  DROP INDEX "tenant_order_1_idx";
  DROP INDEX "tenant_order_2_idx";
  DROP INDEX "tenant_key_3_idx";
  ALTER TABLE "gateway_sessions" ALTER COLUMN "order_id" DROP NOT NULL;
  ALTER TABLE "tenants" ADD COLUMN "settings_recurring_retry_days" varchar DEFAULT '1, 3, 5';
  ALTER TABLE "tenants" ADD COLUMN "settings_recurring_grace_days" numeric DEFAULT 7;
  ALTER TABLE "tenants" ADD COLUMN "settings_recurring_skips_weekends" boolean DEFAULT true;
  ALTER TABLE "payments" ADD COLUMN "failure" "enum_payments_failure";
  ALTER TABLE "gateway_sessions" ADD COLUMN "key" varchar;
  UPDATE "gateway_sessions" SET "key" = "order_id"::text;
  ALTER TABLE "gateway_sessions" ALTER COLUMN "key" SET NOT NULL;
  ALTER TABLE "gateway_sessions" ADD COLUMN "subscription_id" uuid;
  ALTER TABLE "gateway_sessions" ADD COLUMN "recurs" boolean DEFAULT false;
  UPDATE "gateway_sessions" g SET "recurs" = true FROM "orders" o WHERE o."id" = g."order_id" AND o."terms" IS NOT NULL;
  ALTER TABLE "gateway_sessions" ADD CONSTRAINT "gateway_sessions_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "gateway_sessions" ADD CONSTRAINT "gateway_sessions_subscription_id_subscriptions_id_fk" FOREIGN KEY ("subscription_id") REFERENCES "public"."subscriptions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "gateway_sessions" ADD CONSTRAINT "gateway_sessions_subscription_wall" FOREIGN KEY ("subscription_id","tenant_id") REFERENCES "public"."subscriptions"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "gateway_sessions" ADD CONSTRAINT "gateway_sessions_order_wall" FOREIGN KEY ("order_id","tenant_id") REFERENCES "public"."orders"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "gateway_sessions_subscription_idx" ON "gateway_sessions" USING btree ("subscription_id");
  CREATE UNIQUE INDEX "tenant_key_3_idx" ON "gateway_sessions" USING btree ("tenant_id","key");
  CREATE UNIQUE INDEX "tenant_order_1_idx" ON "invoices" USING btree ("tenant_id","order_id");
  CREATE UNIQUE INDEX "tenant_key_4_idx" ON "refunds" USING btree ("tenant_id","key");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "gateway_sessions" DROP CONSTRAINT "gateway_sessions_order_id_orders_id_fk";
  
  ALTER TABLE "gateway_sessions" DROP CONSTRAINT "gateway_sessions_subscription_id_subscriptions_id_fk";
  
  ALTER TABLE "gateway_sessions" DROP CONSTRAINT "gateway_sessions_subscription_wall";
  
  ALTER TABLE "gateway_sessions" DROP CONSTRAINT "gateway_sessions_order_wall";
  
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('accessChanged', 'accessEnding', 'accountErased', 'accountErasing', 'alreadyRegistered', 'attemptGraded', 'bookingNews', 'certificate', 'changeEmail', 'commentWritten', 'confirm', 'courseAnswered', 'courseApproved', 'courseReturned', 'courseSubmitted', 'courseUpdate', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'lessonsOpened', 'markChanged', 'passwordChanged', 'paymentFailed', 'placeOffered', 'planEnded', 'prerequisitesMet', 'receipt', 'refund', 'requestNews', 'reset', 'reviewRequest', 'setPassword', 'signInInstead', 'teamInvitation', 'teamNews', 'waitlistNews', 'workReviewed');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  DROP INDEX "gateway_sessions_subscription_idx";
  DROP INDEX "tenant_key_3_idx";
  DROP INDEX "tenant_order_1_idx";
  DROP INDEX "tenant_key_4_idx";
  ALTER TABLE "gateway_sessions" ALTER COLUMN "order_id" SET NOT NULL;
  ALTER TABLE "gateway_sessions" ADD CONSTRAINT "gateway_sessions_order_wall" FOREIGN KEY ("order_id","tenant_id") REFERENCES "public"."orders"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  CREATE UNIQUE INDEX "tenant_order_1_idx" ON "gateway_sessions" USING btree ("tenant_id","order_id");
  CREATE UNIQUE INDEX "tenant_order_2_idx" ON "invoices" USING btree ("tenant_id","order_id");
  CREATE UNIQUE INDEX "tenant_key_3_idx" ON "refunds" USING btree ("tenant_id","key");
  ALTER TABLE "tenants" DROP COLUMN "settings_recurring_retry_days";
  ALTER TABLE "tenants" DROP COLUMN "settings_recurring_grace_days";
  ALTER TABLE "tenants" DROP COLUMN "settings_recurring_skips_weekends";
  ALTER TABLE "payments" DROP COLUMN "failure";
  ALTER TABLE "gateway_sessions" DROP COLUMN "key";
  ALTER TABLE "gateway_sessions" DROP COLUMN "subscription_id";
  ALTER TABLE "gateway_sessions" DROP COLUMN "recurs";
  DROP TYPE "public"."enum_payments_failure";`)
}
