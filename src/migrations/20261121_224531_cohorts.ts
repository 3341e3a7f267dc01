import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_enrollment_changes_action" ADD VALUE 'move' BEFORE 'pause';
  CREATE TABLE "cohorts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"name" varchar NOT NULL,
  	"course_id" uuid NOT NULL,
  	"starts_at" timestamp(3) with time zone NOT NULL,
  	"ends_at" timestamp(3) with time zone,
  	"enroll_from" timestamp(3) with time zone,
  	"enroll_until" timestamp(3) with time zone,
  	"capacity" numeric,
  	"dates" jsonb,
  	"is_open" boolean DEFAULT true,
  	"closes_at_end" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "cohorts_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "offers" ADD COLUMN "is_for_cohort" boolean DEFAULT false;
  ALTER TABLE "order_lines" ADD COLUMN "cohort_id" uuid;
  ALTER TABLE "enrollments" ADD COLUMN "cohort_id" uuid;
  ALTER TABLE "enrollment_changes" ADD COLUMN "cohort_id" uuid;
  ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_course_wall" FOREIGN KEY ("course_id","tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  CREATE INDEX "cohorts_tenant_idx" ON "cohorts" USING btree ("tenant_id");
  CREATE INDEX "cohorts_course_idx" ON "cohorts" USING btree ("course_id");
  CREATE INDEX "cohorts_updated_at_idx" ON "cohorts" USING btree ("updated_at");
  CREATE INDEX "cohorts_created_at_idx" ON "cohorts" USING btree ("created_at");
  ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_cohort_wall" FOREIGN KEY ("cohort_id","tenant_id") REFERENCES "public"."cohorts"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_cohort_wall" FOREIGN KEY ("cohort_id","tenant_id") REFERENCES "public"."cohorts"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "enrollment_changes" ADD CONSTRAINT "enrollment_changes_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "enrollment_changes" ADD CONSTRAINT "enrollment_changes_cohort_wall" FOREIGN KEY ("cohort_id","tenant_id") REFERENCES "public"."cohorts"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "order_lines_cohort_idx" ON "order_lines" USING btree ("cohort_id");
  CREATE INDEX "enrollments_cohort_idx" ON "enrollments" USING btree ("cohort_id");
  CREATE INDEX "enrollment_changes_cohort_idx" ON "enrollment_changes" USING btree ("cohort_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "cohorts" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "cohorts" CASCADE;
  ALTER TABLE "order_lines" DROP CONSTRAINT "order_lines_cohort_id_cohorts_id_fk";
  
  ALTER TABLE "order_lines" DROP CONSTRAINT "order_lines_cohort_wall";
  
  ALTER TABLE "enrollments" DROP CONSTRAINT "enrollments_cohort_id_cohorts_id_fk";
  
  ALTER TABLE "enrollments" DROP CONSTRAINT "enrollments_cohort_wall";
  
  ALTER TABLE "enrollment_changes" DROP CONSTRAINT "enrollment_changes_cohort_id_cohorts_id_fk";
  
  ALTER TABLE "enrollment_changes" DROP CONSTRAINT "enrollment_changes_cohort_wall";
  
  ALTER TABLE "enrollment_changes" ALTER COLUMN "action" SET DATA TYPE text;
  DROP TYPE "public"."enum_enrollment_changes_action";
  CREATE TYPE "public"."enum_enrollment_changes_action" AS ENUM('enroll', 'pause', 'resume', 'extend', 'remove');
  ALTER TABLE "enrollment_changes" ALTER COLUMN "action" SET DATA TYPE "public"."enum_enrollment_changes_action" USING "action"::"public"."enum_enrollment_changes_action";
  DROP INDEX "order_lines_cohort_idx";
  DROP INDEX "enrollments_cohort_idx";
  DROP INDEX "enrollment_changes_cohort_idx";
  ALTER TABLE "offers" DROP COLUMN "is_for_cohort";
  ALTER TABLE "order_lines" DROP COLUMN "cohort_id";
  ALTER TABLE "enrollments" DROP COLUMN "cohort_id";
  ALTER TABLE "enrollment_changes" DROP COLUMN "cohort_id";`)
}
