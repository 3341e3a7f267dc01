import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/*
 * The text of a course by which the catalog finds it, kept by the database itself with the row it stands in: Payload
 * neither writes nor reads it.
 */

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "courses" ADD COLUMN "search_text" text GENERATED ALWAYS AS (lower(
     coalesce("title", '') || ' ' || coalesce("summary", '') || ' ' || coalesce("outcomes", '') || ' ' ||
     coalesce(jsonb_path_query_array("description", '$.**.text')::text, ''))) STORED;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`ALTER TABLE "courses" DROP COLUMN "search_text";`)
}
