import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_api_keys_rate" AS ENUM('low', 'standard', 'high');
  CREATE TABLE "api_keys" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"name" varchar NOT NULL,
  	"account_id" uuid NOT NULL,
  	"shown" varchar NOT NULL,
  	"hash" varchar NOT NULL,
  	"scopes" jsonb NOT NULL,
  	"rate" "enum_api_keys_rate" DEFAULT 'standard' NOT NULL,
  	"last_used_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone,
  	"revoked_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "api_keys_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "auth_sessions" ADD COLUMN "proved_at" timestamp (3) with time zone;
  ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_account_wall" FOREIGN KEY ("account_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "api_keys_tenant_idx" ON "api_keys" USING btree ("tenant_id");
  CREATE INDEX "api_keys_account_idx" ON "api_keys" USING btree ("account_id");
  CREATE UNIQUE INDEX "api_keys_hash_idx" ON "api_keys" USING btree ("hash");
  CREATE INDEX "api_keys_updated_at_idx" ON "api_keys" USING btree ("updated_at");
  CREATE INDEX "api_keys_created_at_idx" ON "api_keys" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "api_keys" CASCADE;
  ALTER TABLE "auth_sessions" DROP COLUMN "proved_at";
  DROP TYPE "public"."enum_api_keys_rate";`)
}
