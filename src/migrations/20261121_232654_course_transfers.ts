import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_course_transfers_kind" AS ENUM('export', 'import', 'clone');
  CREATE TYPE "public"."enum_course_transfers_status" AS ENUM('uploading', 'working', 'done', 'refused');
  CREATE TYPE "public"."enum_course_transfer_items_status" AS ENUM('waiting', 'done', 'refused');
  CREATE TABLE "course_transfers" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"kind" "enum_course_transfers_kind" NOT NULL,
  	"status" "enum_course_transfers_status" DEFAULT 'uploading' NOT NULL,
  	"asked_by_id" uuid,
  	"key" varchar NOT NULL,
  	"name" varchar,
  	"size" numeric,
  	"reason" jsonb,
  	"files" jsonb,
  	"expires_at" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "course_transfers_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "course_transfer_items" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"transfer_id" uuid NOT NULL,
  	"place" numeric NOT NULL,
  	"source" varchar NOT NULL,
  	"title" varchar NOT NULL,
  	"status" "enum_course_transfer_items_status" DEFAULT 'waiting' NOT NULL,
  	"attempts" numeric DEFAULT 0 NOT NULL,
  	"reason" jsonb,
  	"media" jsonb,
  	"made" varchar,
  	"file" jsonb,
  	"options" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "course_transfer_items_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "course_transfers" ADD CONSTRAINT "course_transfers_asked_by_id_users_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "course_transfers" ADD CONSTRAINT "course_transfers_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "course_transfers" ADD CONSTRAINT "course_transfers_askedBy_wall" FOREIGN KEY ("asked_by_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "course_transfer_items" ADD CONSTRAINT "course_transfer_items_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "course_transfer_items" ADD CONSTRAINT "course_transfer_items_transfer_wall" FOREIGN KEY ("transfer_id","tenant_id") REFERENCES "public"."course_transfers"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  CREATE INDEX "course_transfers_tenant_idx" ON "course_transfers" USING btree ("tenant_id");
  CREATE INDEX "course_transfers_asked_by_idx" ON "course_transfers" USING btree ("asked_by_id");
  CREATE INDEX "course_transfers_updated_at_idx" ON "course_transfers" USING btree ("updated_at");
  CREATE INDEX "course_transfers_created_at_idx" ON "course_transfers" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_key_idx" ON "course_transfers" USING btree ("tenant_id","key");
  CREATE INDEX "course_transfer_items_tenant_idx" ON "course_transfer_items" USING btree ("tenant_id");
  CREATE INDEX "course_transfer_items_transfer_idx" ON "course_transfer_items" USING btree ("transfer_id");
  CREATE INDEX "course_transfer_items_updated_at_idx" ON "course_transfer_items" USING btree ("updated_at");
  CREATE INDEX "course_transfer_items_created_at_idx" ON "course_transfer_items" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_transfer_place_idx" ON "course_transfer_items" USING btree ("tenant_id","transfer_id","place");
  CREATE UNIQUE INDEX "tenant_transfer_source_idx" ON "course_transfer_items" USING btree ("tenant_id","transfer_id","source");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "course_transfers" CASCADE;
  DROP TABLE "course_transfer_items" CASCADE;
  DROP TYPE "public"."enum_course_transfers_kind";
  DROP TYPE "public"."enum_course_transfers_status";
  DROP TYPE "public"."enum_course_transfer_items_status";`)
}
