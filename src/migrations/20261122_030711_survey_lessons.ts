import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_lessons_kind" ADD VALUE 'survey';
  ALTER TYPE "public"."enum__lessons_v_version_kind" ADD VALUE 'survey';
  CREATE TABLE "survey_answers" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"lesson_id" uuid NOT NULL,
  	"course_id" uuid NOT NULL,
  	"learner_id" uuid,
  	"submitted_at" timestamp(3) with time zone,
  	"answers" jsonb NOT NULL,
  	CONSTRAINT "survey_answers_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "lessons" ADD COLUMN "survey_is_anonymous" boolean DEFAULT false;
  ALTER TABLE "lessons" ADD COLUMN "survey_questions" jsonb;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_survey_is_anonymous" boolean DEFAULT false;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_survey_questions" jsonb;
  ALTER TABLE "survey_answers" ADD CONSTRAINT "survey_answers_learner_id_users_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "survey_answers" ADD CONSTRAINT "survey_answers_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "survey_answers" ADD CONSTRAINT "survey_answers_lesson_wall" FOREIGN KEY ("lesson_id","tenant_id") REFERENCES "public"."lessons"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "survey_answers" ADD CONSTRAINT "survey_answers_course_wall" FOREIGN KEY ("course_id","tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "survey_answers" ADD CONSTRAINT "survey_answers_learner_wall" FOREIGN KEY ("learner_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "survey_answers_tenant_idx" ON "survey_answers" USING btree ("tenant_id");
  CREATE INDEX "survey_answers_lesson_idx" ON "survey_answers" USING btree ("lesson_id");
  CREATE INDEX "survey_answers_course_idx" ON "survey_answers" USING btree ("course_id");
  CREATE INDEX "survey_answers_learner_idx" ON "survey_answers" USING btree ("learner_id");
  CREATE UNIQUE INDEX "tenant_lesson_learner_idx" ON "survey_answers" USING btree ("tenant_id","lesson_id","learner_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "survey_answers" CASCADE;
  ALTER TABLE "lessons" ALTER COLUMN "kind" SET DATA TYPE text;
  ALTER TABLE "lessons" ALTER COLUMN "kind" SET DEFAULT 'video'::text;
  DROP TYPE "public"."enum_lessons_kind";
  CREATE TYPE "public"."enum_lessons_kind" AS ENUM('video', 'audio', 'text', 'pdf', 'slides', 'download', 'embed', 'live', 'scorm', 'quiz', 'assignment');
  ALTER TABLE "lessons" ALTER COLUMN "kind" SET DEFAULT 'video'::"public"."enum_lessons_kind";
  ALTER TABLE "lessons" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_lessons_kind" USING "kind"::"public"."enum_lessons_kind";
  ALTER TABLE "_lessons_v" ALTER COLUMN "version_kind" SET DATA TYPE text;
  ALTER TABLE "_lessons_v" ALTER COLUMN "version_kind" SET DEFAULT 'video'::text;
  DROP TYPE "public"."enum__lessons_v_version_kind";
  CREATE TYPE "public"."enum__lessons_v_version_kind" AS ENUM('video', 'audio', 'text', 'pdf', 'slides', 'download', 'embed', 'live', 'scorm', 'quiz', 'assignment');
  ALTER TABLE "_lessons_v" ALTER COLUMN "version_kind" SET DEFAULT 'video'::"public"."enum__lessons_v_version_kind";
  ALTER TABLE "_lessons_v" ALTER COLUMN "version_kind" SET DATA TYPE "public"."enum__lessons_v_version_kind" USING "version_kind"::"public"."enum__lessons_v_version_kind";
  ALTER TABLE "lessons" DROP COLUMN "survey_is_anonymous";
  ALTER TABLE "lessons" DROP COLUMN "survey_questions";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_survey_is_anonymous";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_survey_questions";`)
}
