import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_drm_accounts_provider" AS ENUM('clearKey', 'axinom');
  CREATE TABLE "drm_accounts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"provider" "enum_drm_accounts_provider" NOT NULL,
  	"axinom_key_id" varchar,
  	"axinom_key" varchar,
  	"axinom_widevine" varchar,
  	"axinom_playready" varchar,
  	"axinom_fairplay" varchar,
  	"axinom_certificate" varchar,
  	"last_error" varchar,
  	"failed_at" timestamp(3) with time zone,
  	"sealed" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "drm_accounts_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "tenants" ADD COLUMN "settings_playback_drm" boolean DEFAULT false;
  ALTER TABLE "videos" ADD COLUMN "is_protected" boolean;
  ALTER TABLE "drm_accounts" ADD CONSTRAINT "drm_accounts_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  CREATE INDEX "drm_accounts_tenant_idx" ON "drm_accounts" USING btree ("tenant_id");
  CREATE INDEX "drm_accounts_updated_at_idx" ON "drm_accounts" USING btree ("updated_at");
  CREATE INDEX "drm_accounts_created_at_idx" ON "drm_accounts" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "drm_accounts" CASCADE;
  ALTER TABLE "tenants" DROP COLUMN "settings_playback_drm";
  ALTER TABLE "videos" DROP COLUMN "is_protected";
  DROP TYPE "public"."enum_drm_accounts_provider";`)
}
