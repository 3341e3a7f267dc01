import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_transcripts_status" AS ENUM('queued', 'processing', 'ready', 'failed');
  CREATE TABLE "speech_accounts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"address" varchar DEFAULT 'https://api.openai.com/v1' NOT NULL,
  	"model" varchar DEFAULT 'whisper-1' NOT NULL,
  	"api_key" varchar,
  	"sealed" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "speech_accounts_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "transcripts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"media_id" uuid NOT NULL,
  	"language" varchar NOT NULL,
  	"status" "enum_transcripts_status" DEFAULT 'queued' NOT NULL,
  	"percent" numeric DEFAULT 0 NOT NULL,
  	"reason" varchar,
  	"detail" varchar,
  	"captions_id" uuid,
  	"parts" jsonb,
  	"attempts" numeric DEFAULT 0 NOT NULL,
  	"runner" varchar,
  	"lease_until" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "transcripts_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  DROP INDEX "status_leaseUntil_idx";
  ALTER TABLE "speech_accounts" ADD CONSTRAINT "speech_accounts_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "transcripts" ADD CONSTRAINT "transcripts_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "transcripts" ADD CONSTRAINT "transcripts_media_wall" FOREIGN KEY ("media_id","tenant_id") REFERENCES "public"."media"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "transcripts" ADD CONSTRAINT "transcripts_captions_wall" FOREIGN KEY ("captions_id","tenant_id") REFERENCES "public"."media"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "speech_accounts_tenant_idx" ON "speech_accounts" USING btree ("tenant_id");
  CREATE INDEX "speech_accounts_updated_at_idx" ON "speech_accounts" USING btree ("updated_at");
  CREATE INDEX "speech_accounts_created_at_idx" ON "speech_accounts" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_1_idx" ON "speech_accounts" USING btree ("tenant_id");
  CREATE INDEX "transcripts_tenant_idx" ON "transcripts" USING btree ("tenant_id");
  CREATE INDEX "transcripts_media_idx" ON "transcripts" USING btree ("media_id");
  CREATE INDEX "transcripts_captions_idx" ON "transcripts" USING btree ("captions_id");
  CREATE INDEX "transcripts_updated_at_idx" ON "transcripts" USING btree ("updated_at");
  CREATE INDEX "transcripts_created_at_idx" ON "transcripts" USING btree ("created_at");
  CREATE UNIQUE INDEX "media_language_idx" ON "transcripts" USING btree ("media_id","language");
  CREATE INDEX "status_leaseUntil_idx" ON "transcripts" USING btree ("status","lease_until");
  CREATE INDEX "status_leaseUntil_1_idx" ON "videos" USING btree ("status","lease_until");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "speech_accounts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "transcripts" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "speech_accounts" CASCADE;
  DROP TABLE "transcripts" CASCADE;
  DROP INDEX "status_leaseUntil_1_idx";
  CREATE INDEX "status_leaseUntil_idx" ON "videos" USING btree ("status","lease_until");
  DROP TYPE "public"."enum_transcripts_status";`)
}
