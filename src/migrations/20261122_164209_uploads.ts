import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_incoming_files_state" AS ENUM('open', 'finishing', 'done', 'refused', 'quarantined');
  CREATE TABLE "media_folders" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"name" varchar NOT NULL,
  	"parent_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "media_folders_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "incoming_files" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"account_id" uuid NOT NULL,
  	"filename" varchar NOT NULL,
  	"filesize" numeric NOT NULL,
  	"fingerprint" varchar,
  	"folder_id" uuid,
  	"state" "enum_incoming_files_state" DEFAULT 'open' NOT NULL,
  	"reason" varchar,
  	"detail" varchar,
  	"object_key" varchar NOT NULL,
  	"multipart" varchar,
  	"sent" numeric DEFAULT 0 NOT NULL,
  	"announced" varchar,
  	"checksum" varchar,
  	"mime_type" varchar,
  	"runner" varchar,
  	"lease_until" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "incoming_files_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "media" ADD COLUMN "folder_id" uuid;
  ALTER TABLE "media_folders" ADD CONSTRAINT "media_folders_parent_id_media_folders_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."media_folders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "media_folders" ADD CONSTRAINT "media_folders_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "media_folders" ADD CONSTRAINT "media_folders_parent_wall" FOREIGN KEY ("parent_id","tenant_id") REFERENCES "public"."media_folders"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "incoming_files" ADD CONSTRAINT "incoming_files_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "incoming_files" ADD CONSTRAINT "incoming_files_account_wall" FOREIGN KEY ("account_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "incoming_files" ADD CONSTRAINT "incoming_files_folder_wall" FOREIGN KEY ("folder_id","tenant_id") REFERENCES "public"."media_folders"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "media_folders_tenant_idx" ON "media_folders" USING btree ("tenant_id");
  CREATE INDEX "media_folders_parent_idx" ON "media_folders" USING btree ("parent_id");
  CREATE INDEX "media_folders_updated_at_idx" ON "media_folders" USING btree ("updated_at");
  CREATE INDEX "media_folders_created_at_idx" ON "media_folders" USING btree ("created_at");
  CREATE INDEX "incoming_files_tenant_idx" ON "incoming_files" USING btree ("tenant_id");
  CREATE INDEX "incoming_files_account_idx" ON "incoming_files" USING btree ("account_id");
  CREATE INDEX "incoming_files_folder_idx" ON "incoming_files" USING btree ("folder_id");
  CREATE INDEX "incoming_files_state_idx" ON "incoming_files" USING btree ("state");
  CREATE INDEX "incoming_files_expires_at_idx" ON "incoming_files" USING btree ("expires_at");
  CREATE INDEX "incoming_files_updated_at_idx" ON "incoming_files" USING btree ("updated_at");
  CREATE INDEX "incoming_files_created_at_idx" ON "incoming_files" USING btree ("created_at");
  CREATE UNIQUE INDEX "incoming_files_open_uq" ON "incoming_files" USING btree ("tenant_id","account_id","fingerprint") WHERE state = 'open' and fingerprint is not null;
  ALTER TABLE "media" ADD CONSTRAINT "media_folder_id_media_folders_id_fk" FOREIGN KEY ("folder_id") REFERENCES "public"."media_folders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "media" ADD CONSTRAINT "media_folder_wall" FOREIGN KEY ("folder_id","tenant_id") REFERENCES "public"."media_folders"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "media_folder_idx" ON "media" USING btree ("folder_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "media_folders" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "incoming_files" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "media_folders" CASCADE;
  DROP TABLE "incoming_files" CASCADE;
  ALTER TABLE "media" DROP CONSTRAINT "media_folder_id_media_folders_id_fk";
  
  ALTER TABLE "media" DROP CONSTRAINT "media_folder_wall";
  
  DROP INDEX "media_folder_idx";
  ALTER TABLE "media" DROP COLUMN "folder_id";
  DROP TYPE "public"."enum_incoming_files_state";`)
}
