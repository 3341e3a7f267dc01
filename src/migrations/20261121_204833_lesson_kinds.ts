import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_lessons_completion_rule" AS ENUM('seen', 'end', 'passed', 'downloaded', 'attended', 'package', 'manual');
  CREATE TYPE "public"."enum__lessons_v_version_completion_rule" AS ENUM('seen', 'end', 'passed', 'downloaded', 'attended', 'package', 'manual');
  ALTER TYPE "public"."enum_lessons_kind" ADD VALUE 'audio' BEFORE 'text';
  ALTER TYPE "public"."enum_lessons_kind" ADD VALUE 'pdf' BEFORE 'quiz';
  ALTER TYPE "public"."enum_lessons_kind" ADD VALUE 'slides' BEFORE 'quiz';
  ALTER TYPE "public"."enum_lessons_kind" ADD VALUE 'download' BEFORE 'quiz';
  ALTER TYPE "public"."enum_lessons_kind" ADD VALUE 'embed' BEFORE 'quiz';
  ALTER TYPE "public"."enum_lessons_kind" ADD VALUE 'live' BEFORE 'quiz';
  ALTER TYPE "public"."enum_lessons_kind" ADD VALUE 'scorm' BEFORE 'quiz';
  ALTER TYPE "public"."enum__lessons_v_version_kind" ADD VALUE 'audio' BEFORE 'text';
  ALTER TYPE "public"."enum__lessons_v_version_kind" ADD VALUE 'pdf' BEFORE 'quiz';
  ALTER TYPE "public"."enum__lessons_v_version_kind" ADD VALUE 'slides' BEFORE 'quiz';
  ALTER TYPE "public"."enum__lessons_v_version_kind" ADD VALUE 'download' BEFORE 'quiz';
  ALTER TYPE "public"."enum__lessons_v_version_kind" ADD VALUE 'embed' BEFORE 'quiz';
  ALTER TYPE "public"."enum__lessons_v_version_kind" ADD VALUE 'live' BEFORE 'quiz';
  ALTER TYPE "public"."enum__lessons_v_version_kind" ADD VALUE 'scorm' BEFORE 'quiz';
  ALTER TABLE "media" ADD COLUMN "scorm" jsonb;
  ALTER TABLE "media" ADD COLUMN "pages" numeric;
  ALTER TABLE "lessons" ADD COLUMN "audio_id" uuid;
  ALTER TABLE "lessons" ADD COLUMN "document_id" uuid;
  ALTER TABLE "lessons" ADD COLUMN "slides" jsonb;
  ALTER TABLE "lessons" ADD COLUMN "package_id" uuid;
  ALTER TABLE "lessons" ADD COLUMN "embed_url" varchar;
  ALTER TABLE "lessons" ADD COLUMN "live_starts_at" timestamp(3) with time zone;
  ALTER TABLE "lessons" ADD COLUMN "live_ends_at" timestamp(3) with time zone;
  ALTER TABLE "lessons" ADD COLUMN "live_zone" varchar;
  ALTER TABLE "lessons" ADD COLUMN "live_opens_before" numeric;
  ALTER TABLE "lessons" ADD COLUMN "live_join_url" varchar;
  ALTER TABLE "lessons" ADD COLUMN "completion_rule" "enum_lessons_completion_rule";
  ALTER TABLE "lessons" ADD COLUMN "completion_percent" numeric;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_audio_id" uuid;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_document_id" uuid;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_slides" jsonb;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_package_id" uuid;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_embed_url" varchar;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_live_starts_at" timestamp(3) with time zone;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_live_ends_at" timestamp(3) with time zone;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_live_zone" varchar;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_live_opens_before" numeric;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_live_join_url" varchar;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_completion_rule" "enum__lessons_v_version_completion_rule";
  ALTER TABLE "_lessons_v" ADD COLUMN "version_completion_percent" numeric;
  ALTER TABLE "progress" ADD COLUMN "downloads" numeric DEFAULT 0 NOT NULL;
  ALTER TABLE "progress" ADD COLUMN "score" numeric;
  ALTER TABLE "progress" ADD COLUMN "package" jsonb;
  ALTER TABLE "progress" ADD COLUMN "files" jsonb DEFAULT '{}'::jsonb NOT NULL;
  ALTER TABLE "lessons" ADD CONSTRAINT "lessons_audio_id_media_id_fk" FOREIGN KEY ("audio_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "lessons" ADD CONSTRAINT "lessons_document_id_media_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "lessons" ADD CONSTRAINT "lessons_package_id_media_id_fk" FOREIGN KEY ("package_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "lessons" ADD CONSTRAINT "lessons_audio_wall" FOREIGN KEY ("audio_id","tenant_id") REFERENCES "public"."media"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "lessons" ADD CONSTRAINT "lessons_document_wall" FOREIGN KEY ("document_id","tenant_id") REFERENCES "public"."media"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "lessons" ADD CONSTRAINT "lessons_package_wall" FOREIGN KEY ("package_id","tenant_id") REFERENCES "public"."media"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "_lessons_v" ADD CONSTRAINT "_lessons_v_version_audio_id_media_id_fk" FOREIGN KEY ("version_audio_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_lessons_v" ADD CONSTRAINT "_lessons_v_version_document_id_media_id_fk" FOREIGN KEY ("version_document_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_lessons_v" ADD CONSTRAINT "_lessons_v_version_package_id_media_id_fk" FOREIGN KEY ("version_package_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_lessons_v" ADD CONSTRAINT "_lessons_v_version_audio_wall" FOREIGN KEY ("version_audio_id","version_tenant_id") REFERENCES "public"."media"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "_lessons_v" ADD CONSTRAINT "_lessons_v_version_document_wall" FOREIGN KEY ("version_document_id","version_tenant_id") REFERENCES "public"."media"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "_lessons_v" ADD CONSTRAINT "_lessons_v_version_package_wall" FOREIGN KEY ("version_package_id","version_tenant_id") REFERENCES "public"."media"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "lessons_audio_idx" ON "lessons" USING btree ("audio_id");
  CREATE INDEX "lessons_document_idx" ON "lessons" USING btree ("document_id");
  CREATE INDEX "lessons_package_idx" ON "lessons" USING btree ("package_id");
  CREATE INDEX "_lessons_v_version_version_audio_idx" ON "_lessons_v" USING btree ("version_audio_id");
  CREATE INDEX "_lessons_v_version_version_document_idx" ON "_lessons_v" USING btree ("version_document_id");
  CREATE INDEX "_lessons_v_version_version_package_idx" ON "_lessons_v" USING btree ("version_package_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "lessons" DROP CONSTRAINT "lessons_audio_id_media_id_fk";
  
  ALTER TABLE "lessons" DROP CONSTRAINT "lessons_document_id_media_id_fk";
  
  ALTER TABLE "lessons" DROP CONSTRAINT "lessons_package_id_media_id_fk";
  
  ALTER TABLE "lessons" DROP CONSTRAINT "lessons_audio_wall";
  
  ALTER TABLE "lessons" DROP CONSTRAINT "lessons_document_wall";
  
  ALTER TABLE "lessons" DROP CONSTRAINT "lessons_package_wall";
  
  ALTER TABLE "_lessons_v" DROP CONSTRAINT "_lessons_v_version_audio_id_media_id_fk";
  
  ALTER TABLE "_lessons_v" DROP CONSTRAINT "_lessons_v_version_document_id_media_id_fk";
  
  ALTER TABLE "_lessons_v" DROP CONSTRAINT "_lessons_v_version_package_id_media_id_fk";
  
  ALTER TABLE "_lessons_v" DROP CONSTRAINT "_lessons_v_version_audio_wall";
  
  ALTER TABLE "_lessons_v" DROP CONSTRAINT "_lessons_v_version_document_wall";
  
  ALTER TABLE "_lessons_v" DROP CONSTRAINT "_lessons_v_version_package_wall";
  
  ALTER TABLE "lessons" ALTER COLUMN "kind" SET DATA TYPE text;
  ALTER TABLE "lessons" ALTER COLUMN "kind" SET DEFAULT 'video'::text;
  DROP TYPE "public"."enum_lessons_kind";
  CREATE TYPE "public"."enum_lessons_kind" AS ENUM('video', 'text', 'quiz');
  ALTER TABLE "lessons" ALTER COLUMN "kind" SET DEFAULT 'video'::"public"."enum_lessons_kind";
  ALTER TABLE "lessons" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_lessons_kind" USING "kind"::"public"."enum_lessons_kind";
  ALTER TABLE "_lessons_v" ALTER COLUMN "version_kind" SET DATA TYPE text;
  ALTER TABLE "_lessons_v" ALTER COLUMN "version_kind" SET DEFAULT 'video'::text;
  DROP TYPE "public"."enum__lessons_v_version_kind";
  CREATE TYPE "public"."enum__lessons_v_version_kind" AS ENUM('video', 'text', 'quiz');
  ALTER TABLE "_lessons_v" ALTER COLUMN "version_kind" SET DEFAULT 'video'::"public"."enum__lessons_v_version_kind";
  ALTER TABLE "_lessons_v" ALTER COLUMN "version_kind" SET DATA TYPE "public"."enum__lessons_v_version_kind" USING "version_kind"::"public"."enum__lessons_v_version_kind";
  DROP INDEX "lessons_audio_idx";
  DROP INDEX "lessons_document_idx";
  DROP INDEX "lessons_package_idx";
  DROP INDEX "_lessons_v_version_version_audio_idx";
  DROP INDEX "_lessons_v_version_version_document_idx";
  DROP INDEX "_lessons_v_version_version_package_idx";
  ALTER TABLE "media" DROP COLUMN "scorm";
  ALTER TABLE "media" DROP COLUMN "pages";
  ALTER TABLE "lessons" DROP COLUMN "audio_id";
  ALTER TABLE "lessons" DROP COLUMN "document_id";
  ALTER TABLE "lessons" DROP COLUMN "slides";
  ALTER TABLE "lessons" DROP COLUMN "package_id";
  ALTER TABLE "lessons" DROP COLUMN "embed_url";
  ALTER TABLE "lessons" DROP COLUMN "live_starts_at";
  ALTER TABLE "lessons" DROP COLUMN "live_ends_at";
  ALTER TABLE "lessons" DROP COLUMN "live_zone";
  ALTER TABLE "lessons" DROP COLUMN "live_opens_before";
  ALTER TABLE "lessons" DROP COLUMN "live_join_url";
  ALTER TABLE "lessons" DROP COLUMN "completion_rule";
  ALTER TABLE "lessons" DROP COLUMN "completion_percent";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_audio_id";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_document_id";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_slides";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_package_id";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_embed_url";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_live_starts_at";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_live_ends_at";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_live_zone";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_live_opens_before";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_live_join_url";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_completion_rule";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_completion_percent";
  ALTER TABLE "progress" DROP COLUMN "downloads";
  ALTER TABLE "progress" DROP COLUMN "score";
  ALTER TABLE "progress" DROP COLUMN "package";
  ALTER TABLE "progress" DROP COLUMN "files";
  DROP TYPE "public"."enum_lessons_completion_rule";
  DROP TYPE "public"."enum__lessons_v_version_completion_rule";`)
}
