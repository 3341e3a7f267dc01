import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'accountMade' BEFORE 'accountStatus';
  CREATE TABLE "people_jobs" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"kind" varchar NOT NULL,
  	"state" varchar NOT NULL,
  	"key" varchar NOT NULL,
  	"turn" numeric DEFAULT 0,
  	"invites" boolean DEFAULT false,
  	"work" jsonb,
  	"columns" jsonb,
  	"mapping" jsonb,
  	"author_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "people_jobs_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "people_lines" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"job_id" uuid NOT NULL,
  	"position" numeric NOT NULL,
  	"account" varchar,
  	"email" varchar,
  	"cells" jsonb,
  	"result" varchar NOT NULL,
  	"reason" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "people_lines_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  DROP INDEX "tenant_createdAt_1_idx";
  DROP INDEX "tenant_key_1_idx";
  DROP INDEX "tenant_key_2_idx";
  DROP INDEX "tenant_createdAt_2_idx";
  DROP INDEX "tenant_createdAt_3_idx";
  DROP INDEX "tenant_key_3_idx";
  DROP INDEX "tenant_key_4_idx";
  DROP INDEX "tenant_createdAt_4_idx";
  DROP INDEX "tenant_createdAt_5_idx";
  DROP INDEX "tenant_key_5_idx";
  ALTER TABLE "users" ADD COLUMN "tags" jsonb DEFAULT '[]'::jsonb;
  ALTER TABLE "users" ADD COLUMN "staff_note" varchar;
  ALTER TABLE "people_jobs" ADD CONSTRAINT "people_jobs_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "people_jobs" ADD CONSTRAINT "people_jobs_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "people_jobs" ADD CONSTRAINT "people_jobs_author_wall" FOREIGN KEY ("author_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "people_lines" ADD CONSTRAINT "people_lines_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "people_lines" ADD CONSTRAINT "people_lines_job_wall" FOREIGN KEY ("job_id","tenant_id") REFERENCES "public"."people_jobs"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "people_jobs_tenant_idx" ON "people_jobs" USING btree ("tenant_id");
  CREATE INDEX "people_jobs_author_idx" ON "people_jobs" USING btree ("author_id");
  CREATE INDEX "people_jobs_updated_at_idx" ON "people_jobs" USING btree ("updated_at");
  CREATE INDEX "people_jobs_created_at_idx" ON "people_jobs" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_key_1_idx" ON "people_jobs" USING btree ("tenant_id","key");
  CREATE INDEX "people_lines_tenant_idx" ON "people_lines" USING btree ("tenant_id");
  CREATE INDEX "people_lines_job_idx" ON "people_lines" USING btree ("job_id");
  CREATE INDEX "people_lines_account_idx" ON "people_lines" USING btree ("account");
  CREATE INDEX "people_lines_email_idx" ON "people_lines" USING btree ("email");
  CREATE INDEX "people_lines_updated_at_idx" ON "people_lines" USING btree ("updated_at");
  CREATE INDEX "people_lines_created_at_idx" ON "people_lines" USING btree ("created_at");
  CREATE UNIQUE INDEX "job_position_idx" ON "people_lines" USING btree ("job_id","position");
  CREATE INDEX "job_result_position_idx" ON "people_lines" USING btree ("job_id","result","position");
  CREATE INDEX "tenant_createdAt_1_idx" ON "users" USING btree ("tenant_id","created_at");
  CREATE INDEX "tenant_createdAt_2_idx" ON "media" USING btree ("tenant_id","created_at");
  CREATE UNIQUE INDEX "tenant_key_2_idx" ON "bank_questions" USING btree ("tenant_id","key");
  CREATE UNIQUE INDEX "tenant_key_3_idx" ON "course_transfers" USING btree ("tenant_id","key");
  CREATE INDEX "tenant_createdAt_3_idx" ON "orders" USING btree ("tenant_id","created_at");
  CREATE INDEX "tenant_createdAt_4_idx" ON "payments" USING btree ("tenant_id","created_at");
  CREATE UNIQUE INDEX "tenant_key_4_idx" ON "gateway_sessions" USING btree ("tenant_id","key");
  CREATE UNIQUE INDEX "tenant_key_5_idx" ON "refunds" USING btree ("tenant_id","key");
  CREATE INDEX "tenant_createdAt_5_idx" ON "refunds" USING btree ("tenant_id","created_at");
  CREATE INDEX "tenant_createdAt_6_idx" ON "disputes" USING btree ("tenant_id","created_at");
  CREATE UNIQUE INDEX "tenant_key_6_idx" ON "place_transfers" USING btree ("tenant_id","key");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "people_jobs" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "people_lines" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "people_jobs" CASCADE;
  DROP TABLE "people_lines" CASCADE;
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('accessChanged', 'accessEnding', 'accountErased', 'accountErasing', 'accountStatus', 'alreadyRegistered', 'attemptGraded', 'bookingNews', 'booksDiffer', 'cardEnding', 'certificate', 'changeEmail', 'checkoutLastReminder', 'checkoutReminder', 'commentWritten', 'confirm', 'courseAnswered', 'courseApproved', 'courseReturned', 'courseSubmitted', 'courseUpdate', 'disputeOpened', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'fileQuarantined', 'giftReceived', 'lessonsOpened', 'markChanged', 'newDevice', 'passwordChanged', 'paymentConfirm', 'paymentFailed', 'paymentLastCall', 'payoutFailed', 'payoutPaid', 'placeGiven', 'placeMoved', 'placeOffered', 'placeReceived', 'placeToPay', 'planEnded', 'planWinBack', 'prerequisitesMet', 'receipt', 'refund', 'requestNews', 'reset', 'reviewRequest', 'setPassword', 'signInChanged', 'signInInstead', 'signInLink', 'teamInvitation', 'teamNews', 'unusualTraffic', 'waitlistNews', 'workReviewed');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  DROP INDEX "tenant_createdAt_1_idx";
  DROP INDEX "tenant_createdAt_2_idx";
  DROP INDEX "tenant_key_2_idx";
  DROP INDEX "tenant_key_3_idx";
  DROP INDEX "tenant_createdAt_3_idx";
  DROP INDEX "tenant_createdAt_4_idx";
  DROP INDEX "tenant_key_4_idx";
  DROP INDEX "tenant_key_5_idx";
  DROP INDEX "tenant_createdAt_5_idx";
  DROP INDEX "tenant_createdAt_6_idx";
  DROP INDEX "tenant_key_6_idx";
  CREATE INDEX "tenant_createdAt_1_idx" ON "media" USING btree ("tenant_id","created_at");
  CREATE UNIQUE INDEX "tenant_key_1_idx" ON "bank_questions" USING btree ("tenant_id","key");
  CREATE UNIQUE INDEX "tenant_key_2_idx" ON "course_transfers" USING btree ("tenant_id","key");
  CREATE INDEX "tenant_createdAt_2_idx" ON "orders" USING btree ("tenant_id","created_at");
  CREATE INDEX "tenant_createdAt_3_idx" ON "payments" USING btree ("tenant_id","created_at");
  CREATE UNIQUE INDEX "tenant_key_3_idx" ON "gateway_sessions" USING btree ("tenant_id","key");
  CREATE UNIQUE INDEX "tenant_key_4_idx" ON "refunds" USING btree ("tenant_id","key");
  CREATE INDEX "tenant_createdAt_4_idx" ON "refunds" USING btree ("tenant_id","created_at");
  CREATE INDEX "tenant_createdAt_5_idx" ON "disputes" USING btree ("tenant_id","created_at");
  CREATE UNIQUE INDEX "tenant_key_5_idx" ON "place_transfers" USING btree ("tenant_id","key");
  ALTER TABLE "users" DROP COLUMN "tags";
  ALTER TABLE "users" DROP COLUMN "staff_note";`)
}
