import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_video_accounts_provider" AS ENUM('mux', 'vimeo', 'bunny');
  CREATE TABLE "video_accounts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"provider" "enum_video_accounts_provider" NOT NULL,
  	"is_active" boolean DEFAULT true,
  	"bunny_library" varchar,
  	"bunny_host" varchar,
  	"bunny_api_key" varchar,
  	"bunny_read_key" varchar,
  	"bunny_token_key" varchar,
  	"mux_token_id" varchar,
  	"mux_token_secret" varchar,
  	"mux_signing_key" varchar,
  	"mux_private_key" varchar,
  	"mux_webhook_secret" varchar,
  	"vimeo_token" varchar,
  	"sealed" varchar,
  	"in_use" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "video_accounts_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "video_events" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"provider" varchar NOT NULL,
  	"event" varchar NOT NULL,
  	"type" varchar NOT NULL,
  	"payload" jsonb NOT NULL,
  	"received_at" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "video_events_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  DROP INDEX "tenant_inUse_idx";
  ALTER TABLE "videos" ADD COLUMN "playback" varchar;
  ALTER TABLE "videos" ADD COLUMN "account_id" uuid;
  ALTER TABLE "videos" ADD COLUMN "captions_there" jsonb;
  ALTER TABLE "video_accounts" ADD CONSTRAINT "video_accounts_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "video_events" ADD CONSTRAINT "video_events_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  CREATE INDEX "video_accounts_tenant_idx" ON "video_accounts" USING btree ("tenant_id");
  CREATE INDEX "video_accounts_updated_at_idx" ON "video_accounts" USING btree ("updated_at");
  CREATE INDEX "video_accounts_created_at_idx" ON "video_accounts" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_inUse_idx" ON "video_accounts" USING btree ("tenant_id","in_use");
  CREATE INDEX "video_events_tenant_idx" ON "video_events" USING btree ("tenant_id");
  CREATE INDEX "video_events_received_at_idx" ON "video_events" USING btree ("received_at");
  CREATE INDEX "video_events_updated_at_idx" ON "video_events" USING btree ("updated_at");
  CREATE INDEX "video_events_created_at_idx" ON "video_events" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_provider_event_idx" ON "video_events" USING btree ("tenant_id","provider","event");
  ALTER TABLE "videos" ADD CONSTRAINT "videos_account_wall" FOREIGN KEY ("account_id","tenant_id") REFERENCES "public"."video_accounts"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "videos_account_idx" ON "videos" USING btree ("account_id");
  CREATE UNIQUE INDEX "tenant_inUse_1_idx" ON "payment_accounts" USING btree ("tenant_id","in_use");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "video_accounts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "video_events" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "video_accounts" CASCADE;
  DROP TABLE "video_events" CASCADE;
  ALTER TABLE "videos" DROP CONSTRAINT "videos_account_wall";
  
  DROP INDEX "videos_account_idx";
  DROP INDEX "tenant_inUse_1_idx";
  CREATE UNIQUE INDEX "tenant_inUse_idx" ON "payment_accounts" USING btree ("tenant_id","in_use");
  ALTER TABLE "videos" DROP COLUMN "playback";
  ALTER TABLE "videos" DROP COLUMN "account_id";
  ALTER TABLE "videos" DROP COLUMN "captions_there";
  DROP TYPE "public"."enum_video_accounts_provider";`)
}
