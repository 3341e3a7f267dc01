import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "translations" DROP CONSTRAINT "translations_subject";
  ALTER TABLE "translations" ADD COLUMN "file_id" uuid;
  ALTER TABLE "translations" ADD COLUMN "school_id" uuid;
  ALTER TABLE "translations" ADD CONSTRAINT "translations_school_id_tenants_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."tenants"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "translations" ADD CONSTRAINT "translations_file_wall" FOREIGN KEY ("file_id","tenant_id") REFERENCES "public"."media"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "translations_file_idx" ON "translations" USING btree ("file_id");
  CREATE INDEX "translations_school_idx" ON "translations" USING btree ("school_id");
  CREATE UNIQUE INDEX "tenant_file_locale_idx" ON "translations" USING btree ("tenant_id","file_id","locale");
  CREATE UNIQUE INDEX "tenant_school_locale_idx" ON "translations" USING btree ("tenant_id","school_id","locale");
  ALTER TABLE "translations" ADD CONSTRAINT "translations_subject" CHECK (num_nonnulls(category_id, course_id, instructor_id, lesson_id, file_id, offer_id, page_id, quiz_id, section_id, school_id) = 1 and (school_id is null or school_id = tenant_id));`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "translations" DROP CONSTRAINT "translations_subject";
  ALTER TABLE "translations" DROP CONSTRAINT "translations_school_id_tenants_id_fk";
  
  ALTER TABLE "translations" DROP CONSTRAINT "translations_file_wall";
  
  DROP INDEX "translations_file_idx";
  DROP INDEX "translations_school_idx";
  DROP INDEX "tenant_file_locale_idx";
  DROP INDEX "tenant_school_locale_idx";
  ALTER TABLE "translations" DROP COLUMN "file_id";
  ALTER TABLE "translations" DROP COLUMN "school_id";
  ALTER TABLE "translations" ADD CONSTRAINT "translations_subject" CHECK (num_nonnulls(category_id, course_id, instructor_id, lesson_id, offer_id, page_id, quiz_id, section_id) = 1);`)
}
