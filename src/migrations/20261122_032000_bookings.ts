import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_booking_steps_state" AS ENUM('requested', 'waitlisted', 'awaitingPayment', 'confirmed', 'attended', 'cancelled', 'refunded');
  CREATE TYPE "public"."enum_booking_steps_side" AS ENUM('learner', 'school', 'time');
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'bookingNews' BEFORE 'certificate';
  CREATE TABLE "booking_steps" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"course_id" uuid NOT NULL,
  	"cohort_id" uuid,
  	"state" "enum_booking_steps_state" NOT NULL,
  	"side" "enum_booking_steps_side" NOT NULL,
  	"number" numeric NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "booking_steps_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "tenants" ADD COLUMN "settings_mails_bookings" boolean DEFAULT true;
  ALTER TABLE "booking_steps" ADD CONSTRAINT "booking_steps_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "booking_steps" ADD CONSTRAINT "booking_steps_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "booking_steps" ADD CONSTRAINT "booking_steps_learner_wall" FOREIGN KEY ("learner_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "booking_steps" ADD CONSTRAINT "booking_steps_course_wall" FOREIGN KEY ("course_id","tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "booking_steps" ADD CONSTRAINT "booking_steps_cohort_wall" FOREIGN KEY ("cohort_id","tenant_id") REFERENCES "public"."cohorts"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "booking_steps_tenant_idx" ON "booking_steps" USING btree ("tenant_id");
  CREATE INDEX "booking_steps_learner_idx" ON "booking_steps" USING btree ("learner_id");
  CREATE INDEX "booking_steps_course_idx" ON "booking_steps" USING btree ("course_id");
  CREATE INDEX "booking_steps_cohort_idx" ON "booking_steps" USING btree ("cohort_id");
  CREATE INDEX "booking_steps_updated_at_idx" ON "booking_steps" USING btree ("updated_at");
  CREATE INDEX "booking_steps_created_at_idx" ON "booking_steps" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_learner_course_number_idx" ON "booking_steps" USING btree ("tenant_id","learner_id","course_id","number");`)
  // Bookings of before, as far as the rows that stayed of them tell.
  await db.execute(sql`
   INSERT INTO "booking_steps" (id, tenant_id, learner_id, course_id, cohort_id, state, side, number, created_at)
   SELECT uuidv7(), s.tenant_id, s.learner_id, s.course_id, s.cohort_id, s.state::enum_booking_steps_state, s.side::enum_booking_steps_side,
     row_number() OVER (PARTITION BY s.learner_id, s.course_id ORDER BY s.at, s.place), s.at
   FROM (
     SELECT e.tenant_id, e.learner_id, e.course_id, e.cohort_id, 'confirmed' AS state,
       CASE WHEN e.source = 'staff' THEN 'school' ELSE 'learner' END AS side, e.created_at AS at, 1 AS place FROM enrollments e
     UNION ALL SELECT e.tenant_id, e.learner_id, e.course_id, e.cohort_id, 'attended', 'learner', greatest(e.completed_at, e.created_at), 2
       FROM enrollments e WHERE e.completed_at IS NOT NULL
     UNION ALL SELECT e.tenant_id, e.learner_id, e.course_id, e.cohort_id, 'cancelled', 'school', greatest(e.updated_at, e.completed_at, e.created_at), 3
       FROM enrollments e WHERE e.status = 'revoked'
     UNION ALL SELECT w.tenant_id, w.learner_id, k.course_id, w.cohort_id, 'waitlisted', 'learner', w.joined_at, 1
       FROM waitlist_entries w JOIN cohorts k ON k.id = w.cohort_id
       WHERE w.status IN ('waiting', 'offered') AND NOT EXISTS (SELECT 1 FROM enrollments e WHERE e.learner_id = w.learner_id AND e.course_id = k.course_id)
   ) s;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "booking_steps" CASCADE;
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('accessChanged', 'accessEnding', 'accountErased', 'accountErasing', 'alreadyRegistered', 'attemptGraded', 'certificate', 'changeEmail', 'confirm', 'courseAnswered', 'courseApproved', 'courseReturned', 'courseSubmitted', 'courseUpdate', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'lessonsOpened', 'passwordChanged', 'paymentFailed', 'placeOffered', 'planEnded', 'prerequisitesMet', 'receipt', 'reset', 'reviewRequest', 'setPassword', 'signInInstead', 'teamInvitation', 'teamNews', 'waitlistNews', 'workReviewed');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  ALTER TABLE "tenants" DROP COLUMN "settings_mails_bookings";
  DROP TYPE "public"."enum_booking_steps_state";
  DROP TYPE "public"."enum_booking_steps_side";`)
}
