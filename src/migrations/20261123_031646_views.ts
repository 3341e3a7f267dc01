import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "auth_views" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"expires_at" timestamp (3) with time zone NOT NULL,
  	"ip_address" text,
  	"session_id" uuid NOT NULL,
  	"token" text NOT NULL,
  	"user_agent" text,
  	"user_id" uuid NOT NULL,
  	"viewer_id" uuid NOT NULL,
  	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "auth_views_session_uq" UNIQUE("session_id"),
  	CONSTRAINT "auth_views_token_uq" UNIQUE("token")
  );
  
  ALTER TABLE "auth_views" ADD CONSTRAINT "auth_views_user_wall" FOREIGN KEY ("user_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "auth_views" ADD CONSTRAINT "auth_views_viewer_wall" FOREIGN KEY ("viewer_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "auth_views_user_idx" ON "auth_views" USING btree ("user_id");
  CREATE INDEX "auth_views_viewer_idx" ON "auth_views" USING btree ("viewer_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "auth_views" CASCADE;`)
}
