import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_paths_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__paths_v_version_status" AS ENUM('draft', 'published');
  CREATE TABLE "bank_questions" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"question" jsonb NOT NULL,
  	"tags" varchar,
  	"course_id" uuid,
  	"corrects" boolean DEFAULT true,
  	"is_retired" boolean DEFAULT false,
  	"version" numeric DEFAULT 0,
  	"title" varchar,
  	"key" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "bank_questions_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "bank_versions" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"question_id" uuid NOT NULL,
  	"number" numeric NOT NULL,
  	"corrects" boolean,
  	"body" jsonb NOT NULL,
  	"author_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "bank_versions_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "paths" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"title" varchar,
  	"summary" varchar,
  	"cover_id" uuid,
  	"description" varchar,
  	"steps" jsonb,
  	"slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_paths_status" DEFAULT 'draft',
  	CONSTRAINT "paths_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "_paths_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" uuid,
  	"version_tenant_id" uuid NOT NULL,
  	"version_title" varchar,
  	"version_summary" varchar,
  	"version_cover_id" uuid,
  	"version_description" varchar,
  	"version_steps" jsonb,
  	"version_slug" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__paths_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "path_members" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"path_id" uuid NOT NULL,
  	"percent" numeric DEFAULT 0 NOT NULL,
  	"completed_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "path_members_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "quiz_statistics" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"quiz_id" uuid NOT NULL,
  	"attempts" numeric NOT NULL,
  	"counted_at" timestamp(3) with time zone NOT NULL,
  	"results" jsonb NOT NULL,
  	"items" jsonb NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "quiz_statistics_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "translations" DROP CONSTRAINT "translations_subject";
  ALTER TABLE "certificates" DROP CONSTRAINT "certificates_enrollment_wall";
  
  ALTER TABLE "certificates" DROP CONSTRAINT "certificates_course_wall";
  
  DROP INDEX "tenant_key_idx";
  DROP INDEX "tenant_slug_3_idx";
  DROP INDEX "version_tenant_version_slug_1_idx";
  ALTER TABLE "certificates" ALTER COLUMN "enrollment_id" DROP NOT NULL;
  ALTER TABLE "certificates" ALTER COLUMN "course_id" DROP NOT NULL;
  ALTER TABLE "translations" ADD COLUMN "question_id" uuid;
  ALTER TABLE "translations" ADD COLUMN "path_id" uuid;
  ALTER TABLE "certificates" ADD COLUMN "member_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "paths_id" uuid;
  ALTER TABLE "bank_questions" ADD CONSTRAINT "bank_questions_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bank_questions" ADD CONSTRAINT "bank_questions_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "bank_questions" ADD CONSTRAINT "bank_questions_course_wall" FOREIGN KEY ("course_id","tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "bank_versions" ADD CONSTRAINT "bank_versions_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bank_versions" ADD CONSTRAINT "bank_versions_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "bank_versions" ADD CONSTRAINT "bank_versions_question_wall" FOREIGN KEY ("question_id","tenant_id") REFERENCES "public"."bank_questions"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "bank_versions" ADD CONSTRAINT "bank_versions_author_wall" FOREIGN KEY ("author_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "paths" ADD CONSTRAINT "paths_cover_id_media_id_fk" FOREIGN KEY ("cover_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "paths" ADD CONSTRAINT "paths_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "paths" ADD CONSTRAINT "paths_cover_wall" FOREIGN KEY ("cover_id","tenant_id") REFERENCES "public"."media"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "_paths_v" ADD CONSTRAINT "_paths_v_parent_id_paths_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."paths"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_paths_v" ADD CONSTRAINT "_paths_v_version_cover_id_media_id_fk" FOREIGN KEY ("version_cover_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_paths_v" ADD CONSTRAINT "_paths_v_school" FOREIGN KEY ("version_tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "_paths_v" ADD CONSTRAINT "_paths_v_parent_wall" FOREIGN KEY ("parent_id","version_tenant_id") REFERENCES "public"."paths"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "_paths_v" ADD CONSTRAINT "_paths_v_version_cover_wall" FOREIGN KEY ("version_cover_id","version_tenant_id") REFERENCES "public"."media"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "path_members" ADD CONSTRAINT "path_members_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "path_members" ADD CONSTRAINT "path_members_learner_wall" FOREIGN KEY ("learner_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "path_members" ADD CONSTRAINT "path_members_path_wall" FOREIGN KEY ("path_id","tenant_id") REFERENCES "public"."paths"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "quiz_statistics" ADD CONSTRAINT "quiz_statistics_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "quiz_statistics" ADD CONSTRAINT "quiz_statistics_quiz_wall" FOREIGN KEY ("quiz_id","tenant_id") REFERENCES "public"."quizzes"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  CREATE INDEX "bank_questions_tenant_idx" ON "bank_questions" USING btree ("tenant_id");
  CREATE INDEX "bank_questions_course_idx" ON "bank_questions" USING btree ("course_id");
  CREATE INDEX "bank_questions_title_idx" ON "bank_questions" USING btree ("title");
  CREATE INDEX "bank_questions_updated_at_idx" ON "bank_questions" USING btree ("updated_at");
  CREATE INDEX "bank_questions_created_at_idx" ON "bank_questions" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_key_idx" ON "bank_questions" USING btree ("tenant_id","key");
  CREATE INDEX "bank_versions_tenant_idx" ON "bank_versions" USING btree ("tenant_id");
  CREATE INDEX "bank_versions_question_idx" ON "bank_versions" USING btree ("question_id");
  CREATE INDEX "bank_versions_author_idx" ON "bank_versions" USING btree ("author_id");
  CREATE INDEX "bank_versions_updated_at_idx" ON "bank_versions" USING btree ("updated_at");
  CREATE INDEX "bank_versions_created_at_idx" ON "bank_versions" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_question_number_idx" ON "bank_versions" USING btree ("tenant_id","question_id","number");
  CREATE INDEX "paths_tenant_idx" ON "paths" USING btree ("tenant_id");
  CREATE INDEX "paths_cover_idx" ON "paths" USING btree ("cover_id");
  CREATE INDEX "paths_slug_idx" ON "paths" USING btree ("slug");
  CREATE INDEX "paths_updated_at_idx" ON "paths" USING btree ("updated_at");
  CREATE INDEX "paths_created_at_idx" ON "paths" USING btree ("created_at");
  CREATE INDEX "paths__status_idx" ON "paths" USING btree ("_status");
  CREATE UNIQUE INDEX "tenant_slug_3_idx" ON "paths" USING btree ("tenant_id","slug");
  CREATE INDEX "_paths_v_parent_idx" ON "_paths_v" USING btree ("parent_id");
  CREATE INDEX "_paths_v_version_version_tenant_idx" ON "_paths_v" USING btree ("version_tenant_id");
  CREATE INDEX "_paths_v_version_version_cover_idx" ON "_paths_v" USING btree ("version_cover_id");
  CREATE INDEX "_paths_v_version_version_slug_idx" ON "_paths_v" USING btree ("version_slug");
  CREATE INDEX "_paths_v_version_version_updated_at_idx" ON "_paths_v" USING btree ("version_updated_at");
  CREATE INDEX "_paths_v_version_version_created_at_idx" ON "_paths_v" USING btree ("version_created_at");
  CREATE INDEX "_paths_v_version_version__status_idx" ON "_paths_v" USING btree ("version__status");
  CREATE INDEX "_paths_v_created_at_idx" ON "_paths_v" USING btree ("created_at");
  CREATE INDEX "_paths_v_updated_at_idx" ON "_paths_v" USING btree ("updated_at");
  CREATE INDEX "_paths_v_latest_idx" ON "_paths_v" USING btree ("latest");
  CREATE INDEX "_paths_v_autosave_idx" ON "_paths_v" USING btree ("autosave");
  CREATE INDEX "version_tenant_version_slug_1_idx" ON "_paths_v" USING btree ("version_tenant_id","version_slug");
  CREATE INDEX "path_members_tenant_idx" ON "path_members" USING btree ("tenant_id");
  CREATE INDEX "path_members_learner_idx" ON "path_members" USING btree ("learner_id");
  CREATE INDEX "path_members_path_idx" ON "path_members" USING btree ("path_id");
  CREATE INDEX "path_members_updated_at_idx" ON "path_members" USING btree ("updated_at");
  CREATE INDEX "path_members_created_at_idx" ON "path_members" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_learner_path_idx" ON "path_members" USING btree ("tenant_id","learner_id","path_id");
  CREATE INDEX "quiz_statistics_tenant_idx" ON "quiz_statistics" USING btree ("tenant_id");
  CREATE INDEX "quiz_statistics_quiz_idx" ON "quiz_statistics" USING btree ("quiz_id");
  CREATE INDEX "quiz_statistics_updated_at_idx" ON "quiz_statistics" USING btree ("updated_at");
  CREATE INDEX "quiz_statistics_created_at_idx" ON "quiz_statistics" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_quiz_idx" ON "quiz_statistics" USING btree ("tenant_id","quiz_id");
  ALTER TABLE "translations" ADD CONSTRAINT "translations_question_wall" FOREIGN KEY ("question_id","tenant_id") REFERENCES "public"."bank_questions"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "translations" ADD CONSTRAINT "translations_path_wall" FOREIGN KEY ("path_id","tenant_id") REFERENCES "public"."paths"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "certificates" ADD CONSTRAINT "certificates_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "certificates" ADD CONSTRAINT "certificates_member_id_path_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."path_members"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "certificates" ADD CONSTRAINT "certificates_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "certificates" ADD CONSTRAINT "certificates_member_wall" FOREIGN KEY ("member_id","tenant_id") REFERENCES "public"."path_members"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "certificates" ADD CONSTRAINT "certificates_enrollment_wall" FOREIGN KEY ("enrollment_id","tenant_id") REFERENCES "public"."enrollments"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "certificates" ADD CONSTRAINT "certificates_course_wall" FOREIGN KEY ("course_id","tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_paths_fk" FOREIGN KEY ("paths_id") REFERENCES "public"."paths"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "translations_question_idx" ON "translations" USING btree ("question_id");
  CREATE INDEX "translations_path_idx" ON "translations" USING btree ("path_id");
  CREATE UNIQUE INDEX "tenant_question_locale_idx" ON "translations" USING btree ("tenant_id","question_id","locale");
  CREATE UNIQUE INDEX "tenant_path_locale_idx" ON "translations" USING btree ("tenant_id","path_id","locale");
  CREATE UNIQUE INDEX "tenant_key_1_idx" ON "course_transfers" USING btree ("tenant_id","key");
  CREATE UNIQUE INDEX "certificates_member_idx" ON "certificates" USING btree ("member_id");
  CREATE UNIQUE INDEX "tenant_slug_4_idx" ON "pages" USING btree ("tenant_id","slug");
  CREATE INDEX "version_tenant_version_slug_2_idx" ON "_pages_v" USING btree ("version_tenant_id","version_slug");
  CREATE INDEX "payload_locked_documents_rels_paths_id_idx" ON "payload_locked_documents_rels" USING btree ("paths_id");
  ALTER TABLE "translations" ADD CONSTRAINT "translations_subject" CHECK (num_nonnulls(question_id, category_id, course_id, instructor_id, lesson_id, file_id, offer_id, page_id, path_id, quiz_id, section_id, school_id) = 1 and (school_id is null or school_id = tenant_id));`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "bank_questions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "bank_versions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "paths" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_paths_v" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "path_members" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "quiz_statistics" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "bank_questions" CASCADE;
  DROP TABLE "bank_versions" CASCADE;
  DROP TABLE "paths" CASCADE;
  DROP TABLE "_paths_v" CASCADE;
  DROP TABLE "path_members" CASCADE;
  DROP TABLE "quiz_statistics" CASCADE;
  ALTER TABLE "translations" DROP CONSTRAINT "translations_subject";
  ALTER TABLE "translations" DROP CONSTRAINT "translations_question_wall";
  
  ALTER TABLE "translations" DROP CONSTRAINT "translations_path_wall";
  
  ALTER TABLE "certificates" DROP CONSTRAINT "certificates_enrollment_id_enrollments_id_fk";
  
  ALTER TABLE "certificates" DROP CONSTRAINT "certificates_member_id_path_members_id_fk";
  
  ALTER TABLE "certificates" DROP CONSTRAINT "certificates_course_id_courses_id_fk";
  
  ALTER TABLE "certificates" DROP CONSTRAINT "certificates_member_wall";
  
  ALTER TABLE "certificates" DROP CONSTRAINT "certificates_enrollment_wall";
  
  ALTER TABLE "certificates" DROP CONSTRAINT "certificates_course_wall";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_paths_fk";
  
  DROP INDEX "translations_question_idx";
  DROP INDEX "translations_path_idx";
  DROP INDEX "tenant_question_locale_idx";
  DROP INDEX "tenant_path_locale_idx";
  DROP INDEX "tenant_key_1_idx";
  DROP INDEX "certificates_member_idx";
  DROP INDEX "tenant_slug_4_idx";
  DROP INDEX "version_tenant_version_slug_2_idx";
  DROP INDEX "payload_locked_documents_rels_paths_id_idx";
  ALTER TABLE "certificates" ALTER COLUMN "enrollment_id" SET NOT NULL;
  ALTER TABLE "certificates" ALTER COLUMN "course_id" SET NOT NULL;
  ALTER TABLE "certificates" ADD CONSTRAINT "certificates_enrollment_wall" FOREIGN KEY ("enrollment_id","tenant_id") REFERENCES "public"."enrollments"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "certificates" ADD CONSTRAINT "certificates_course_wall" FOREIGN KEY ("course_id","tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  CREATE UNIQUE INDEX "tenant_key_idx" ON "course_transfers" USING btree ("tenant_id","key");
  CREATE UNIQUE INDEX "tenant_slug_3_idx" ON "pages" USING btree ("tenant_id","slug");
  CREATE INDEX "version_tenant_version_slug_1_idx" ON "_pages_v" USING btree ("version_tenant_id","version_slug");
  ALTER TABLE "translations" DROP COLUMN "question_id";
  ALTER TABLE "translations" DROP COLUMN "path_id";
  ALTER TABLE "certificates" DROP COLUMN "member_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "paths_id";
  ALTER TABLE "translations" ADD CONSTRAINT "translations_subject" CHECK (num_nonnulls(category_id, course_id, instructor_id, lesson_id, file_id, offer_id, page_id, quiz_id, section_id, school_id) = 1 and (school_id is null or school_id = tenant_id));
  DROP TYPE "public"."enum_paths_status";
  DROP TYPE "public"."enum__paths_v_version_status";`)
}
