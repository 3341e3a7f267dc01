import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_enrollment_changes_action" AS ENUM('enroll', 'pause', 'resume', 'extend', 'remove');
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'accessChanged' BEFORE 'accountErased';
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'accessEnding' BEFORE 'accountErased';
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'prerequisitesMet' BEFORE 'receipt';
  ALTER TYPE "public"."enum_offers_access_unit" ADD VALUE 'until';
  ALTER TYPE "public"."enum_order_lines_access_unit" ADD VALUE 'until' BEFORE 'whilePaid';
  CREATE TABLE "enrollment_changes" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"enrollment_id" uuid NOT NULL,
  	"action" "enum_enrollment_changes_action" NOT NULL,
  	"reason" varchar NOT NULL,
  	"until" timestamp(3) with time zone,
  	"author_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "enrollment_changes_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "courses_rels" ADD COLUMN "courses_id" uuid;
  ALTER TABLE "_courses_v_rels" ADD COLUMN "courses_id" uuid;
  ALTER TABLE "offers" ADD COLUMN "access_until" timestamp(3) with time zone;
  ALTER TABLE "order_lines" ADD COLUMN "access_until" timestamp(3) with time zone;
  ALTER TABLE "enrollments" ADD COLUMN "paused_at" timestamp(3) with time zone;
  ALTER TABLE "enrollment_changes" ADD CONSTRAINT "enrollment_changes_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "enrollment_changes" ADD CONSTRAINT "enrollment_changes_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "enrollment_changes" ADD CONSTRAINT "enrollment_changes_enrollment_wall" FOREIGN KEY ("enrollment_id","tenant_id") REFERENCES "public"."enrollments"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "enrollment_changes" ADD CONSTRAINT "enrollment_changes_author_wall" FOREIGN KEY ("author_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "enrollment_changes_tenant_idx" ON "enrollment_changes" USING btree ("tenant_id");
  CREATE INDEX "enrollment_changes_enrollment_idx" ON "enrollment_changes" USING btree ("enrollment_id");
  CREATE INDEX "enrollment_changes_author_idx" ON "enrollment_changes" USING btree ("author_id");
  CREATE INDEX "enrollment_changes_updated_at_idx" ON "enrollment_changes" USING btree ("updated_at");
  CREATE INDEX "enrollment_changes_created_at_idx" ON "enrollment_changes" USING btree ("created_at");
  ALTER TABLE "courses_rels" ADD CONSTRAINT "courses_rels_courses_fk" FOREIGN KEY ("courses_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_courses_v_rels" ADD CONSTRAINT "_courses_v_rels_courses_fk" FOREIGN KEY ("courses_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "courses_rels_courses_id_idx" ON "courses_rels" USING btree ("courses_id");
  CREATE INDEX "_courses_v_rels_courses_id_idx" ON "_courses_v_rels" USING btree ("courses_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "enrollment_changes" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "enrollment_changes" CASCADE;
  ALTER TABLE "courses_rels" DROP CONSTRAINT "courses_rels_courses_fk";
  
  ALTER TABLE "_courses_v_rels" DROP CONSTRAINT "_courses_v_rels_courses_fk";
  
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('accountErased', 'accountErasing', 'alreadyRegistered', 'certificate', 'changeEmail', 'confirm', 'courseUpdate', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'lessonsOpened', 'passwordChanged', 'paymentFailed', 'planEnded', 'receipt', 'reset', 'reviewRequest', 'setPassword', 'signInInstead');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  ALTER TABLE "offers" ALTER COLUMN "access_unit" SET DATA TYPE text;
  ALTER TABLE "offers" ALTER COLUMN "access_unit" SET DEFAULT 'forever'::text;
  DROP TYPE "public"."enum_offers_access_unit";
  CREATE TYPE "public"."enum_offers_access_unit" AS ENUM('forever', 'days', 'months');
  ALTER TABLE "offers" ALTER COLUMN "access_unit" SET DEFAULT 'forever'::"public"."enum_offers_access_unit";
  ALTER TABLE "offers" ALTER COLUMN "access_unit" SET DATA TYPE "public"."enum_offers_access_unit" USING "access_unit"::"public"."enum_offers_access_unit";
  ALTER TABLE "order_lines" ALTER COLUMN "access_unit" SET DATA TYPE text;
  ALTER TABLE "order_lines" ALTER COLUMN "access_unit" SET DEFAULT 'forever'::text;
  DROP TYPE "public"."enum_order_lines_access_unit";
  CREATE TYPE "public"."enum_order_lines_access_unit" AS ENUM('forever', 'days', 'months', 'whilePaid');
  ALTER TABLE "order_lines" ALTER COLUMN "access_unit" SET DEFAULT 'forever'::"public"."enum_order_lines_access_unit";
  ALTER TABLE "order_lines" ALTER COLUMN "access_unit" SET DATA TYPE "public"."enum_order_lines_access_unit" USING "access_unit"::"public"."enum_order_lines_access_unit";
  DROP INDEX "courses_rels_courses_id_idx";
  DROP INDEX "_courses_v_rels_courses_id_idx";
  ALTER TABLE "courses_rels" DROP COLUMN "courses_id";
  ALTER TABLE "_courses_v_rels" DROP COLUMN "courses_id";
  ALTER TABLE "offers" DROP COLUMN "access_until";
  ALTER TABLE "order_lines" DROP COLUMN "access_until";
  ALTER TABLE "enrollments" DROP COLUMN "paused_at";
  DROP TYPE "public"."enum_enrollment_changes_action";`)
}
