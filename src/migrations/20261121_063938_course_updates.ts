import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'courseUpdate' BEFORE 'enrolled';
  CREATE TABLE "course_updates" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"course_id" uuid NOT NULL,
  	"message" varchar NOT NULL,
  	"author_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "course_updates_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "course_updates" ADD CONSTRAINT "course_updates_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "course_updates" ADD CONSTRAINT "course_updates_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "course_updates" ADD CONSTRAINT "course_updates_course_wall" FOREIGN KEY ("course_id","tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "course_updates" ADD CONSTRAINT "course_updates_author_wall" FOREIGN KEY ("author_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "course_updates_tenant_idx" ON "course_updates" USING btree ("tenant_id");
  CREATE INDEX "course_updates_course_idx" ON "course_updates" USING btree ("course_id");
  CREATE INDEX "course_updates_author_idx" ON "course_updates" USING btree ("author_id");
  CREATE INDEX "course_updates_updated_at_idx" ON "course_updates" USING btree ("updated_at");
  CREATE INDEX "course_updates_created_at_idx" ON "course_updates" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "course_updates" CASCADE;
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('alreadyRegistered', 'certificate', 'confirm', 'enrolled', 'receipt', 'reset');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";`)
}
