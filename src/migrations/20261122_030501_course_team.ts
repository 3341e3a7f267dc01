import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_course_team_role" AS ENUM('lead', 'editor', 'assistant', 'viewer');
  CREATE TYPE "public"."enum_course_team_state" AS ENUM('invited', 'accepted', 'declined', 'removed');
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'teamInvitation' BEFORE 'waitlistNews';
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'teamNews' BEFORE 'waitlistNews';
  CREATE TABLE "course_team" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"course_id" uuid NOT NULL,
  	"account_id" uuid,
  	"email" varchar NOT NULL,
  	"role" "enum_course_team_role" NOT NULL,
  	"share" numeric DEFAULT 0 NOT NULL,
  	"state" "enum_course_team_state" NOT NULL,
  	"invited_by_id" uuid,
  	"expires_at" timestamp(3) with time zone NOT NULL,
  	"answered_at" timestamp(3) with time zone,
  	"reason" varchar,
  	"token" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "course_team_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "course_team" ADD CONSTRAINT "course_team_account_id_users_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "course_team" ADD CONSTRAINT "course_team_invited_by_id_users_id_fk" FOREIGN KEY ("invited_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "course_team" ADD CONSTRAINT "course_team_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "course_team" ADD CONSTRAINT "course_team_course_wall" FOREIGN KEY ("course_id","tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "course_team" ADD CONSTRAINT "course_team_account_wall" FOREIGN KEY ("account_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "course_team" ADD CONSTRAINT "course_team_invitedBy_wall" FOREIGN KEY ("invited_by_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "course_team_tenant_idx" ON "course_team" USING btree ("tenant_id");
  CREATE INDEX "course_team_course_idx" ON "course_team" USING btree ("course_id");
  CREATE INDEX "course_team_account_idx" ON "course_team" USING btree ("account_id");
  CREATE INDEX "course_team_invited_by_idx" ON "course_team" USING btree ("invited_by_id");
  CREATE INDEX "course_team_token_idx" ON "course_team" USING btree ("token");
  CREATE INDEX "course_team_updated_at_idx" ON "course_team" USING btree ("updated_at");
  CREATE INDEX "course_team_created_at_idx" ON "course_team" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_course_email_idx" ON "course_team" USING btree ("tenant_id","course_id","email");
  CREATE INDEX "account_state_idx" ON "course_team" USING btree ("account_id","state");
  CREATE INDEX "course_state_idx" ON "course_team" USING btree ("course_id","state");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "course_team" CASCADE;
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('accessChanged', 'accessEnding', 'accountErased', 'accountErasing', 'alreadyRegistered', 'attemptGraded', 'certificate', 'changeEmail', 'confirm', 'courseAnswered', 'courseApproved', 'courseReturned', 'courseSubmitted', 'courseUpdate', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'lessonsOpened', 'passwordChanged', 'paymentFailed', 'placeOffered', 'planEnded', 'prerequisitesMet', 'receipt', 'reset', 'reviewRequest', 'setPassword', 'signInInstead', 'waitlistNews', 'workReviewed');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  DROP TYPE "public"."enum_course_team_role";
  DROP TYPE "public"."enum_course_team_state";`)
}
