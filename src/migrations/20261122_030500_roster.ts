import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/*
 * What the roster of a course sorts and filters by, kept with the row it stands in; Payload neither writes nor reads it.
 * Operators of numerics and enums are not leakproof, and so cannot be conditions of an index under row-level security:
 * for these the database itself keeps an integer and a text.
 */

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "enrollments"
     ADD COLUMN "last_activity_at" timestamp(3) with time zone,
     ADD COLUMN "failed_at" timestamp(3) with time zone,
     ADD COLUMN "overdue_at" timestamp(3) with time zone,
     ADD COLUMN "returned_at" timestamp(3) with time zone,
     ADD COLUMN "to_grade" integer DEFAULT 0 NOT NULL,
     ADD COLUMN "counted_at" timestamp(3) with time zone;
   UPDATE "enrollments" e SET "last_activity_at" = a.at FROM (
     SELECT x.enrollment_id, max(x.at) AS at FROM (
       SELECT enrollment_id, greatest(position_at, completed_at, created_at) AS at FROM progress
       UNION ALL SELECT enrollment_id, greatest(started_at, submitted_at) FROM quiz_attempts
       UNION ALL SELECT enrollment_id, greatest(created_at, submitted_at) FROM submissions) x
     GROUP BY x.enrollment_id) a
   WHERE a.enrollment_id = e.id;
   ALTER TABLE "enrollments"
     ADD COLUMN "active_at" timestamp(3) with time zone GENERATED ALWAYS AS (coalesce("last_activity_at", '-infinity'::timestamptz)) STORED,
     ADD COLUMN "idle_from" timestamp(3) with time zone GENERATED ALWAYS AS (
       CASE WHEN "status" = 'active' AND "completed_at" IS NULL THEN coalesce("last_activity_at", "created_at") END) STORED,
     ADD COLUMN "blocked_at" timestamp(3) with time zone GENERATED ALWAYS AS (
       CASE WHEN "status" = 'active' AND "completed_at" IS NULL THEN least("failed_at", "overdue_at", "returned_at") END) STORED,
     ADD COLUMN "percent_done" integer GENERATED ALWAYS AS ("percent"::integer) STORED,
     ADD COLUMN "standing" text COLLATE "C" GENERATED ALWAYS AS (
       CASE WHEN "status" = 'revoked' THEN 'removed' WHEN "completed_at" IS NOT NULL THEN 'completed'
         WHEN "status" = 'paused' THEN 'paused' WHEN "status" = 'expired' THEN 'ended'
         WHEN "last_activity_at" IS NULL THEN 'notStarted' ELSE 'learning' END) STORED;
   CREATE INDEX "enrollments_roster_activity_idx" ON "enrollments" USING btree ("course_id","active_at","id");
   CREATE INDEX "enrollments_roster_progress_idx" ON "enrollments" USING btree ("course_id","percent_done","id");
   CREATE INDEX "enrollments_roster_enrolled_idx" ON "enrollments" USING btree ("course_id","created_at","id");
   CREATE INDEX "enrollments_roster_standing_idx" ON "enrollments" USING btree ("course_id","standing");
   CREATE INDEX "enrollments_roster_idle_idx" ON "enrollments" USING btree ("course_id","idle_from") WHERE "idle_from" IS NOT NULL;
   CREATE INDEX "enrollments_roster_blocked_idx" ON "enrollments" USING btree ("course_id","blocked_at") WHERE "blocked_at" IS NOT NULL;
   CREATE INDEX "enrollments_roster_grade_idx" ON "enrollments" USING btree ("course_id") WHERE "to_grade" > 0;
   CREATE INDEX "enrollments_uncounted_idx" ON "enrollments" USING btree ("id") WHERE "counted_at" IS NULL;
   ALTER TABLE "users"
     ADD COLUMN "name_key" text COLLATE "C" GENERATED ALWAYS AS (lower("name")) STORED,
     ADD COLUMN "second_name" text COLLATE "C" GENERATED ALWAYS AS (nullif(split_part(lower("name"), ' ', 2), '')) STORED,
     ADD COLUMN "third_name" text COLLATE "C" GENERATED ALWAYS AS (nullif(split_part(lower("name"), ' ', 3), '')) STORED,
     ADD COLUMN "email_key" text COLLATE "C" GENERATED ALWAYS AS (lower("email")) STORED;
   CREATE INDEX "users_name_key_idx" ON "users" USING btree ("tenant_id","name_key","id");
   CREATE INDEX "users_second_name_idx" ON "users" USING btree ("tenant_id","second_name") WHERE "second_name" IS NOT NULL;
   CREATE INDEX "users_third_name_idx" ON "users" USING btree ("tenant_id","third_name") WHERE "third_name" IS NOT NULL;
   CREATE INDEX "users_email_key_idx" ON "users" USING btree ("tenant_id","email_key");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "users" DROP COLUMN "name_key", DROP COLUMN "second_name", DROP COLUMN "third_name", DROP COLUMN "email_key";
   ALTER TABLE "enrollments" DROP COLUMN "active_at", DROP COLUMN "idle_from", DROP COLUMN "blocked_at",
     DROP COLUMN "percent_done", DROP COLUMN "standing";
   ALTER TABLE "enrollments" DROP COLUMN "last_activity_at", DROP COLUMN "failed_at", DROP COLUMN "overdue_at",
     DROP COLUMN "returned_at", DROP COLUMN "to_grade", DROP COLUMN "counted_at";`)
}
