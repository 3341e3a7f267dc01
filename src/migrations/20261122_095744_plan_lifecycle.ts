import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_tenants_settings_recurring_counter_offer" AS ENUM('none', 'pause', 'discount');
  CREATE TYPE "public"."enum_offers_library" AS ENUM('none', 'all', 'categories');
  CREATE TYPE "public"."enum_subscriptions_cancel_reason" AS ENUM('tooExpensive', 'noTime', 'finished', 'notAsExpected', 'technical', 'other');
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'planWinBack' BEFORE 'prerequisitesMet';
  ALTER TYPE "public"."enum_subscriptions_status" ADD VALUE 'paused' BEFORE 'canceled';
  ALTER TABLE "tenants" ADD COLUMN "settings_recurring_counter_offer" "enum_tenants_settings_recurring_counter_offer" DEFAULT 'none';
  ALTER TABLE "tenants" ADD COLUMN "settings_recurring_counter_percent" numeric DEFAULT 20;
  ALTER TABLE "tenants" ADD COLUMN "settings_recurring_counter_periods" numeric DEFAULT 3;
  ALTER TABLE "tenants" ADD COLUMN "settings_recurring_win_back_days" numeric DEFAULT 0;
  ALTER TABLE "offers_prices" ADD COLUMN "setup_fee" numeric DEFAULT 0;
  ALTER TABLE "offers" ADD COLUMN "most_pause_months" numeric DEFAULT 0;
  ALTER TABLE "offers" ADD COLUMN "library" "enum_offers_library" DEFAULT 'none';
  ALTER TABLE "offers_rels" ADD COLUMN "categories_id" uuid;
  ALTER TABLE "subscriptions" ADD COLUMN "cancel_reason" "enum_subscriptions_cancel_reason";
  ALTER TABLE "subscriptions" ADD COLUMN "cancel_note" varchar;
  ALTER TABLE "subscriptions" ADD COLUMN "credit" numeric DEFAULT 0 NOT NULL;
  ALTER TABLE "subscriptions" ADD COLUMN "discount_percent" numeric DEFAULT 0;
  ALTER TABLE "subscriptions" ADD COLUMN "discount_periods" numeric DEFAULT 0;
  ALTER TABLE "subscriptions" ADD COLUMN "paused_at" timestamp(3) with time zone;
  ALTER TABLE "subscriptions" ADD COLUMN "ended_at" timestamp(3) with time zone;
  ALTER TABLE "subscriptions" ADD COLUMN "won_back_at" timestamp(3) with time zone;
  ALTER TABLE "subscriptions" ADD COLUMN "base" numeric DEFAULT 0;
  ALTER TABLE "subscriptions" ADD COLUMN "period_value" numeric DEFAULT 0;
  UPDATE "subscriptions" s SET "period_value" = coalesce((SELECT o."total" FROM "orders" o WHERE o."subscription_id" = s."id" AND o."period" = s."paid_periods" - 1), 0);
  ALTER TABLE "offers_rels" ADD CONSTRAINT "offers_rels_categories_fk" FOREIGN KEY ("categories_id") REFERENCES "public"."categories"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "offers_rels_categories_id_idx" ON "offers_rels" USING btree ("categories_id");
  CREATE INDEX "endedAt_wonBackAt_idx" ON "subscriptions" USING btree ("ended_at","won_back_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "offers_rels" DROP CONSTRAINT "offers_rels_categories_fk";
  
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('accessChanged', 'accessEnding', 'accountErased', 'accountErasing', 'alreadyRegistered', 'attemptGraded', 'bookingNews', 'certificate', 'changeEmail', 'commentWritten', 'confirm', 'courseAnswered', 'courseApproved', 'courseReturned', 'courseSubmitted', 'courseUpdate', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'lessonsOpened', 'markChanged', 'passwordChanged', 'paymentConfirm', 'paymentFailed', 'paymentLastCall', 'placeOffered', 'planEnded', 'prerequisitesMet', 'receipt', 'refund', 'requestNews', 'reset', 'reviewRequest', 'setPassword', 'signInInstead', 'teamInvitation', 'teamNews', 'waitlistNews', 'workReviewed');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  ALTER TABLE "subscriptions" ALTER COLUMN "status" SET DATA TYPE text;
  DROP TYPE "public"."enum_subscriptions_status";
  CREATE TYPE "public"."enum_subscriptions_status" AS ENUM('trialing', 'active', 'pastDue', 'canceled', 'ended');
  ALTER TABLE "subscriptions" ALTER COLUMN "status" SET DATA TYPE "public"."enum_subscriptions_status" USING "status"::"public"."enum_subscriptions_status";
  DROP INDEX "offers_rels_categories_id_idx";
  DROP INDEX "endedAt_wonBackAt_idx";
  ALTER TABLE "tenants" DROP COLUMN "settings_recurring_counter_offer";
  ALTER TABLE "tenants" DROP COLUMN "settings_recurring_counter_percent";
  ALTER TABLE "tenants" DROP COLUMN "settings_recurring_counter_periods";
  ALTER TABLE "tenants" DROP COLUMN "settings_recurring_win_back_days";
  ALTER TABLE "offers_prices" DROP COLUMN "setup_fee";
  ALTER TABLE "offers" DROP COLUMN "most_pause_months";
  ALTER TABLE "offers" DROP COLUMN "library";
  ALTER TABLE "offers_rels" DROP COLUMN "categories_id";
  ALTER TABLE "subscriptions" DROP COLUMN "cancel_reason";
  ALTER TABLE "subscriptions" DROP COLUMN "cancel_note";
  ALTER TABLE "subscriptions" DROP COLUMN "credit";
  ALTER TABLE "subscriptions" DROP COLUMN "discount_percent";
  ALTER TABLE "subscriptions" DROP COLUMN "discount_periods";
  ALTER TABLE "subscriptions" DROP COLUMN "paused_at";
  ALTER TABLE "subscriptions" DROP COLUMN "ended_at";
  ALTER TABLE "subscriptions" DROP COLUMN "won_back_at";
  ALTER TABLE "subscriptions" DROP COLUMN "base";
  ALTER TABLE "subscriptions" DROP COLUMN "period_value";
  DROP TYPE "public"."enum_tenants_settings_recurring_counter_offer";
  DROP TYPE "public"."enum_offers_library";
  DROP TYPE "public"."enum_subscriptions_cancel_reason";`)
}
