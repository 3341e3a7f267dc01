import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "tenants" ADD COLUMN "settings_logo_id" uuid;
  ALTER TABLE "tenants" ADD COLUMN "settings_logo_dark_id" uuid;
  ALTER TABLE "tenants" ADD COLUMN "settings_icon_id" uuid;
  ALTER TABLE "tenants" ADD CONSTRAINT "tenants_settings_logo_id_media_id_fk" FOREIGN KEY ("settings_logo_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "tenants" ADD CONSTRAINT "tenants_settings_logo_dark_id_media_id_fk" FOREIGN KEY ("settings_logo_dark_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "tenants" ADD CONSTRAINT "tenants_settings_icon_id_media_id_fk" FOREIGN KEY ("settings_icon_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "tenants" ADD CONSTRAINT "tenants_settings_logo_wall" FOREIGN KEY ("settings_logo_id","id") REFERENCES "public"."media"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "tenants" ADD CONSTRAINT "tenants_settings_logoDark_wall" FOREIGN KEY ("settings_logo_dark_id","id") REFERENCES "public"."media"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "tenants" ADD CONSTRAINT "tenants_settings_icon_wall" FOREIGN KEY ("settings_icon_id","id") REFERENCES "public"."media"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "tenants_settings_settings_logo_idx" ON "tenants" USING btree ("settings_logo_id");
  CREATE INDEX "tenants_settings_settings_logo_dark_idx" ON "tenants" USING btree ("settings_logo_dark_id");
  CREATE INDEX "tenants_settings_settings_icon_idx" ON "tenants" USING btree ("settings_icon_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "tenants" DROP CONSTRAINT "tenants_settings_logo_id_media_id_fk";
  
  ALTER TABLE "tenants" DROP CONSTRAINT "tenants_settings_logo_dark_id_media_id_fk";
  
  ALTER TABLE "tenants" DROP CONSTRAINT "tenants_settings_icon_id_media_id_fk";
  
  ALTER TABLE "tenants" DROP CONSTRAINT "tenants_settings_logo_wall";
  
  ALTER TABLE "tenants" DROP CONSTRAINT "tenants_settings_logoDark_wall";
  
  ALTER TABLE "tenants" DROP CONSTRAINT "tenants_settings_icon_wall";
  
  DROP INDEX "tenants_settings_settings_logo_idx";
  DROP INDEX "tenants_settings_settings_logo_dark_idx";
  DROP INDEX "tenants_settings_settings_icon_idx";
  ALTER TABLE "tenants" DROP COLUMN "settings_logo_id";
  ALTER TABLE "tenants" DROP COLUMN "settings_logo_dark_id";
  ALTER TABLE "tenants" DROP COLUMN "settings_icon_id";`)
}
