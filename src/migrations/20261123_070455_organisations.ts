import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_sign_in_providers_new_role" AS ENUM('admin', 'instructor', 'support', 'moderator', 'affiliate', 'student');
  ALTER TYPE "public"."enum_sign_in_providers_kind" ADD VALUE 'saml';
  CREATE TABLE "saml_assertions" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"assertion" text NOT NULL,
  	"expires_at" timestamp (3) with time zone NOT NULL,
  	"provider_id" uuid NOT NULL,
  	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "saml_assertions_once" UNIQUE("tenant_id","provider_id","assertion")
  );
  
  CREATE TABLE "scim_groups" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"name" text NOT NULL,
  	"external_id" text,
  	"name_key" text NOT NULL,
  	"provider_id" uuid NOT NULL,
  	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "scim_groups_once" UNIQUE("tenant_id","provider_id","name_key"),
  	CONSTRAINT "scim_groups_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "scim_members" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"group_id" uuid NOT NULL,
  	"user_id" uuid NOT NULL,
  	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "scim_members_once" UNIQUE("group_id","user_id")
  );
  
  CREATE TABLE "scim_people" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"change_id" uuid,
  	"deleted_at" timestamp (3) with time zone,
  	"external_id" text,
  	"family_name" text,
  	"given_name" text,
  	"is_active" boolean NOT NULL,
  	"provider_id" uuid NOT NULL,
  	"user_id" uuid NOT NULL,
  	"user_name" text NOT NULL,
  	"user_name_key" text NOT NULL,
  	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "scim_people_named" UNIQUE("tenant_id","provider_id","user_name_key"),
  	CONSTRAINT "scim_people_once" UNIQUE("tenant_id","user_id")
  );
  
  CREATE TABLE "scim_tokens" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"name" text NOT NULL,
  	"hash" text NOT NULL,
  	"provider_id" uuid NOT NULL,
  	"revoked_at" timestamp (3) with time zone,
  	"shown" text NOT NULL,
  	"used_at" timestamp (3) with time zone,
  	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "scim_tokens_hash_uq" UNIQUE("hash")
  );
  
  ALTER TABLE "sign_in_providers" ADD COLUMN "sso_address" varchar;
  ALTER TABLE "sign_in_providers" ADD COLUMN "certificates" varchar;
  ALTER TABLE "sign_in_providers" ADD COLUMN "is_required" boolean DEFAULT false;
  ALTER TABLE "sign_in_providers" ADD COLUMN "begins_there" boolean DEFAULT false;
  ALTER TABLE "sign_in_providers" ADD COLUMN "new_role" "enum_sign_in_providers_new_role" DEFAULT 'student';
  ALTER TABLE "sign_in_providers" ADD COLUMN "group_roles" varchar;
  ALTER TABLE "sign_in_providers" ADD COLUMN "proved" varchar;
  ALTER TABLE "saml_assertions" ADD CONSTRAINT "saml_assertions_provider_wall" FOREIGN KEY ("provider_id","tenant_id") REFERENCES "public"."sign_in_providers"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "scim_groups" ADD CONSTRAINT "scim_groups_provider_wall" FOREIGN KEY ("provider_id","tenant_id") REFERENCES "public"."sign_in_providers"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "scim_members" ADD CONSTRAINT "scim_members_group_wall" FOREIGN KEY ("group_id","tenant_id") REFERENCES "public"."scim_groups"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "scim_members" ADD CONSTRAINT "scim_members_user_wall" FOREIGN KEY ("user_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "scim_people" ADD CONSTRAINT "scim_people_provider_wall" FOREIGN KEY ("provider_id","tenant_id") REFERENCES "public"."sign_in_providers"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "scim_people" ADD CONSTRAINT "scim_people_user_wall" FOREIGN KEY ("user_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "scim_tokens" ADD CONSTRAINT "scim_tokens_provider_wall" FOREIGN KEY ("provider_id","tenant_id") REFERENCES "public"."sign_in_providers"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "scim_members_user_idx" ON "scim_members" USING btree ("user_id");
  CREATE INDEX "scim_people_external_idx" ON "scim_people" USING btree ("tenant_id","external_id");
  CREATE INDEX "scim_tokens_provider_idx" ON "scim_tokens" USING btree ("provider_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "saml_assertions" CASCADE;
  DROP TABLE "scim_groups" CASCADE;
  DROP TABLE "scim_members" CASCADE;
  DROP TABLE "scim_people" CASCADE;
  DROP TABLE "scim_tokens" CASCADE;
  ALTER TABLE "sign_in_providers" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_sign_in_providers_kind";
  CREATE TYPE "public"."enum_sign_in_providers_kind" AS ENUM('google', 'facebook', 'linkedin', 'github', 'oidc');
  ALTER TABLE "sign_in_providers" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_sign_in_providers_kind" USING "kind"::"public"."enum_sign_in_providers_kind";
  ALTER TABLE "sign_in_providers" DROP COLUMN "sso_address";
  ALTER TABLE "sign_in_providers" DROP COLUMN "certificates";
  ALTER TABLE "sign_in_providers" DROP COLUMN "is_required";
  ALTER TABLE "sign_in_providers" DROP COLUMN "begins_there";
  ALTER TABLE "sign_in_providers" DROP COLUMN "new_role";
  ALTER TABLE "sign_in_providers" DROP COLUMN "group_roles";
  ALTER TABLE "sign_in_providers" DROP COLUMN "proved";
  DROP TYPE "public"."enum_sign_in_providers_new_role";`)
}
