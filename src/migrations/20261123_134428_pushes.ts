import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "push_keys" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	"public_key" text NOT NULL,
  	"sealed" text NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	CONSTRAINT "push_keys_once" UNIQUE("tenant_id")
  );
  
  ALTER TABLE "auth_sessions" ADD COLUMN "push_auth" text;
  ALTER TABLE "auth_sessions" ADD COLUMN "push_endpoint" text;
  ALTER TABLE "auth_sessions" ADD COLUMN "push_key" text;
  ALTER TABLE "auth_sessions" ADD COLUMN "push_since" timestamp (3) with time zone;
  ALTER TABLE "notifications" ADD COLUMN "is_shown" boolean DEFAULT true NOT NULL;
  ALTER TABLE "auth_sessions" ADD CONSTRAINT "auth_sessions_push_uq" UNIQUE("tenant_id","push_endpoint");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "push_keys" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "push_keys" CASCADE;
  ALTER TABLE "auth_sessions" DROP CONSTRAINT "auth_sessions_push_uq";
  ALTER TABLE "auth_sessions" DROP COLUMN "push_auth";
  ALTER TABLE "auth_sessions" DROP COLUMN "push_endpoint";
  ALTER TABLE "auth_sessions" DROP COLUMN "push_key";
  ALTER TABLE "auth_sessions" DROP COLUMN "push_since";
  ALTER TABLE "notifications" DROP COLUMN "is_shown";`)
}
