import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_tenants_settings_neutral" AS ENUM('brand', 'cool', 'pure', 'warm');
  ALTER TYPE "public"."enum_tenants_settings_font_pair" ADD VALUE 'editorial' BEFORE 'friendly';
  ALTER TYPE "public"."enum_tenants_settings_font_pair" ADD VALUE 'technical';
  ALTER TABLE "tenants" ADD COLUMN "settings_neutral" "enum_tenants_settings_neutral" DEFAULT 'brand';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "tenants" ALTER COLUMN "settings_font_pair" SET DATA TYPE text;
  ALTER TABLE "tenants" ALTER COLUMN "settings_font_pair" SET DEFAULT 'modern'::text;
  DROP TYPE "public"."enum_tenants_settings_font_pair";
  CREATE TYPE "public"."enum_tenants_settings_font_pair" AS ENUM('modern', 'friendly');
  ALTER TABLE "tenants" ALTER COLUMN "settings_font_pair" SET DEFAULT 'modern'::"public"."enum_tenants_settings_font_pair";
  ALTER TABLE "tenants" ALTER COLUMN "settings_font_pair" SET DATA TYPE "public"."enum_tenants_settings_font_pair" USING "settings_font_pair"::"public"."enum_tenants_settings_font_pair";
  ALTER TABLE "tenants" DROP COLUMN "settings_neutral";
  DROP TYPE "public"."enum_tenants_settings_neutral";`)
}
