import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'unusualTraffic' BEFORE 'waitlistNews';
  CREATE TABLE "video_plays" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"account_id" uuid NOT NULL,
  	"code" varchar NOT NULL,
  	"lesson_id" uuid NOT NULL,
  	"video" varchar NOT NULL,
  	"device" varchar,
  	"agent" varchar,
  	"since" timestamp(3) with time zone NOT NULL,
  	"seen_at" timestamp(3) with time zone NOT NULL,
  	"stopped_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "video_plays_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "video_traffic" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"day" varchar NOT NULL,
  	"viewer" varchar NOT NULL,
  	"video" varchar NOT NULL,
  	"bytes" numeric NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "video_traffic_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "tenants" ADD COLUMN "settings_playback_streams" numeric DEFAULT 2;
  ALTER TABLE "tenants" ADD COLUMN "settings_playback_devices" numeric DEFAULT 6;
  ALTER TABLE "tenants" ADD COLUMN "settings_playback_watermark" boolean DEFAULT false;
  ALTER TABLE "lessons" ADD COLUMN "chapters" jsonb;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_chapters" jsonb;
  ALTER TABLE "video_plays" ADD CONSTRAINT "video_plays_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "video_plays" ADD CONSTRAINT "video_plays_account_wall" FOREIGN KEY ("account_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "video_plays" ADD CONSTRAINT "video_plays_lesson_wall" FOREIGN KEY ("lesson_id","tenant_id") REFERENCES "public"."lessons"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "video_traffic" ADD CONSTRAINT "video_traffic_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  CREATE INDEX "video_plays_tenant_idx" ON "video_plays" USING btree ("tenant_id");
  CREATE INDEX "video_plays_account_idx" ON "video_plays" USING btree ("account_id");
  CREATE INDEX "video_plays_lesson_idx" ON "video_plays" USING btree ("lesson_id");
  CREATE INDEX "video_plays_updated_at_idx" ON "video_plays" USING btree ("updated_at");
  CREATE INDEX "video_plays_created_at_idx" ON "video_plays" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_code_1_idx" ON "video_plays" USING btree ("tenant_id","code");
  CREATE INDEX "tenant_account_seenAt_idx" ON "video_plays" USING btree ("tenant_id","account_id","seen_at");
  CREATE INDEX "video_traffic_tenant_idx" ON "video_traffic" USING btree ("tenant_id");
  CREATE INDEX "video_traffic_updated_at_idx" ON "video_traffic" USING btree ("updated_at");
  CREATE INDEX "video_traffic_created_at_idx" ON "video_traffic" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_day_viewer_video_idx" ON "video_traffic" USING btree ("tenant_id","day","viewer","video");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "video_plays" CASCADE;
  DROP TABLE "video_traffic" CASCADE;
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('accessChanged', 'accessEnding', 'accountErased', 'accountErasing', 'alreadyRegistered', 'attemptGraded', 'bookingNews', 'booksDiffer', 'cardEnding', 'certificate', 'changeEmail', 'checkoutLastReminder', 'checkoutReminder', 'commentWritten', 'confirm', 'courseAnswered', 'courseApproved', 'courseReturned', 'courseSubmitted', 'courseUpdate', 'disputeOpened', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'giftReceived', 'lessonsOpened', 'markChanged', 'passwordChanged', 'paymentConfirm', 'paymentFailed', 'paymentLastCall', 'payoutFailed', 'payoutPaid', 'placeGiven', 'placeMoved', 'placeOffered', 'placeReceived', 'placeToPay', 'planEnded', 'planWinBack', 'prerequisitesMet', 'receipt', 'refund', 'requestNews', 'reset', 'reviewRequest', 'setPassword', 'signInInstead', 'teamInvitation', 'teamNews', 'waitlistNews', 'workReviewed');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  ALTER TABLE "tenants" DROP COLUMN "settings_playback_streams";
  ALTER TABLE "tenants" DROP COLUMN "settings_playback_devices";
  ALTER TABLE "tenants" DROP COLUMN "settings_playback_watermark";
  ALTER TABLE "lessons" DROP COLUMN "chapters";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_chapters";`)
}
