import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "sections" ADD COLUMN "deleted_at" timestamp(3) with time zone;
  CREATE INDEX "sections_deleted_at_idx" ON "sections" USING btree ("deleted_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX "sections_deleted_at_idx";
  ALTER TABLE "sections" DROP COLUMN "deleted_at";`)
}
