import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "tenants" ADD COLUMN "settings_maintenance_is_on" boolean DEFAULT false;
  ALTER TABLE "tenants" ADD COLUMN "settings_maintenance_notice" varchar;
  ALTER TABLE "lessons" ADD COLUMN "resources" jsonb;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_resources" jsonb;
  ALTER TABLE "orders" ADD COLUMN "accepted" jsonb;
  ALTER TABLE "orders" ADD COLUMN "accepted_at" timestamp(3) with time zone;
  ALTER TABLE "redirects" ADD COLUMN "category_id" uuid;
  ALTER TABLE "redirects" ADD COLUMN "instructor_id" uuid;
  ALTER TABLE "redirects" ADD CONSTRAINT "redirects_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "redirects" ADD CONSTRAINT "redirects_instructor_id_instructors_id_fk" FOREIGN KEY ("instructor_id") REFERENCES "public"."instructors"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "redirects" ADD CONSTRAINT "redirects_category_wall" FOREIGN KEY ("category_id","tenant_id") REFERENCES "public"."categories"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "redirects" ADD CONSTRAINT "redirects_instructor_wall" FOREIGN KEY ("instructor_id","tenant_id") REFERENCES "public"."instructors"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "redirects_category_idx" ON "redirects" USING btree ("category_id");
  CREATE INDEX "redirects_instructor_idx" ON "redirects" USING btree ("instructor_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "redirects" DROP CONSTRAINT "redirects_category_id_categories_id_fk";
  
  ALTER TABLE "redirects" DROP CONSTRAINT "redirects_instructor_id_instructors_id_fk";
  
  ALTER TABLE "redirects" DROP CONSTRAINT "redirects_category_wall";
  
  ALTER TABLE "redirects" DROP CONSTRAINT "redirects_instructor_wall";
  
  DROP INDEX "redirects_category_idx";
  DROP INDEX "redirects_instructor_idx";
  ALTER TABLE "tenants" DROP COLUMN "settings_maintenance_is_on";
  ALTER TABLE "tenants" DROP COLUMN "settings_maintenance_notice";
  ALTER TABLE "lessons" DROP COLUMN "resources";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_resources";
  ALTER TABLE "orders" DROP COLUMN "accepted";
  ALTER TABLE "orders" DROP COLUMN "accepted_at";
  ALTER TABLE "redirects" DROP COLUMN "category_id";
  ALTER TABLE "redirects" DROP COLUMN "instructor_id";`)
}
