import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "document_copies" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"account_id" uuid NOT NULL,
  	"code" varchar NOT NULL,
  	"lesson_id" uuid NOT NULL,
  	"document" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "document_copies_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  DROP INDEX "tenant_code_1_idx";
  ALTER TABLE "tenants" ADD COLUMN "settings_playback_documents" boolean DEFAULT false;
  ALTER TABLE "document_copies" ADD CONSTRAINT "document_copies_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "document_copies" ADD CONSTRAINT "document_copies_account_wall" FOREIGN KEY ("account_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "document_copies" ADD CONSTRAINT "document_copies_lesson_wall" FOREIGN KEY ("lesson_id","tenant_id") REFERENCES "public"."lessons"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "document_copies_tenant_idx" ON "document_copies" USING btree ("tenant_id");
  CREATE INDEX "document_copies_account_idx" ON "document_copies" USING btree ("account_id");
  CREATE INDEX "document_copies_lesson_idx" ON "document_copies" USING btree ("lesson_id");
  CREATE INDEX "document_copies_updated_at_idx" ON "document_copies" USING btree ("updated_at");
  CREATE INDEX "document_copies_created_at_idx" ON "document_copies" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_code_1_idx" ON "document_copies" USING btree ("tenant_id","code");
  CREATE UNIQUE INDEX "tenant_account_document_idx" ON "document_copies" USING btree ("tenant_id","account_id","document");
  CREATE UNIQUE INDEX "tenant_code_2_idx" ON "video_plays" USING btree ("tenant_id","code");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "document_copies" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "document_copies" CASCADE;
  DROP INDEX "tenant_code_2_idx";
  CREATE UNIQUE INDEX "tenant_code_1_idx" ON "video_plays" USING btree ("tenant_id","code");
  ALTER TABLE "tenants" DROP COLUMN "settings_playback_documents";`)
}
