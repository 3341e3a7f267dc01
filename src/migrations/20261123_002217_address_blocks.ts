import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "address_blocks" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"range" varchar NOT NULL,
  	"reason" varchar NOT NULL,
  	"expires_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "address_blocks_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "tenants" ADD COLUMN "settings_limits_requests" numeric;
  ALTER TABLE "plans" ADD COLUMN "limits_requests" numeric;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "address_blocks_id" uuid;
  ALTER TABLE "address_blocks" ADD CONSTRAINT "address_blocks_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  CREATE INDEX "address_blocks_tenant_idx" ON "address_blocks" USING btree ("tenant_id");
  CREATE INDEX "address_blocks_updated_at_idx" ON "address_blocks" USING btree ("updated_at");
  CREATE INDEX "address_blocks_created_at_idx" ON "address_blocks" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_address_blocks_fk" FOREIGN KEY ("address_blocks_id") REFERENCES "public"."address_blocks"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_address_blocks_id_idx" ON "payload_locked_documents_rels" USING btree ("address_blocks_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "address_blocks" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "address_blocks" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_address_blocks_fk";
  
  DROP INDEX "payload_locked_documents_rels_address_blocks_id_idx";
  ALTER TABLE "tenants" DROP COLUMN "settings_limits_requests";
  ALTER TABLE "plans" DROP COLUMN "limits_requests";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "address_blocks_id";`)
}
