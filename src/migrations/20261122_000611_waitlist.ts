import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_waitlist_entries_status" AS ENUM('waiting', 'offered', 'taken', 'declined', 'lapsed', 'left', 'removed');
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'placeOffered' BEFORE 'planEnded';
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'waitlistNews' BEFORE 'workReviewed';
  CREATE TABLE "waitlist_entries" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"cohort_id" uuid NOT NULL,
  	"status" "enum_waitlist_entries_status" DEFAULT 'waiting' NOT NULL,
  	"rank" numeric DEFAULT 0 NOT NULL,
  	"joined_at" timestamp(3) with time zone NOT NULL,
  	"offered_at" timestamp(3) with time zone,
  	"offered_until" timestamp(3) with time zone,
  	"reason" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "waitlist_entries_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "cohorts" ADD COLUMN "has_waitlist" boolean DEFAULT true;
  ALTER TABLE "cohorts" ADD COLUMN "offer_hours" numeric DEFAULT 48;
  ALTER TABLE "waitlist_entries" ADD CONSTRAINT "waitlist_entries_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "waitlist_entries" ADD CONSTRAINT "waitlist_entries_learner_wall" FOREIGN KEY ("learner_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "waitlist_entries" ADD CONSTRAINT "waitlist_entries_cohort_wall" FOREIGN KEY ("cohort_id","tenant_id") REFERENCES "public"."cohorts"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  CREATE INDEX "waitlist_entries_tenant_idx" ON "waitlist_entries" USING btree ("tenant_id");
  CREATE INDEX "waitlist_entries_learner_idx" ON "waitlist_entries" USING btree ("learner_id");
  CREATE INDEX "waitlist_entries_cohort_idx" ON "waitlist_entries" USING btree ("cohort_id");
  CREATE INDEX "waitlist_entries_updated_at_idx" ON "waitlist_entries" USING btree ("updated_at");
  CREATE INDEX "waitlist_entries_created_at_idx" ON "waitlist_entries" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_cohort_learner_idx" ON "waitlist_entries" USING btree ("tenant_id","cohort_id","learner_id");
  CREATE INDEX "cohort_status_rank_idx" ON "waitlist_entries" USING btree ("cohort_id","status","rank");
  CREATE INDEX "status_offeredUntil_idx" ON "waitlist_entries" USING btree ("status","offered_until");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "waitlist_entries" CASCADE;
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('accessChanged', 'accessEnding', 'accountErased', 'accountErasing', 'alreadyRegistered', 'attemptGraded', 'certificate', 'changeEmail', 'confirm', 'courseAnswered', 'courseApproved', 'courseReturned', 'courseSubmitted', 'courseUpdate', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'lessonsOpened', 'passwordChanged', 'paymentFailed', 'planEnded', 'prerequisitesMet', 'receipt', 'reset', 'reviewRequest', 'setPassword', 'signInInstead', 'workReviewed');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  ALTER TABLE "cohorts" DROP COLUMN "has_waitlist";
  ALTER TABLE "cohorts" DROP COLUMN "offer_hours";
  DROP TYPE "public"."enum_waitlist_entries_status";`)
}
