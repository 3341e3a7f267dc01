import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_tenants_settings_languages" AS ENUM('en', 'ru', 'he');
  CREATE TYPE "public"."enum_translations_locale" AS ENUM('en', 'ru', 'he');
  CREATE TYPE "public"."enum_certificates_locale" AS ENUM('en', 'ru', 'he');
  CREATE TABLE "tenants_settings_languages" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_tenants_settings_languages",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "translations" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"category_id" uuid,
  	"course_id" uuid,
  	"instructor_id" uuid,
  	"lesson_id" uuid,
  	"offer_id" uuid,
  	"page_id" uuid,
  	"quiz_id" uuid,
  	"section_id" uuid,
  	"locale" "enum_translations_locale" NOT NULL,
  	"texts" jsonb NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "translations_id_tenant_uq" UNIQUE("id","tenant_id"),
  	CONSTRAINT "translations_subject" CHECK (num_nonnulls(category_id, course_id, instructor_id, lesson_id, offer_id, page_id, quiz_id, section_id) = 1)
  );
  
  ALTER TABLE "lessons" ADD COLUMN "captions" jsonb;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_captions" jsonb;
  ALTER TABLE "certificates" ADD COLUMN "locale" "enum_certificates_locale";
  ALTER TABLE "tenants_settings_languages" ADD CONSTRAINT "tenants_settings_languages_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "translations" ADD CONSTRAINT "translations_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "translations" ADD CONSTRAINT "translations_category_wall" FOREIGN KEY ("category_id","tenant_id") REFERENCES "public"."categories"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "translations" ADD CONSTRAINT "translations_course_wall" FOREIGN KEY ("course_id","tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "translations" ADD CONSTRAINT "translations_instructor_wall" FOREIGN KEY ("instructor_id","tenant_id") REFERENCES "public"."instructors"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "translations" ADD CONSTRAINT "translations_lesson_wall" FOREIGN KEY ("lesson_id","tenant_id") REFERENCES "public"."lessons"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "translations" ADD CONSTRAINT "translations_offer_wall" FOREIGN KEY ("offer_id","tenant_id") REFERENCES "public"."offers"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "translations" ADD CONSTRAINT "translations_page_wall" FOREIGN KEY ("page_id","tenant_id") REFERENCES "public"."pages"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "translations" ADD CONSTRAINT "translations_quiz_wall" FOREIGN KEY ("quiz_id","tenant_id") REFERENCES "public"."quizzes"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "translations" ADD CONSTRAINT "translations_section_wall" FOREIGN KEY ("section_id","tenant_id") REFERENCES "public"."sections"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "tenants_settings_languages_order_idx" ON "tenants_settings_languages" USING btree ("order");
  CREATE INDEX "tenants_settings_languages_parent_idx" ON "tenants_settings_languages" USING btree ("parent_id");
  CREATE INDEX "translations_tenant_idx" ON "translations" USING btree ("tenant_id");
  CREATE INDEX "translations_category_idx" ON "translations" USING btree ("category_id");
  CREATE INDEX "translations_course_idx" ON "translations" USING btree ("course_id");
  CREATE INDEX "translations_instructor_idx" ON "translations" USING btree ("instructor_id");
  CREATE INDEX "translations_lesson_idx" ON "translations" USING btree ("lesson_id");
  CREATE INDEX "translations_offer_idx" ON "translations" USING btree ("offer_id");
  CREATE INDEX "translations_page_idx" ON "translations" USING btree ("page_id");
  CREATE INDEX "translations_quiz_idx" ON "translations" USING btree ("quiz_id");
  CREATE INDEX "translations_section_idx" ON "translations" USING btree ("section_id");
  CREATE INDEX "translations_updated_at_idx" ON "translations" USING btree ("updated_at");
  CREATE INDEX "translations_created_at_idx" ON "translations" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_category_locale_idx" ON "translations" USING btree ("tenant_id","category_id","locale");
  CREATE UNIQUE INDEX "tenant_course_locale_idx" ON "translations" USING btree ("tenant_id","course_id","locale");
  CREATE UNIQUE INDEX "tenant_instructor_locale_idx" ON "translations" USING btree ("tenant_id","instructor_id","locale");
  CREATE UNIQUE INDEX "tenant_lesson_locale_idx" ON "translations" USING btree ("tenant_id","lesson_id","locale");
  CREATE UNIQUE INDEX "tenant_offer_locale_idx" ON "translations" USING btree ("tenant_id","offer_id","locale");
  CREATE UNIQUE INDEX "tenant_page_locale_idx" ON "translations" USING btree ("tenant_id","page_id","locale");
  CREATE UNIQUE INDEX "tenant_quiz_locale_idx" ON "translations" USING btree ("tenant_id","quiz_id","locale");
  CREATE UNIQUE INDEX "tenant_section_locale_idx" ON "translations" USING btree ("tenant_id","section_id","locale");
  INSERT INTO "translations" ("id", "tenant_id", "category_id", "locale", "texts")
  SELECT uuidv7(), k."tenant_id", k."id", n."locale"::"enum_translations_locale",
    jsonb_build_object('name', jsonb_build_object('from', k."name", 'text', n."text"))
  FROM "categories" k
  CROSS JOIN LATERAL (VALUES ('en', k."translations_en"), ('ru', k."translations_ru"), ('he', k."translations_he")) AS n ("locale", "text")
  WHERE nullif(trim(n."text"), '') IS NOT NULL;
  ALTER TABLE "categories" DROP COLUMN "translations_en";
  ALTER TABLE "categories" DROP COLUMN "translations_ru";
  ALTER TABLE "categories" DROP COLUMN "translations_he";`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "tenants_settings_languages" CASCADE;
  DROP TABLE "translations" CASCADE;
  ALTER TABLE "categories" ADD COLUMN "translations_en" varchar;
  ALTER TABLE "categories" ADD COLUMN "translations_ru" varchar;
  ALTER TABLE "categories" ADD COLUMN "translations_he" varchar;
  ALTER TABLE "lessons" DROP COLUMN "captions";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_captions";
  ALTER TABLE "certificates" DROP COLUMN "locale";
  DROP TYPE "public"."enum_tenants_settings_languages";
  DROP TYPE "public"."enum_translations_locale";
  DROP TYPE "public"."enum_certificates_locale";`)
}
