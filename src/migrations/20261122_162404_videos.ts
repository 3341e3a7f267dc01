import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_videos_provider" AS ENUM('own', 'mux', 'vimeo', 'bunny');
  CREATE TYPE "public"."enum_videos_status" AS ENUM('queued', 'processing', 'ready', 'failed');
  CREATE TABLE "videos" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"media_id" uuid NOT NULL,
  	"source" varchar,
  	"provider" "enum_videos_provider" DEFAULT 'own' NOT NULL,
  	"external_id" varchar,
  	"status" "enum_videos_status" DEFAULT 'queued' NOT NULL,
  	"percent" numeric DEFAULT 0 NOT NULL,
  	"reason" varchar,
  	"detail" varchar,
  	"run" varchar,
  	"attempts" numeric DEFAULT 0 NOT NULL,
  	"runner" varchar,
  	"lease_until" timestamp(3) with time zone,
  	"duration" numeric,
  	"width" numeric,
  	"height" numeric,
  	"has_picture" boolean,
  	"has_sound" boolean,
  	"ladder" jsonb,
  	"secret" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "videos_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "videos" ADD CONSTRAINT "videos_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "videos" ADD CONSTRAINT "videos_media_wall" FOREIGN KEY ("media_id","tenant_id") REFERENCES "public"."media"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "videos_tenant_idx" ON "videos" USING btree ("tenant_id");
  CREATE UNIQUE INDEX "videos_media_idx" ON "videos" USING btree ("media_id");
  CREATE INDEX "videos_external_id_idx" ON "videos" USING btree ("external_id");
  CREATE INDEX "videos_updated_at_idx" ON "videos" USING btree ("updated_at");
  CREATE INDEX "videos_created_at_idx" ON "videos" USING btree ("created_at");
  CREATE INDEX "status_leaseUntil_idx" ON "videos" USING btree ("status","lease_until");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "videos" CASCADE;
  DROP TYPE "public"."enum_videos_provider";
  DROP TYPE "public"."enum_videos_status";`)
}
