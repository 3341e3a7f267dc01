import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_tenants_settings_publishers" AS ENUM('authors', 'managers');
  CREATE TYPE "public"."enum_course_log_step" AS ENUM('submit', 'withdraw', 'approve', 'reject', 'publish', 'unpublish', 'archive', 'reopen', 'answer');
  CREATE TYPE "public"."enum_course_log_from_stage" AS ENUM('draft', 'inReview', 'published', 'archived');
  CREATE TYPE "public"."enum_course_log_to_stage" AS ENUM('draft', 'inReview', 'published', 'archived');
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'courseAnswered' BEFORE 'courseUpdate';
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'courseApproved' BEFORE 'courseUpdate';
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'courseReturned' BEFORE 'courseUpdate';
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'courseSubmitted' BEFORE 'courseUpdate';
  CREATE TABLE "course_log" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"course_id" uuid NOT NULL,
  	"step" "enum_course_log_step" NOT NULL,
  	"from_stage" "enum_course_log_from_stage" NOT NULL,
  	"to_stage" "enum_course_log_to_stage" NOT NULL,
  	"note" varchar,
  	"points" jsonb,
  	"author_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "course_log_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "tenants" ADD COLUMN "settings_publishers" "enum_tenants_settings_publishers" DEFAULT 'authors';
  ALTER TABLE "course_log" ADD CONSTRAINT "course_log_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "course_log" ADD CONSTRAINT "course_log_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "course_log" ADD CONSTRAINT "course_log_course_wall" FOREIGN KEY ("course_id","tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "course_log" ADD CONSTRAINT "course_log_author_wall" FOREIGN KEY ("author_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "course_log_tenant_idx" ON "course_log" USING btree ("tenant_id");
  CREATE INDEX "course_log_course_idx" ON "course_log" USING btree ("course_id");
  CREATE INDEX "course_log_author_idx" ON "course_log" USING btree ("author_id");
  CREATE INDEX "course_log_updated_at_idx" ON "course_log" USING btree ("updated_at");
  CREATE INDEX "course_log_created_at_idx" ON "course_log" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "course_log" CASCADE;
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('accessChanged', 'accessEnding', 'accountErased', 'accountErasing', 'alreadyRegistered', 'attemptGraded', 'certificate', 'changeEmail', 'confirm', 'courseUpdate', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'lessonsOpened', 'passwordChanged', 'paymentFailed', 'planEnded', 'prerequisitesMet', 'receipt', 'reset', 'reviewRequest', 'setPassword', 'signInInstead', 'workReviewed');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  ALTER TABLE "tenants" DROP COLUMN "settings_publishers";
  DROP TYPE "public"."enum_tenants_settings_publishers";
  DROP TYPE "public"."enum_course_log_step";
  DROP TYPE "public"."enum_course_log_from_stage";
  DROP TYPE "public"."enum_course_log_to_stage";`)
}
