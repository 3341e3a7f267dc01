import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "course_editions" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"course_id" uuid NOT NULL,
  	"number" numeric NOT NULL,
  	"digest" varchar NOT NULL,
  	"sections" jsonb NOT NULL,
  	"author_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "course_editions_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "edition_lessons" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"course_id" uuid NOT NULL,
  	"edition_id" uuid NOT NULL,
  	"lesson_id" uuid NOT NULL,
  	"section" varchar NOT NULL,
  	"place" numeric NOT NULL,
  	"is_dripped" boolean,
  	"digest" varchar NOT NULL,
  	"version" varchar,
  	"facts" jsonb NOT NULL,
  	"document" jsonb NOT NULL,
  	"texts" jsonb NOT NULL,
  	"files" jsonb NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "edition_lessons_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "cohorts" ADD COLUMN "edition_id" uuid;
  ALTER TABLE "cohorts" ADD COLUMN "pinned_at" timestamp(3) with time zone;
  ALTER TABLE "cohorts" ADD COLUMN "pinned_by_id" uuid;
  ALTER TABLE "cohorts" ADD COLUMN "pinned_at_start" timestamp(3) with time zone;
  ALTER TABLE "cohorts" ADD COLUMN "pins_at_start" boolean DEFAULT false;
  ALTER TABLE "course_editions" ADD CONSTRAINT "course_editions_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "course_editions" ADD CONSTRAINT "course_editions_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "course_editions" ADD CONSTRAINT "course_editions_course_wall" FOREIGN KEY ("course_id","tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "course_editions" ADD CONSTRAINT "course_editions_author_wall" FOREIGN KEY ("author_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "edition_lessons" ADD CONSTRAINT "edition_lessons_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "edition_lessons" ADD CONSTRAINT "edition_lessons_course_wall" FOREIGN KEY ("course_id","tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "edition_lessons" ADD CONSTRAINT "edition_lessons_edition_wall" FOREIGN KEY ("edition_id","tenant_id") REFERENCES "public"."course_editions"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "edition_lessons" ADD CONSTRAINT "edition_lessons_lesson_wall" FOREIGN KEY ("lesson_id","tenant_id") REFERENCES "public"."lessons"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  CREATE INDEX "course_editions_tenant_idx" ON "course_editions" USING btree ("tenant_id");
  CREATE INDEX "course_editions_course_idx" ON "course_editions" USING btree ("course_id");
  CREATE INDEX "course_editions_author_idx" ON "course_editions" USING btree ("author_id");
  CREATE INDEX "course_editions_updated_at_idx" ON "course_editions" USING btree ("updated_at");
  CREATE INDEX "course_editions_created_at_idx" ON "course_editions" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_course_digest_idx" ON "course_editions" USING btree ("tenant_id","course_id","digest");
  CREATE UNIQUE INDEX "tenant_course_number_idx" ON "course_editions" USING btree ("tenant_id","course_id","number");
  CREATE INDEX "edition_lessons_tenant_idx" ON "edition_lessons" USING btree ("tenant_id");
  CREATE INDEX "edition_lessons_course_idx" ON "edition_lessons" USING btree ("course_id");
  CREATE INDEX "edition_lessons_edition_idx" ON "edition_lessons" USING btree ("edition_id");
  CREATE INDEX "edition_lessons_lesson_idx" ON "edition_lessons" USING btree ("lesson_id");
  CREATE INDEX "edition_lessons_updated_at_idx" ON "edition_lessons" USING btree ("updated_at");
  CREATE INDEX "edition_lessons_created_at_idx" ON "edition_lessons" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_edition_lesson_idx" ON "edition_lessons" USING btree ("tenant_id","edition_id","lesson_id");
  ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_edition_id_course_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."course_editions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_pinned_by_id_users_id_fk" FOREIGN KEY ("pinned_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_edition_wall" FOREIGN KEY ("edition_id","tenant_id") REFERENCES "public"."course_editions"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_pinnedBy_wall" FOREIGN KEY ("pinned_by_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "cohorts_edition_idx" ON "cohorts" USING btree ("edition_id");
  CREATE INDEX "cohorts_pinned_by_idx" ON "cohorts" USING btree ("pinned_by_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "course_editions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "edition_lessons" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "course_editions" CASCADE;
  DROP TABLE "edition_lessons" CASCADE;
  ALTER TABLE "cohorts" DROP CONSTRAINT "cohorts_edition_id_course_editions_id_fk";
  
  ALTER TABLE "cohorts" DROP CONSTRAINT "cohorts_pinned_by_id_users_id_fk";
  
  ALTER TABLE "cohorts" DROP CONSTRAINT "cohorts_edition_wall";
  
  ALTER TABLE "cohorts" DROP CONSTRAINT "cohorts_pinnedBy_wall";
  
  DROP INDEX "cohorts_edition_idx";
  DROP INDEX "cohorts_pinned_by_idx";
  ALTER TABLE "cohorts" DROP COLUMN "edition_id";
  ALTER TABLE "cohorts" DROP COLUMN "pinned_at";
  ALTER TABLE "cohorts" DROP COLUMN "pinned_by_id";
  ALTER TABLE "cohorts" DROP COLUMN "pinned_at_start";
  ALTER TABLE "cohorts" DROP COLUMN "pins_at_start";`)
}
