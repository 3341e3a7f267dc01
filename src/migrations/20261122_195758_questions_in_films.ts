import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_learner_notes_kind" AS ENUM('note', 'bookmark', 'highlight');
  CREATE TABLE "learner_notes" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"lesson_id" uuid NOT NULL,
  	"course_id" uuid NOT NULL,
  	"kind" "enum_learner_notes_kind" NOT NULL,
  	"text" varchar,
  	"second" numeric,
  	"quote" varchar,
  	"before" varchar,
  	"after" varchar,
  	"key" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "learner_notes_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "lessons" ADD COLUMN "cues" jsonb;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_cues" jsonb;
  ALTER TABLE "quiz_attempts" ADD COLUMN "in_film" boolean DEFAULT false;
  ALTER TABLE "learner_notes" ADD CONSTRAINT "learner_notes_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "learner_notes" ADD CONSTRAINT "learner_notes_learner_wall" FOREIGN KEY ("learner_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "learner_notes" ADD CONSTRAINT "learner_notes_lesson_wall" FOREIGN KEY ("lesson_id","tenant_id") REFERENCES "public"."lessons"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "learner_notes" ADD CONSTRAINT "learner_notes_course_wall" FOREIGN KEY ("course_id","tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "learner_notes_tenant_idx" ON "learner_notes" USING btree ("tenant_id");
  CREATE INDEX "learner_notes_learner_idx" ON "learner_notes" USING btree ("learner_id");
  CREATE INDEX "learner_notes_lesson_idx" ON "learner_notes" USING btree ("lesson_id");
  CREATE INDEX "learner_notes_course_idx" ON "learner_notes" USING btree ("course_id");
  CREATE INDEX "learner_notes_updated_at_idx" ON "learner_notes" USING btree ("updated_at");
  CREATE INDEX "learner_notes_created_at_idx" ON "learner_notes" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_learner_key_idx" ON "learner_notes" USING btree ("tenant_id","learner_id","key");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "learner_notes" CASCADE;
  ALTER TABLE "lessons" DROP COLUMN "cues";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_cues";
  ALTER TABLE "quiz_attempts" DROP COLUMN "in_film";
  DROP TYPE "public"."enum_learner_notes_kind";`)
}
