import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_custom_roles_permissions" AS ENUM('courses.read', 'courses.write', 'learners.read', 'learners.write', 'community.read', 'community.write', 'sales.read', 'sales.write', 'site.read', 'site.write', 'mail.read', 'mail.write', 'school.read', 'school.write');
  CREATE TABLE "custom_roles_permissions" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_custom_roles_permissions",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "custom_roles" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"name" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "custom_roles_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "users" ADD COLUMN "custom_role_id" uuid;
  ALTER TABLE "custom_roles_permissions" ADD CONSTRAINT "custom_roles_permissions_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."custom_roles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "custom_roles" ADD CONSTRAINT "custom_roles_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  CREATE INDEX "custom_roles_permissions_order_idx" ON "custom_roles_permissions" USING btree ("order");
  CREATE INDEX "custom_roles_permissions_parent_idx" ON "custom_roles_permissions" USING btree ("parent_id");
  CREATE INDEX "custom_roles_tenant_idx" ON "custom_roles" USING btree ("tenant_id");
  CREATE INDEX "custom_roles_updated_at_idx" ON "custom_roles" USING btree ("updated_at");
  CREATE INDEX "custom_roles_created_at_idx" ON "custom_roles" USING btree ("created_at");
  ALTER TABLE "users" ADD CONSTRAINT "users_customRole_wall" FOREIGN KEY ("custom_role_id","tenant_id") REFERENCES "public"."custom_roles"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  CREATE INDEX "users_custom_role_idx" ON "users" USING btree ("custom_role_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "custom_roles_permissions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "custom_roles" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "custom_roles_permissions" CASCADE;
  DROP TABLE "custom_roles" CASCADE;
  ALTER TABLE "users" DROP CONSTRAINT "users_customRole_wall";
  
  DROP INDEX "users_custom_role_idx";
  ALTER TABLE "users" DROP COLUMN "custom_role_id";
  DROP TYPE "public"."enum_custom_roles_permissions";`)
}
