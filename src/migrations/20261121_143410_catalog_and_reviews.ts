import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_courses_language" AS ENUM('ar', 'cs', 'de', 'el', 'en', 'es', 'fr', 'he', 'hi', 'hu', 'it', 'ja', 'ko', 'nl', 'pl', 'pt', 'ro', 'ru', 'sv', 'th', 'tr', 'uk', 'vi', 'zh');
  CREATE TYPE "public"."enum__courses_v_version_language" AS ENUM('ar', 'cs', 'de', 'el', 'en', 'es', 'fr', 'he', 'hi', 'hu', 'it', 'ja', 'ko', 'nl', 'pl', 'pt', 'ro', 'ru', 'sv', 'th', 'tr', 'uk', 'vi', 'zh');
  CREATE TYPE "public"."enum_reviews_status" AS ENUM('published', 'hidden');
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'reviewRequest' BEFORE 'setPassword';
  CREATE TABLE "categories" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"name" varchar NOT NULL,
  	"translations_en" varchar,
  	"translations_ru" varchar,
  	"translations_he" varchar,
  	"description" varchar,
  	"slug" varchar NOT NULL,
  	"parent_id" uuid,
  	"position" numeric DEFAULT 0 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "categories_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "courses_faq" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"question" varchar,
  	"answer" varchar
  );
  
  CREATE TABLE "courses_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"categories_id" uuid,
  	"users_id" uuid
  );
  
  CREATE TABLE "_courses_v_version_faq" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY NOT NULL,
  	"question" varchar,
  	"answer" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_courses_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"categories_id" uuid,
  	"users_id" uuid
  );
  
  CREATE TABLE "instructors_certifications" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"issuer" varchar,
  	"year" numeric
  );
  
  CREATE TABLE "instructors_history" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"role" varchar NOT NULL,
  	"place" varchar,
  	"since" numeric,
  	"until" numeric
  );
  
  CREATE TABLE "instructors" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"name" varchar NOT NULL,
  	"headline" varchar,
  	"photo_id" uuid,
  	"bio" varchar,
  	"credentials" varchar,
  	"website" varchar,
  	"user_id" uuid NOT NULL,
  	"slug" varchar NOT NULL,
  	"is_published" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "instructors_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "reviews" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"course_id" uuid NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"stars" numeric NOT NULL,
  	"text" varchar,
  	"reply" varchar,
  	"status" "enum_reviews_status" DEFAULT 'published' NOT NULL,
  	"hidden_reason" varchar,
  	"moderated_by_id" uuid,
  	"replied_at" timestamp(3) with time zone,
  	"edited_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "reviews_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  DROP INDEX "tenant_slug_idx";
  DROP INDEX "tenant_slug_1_idx";
  ALTER TABLE "tenants" ADD COLUMN "settings_profile_story" varchar;
  ALTER TABLE "tenants" ADD COLUMN "settings_profile_phone" varchar;
  ALTER TABLE "tenants" ADD COLUMN "settings_profile_address" varchar;
  ALTER TABLE "tenants" ADD COLUMN "settings_profile_accreditation" varchar;
  ALTER TABLE "tenants" ADD COLUMN "settings_profile_socials" varchar;
  ALTER TABLE "tenants" ADD COLUMN "settings_review_requests_is_on" boolean DEFAULT true;
  ALTER TABLE "tenants" ADD COLUMN "settings_review_requests_days" numeric DEFAULT 3;
  ALTER TABLE "courses" ADD COLUMN "requirements" varchar;
  ALTER TABLE "courses" ADD COLUMN "audience" varchar;
  ALTER TABLE "courses" ADD COLUMN "category_id" uuid;
  ALTER TABLE "courses" ADD COLUMN "language" "enum_courses_language";
  ALTER TABLE "courses" ADD COLUMN "duration_minutes" numeric;
  ALTER TABLE "_courses_v" ADD COLUMN "version_requirements" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_audience" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_category_id" uuid;
  ALTER TABLE "_courses_v" ADD COLUMN "version_language" "enum__courses_v_version_language";
  ALTER TABLE "_courses_v" ADD COLUMN "version_duration_minutes" numeric;
  ALTER TABLE "categories" ADD CONSTRAINT "categories_parent_id_categories_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "categories" ADD CONSTRAINT "categories_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "categories" ADD CONSTRAINT "categories_parent_wall" FOREIGN KEY ("parent_id","tenant_id") REFERENCES "public"."categories"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "courses_faq" ADD CONSTRAINT "courses_faq_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "courses_rels" ADD CONSTRAINT "courses_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "courses_rels" ADD CONSTRAINT "courses_rels_categories_fk" FOREIGN KEY ("categories_id") REFERENCES "public"."categories"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "courses_rels" ADD CONSTRAINT "courses_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_courses_v_version_faq" ADD CONSTRAINT "_courses_v_version_faq_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_courses_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_courses_v_rels" ADD CONSTRAINT "_courses_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_courses_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_courses_v_rels" ADD CONSTRAINT "_courses_v_rels_categories_fk" FOREIGN KEY ("categories_id") REFERENCES "public"."categories"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_courses_v_rels" ADD CONSTRAINT "_courses_v_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "instructors_certifications" ADD CONSTRAINT "instructors_certifications_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."instructors"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "instructors_history" ADD CONSTRAINT "instructors_history_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."instructors"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "instructors" ADD CONSTRAINT "instructors_photo_id_media_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "instructors" ADD CONSTRAINT "instructors_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "instructors" ADD CONSTRAINT "instructors_photo_wall" FOREIGN KEY ("photo_id","tenant_id") REFERENCES "public"."media"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "instructors" ADD CONSTRAINT "instructors_user_wall" FOREIGN KEY ("user_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "reviews" ADD CONSTRAINT "reviews_moderated_by_id_users_id_fk" FOREIGN KEY ("moderated_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reviews" ADD CONSTRAINT "reviews_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "reviews" ADD CONSTRAINT "reviews_course_wall" FOREIGN KEY ("course_id","tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "reviews" ADD CONSTRAINT "reviews_learner_wall" FOREIGN KEY ("learner_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "reviews" ADD CONSTRAINT "reviews_moderatedBy_wall" FOREIGN KEY ("moderated_by_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "categories_tenant_idx" ON "categories" USING btree ("tenant_id");
  CREATE INDEX "categories_slug_idx" ON "categories" USING btree ("slug");
  CREATE INDEX "categories_parent_idx" ON "categories" USING btree ("parent_id");
  CREATE INDEX "categories_updated_at_idx" ON "categories" USING btree ("updated_at");
  CREATE INDEX "categories_created_at_idx" ON "categories" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_slug_idx" ON "categories" USING btree ("tenant_id","slug");
  CREATE INDEX "courses_faq_order_idx" ON "courses_faq" USING btree ("_order");
  CREATE INDEX "courses_faq_parent_id_idx" ON "courses_faq" USING btree ("_parent_id");
  CREATE INDEX "courses_rels_order_idx" ON "courses_rels" USING btree ("order");
  CREATE INDEX "courses_rels_parent_idx" ON "courses_rels" USING btree ("parent_id");
  CREATE INDEX "courses_rels_path_idx" ON "courses_rels" USING btree ("path");
  CREATE INDEX "courses_rels_categories_id_idx" ON "courses_rels" USING btree ("categories_id");
  CREATE INDEX "courses_rels_users_id_idx" ON "courses_rels" USING btree ("users_id");
  CREATE INDEX "_courses_v_version_faq_order_idx" ON "_courses_v_version_faq" USING btree ("_order");
  CREATE INDEX "_courses_v_version_faq_parent_id_idx" ON "_courses_v_version_faq" USING btree ("_parent_id");
  CREATE INDEX "_courses_v_rels_order_idx" ON "_courses_v_rels" USING btree ("order");
  CREATE INDEX "_courses_v_rels_parent_idx" ON "_courses_v_rels" USING btree ("parent_id");
  CREATE INDEX "_courses_v_rels_path_idx" ON "_courses_v_rels" USING btree ("path");
  CREATE INDEX "_courses_v_rels_categories_id_idx" ON "_courses_v_rels" USING btree ("categories_id");
  CREATE INDEX "_courses_v_rels_users_id_idx" ON "_courses_v_rels" USING btree ("users_id");
  CREATE INDEX "instructors_certifications_order_idx" ON "instructors_certifications" USING btree ("_order");
  CREATE INDEX "instructors_certifications_parent_id_idx" ON "instructors_certifications" USING btree ("_parent_id");
  CREATE INDEX "instructors_history_order_idx" ON "instructors_history" USING btree ("_order");
  CREATE INDEX "instructors_history_parent_id_idx" ON "instructors_history" USING btree ("_parent_id");
  CREATE INDEX "instructors_tenant_idx" ON "instructors" USING btree ("tenant_id");
  CREATE INDEX "instructors_photo_idx" ON "instructors" USING btree ("photo_id");
  CREATE INDEX "instructors_user_idx" ON "instructors" USING btree ("user_id");
  CREATE INDEX "instructors_slug_idx" ON "instructors" USING btree ("slug");
  CREATE INDEX "instructors_updated_at_idx" ON "instructors" USING btree ("updated_at");
  CREATE INDEX "instructors_created_at_idx" ON "instructors" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_slug_2_idx" ON "instructors" USING btree ("tenant_id","slug");
  CREATE UNIQUE INDEX "tenant_user_idx" ON "instructors" USING btree ("tenant_id","user_id");
  CREATE INDEX "reviews_tenant_idx" ON "reviews" USING btree ("tenant_id");
  CREATE INDEX "reviews_course_idx" ON "reviews" USING btree ("course_id");
  CREATE INDEX "reviews_learner_idx" ON "reviews" USING btree ("learner_id");
  CREATE INDEX "reviews_moderated_by_idx" ON "reviews" USING btree ("moderated_by_id");
  CREATE INDEX "reviews_updated_at_idx" ON "reviews" USING btree ("updated_at");
  CREATE INDEX "reviews_created_at_idx" ON "reviews" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_learner_course_1_idx" ON "reviews" USING btree ("tenant_id","learner_id","course_id");
  CREATE INDEX "tenant_course_status_idx" ON "reviews" USING btree ("tenant_id","course_id","status");
  ALTER TABLE "courses" ADD CONSTRAINT "courses_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "courses" ADD CONSTRAINT "courses_category_wall" FOREIGN KEY ("category_id","tenant_id") REFERENCES "public"."categories"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "_courses_v" ADD CONSTRAINT "_courses_v_version_category_id_categories_id_fk" FOREIGN KEY ("version_category_id") REFERENCES "public"."categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_courses_v" ADD CONSTRAINT "_courses_v_version_category_wall" FOREIGN KEY ("version_category_id","version_tenant_id") REFERENCES "public"."categories"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "courses_category_idx" ON "courses" USING btree ("category_id");
  CREATE UNIQUE INDEX "tenant_slug_1_idx" ON "courses" USING btree ("tenant_id","slug");
  CREATE INDEX "_courses_v_version_version_category_idx" ON "_courses_v" USING btree ("version_category_id");
  CREATE UNIQUE INDEX "tenant_slug_3_idx" ON "pages" USING btree ("tenant_id","slug");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "categories" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "courses_faq" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "courses_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_courses_v_version_faq" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_courses_v_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "instructors_certifications" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "instructors_history" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "instructors" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "reviews" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "categories" CASCADE;
  DROP TABLE "courses_faq" CASCADE;
  DROP TABLE "courses_rels" CASCADE;
  DROP TABLE "_courses_v_version_faq" CASCADE;
  DROP TABLE "_courses_v_rels" CASCADE;
  DROP TABLE "instructors_certifications" CASCADE;
  DROP TABLE "instructors_history" CASCADE;
  DROP TABLE "instructors" CASCADE;
  DROP TABLE "reviews" CASCADE;
  ALTER TABLE "courses" DROP CONSTRAINT "courses_category_id_categories_id_fk";
  
  ALTER TABLE "courses" DROP CONSTRAINT "courses_category_wall";
  
  ALTER TABLE "_courses_v" DROP CONSTRAINT "_courses_v_version_category_id_categories_id_fk";
  
  ALTER TABLE "_courses_v" DROP CONSTRAINT "_courses_v_version_category_wall";
  
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('alreadyRegistered', 'certificate', 'changeEmail', 'confirm', 'courseUpdate', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'passwordChanged', 'paymentFailed', 'planEnded', 'receipt', 'reset', 'setPassword', 'signInInstead');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  DROP INDEX "courses_category_idx";
  DROP INDEX "tenant_slug_1_idx";
  DROP INDEX "_courses_v_version_version_category_idx";
  DROP INDEX "tenant_slug_3_idx";
  CREATE UNIQUE INDEX "tenant_slug_idx" ON "courses" USING btree ("tenant_id","slug");
  CREATE UNIQUE INDEX "tenant_slug_1_idx" ON "pages" USING btree ("tenant_id","slug");
  ALTER TABLE "tenants" DROP COLUMN "settings_profile_story";
  ALTER TABLE "tenants" DROP COLUMN "settings_profile_phone";
  ALTER TABLE "tenants" DROP COLUMN "settings_profile_address";
  ALTER TABLE "tenants" DROP COLUMN "settings_profile_accreditation";
  ALTER TABLE "tenants" DROP COLUMN "settings_profile_socials";
  ALTER TABLE "tenants" DROP COLUMN "settings_review_requests_is_on";
  ALTER TABLE "tenants" DROP COLUMN "settings_review_requests_days";
  ALTER TABLE "courses" DROP COLUMN "requirements";
  ALTER TABLE "courses" DROP COLUMN "audience";
  ALTER TABLE "courses" DROP COLUMN "category_id";
  ALTER TABLE "courses" DROP COLUMN "language";
  ALTER TABLE "courses" DROP COLUMN "duration_minutes";
  ALTER TABLE "_courses_v" DROP COLUMN "version_requirements";
  ALTER TABLE "_courses_v" DROP COLUMN "version_audience";
  ALTER TABLE "_courses_v" DROP COLUMN "version_category_id";
  ALTER TABLE "_courses_v" DROP COLUMN "version_language";
  ALTER TABLE "_courses_v" DROP COLUMN "version_duration_minutes";
  DROP TYPE "public"."enum_courses_language";
  DROP TYPE "public"."enum__courses_v_version_language";
  DROP TYPE "public"."enum_reviews_status";`)
}
