import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/*
 * A course is of one school. Not told so, the planner takes the two conditions for independent, and a roster for
 * smaller the more schools there are.
 */

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE STATISTICS "enrollments_course_of_school" (dependencies) ON "tenant_id", "course_id" FROM "enrollments";
   ANALYZE "enrollments";`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP STATISTICS "enrollments_course_of_school";`)
}
