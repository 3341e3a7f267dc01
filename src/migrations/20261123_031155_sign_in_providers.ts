import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_sign_in_providers_kind" AS ENUM('google', 'facebook', 'linkedin', 'github', 'oidc');
  CREATE TABLE "sign_in_providers" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"kind" "enum_sign_in_providers_kind" NOT NULL,
  	"is_active" boolean DEFAULT true,
  	"position" numeric DEFAULT 1 NOT NULL,
  	"label" varchar,
  	"issuer" varchar,
  	"client_id" varchar,
  	"client_secret" varchar,
  	"domains" varchar,
  	"makes_accounts" boolean DEFAULT false,
  	"sealed" varchar,
  	"in_use" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "sign_in_providers_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  DROP INDEX "tenant_inUse_idx";
  DROP INDEX "tenant_inUse_1_idx";
  ALTER TABLE "tenants" ADD COLUMN "settings_sign_in_by_password" boolean DEFAULT true;
  ALTER TABLE "tenants" ADD COLUMN "settings_sign_in_by_passkey" boolean DEFAULT true;
  ALTER TABLE "sign_in_providers" ADD CONSTRAINT "sign_in_providers_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  CREATE INDEX "sign_in_providers_tenant_idx" ON "sign_in_providers" USING btree ("tenant_id");
  CREATE INDEX "sign_in_providers_updated_at_idx" ON "sign_in_providers" USING btree ("updated_at");
  CREATE INDEX "sign_in_providers_created_at_idx" ON "sign_in_providers" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_inUse_idx" ON "sign_in_providers" USING btree ("tenant_id","in_use");
  CREATE UNIQUE INDEX "tenant_inUse_1_idx" ON "video_accounts" USING btree ("tenant_id","in_use");
  CREATE UNIQUE INDEX "tenant_inUse_2_idx" ON "payment_accounts" USING btree ("tenant_id","in_use");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "sign_in_providers" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "sign_in_providers" CASCADE;
  DROP INDEX "tenant_inUse_1_idx";
  DROP INDEX "tenant_inUse_2_idx";
  CREATE UNIQUE INDEX "tenant_inUse_idx" ON "video_accounts" USING btree ("tenant_id","in_use");
  CREATE UNIQUE INDEX "tenant_inUse_1_idx" ON "payment_accounts" USING btree ("tenant_id","in_use");
  ALTER TABLE "tenants" DROP COLUMN "settings_sign_in_by_password";
  ALTER TABLE "tenants" DROP COLUMN "settings_sign_in_by_passkey";
  DROP TYPE "public"."enum_sign_in_providers_kind";`)
}
