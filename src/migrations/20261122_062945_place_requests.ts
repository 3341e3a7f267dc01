import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_place_requests_status" AS ENUM('requested', 'approved', 'waitlisted', 'taken', 'declined', 'withdrawn', 'lapsed');
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'requestNews' BEFORE 'reset';
  CREATE TABLE "place_requests" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"course_id" uuid NOT NULL,
  	"offer_id" uuid,
  	"cohort_id" uuid,
  	"status" "enum_place_requests_status" DEFAULT 'requested' NOT NULL,
  	"question" varchar,
  	"message" varchar,
  	"reason" varchar,
  	"decided_by_id" uuid,
  	"decided_at" timestamp(3) with time zone,
  	"pay_until" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "place_requests_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "offers" ADD COLUMN "is_on_request" boolean DEFAULT false;
  ALTER TABLE "offers" ADD COLUMN "request_question" varchar;
  ALTER TABLE "offers" ADD COLUMN "days_to_pay" numeric DEFAULT 7;
  ALTER TABLE "place_requests" ADD CONSTRAINT "place_requests_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "place_requests" ADD CONSTRAINT "place_requests_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "place_requests" ADD CONSTRAINT "place_requests_decided_by_id_users_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "place_requests" ADD CONSTRAINT "place_requests_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "place_requests" ADD CONSTRAINT "place_requests_learner_wall" FOREIGN KEY ("learner_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "place_requests" ADD CONSTRAINT "place_requests_course_wall" FOREIGN KEY ("course_id","tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "place_requests" ADD CONSTRAINT "place_requests_offer_wall" FOREIGN KEY ("offer_id","tenant_id") REFERENCES "public"."offers"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "place_requests" ADD CONSTRAINT "place_requests_cohort_wall" FOREIGN KEY ("cohort_id","tenant_id") REFERENCES "public"."cohorts"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "place_requests" ADD CONSTRAINT "place_requests_decidedBy_wall" FOREIGN KEY ("decided_by_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "place_requests_tenant_idx" ON "place_requests" USING btree ("tenant_id");
  CREATE INDEX "place_requests_learner_idx" ON "place_requests" USING btree ("learner_id");
  CREATE INDEX "place_requests_course_idx" ON "place_requests" USING btree ("course_id");
  CREATE INDEX "place_requests_offer_idx" ON "place_requests" USING btree ("offer_id");
  CREATE INDEX "place_requests_cohort_idx" ON "place_requests" USING btree ("cohort_id");
  CREATE INDEX "place_requests_decided_by_idx" ON "place_requests" USING btree ("decided_by_id");
  CREATE INDEX "place_requests_updated_at_idx" ON "place_requests" USING btree ("updated_at");
  CREATE INDEX "place_requests_created_at_idx" ON "place_requests" USING btree ("created_at");
  CREATE INDEX "cohort_status_idx" ON "place_requests" USING btree ("cohort_id","status");
  CREATE INDEX "status_payUntil_idx" ON "place_requests" USING btree ("status","pay_until");
  CREATE INDEX "tenant_status_createdAt_idx" ON "place_requests" USING btree ("tenant_id","status","created_at");
  CREATE UNIQUE INDEX "place_requests_open_uq" ON "place_requests" USING btree ("tenant_id","learner_id","course_id") WHERE status in ('requested', 'approved');`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "place_requests" CASCADE;
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('accessChanged', 'accessEnding', 'accountErased', 'accountErasing', 'alreadyRegistered', 'attemptGraded', 'bookingNews', 'certificate', 'changeEmail', 'commentWritten', 'confirm', 'courseAnswered', 'courseApproved', 'courseReturned', 'courseSubmitted', 'courseUpdate', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'lessonsOpened', 'passwordChanged', 'paymentFailed', 'placeOffered', 'planEnded', 'prerequisitesMet', 'receipt', 'reset', 'reviewRequest', 'setPassword', 'signInInstead', 'teamInvitation', 'teamNews', 'waitlistNews', 'workReviewed');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  ALTER TABLE "offers" DROP COLUMN "is_on_request";
  ALTER TABLE "offers" DROP COLUMN "request_question";
  ALTER TABLE "offers" DROP COLUMN "days_to_pay";
  DROP TYPE "public"."enum_place_requests_status";`)
}
