import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_cohorts_discussion_at_end" AS ENUM('open', 'readOnly', 'closed');
  CREATE TYPE "public"."enum_spaces_kind" AS ENUM('cohort');
  CREATE TYPE "public"."enum_posts_removed_by" AS ENUM('author', 'staff');
  CREATE TYPE "public"."enum_comments_removed_by" AS ENUM('author', 'staff');
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'commentWritten' BEFORE 'confirm';
  CREATE TABLE "spaces" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"kind" "enum_spaces_kind" NOT NULL,
  	"cohort_id" uuid,
  	"course_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "spaces_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "posts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"space_id" uuid NOT NULL,
  	"title" varchar,
  	"author_id" uuid,
  	"body" varchar NOT NULL,
  	"key" varchar NOT NULL,
  	"edited_at" timestamp(3) with time zone,
  	"removed_at" timestamp(3) with time zone,
  	"removed_by" "enum_posts_removed_by",
  	"reason" varchar,
  	"moderator_id" uuid,
  	"is_pinned" boolean DEFAULT false NOT NULL,
  	"is_locked" boolean DEFAULT false NOT NULL,
  	"last_activity_at" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "posts_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "comments" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"space_id" uuid NOT NULL,
  	"post_id" uuid NOT NULL,
  	"author_id" uuid,
  	"body" varchar NOT NULL,
  	"key" varchar NOT NULL,
  	"edited_at" timestamp(3) with time zone,
  	"removed_at" timestamp(3) with time zone,
  	"removed_by" "enum_comments_removed_by",
  	"reason" varchar,
  	"moderator_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "comments_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "space_members" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"space_id" uuid NOT NULL,
  	"member_id" uuid NOT NULL,
  	"read_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "space_members_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "post_follows" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"post_id" uuid NOT NULL,
  	"member_id" uuid NOT NULL,
  	"is_following" boolean DEFAULT true NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "post_follows_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "users" ADD COLUMN "mails_discussions" boolean DEFAULT true;
  ALTER TABLE "cohorts" ADD COLUMN "has_discussion" boolean DEFAULT true;
  ALTER TABLE "cohorts" ADD COLUMN "discussion_at_end" "enum_cohorts_discussion_at_end" DEFAULT 'open';
  ALTER TABLE "spaces" ADD CONSTRAINT "spaces_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "spaces" ADD CONSTRAINT "spaces_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "spaces" ADD CONSTRAINT "spaces_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "spaces" ADD CONSTRAINT "spaces_cohort_wall" FOREIGN KEY ("cohort_id","tenant_id") REFERENCES "public"."cohorts"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "spaces" ADD CONSTRAINT "spaces_course_wall" FOREIGN KEY ("course_id","tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "posts" ADD CONSTRAINT "posts_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "posts" ADD CONSTRAINT "posts_moderator_id_users_id_fk" FOREIGN KEY ("moderator_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "posts" ADD CONSTRAINT "posts_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "posts" ADD CONSTRAINT "posts_space_wall" FOREIGN KEY ("space_id","tenant_id") REFERENCES "public"."spaces"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "posts" ADD CONSTRAINT "posts_author_wall" FOREIGN KEY ("author_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "posts" ADD CONSTRAINT "posts_moderator_wall" FOREIGN KEY ("moderator_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "comments" ADD CONSTRAINT "comments_moderator_id_users_id_fk" FOREIGN KEY ("moderator_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "comments" ADD CONSTRAINT "comments_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "comments" ADD CONSTRAINT "comments_space_wall" FOREIGN KEY ("space_id","tenant_id") REFERENCES "public"."spaces"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "comments" ADD CONSTRAINT "comments_post_wall" FOREIGN KEY ("post_id","tenant_id") REFERENCES "public"."posts"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "comments" ADD CONSTRAINT "comments_author_wall" FOREIGN KEY ("author_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "comments" ADD CONSTRAINT "comments_moderator_wall" FOREIGN KEY ("moderator_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "space_members" ADD CONSTRAINT "space_members_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "space_members" ADD CONSTRAINT "space_members_space_wall" FOREIGN KEY ("space_id","tenant_id") REFERENCES "public"."spaces"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "space_members" ADD CONSTRAINT "space_members_member_wall" FOREIGN KEY ("member_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "post_follows" ADD CONSTRAINT "post_follows_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "post_follows" ADD CONSTRAINT "post_follows_post_wall" FOREIGN KEY ("post_id","tenant_id") REFERENCES "public"."posts"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "post_follows" ADD CONSTRAINT "post_follows_member_wall" FOREIGN KEY ("member_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  CREATE INDEX "spaces_tenant_idx" ON "spaces" USING btree ("tenant_id");
  CREATE INDEX "spaces_cohort_idx" ON "spaces" USING btree ("cohort_id");
  CREATE INDEX "spaces_course_idx" ON "spaces" USING btree ("course_id");
  CREATE INDEX "spaces_updated_at_idx" ON "spaces" USING btree ("updated_at");
  CREATE INDEX "spaces_created_at_idx" ON "spaces" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_cohort_idx" ON "spaces" USING btree ("tenant_id","cohort_id");
  CREATE INDEX "posts_tenant_idx" ON "posts" USING btree ("tenant_id");
  CREATE INDEX "posts_space_idx" ON "posts" USING btree ("space_id");
  CREATE INDEX "posts_author_idx" ON "posts" USING btree ("author_id");
  CREATE INDEX "posts_moderator_idx" ON "posts" USING btree ("moderator_id");
  CREATE INDEX "posts_updated_at_idx" ON "posts" USING btree ("updated_at");
  CREATE INDEX "posts_created_at_idx" ON "posts" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_author_key_idx" ON "posts" USING btree ("tenant_id","author_id","key");
  CREATE INDEX "space_isPinned_lastActivityAt_idx" ON "posts" USING btree ("space_id","is_pinned","last_activity_at");
  CREATE INDEX "space_createdAt_idx" ON "posts" USING btree ("space_id","created_at");
  CREATE INDEX "comments_tenant_idx" ON "comments" USING btree ("tenant_id");
  CREATE INDEX "comments_space_idx" ON "comments" USING btree ("space_id");
  CREATE INDEX "comments_post_idx" ON "comments" USING btree ("post_id");
  CREATE INDEX "comments_author_idx" ON "comments" USING btree ("author_id");
  CREATE INDEX "comments_moderator_idx" ON "comments" USING btree ("moderator_id");
  CREATE INDEX "comments_updated_at_idx" ON "comments" USING btree ("updated_at");
  CREATE INDEX "comments_created_at_idx" ON "comments" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_author_key_1_idx" ON "comments" USING btree ("tenant_id","author_id","key");
  CREATE INDEX "post_createdAt_idx" ON "comments" USING btree ("post_id","created_at");
  CREATE INDEX "space_createdAt_1_idx" ON "comments" USING btree ("space_id","created_at");
  CREATE INDEX "space_members_tenant_idx" ON "space_members" USING btree ("tenant_id");
  CREATE INDEX "space_members_space_idx" ON "space_members" USING btree ("space_id");
  CREATE INDEX "space_members_member_idx" ON "space_members" USING btree ("member_id");
  CREATE INDEX "space_members_updated_at_idx" ON "space_members" USING btree ("updated_at");
  CREATE INDEX "space_members_created_at_idx" ON "space_members" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_space_member_idx" ON "space_members" USING btree ("tenant_id","space_id","member_id");
  CREATE INDEX "post_follows_tenant_idx" ON "post_follows" USING btree ("tenant_id");
  CREATE INDEX "post_follows_post_idx" ON "post_follows" USING btree ("post_id");
  CREATE INDEX "post_follows_member_idx" ON "post_follows" USING btree ("member_id");
  CREATE INDEX "post_follows_updated_at_idx" ON "post_follows" USING btree ("updated_at");
  CREATE INDEX "post_follows_created_at_idx" ON "post_follows" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_post_member_idx" ON "post_follows" USING btree ("tenant_id","post_id","member_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "spaces" CASCADE;
  DROP TABLE "posts" CASCADE;
  DROP TABLE "comments" CASCADE;
  DROP TABLE "space_members" CASCADE;
  DROP TABLE "post_follows" CASCADE;
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('accessChanged', 'accessEnding', 'accountErased', 'accountErasing', 'alreadyRegistered', 'attemptGraded', 'bookingNews', 'certificate', 'changeEmail', 'confirm', 'courseAnswered', 'courseApproved', 'courseReturned', 'courseSubmitted', 'courseUpdate', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'lessonsOpened', 'passwordChanged', 'paymentFailed', 'placeOffered', 'planEnded', 'prerequisitesMet', 'receipt', 'reset', 'reviewRequest', 'setPassword', 'signInInstead', 'teamInvitation', 'teamNews', 'waitlistNews', 'workReviewed');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  ALTER TABLE "users" DROP COLUMN "mails_discussions";
  ALTER TABLE "cohorts" DROP COLUMN "has_discussion";
  ALTER TABLE "cohorts" DROP COLUMN "discussion_at_end";
  DROP TYPE "public"."enum_cohorts_discussion_at_end";
  DROP TYPE "public"."enum_spaces_kind";
  DROP TYPE "public"."enum_posts_removed_by";
  DROP TYPE "public"."enum_comments_removed_by";`)
}
