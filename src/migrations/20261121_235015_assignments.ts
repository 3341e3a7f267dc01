import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_lessons_assignment_due" AS ENUM('none', 'date', 'enrolled', 'released');
  CREATE TYPE "public"."enum_lessons_assignment_late" AS ENUM('accepted', 'deducted', 'refused');
  CREATE TYPE "public"."enum_lessons_assignment_resubmission" AS ENUM('returned', 'untilDue', 'times', 'none');
  CREATE TYPE "public"."enum__lessons_v_version_assignment_due" AS ENUM('none', 'date', 'enrolled', 'released');
  CREATE TYPE "public"."enum__lessons_v_version_assignment_late" AS ENUM('accepted', 'deducted', 'refused');
  CREATE TYPE "public"."enum__lessons_v_version_assignment_resubmission" AS ENUM('returned', 'untilDue', 'times', 'none');
  CREATE TYPE "public"."enum_submissions_state" AS ENUM('draft', 'submitted', 'replaced', 'returned', 'graded');
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'workReviewed';
  ALTER TYPE "public"."enum_lessons_kind" ADD VALUE 'assignment';
  ALTER TYPE "public"."enum_lessons_completion_rule" ADD VALUE 'submitted' BEFORE 'manual';
  ALTER TYPE "public"."enum__lessons_v_version_kind" ADD VALUE 'assignment';
  ALTER TYPE "public"."enum__lessons_v_version_completion_rule" ADD VALUE 'submitted' BEFORE 'manual';
  CREATE TABLE "submission_files" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"lesson_id" uuid NOT NULL,
  	"filename" varchar NOT NULL,
  	"mime_type" varchar,
  	"filesize" numeric NOT NULL,
  	"is_stored" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "submission_files_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "submissions" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"lesson_id" uuid NOT NULL,
  	"course_id" uuid NOT NULL,
  	"enrollment_id" uuid NOT NULL,
  	"number" numeric NOT NULL,
  	"state" "enum_submissions_state" DEFAULT 'draft' NOT NULL,
  	"text" varchar DEFAULT '',
  	"files" jsonb DEFAULT '[]'::jsonb NOT NULL,
  	"due_at" timestamp(3) with time zone,
  	"late_days" numeric DEFAULT 0 NOT NULL,
  	"submitted_at" timestamp(3) with time zone,
  	"points" numeric,
  	"score" numeric,
  	"percent" numeric,
  	"passed" boolean,
  	"comment" varchar DEFAULT '',
  	"levels" jsonb DEFAULT '{}'::jsonb NOT NULL,
  	"remarks" jsonb DEFAULT '[]'::jsonb NOT NULL,
  	"thread" jsonb DEFAULT '[]'::jsonb NOT NULL,
  	"decisions" jsonb DEFAULT '[]'::jsonb NOT NULL,
  	"graded_at" timestamp(3) with time zone,
  	"replied_at" timestamp(3) with time zone,
  	"version" numeric DEFAULT 0 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "submissions_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "lessons" ADD COLUMN "assignment_takes_text" boolean DEFAULT true;
  ALTER TABLE "lessons" ADD COLUMN "assignment_files_documents" boolean DEFAULT false;
  ALTER TABLE "lessons" ADD COLUMN "assignment_files_images" boolean DEFAULT false;
  ALTER TABLE "lessons" ADD COLUMN "assignment_files_audio" boolean DEFAULT false;
  ALTER TABLE "lessons" ADD COLUMN "assignment_files_video" boolean DEFAULT false;
  ALTER TABLE "lessons" ADD COLUMN "assignment_files_archives" boolean DEFAULT false;
  ALTER TABLE "lessons" ADD COLUMN "assignment_files_most" numeric DEFAULT 5;
  ALTER TABLE "lessons" ADD COLUMN "assignment_file_megabytes" numeric DEFAULT 50;
  ALTER TABLE "lessons" ADD COLUMN "assignment_points" numeric DEFAULT 100;
  ALTER TABLE "lessons" ADD COLUMN "assignment_pass_mark" numeric DEFAULT 60;
  ALTER TABLE "lessons" ADD COLUMN "assignment_rubric" jsonb;
  ALTER TABLE "lessons" ADD COLUMN "assignment_due" "enum_lessons_assignment_due" DEFAULT 'none';
  ALTER TABLE "lessons" ADD COLUMN "assignment_due_at" varchar;
  ALTER TABLE "lessons" ADD COLUMN "assignment_due_days" numeric DEFAULT 7;
  ALTER TABLE "lessons" ADD COLUMN "assignment_late" "enum_lessons_assignment_late" DEFAULT 'accepted';
  ALTER TABLE "lessons" ADD COLUMN "assignment_late_deduction" numeric DEFAULT 10;
  ALTER TABLE "lessons" ADD COLUMN "assignment_resubmission" "enum_lessons_assignment_resubmission" DEFAULT 'returned';
  ALTER TABLE "lessons" ADD COLUMN "assignment_resubmissions" numeric DEFAULT 1;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_assignment_takes_text" boolean DEFAULT true;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_assignment_files_documents" boolean DEFAULT false;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_assignment_files_images" boolean DEFAULT false;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_assignment_files_audio" boolean DEFAULT false;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_assignment_files_video" boolean DEFAULT false;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_assignment_files_archives" boolean DEFAULT false;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_assignment_files_most" numeric DEFAULT 5;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_assignment_file_megabytes" numeric DEFAULT 50;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_assignment_points" numeric DEFAULT 100;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_assignment_pass_mark" numeric DEFAULT 60;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_assignment_rubric" jsonb;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_assignment_due" "enum__lessons_v_version_assignment_due" DEFAULT 'none';
  ALTER TABLE "_lessons_v" ADD COLUMN "version_assignment_due_at" varchar;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_assignment_due_days" numeric DEFAULT 7;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_assignment_late" "enum__lessons_v_version_assignment_late" DEFAULT 'accepted';
  ALTER TABLE "_lessons_v" ADD COLUMN "version_assignment_late_deduction" numeric DEFAULT 10;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_assignment_resubmission" "enum__lessons_v_version_assignment_resubmission" DEFAULT 'returned';
  ALTER TABLE "_lessons_v" ADD COLUMN "version_assignment_resubmissions" numeric DEFAULT 1;
  ALTER TABLE "submission_files" ADD CONSTRAINT "submission_files_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "submission_files" ADD CONSTRAINT "submission_files_learner_wall" FOREIGN KEY ("learner_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "submission_files" ADD CONSTRAINT "submission_files_lesson_wall" FOREIGN KEY ("lesson_id","tenant_id") REFERENCES "public"."lessons"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "submissions" ADD CONSTRAINT "submissions_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "submissions" ADD CONSTRAINT "submissions_learner_wall" FOREIGN KEY ("learner_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "submissions" ADD CONSTRAINT "submissions_lesson_wall" FOREIGN KEY ("lesson_id","tenant_id") REFERENCES "public"."lessons"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "submissions" ADD CONSTRAINT "submissions_course_wall" FOREIGN KEY ("course_id","tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "submissions" ADD CONSTRAINT "submissions_enrollment_wall" FOREIGN KEY ("enrollment_id","tenant_id") REFERENCES "public"."enrollments"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  CREATE INDEX "submission_files_tenant_idx" ON "submission_files" USING btree ("tenant_id");
  CREATE INDEX "submission_files_learner_idx" ON "submission_files" USING btree ("learner_id");
  CREATE INDEX "submission_files_lesson_idx" ON "submission_files" USING btree ("lesson_id");
  CREATE INDEX "submission_files_updated_at_idx" ON "submission_files" USING btree ("updated_at");
  CREATE INDEX "submission_files_created_at_idx" ON "submission_files" USING btree ("created_at");
  CREATE INDEX "submissions_tenant_idx" ON "submissions" USING btree ("tenant_id");
  CREATE INDEX "submissions_learner_idx" ON "submissions" USING btree ("learner_id");
  CREATE INDEX "submissions_lesson_idx" ON "submissions" USING btree ("lesson_id");
  CREATE INDEX "submissions_course_idx" ON "submissions" USING btree ("course_id");
  CREATE INDEX "submissions_enrollment_idx" ON "submissions" USING btree ("enrollment_id");
  CREATE INDEX "submissions_replied_at_idx" ON "submissions" USING btree ("replied_at");
  CREATE INDEX "submissions_updated_at_idx" ON "submissions" USING btree ("updated_at");
  CREATE INDEX "submissions_created_at_idx" ON "submissions" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_learner_lesson_number_1_idx" ON "submissions" USING btree ("tenant_id","learner_id","lesson_id","number");
  CREATE INDEX "tenant_state_submittedAt_idx" ON "submissions" USING btree ("tenant_id","state","submitted_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "submission_files" CASCADE;
  DROP TABLE "submissions" CASCADE;
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('accessChanged', 'accessEnding', 'accountErased', 'accountErasing', 'alreadyRegistered', 'attemptGraded', 'certificate', 'changeEmail', 'confirm', 'courseUpdate', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'lessonsOpened', 'passwordChanged', 'paymentFailed', 'planEnded', 'prerequisitesMet', 'receipt', 'reset', 'reviewRequest', 'setPassword', 'signInInstead');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  ALTER TABLE "lessons" ALTER COLUMN "kind" SET DATA TYPE text;
  ALTER TABLE "lessons" ALTER COLUMN "kind" SET DEFAULT 'video'::text;
  DROP TYPE "public"."enum_lessons_kind";
  CREATE TYPE "public"."enum_lessons_kind" AS ENUM('video', 'audio', 'text', 'pdf', 'slides', 'download', 'embed', 'live', 'scorm', 'quiz');
  ALTER TABLE "lessons" ALTER COLUMN "kind" SET DEFAULT 'video'::"public"."enum_lessons_kind";
  ALTER TABLE "lessons" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_lessons_kind" USING "kind"::"public"."enum_lessons_kind";
  ALTER TABLE "lessons" ALTER COLUMN "completion_rule" SET DATA TYPE text;
  DROP TYPE "public"."enum_lessons_completion_rule";
  CREATE TYPE "public"."enum_lessons_completion_rule" AS ENUM('seen', 'end', 'passed', 'downloaded', 'attended', 'package', 'manual');
  ALTER TABLE "lessons" ALTER COLUMN "completion_rule" SET DATA TYPE "public"."enum_lessons_completion_rule" USING "completion_rule"::"public"."enum_lessons_completion_rule";
  ALTER TABLE "_lessons_v" ALTER COLUMN "version_kind" SET DATA TYPE text;
  ALTER TABLE "_lessons_v" ALTER COLUMN "version_kind" SET DEFAULT 'video'::text;
  DROP TYPE "public"."enum__lessons_v_version_kind";
  CREATE TYPE "public"."enum__lessons_v_version_kind" AS ENUM('video', 'audio', 'text', 'pdf', 'slides', 'download', 'embed', 'live', 'scorm', 'quiz');
  ALTER TABLE "_lessons_v" ALTER COLUMN "version_kind" SET DEFAULT 'video'::"public"."enum__lessons_v_version_kind";
  ALTER TABLE "_lessons_v" ALTER COLUMN "version_kind" SET DATA TYPE "public"."enum__lessons_v_version_kind" USING "version_kind"::"public"."enum__lessons_v_version_kind";
  ALTER TABLE "_lessons_v" ALTER COLUMN "version_completion_rule" SET DATA TYPE text;
  DROP TYPE "public"."enum__lessons_v_version_completion_rule";
  CREATE TYPE "public"."enum__lessons_v_version_completion_rule" AS ENUM('seen', 'end', 'passed', 'downloaded', 'attended', 'package', 'manual');
  ALTER TABLE "_lessons_v" ALTER COLUMN "version_completion_rule" SET DATA TYPE "public"."enum__lessons_v_version_completion_rule" USING "version_completion_rule"::"public"."enum__lessons_v_version_completion_rule";
  ALTER TABLE "lessons" DROP COLUMN "assignment_takes_text";
  ALTER TABLE "lessons" DROP COLUMN "assignment_files_documents";
  ALTER TABLE "lessons" DROP COLUMN "assignment_files_images";
  ALTER TABLE "lessons" DROP COLUMN "assignment_files_audio";
  ALTER TABLE "lessons" DROP COLUMN "assignment_files_video";
  ALTER TABLE "lessons" DROP COLUMN "assignment_files_archives";
  ALTER TABLE "lessons" DROP COLUMN "assignment_files_most";
  ALTER TABLE "lessons" DROP COLUMN "assignment_file_megabytes";
  ALTER TABLE "lessons" DROP COLUMN "assignment_points";
  ALTER TABLE "lessons" DROP COLUMN "assignment_pass_mark";
  ALTER TABLE "lessons" DROP COLUMN "assignment_rubric";
  ALTER TABLE "lessons" DROP COLUMN "assignment_due";
  ALTER TABLE "lessons" DROP COLUMN "assignment_due_at";
  ALTER TABLE "lessons" DROP COLUMN "assignment_due_days";
  ALTER TABLE "lessons" DROP COLUMN "assignment_late";
  ALTER TABLE "lessons" DROP COLUMN "assignment_late_deduction";
  ALTER TABLE "lessons" DROP COLUMN "assignment_resubmission";
  ALTER TABLE "lessons" DROP COLUMN "assignment_resubmissions";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_assignment_takes_text";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_assignment_files_documents";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_assignment_files_images";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_assignment_files_audio";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_assignment_files_video";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_assignment_files_archives";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_assignment_files_most";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_assignment_file_megabytes";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_assignment_points";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_assignment_pass_mark";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_assignment_rubric";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_assignment_due";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_assignment_due_at";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_assignment_due_days";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_assignment_late";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_assignment_late_deduction";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_assignment_resubmission";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_assignment_resubmissions";
  DROP TYPE "public"."enum_lessons_assignment_due";
  DROP TYPE "public"."enum_lessons_assignment_late";
  DROP TYPE "public"."enum_lessons_assignment_resubmission";
  DROP TYPE "public"."enum__lessons_v_version_assignment_due";
  DROP TYPE "public"."enum__lessons_v_version_assignment_late";
  DROP TYPE "public"."enum__lessons_v_version_assignment_resubmission";
  DROP TYPE "public"."enum_submissions_state";`)
}
