import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_lesson_releases_source" AS ENUM('rule', 'staff');
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'lessonsOpened' BEFORE 'passwordChanged';
  ALTER TYPE "public"."enum_enrollments_status" ADD VALUE 'paused' BEFORE 'expired';
  CREATE TABLE "lesson_releases" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"enrollment_id" uuid NOT NULL,
  	"lesson_id" uuid NOT NULL,
  	"source" "enum_lesson_releases_source" NOT NULL,
  	"reason" varchar,
  	"author_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "lesson_releases_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "sections" ADD COLUMN "release" jsonb;
  ALTER TABLE "lessons" ADD COLUMN "release" jsonb;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_release" jsonb;
  ALTER TABLE "enrollments" ADD COLUMN "next_release_at" timestamp(3) with time zone;
  ALTER TABLE "lesson_releases" ADD CONSTRAINT "lesson_releases_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "lesson_releases" ADD CONSTRAINT "lesson_releases_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "lesson_releases" ADD CONSTRAINT "lesson_releases_enrollment_wall" FOREIGN KEY ("enrollment_id","tenant_id") REFERENCES "public"."enrollments"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "lesson_releases" ADD CONSTRAINT "lesson_releases_lesson_wall" FOREIGN KEY ("lesson_id","tenant_id") REFERENCES "public"."lessons"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "lesson_releases" ADD CONSTRAINT "lesson_releases_author_wall" FOREIGN KEY ("author_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "lesson_releases_tenant_idx" ON "lesson_releases" USING btree ("tenant_id");
  CREATE INDEX "lesson_releases_enrollment_idx" ON "lesson_releases" USING btree ("enrollment_id");
  CREATE INDEX "lesson_releases_lesson_idx" ON "lesson_releases" USING btree ("lesson_id");
  CREATE INDEX "lesson_releases_author_idx" ON "lesson_releases" USING btree ("author_id");
  CREATE INDEX "lesson_releases_updated_at_idx" ON "lesson_releases" USING btree ("updated_at");
  CREATE INDEX "lesson_releases_created_at_idx" ON "lesson_releases" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_enrollment_lesson_idx" ON "lesson_releases" USING btree ("tenant_id","enrollment_id","lesson_id");
  CREATE INDEX "enrollments_next_release_at_idx" ON "enrollments" USING btree ("next_release_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "lesson_releases" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "lesson_releases" CASCADE;
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('accountErased', 'accountErasing', 'alreadyRegistered', 'certificate', 'changeEmail', 'confirm', 'courseUpdate', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'passwordChanged', 'paymentFailed', 'planEnded', 'receipt', 'reset', 'reviewRequest', 'setPassword', 'signInInstead');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  ALTER TABLE "enrollments" ALTER COLUMN "status" SET DATA TYPE text;
  ALTER TABLE "enrollments" ALTER COLUMN "status" SET DEFAULT 'active'::text;
  DROP TYPE "public"."enum_enrollments_status";
  CREATE TYPE "public"."enum_enrollments_status" AS ENUM('active', 'expired', 'revoked');
  ALTER TABLE "enrollments" ALTER COLUMN "status" SET DEFAULT 'active'::"public"."enum_enrollments_status";
  ALTER TABLE "enrollments" ALTER COLUMN "status" SET DATA TYPE "public"."enum_enrollments_status" USING "status"::"public"."enum_enrollments_status";
  DROP INDEX "enrollments_next_release_at_idx";
  ALTER TABLE "sections" DROP COLUMN "release";
  ALTER TABLE "lessons" DROP COLUMN "release";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_release";
  ALTER TABLE "enrollments" DROP COLUMN "next_release_at";
  DROP TYPE "public"."enum_lesson_releases_source";`)
}
