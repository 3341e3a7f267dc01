import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_tenants_kind" AS ENUM('school', 'platform');
  CREATE TYPE "public"."enum_tenants_settings_radius" AS ENUM('0', '6', '10', '16');
  CREATE TYPE "public"."enum_tenants_settings_font_pair" AS ENUM('modern', 'friendly');
  CREATE TYPE "public"."enum_tenants_settings_locale" AS ENUM('en', 'ru', 'he');
  CREATE TYPE "public"."enum_emails_locale" AS ENUM('en', 'ru', 'he');
  CREATE TYPE "public"."enum_emails_status" AS ENUM('queued', 'sent', 'failed');
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('alreadyRegistered', 'certificate', 'confirm', 'enrolled', 'receipt', 'reset');
  CREATE TYPE "public"."enum_email_templates_locale" AS ENUM('en', 'ru', 'he');
  CREATE TYPE "public"."enum_users_roles" AS ENUM('owner', 'admin', 'instructor', 'support', 'moderator', 'affiliate', 'student', 'superAdmin');
  CREATE TYPE "public"."enum_users_status" AS ENUM('pending', 'active', 'suspended', 'banned');
  CREATE TYPE "public"."enum_users_locale" AS ENUM('en', 'ru', 'he');
  CREATE TYPE "public"."enum_courses_level" AS ENUM('all', 'beginner', 'intermediate', 'advanced');
  CREATE TYPE "public"."enum_courses_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__courses_v_version_level" AS ENUM('all', 'beginner', 'intermediate', 'advanced');
  CREATE TYPE "public"."enum__courses_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_lessons_kind" AS ENUM('video', 'text', 'quiz');
  CREATE TYPE "public"."enum_lessons_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__lessons_v_version_kind" AS ENUM('video', 'text', 'quiz');
  CREATE TYPE "public"."enum__lessons_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_quizzes_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__quizzes_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_offers_kind" AS ENUM('free', 'oneTime');
  CREATE TYPE "public"."enum_orders_status" AS ENUM('pending', 'paid', 'failed', 'expired', 'cancelled');
  CREATE TYPE "public"."enum_payments_status" AS ENUM('succeeded', 'failed');
  CREATE TYPE "public"."enum_payment_events_outcome" AS ENUM('applied', 'ignored', 'refused');
  CREATE TYPE "public"."enum_gateway_sessions_status" AS ENUM('open', 'paid', 'failed', 'expired');
  CREATE TYPE "public"."enum_enrollments_status" AS ENUM('active', 'expired', 'revoked');
  CREATE TYPE "public"."enum_enrollments_source" AS ENUM('order', 'free', 'staff');
  CREATE TYPE "public"."enum_pages_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__pages_v_version_status" AS ENUM('draft', 'published');
  CREATE TABLE "events" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"fact" varchar NOT NULL,
  	"data" jsonb NOT NULL,
  	"actor_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "events_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "dead_letters" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"job" varchar NOT NULL,
  	"reaction" varchar NOT NULL,
  	"event" varchar NOT NULL,
  	"data" jsonb NOT NULL,
  	"error" varchar,
  	"retried_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "dead_letters_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "tenants" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"slug" varchar NOT NULL,
  	"kind" "enum_tenants_kind" DEFAULT 'school' NOT NULL,
  	"settings_tagline" varchar,
  	"settings_accent" varchar DEFAULT '#3b5bdb' NOT NULL,
  	"settings_radius" "enum_tenants_settings_radius" DEFAULT '10' NOT NULL,
  	"settings_font_pair" "enum_tenants_settings_font_pair" DEFAULT 'modern' NOT NULL,
  	"settings_locale" "enum_tenants_settings_locale" DEFAULT 'en' NOT NULL,
  	"settings_currency" varchar DEFAULT 'USD' NOT NULL,
  	"settings_time_zone" varchar DEFAULT 'UTC' NOT NULL,
  	"settings_support_email" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "domains" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"host" varchar NOT NULL,
  	"is_primary" boolean DEFAULT false,
  	"verified_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "domains_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "secrets" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"name" varchar NOT NULL,
  	"value" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "secrets_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "emails" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"to" varchar NOT NULL,
  	"kind" varchar NOT NULL,
  	"locale" "enum_emails_locale" NOT NULL,
  	"data" jsonb NOT NULL,
  	"dedupe_key" varchar NOT NULL,
  	"status" "enum_emails_status" DEFAULT 'queued' NOT NULL,
  	"subject" varchar,
  	"html" varchar,
  	"text" varchar,
  	"error" varchar,
  	"claimed_at" timestamp(3) with time zone,
  	"sent_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "emails_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "email_templates" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"kind" "enum_email_templates_kind" NOT NULL,
  	"locale" "enum_email_templates_locale" NOT NULL,
  	"subject" varchar,
  	"heading" varchar,
  	"body" varchar,
  	"button_label" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "email_templates_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "users_roles" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_users_roles",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"name" varchar NOT NULL,
  	"email" varchar NOT NULL,
  	"status" "enum_users_status" DEFAULT 'pending' NOT NULL,
  	"email_verified" boolean DEFAULT false,
  	"locale" "enum_users_locale",
  	"image" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "users_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "media" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"alt" varchar,
  	"is_public" boolean DEFAULT false,
  	"duration" numeric,
  	"prefix" varchar,
  	"_objectkey" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric,
  	"focal_x" numeric,
  	"focal_y" numeric,
  	"sizes_small_url" varchar,
  	"sizes_small_width" numeric,
  	"sizes_small_height" numeric,
  	"sizes_small_mime_type" varchar,
  	"sizes_small_filesize" numeric,
  	"sizes_small_filename" varchar,
  	"sizes_medium_url" varchar,
  	"sizes_medium_width" numeric,
  	"sizes_medium_height" numeric,
  	"sizes_medium_mime_type" varchar,
  	"sizes_medium_filesize" numeric,
  	"sizes_medium_filename" varchar,
  	"sizes_large_url" varchar,
  	"sizes_large_width" numeric,
  	"sizes_large_height" numeric,
  	"sizes_large_mime_type" varchar,
  	"sizes_large_filesize" numeric,
  	"sizes_large_filename" varchar,
  	CONSTRAINT "media_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "courses" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"title" varchar,
  	"summary" varchar,
  	"cover_id" uuid,
  	"description" jsonb,
  	"outcomes" varchar,
  	"level" "enum_courses_level" DEFAULT 'all',
  	"instructor_id" uuid,
  	"slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone,
  	"_status" "enum_courses_status" DEFAULT 'draft',
  	CONSTRAINT "courses_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "_courses_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" uuid,
  	"version_tenant_id" uuid NOT NULL,
  	"version_title" varchar,
  	"version_summary" varchar,
  	"version_cover_id" uuid,
  	"version_description" jsonb,
  	"version_outcomes" varchar,
  	"version_level" "enum__courses_v_version_level" DEFAULT 'all',
  	"version_instructor_id" uuid,
  	"version_slug" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"version__status" "enum__courses_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "sections" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"_sections_sections_order" varchar,
  	"tenant_id" uuid NOT NULL,
  	"title" varchar NOT NULL,
  	"course_id" uuid NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "sections_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "lessons" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"_lessons_lessons_order" varchar,
  	"tenant_id" uuid NOT NULL,
  	"title" varchar,
  	"section_id" uuid,
  	"course_id" uuid,
  	"kind" "enum_lessons_kind" DEFAULT 'video',
  	"video_id" uuid,
  	"duration" numeric,
  	"quiz_id" uuid,
  	"body" jsonb,
  	"is_preview" boolean DEFAULT false,
  	"is_required" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone,
  	"_status" "enum_lessons_status" DEFAULT 'draft',
  	CONSTRAINT "lessons_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "_lessons_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" uuid,
  	"version__lessons_lessons_order" varchar,
  	"version_tenant_id" uuid NOT NULL,
  	"version_title" varchar,
  	"version_section_id" uuid,
  	"version_course_id" uuid,
  	"version_kind" "enum__lessons_v_version_kind" DEFAULT 'video',
  	"version_video_id" uuid,
  	"version_duration" numeric,
  	"version_quiz_id" uuid,
  	"version_body" jsonb,
  	"version_is_preview" boolean DEFAULT false,
  	"version_is_required" boolean DEFAULT true,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"version__status" "enum__lessons_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "quizzes" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"title" varchar,
  	"pass_mark" numeric DEFAULT 70,
  	"attempt_limit" numeric,
  	"time_limit" numeric,
  	"questions" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_quizzes_status" DEFAULT 'draft',
  	CONSTRAINT "quizzes_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "_quizzes_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" uuid,
  	"version_tenant_id" uuid NOT NULL,
  	"version_title" varchar,
  	"version_pass_mark" numeric DEFAULT 70,
  	"version_attempt_limit" numeric,
  	"version_time_limit" numeric,
  	"version_questions" jsonb,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__quizzes_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "offers_prices" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"currency" varchar,
  	"amount" numeric
  );
  
  CREATE TABLE "offers" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"title" varchar NOT NULL,
  	"course_id" uuid NOT NULL,
  	"kind" "enum_offers_kind" DEFAULT 'oneTime' NOT NULL,
  	"is_active" boolean DEFAULT true,
  	"is_default" boolean DEFAULT false,
  	"position" numeric DEFAULT 0 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "offers_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "coupons" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"code" varchar NOT NULL,
  	"percent_off" numeric,
  	"amount_off" numeric,
  	"currency" varchar,
  	"starts_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone,
  	"max_redemptions" numeric,
  	"per_person" numeric DEFAULT 1,
  	"redemptions" numeric DEFAULT 0 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "coupons_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "coupons_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"offers_id" uuid
  );
  
  CREATE TABLE "orders" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"number" varchar NOT NULL,
  	"buyer_id" uuid NOT NULL,
  	"status" "enum_orders_status" DEFAULT 'pending' NOT NULL,
  	"base" numeric NOT NULL,
  	"discount" numeric NOT NULL,
  	"tax" numeric NOT NULL,
  	"total" numeric NOT NULL,
  	"currency" varchar NOT NULL,
  	"coupon_id" uuid,
  	"provider" varchar,
  	"session" varchar,
  	"payment_url" varchar,
  	"paid_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "orders_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "order_lines" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"order_id" uuid NOT NULL,
  	"offer_id" uuid NOT NULL,
  	"course_id" uuid NOT NULL,
  	"title" varchar NOT NULL,
  	"base" numeric NOT NULL,
  	"discount" numeric NOT NULL,
  	"tax" numeric NOT NULL,
  	"total" numeric NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "order_lines_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "coupon_redemptions" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"coupon_id" uuid NOT NULL,
  	"order_id" uuid NOT NULL,
  	"buyer_id" uuid NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "coupon_redemptions_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "payments" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"order_id" uuid NOT NULL,
  	"provider" varchar NOT NULL,
  	"provider_payment" varchar NOT NULL,
  	"amount" numeric NOT NULL,
  	"currency" varchar NOT NULL,
  	"status" "enum_payments_status" NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "payments_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "payment_events" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"provider" varchar NOT NULL,
  	"provider_event" varchar NOT NULL,
  	"type" varchar NOT NULL,
  	"report" jsonb NOT NULL,
  	"payload" jsonb NOT NULL,
  	"received_at" timestamp(3) with time zone NOT NULL,
  	"processed_at" timestamp(3) with time zone,
  	"outcome" "enum_payment_events_outcome",
  	"refusal" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "payment_events_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "gateway_sessions" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"session" varchar NOT NULL,
  	"order_id" uuid NOT NULL,
  	"amount" numeric NOT NULL,
  	"currency" varchar NOT NULL,
  	"lines" jsonb NOT NULL,
  	"status" "enum_gateway_sessions_status" DEFAULT 'open' NOT NULL,
  	"payment" varchar,
  	"success_url" varchar NOT NULL,
  	"cancel_url" varchar NOT NULL,
  	"expires_at" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "gateway_sessions_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "enrollments" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"course_id" uuid NOT NULL,
  	"status" "enum_enrollments_status" DEFAULT 'active' NOT NULL,
  	"source" "enum_enrollments_source" DEFAULT 'staff' NOT NULL,
  	"order_id" uuid,
  	"percent" numeric DEFAULT 0 NOT NULL,
  	"completed_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "enrollments_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "progress" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"lesson_id" uuid NOT NULL,
  	"course_id" uuid NOT NULL,
  	"enrollment_id" uuid NOT NULL,
  	"spans" jsonb DEFAULT '[]'::jsonb NOT NULL,
  	"seconds" numeric DEFAULT 0 NOT NULL,
  	"share" numeric DEFAULT 0 NOT NULL,
  	"position" numeric DEFAULT 0 NOT NULL,
  	"position_at" timestamp(3) with time zone,
  	"completed_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "progress_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "quiz_attempts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"quiz_id" uuid NOT NULL,
  	"lesson_id" uuid NOT NULL,
  	"enrollment_id" uuid NOT NULL,
  	"number" numeric NOT NULL,
  	"questions" jsonb NOT NULL,
  	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
  	"pass_mark" numeric NOT NULL,
  	"started_at" timestamp(3) with time zone NOT NULL,
  	"deadline_at" timestamp(3) with time zone,
  	"submitted_at" timestamp(3) with time zone,
  	"score" numeric,
  	"max_score" numeric,
  	"percent" numeric,
  	"passed" boolean,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "quiz_attempts_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "regrades" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"attempt_id" uuid NOT NULL,
  	"quiz_id" uuid NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"before_score" numeric NOT NULL,
  	"before_max_score" numeric NOT NULL,
  	"before_percent" numeric NOT NULL,
  	"before_passed" boolean DEFAULT false NOT NULL,
  	"after_score" numeric NOT NULL,
  	"after_max_score" numeric NOT NULL,
  	"after_percent" numeric NOT NULL,
  	"after_passed" boolean DEFAULT false NOT NULL,
  	"actor_id" uuid,
  	"event_id" uuid NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "regrades_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "certificates" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"number" varchar NOT NULL,
  	"learner_name" varchar NOT NULL,
  	"course_title" varchar NOT NULL,
  	"enrollment_id" uuid NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"course_id" uuid NOT NULL,
  	"serial" varchar NOT NULL,
  	"issued_at" timestamp(3) with time zone NOT NULL,
  	"revoked_at" timestamp(3) with time zone,
  	"file_key" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "certificates_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "pages" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"title" varchar,
  	"description" varchar,
  	"layout" jsonb,
  	"slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_pages_status" DEFAULT 'draft',
  	CONSTRAINT "pages_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "_pages_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" uuid,
  	"version_tenant_id" uuid NOT NULL,
  	"version_title" varchar,
  	"version_description" varchar,
  	"version_layout" jsonb,
  	"version_slug" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__pages_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "payload_kv" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"global_slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"courses_id" uuid,
  	"lessons_id" uuid,
  	"quizzes_id" uuid,
  	"pages_id" uuid,
  	"users_id" uuid
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "auth_accounts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"access_token" text,
  	"access_token_expires_at" timestamp (3) with time zone,
  	"account_id" text NOT NULL,
  	"id_token" text,
  	"password" text,
  	"provider_id" text NOT NULL,
  	"refresh_token" text,
  	"refresh_token_expires_at" timestamp (3) with time zone,
  	"scope" text,
  	"user_id" uuid NOT NULL,
  	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "auth_accounts_once" UNIQUE("tenant_id","provider_id","account_id")
  );
  
  CREATE TABLE "auth_sessions" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"expires_at" timestamp (3) with time zone NOT NULL,
  	"ip_address" text,
  	"token" text NOT NULL,
  	"user_agent" text,
  	"user_id" uuid NOT NULL,
  	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "auth_sessions_token_uq" UNIQUE("token")
  );
  
  CREATE TABLE "auth_verifications" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"expires_at" timestamp (3) with time zone NOT NULL,
  	"identifier" text NOT NULL,
  	"value" text NOT NULL,
  	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "events" ADD CONSTRAINT "events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "events" ADD CONSTRAINT "events_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "events" ADD CONSTRAINT "events_actor_wall" FOREIGN KEY ("actor_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "dead_letters" ADD CONSTRAINT "dead_letters_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "domains" ADD CONSTRAINT "domains_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "secrets" ADD CONSTRAINT "secrets_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "emails" ADD CONSTRAINT "emails_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "email_templates" ADD CONSTRAINT "email_templates_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "users_roles" ADD CONSTRAINT "users_roles_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users" ADD CONSTRAINT "users_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "media" ADD CONSTRAINT "media_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "courses" ADD CONSTRAINT "courses_cover_id_media_id_fk" FOREIGN KEY ("cover_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "courses" ADD CONSTRAINT "courses_instructor_id_users_id_fk" FOREIGN KEY ("instructor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "courses" ADD CONSTRAINT "courses_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "courses" ADD CONSTRAINT "courses_cover_wall" FOREIGN KEY ("cover_id","tenant_id") REFERENCES "public"."media"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "courses" ADD CONSTRAINT "courses_instructor_wall" FOREIGN KEY ("instructor_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "_courses_v" ADD CONSTRAINT "_courses_v_parent_id_courses_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."courses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_courses_v" ADD CONSTRAINT "_courses_v_version_cover_id_media_id_fk" FOREIGN KEY ("version_cover_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_courses_v" ADD CONSTRAINT "_courses_v_version_instructor_id_users_id_fk" FOREIGN KEY ("version_instructor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_courses_v" ADD CONSTRAINT "_courses_v_school" FOREIGN KEY ("version_tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "_courses_v" ADD CONSTRAINT "_courses_v_parent_wall" FOREIGN KEY ("parent_id","version_tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "_courses_v" ADD CONSTRAINT "_courses_v_version_cover_wall" FOREIGN KEY ("version_cover_id","version_tenant_id") REFERENCES "public"."media"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "_courses_v" ADD CONSTRAINT "_courses_v_version_instructor_wall" FOREIGN KEY ("version_instructor_id","version_tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "sections" ADD CONSTRAINT "sections_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "sections" ADD CONSTRAINT "sections_course_wall" FOREIGN KEY ("course_id","tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "lessons" ADD CONSTRAINT "lessons_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "lessons" ADD CONSTRAINT "lessons_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "lessons" ADD CONSTRAINT "lessons_video_id_media_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "lessons" ADD CONSTRAINT "lessons_quiz_id_quizzes_id_fk" FOREIGN KEY ("quiz_id") REFERENCES "public"."quizzes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "lessons" ADD CONSTRAINT "lessons_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "lessons" ADD CONSTRAINT "lessons_section_wall" FOREIGN KEY ("section_id","tenant_id") REFERENCES "public"."sections"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "lessons" ADD CONSTRAINT "lessons_course_wall" FOREIGN KEY ("course_id","tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "lessons" ADD CONSTRAINT "lessons_video_wall" FOREIGN KEY ("video_id","tenant_id") REFERENCES "public"."media"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "lessons" ADD CONSTRAINT "lessons_quiz_wall" FOREIGN KEY ("quiz_id","tenant_id") REFERENCES "public"."quizzes"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "_lessons_v" ADD CONSTRAINT "_lessons_v_parent_id_lessons_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."lessons"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_lessons_v" ADD CONSTRAINT "_lessons_v_version_section_id_sections_id_fk" FOREIGN KEY ("version_section_id") REFERENCES "public"."sections"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_lessons_v" ADD CONSTRAINT "_lessons_v_version_course_id_courses_id_fk" FOREIGN KEY ("version_course_id") REFERENCES "public"."courses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_lessons_v" ADD CONSTRAINT "_lessons_v_version_video_id_media_id_fk" FOREIGN KEY ("version_video_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_lessons_v" ADD CONSTRAINT "_lessons_v_version_quiz_id_quizzes_id_fk" FOREIGN KEY ("version_quiz_id") REFERENCES "public"."quizzes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_lessons_v" ADD CONSTRAINT "_lessons_v_school" FOREIGN KEY ("version_tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "_lessons_v" ADD CONSTRAINT "_lessons_v_parent_wall" FOREIGN KEY ("parent_id","version_tenant_id") REFERENCES "public"."lessons"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "_lessons_v" ADD CONSTRAINT "_lessons_v_version_section_wall" FOREIGN KEY ("version_section_id","version_tenant_id") REFERENCES "public"."sections"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "_lessons_v" ADD CONSTRAINT "_lessons_v_version_course_wall" FOREIGN KEY ("version_course_id","version_tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "_lessons_v" ADD CONSTRAINT "_lessons_v_version_video_wall" FOREIGN KEY ("version_video_id","version_tenant_id") REFERENCES "public"."media"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "_lessons_v" ADD CONSTRAINT "_lessons_v_version_quiz_wall" FOREIGN KEY ("version_quiz_id","version_tenant_id") REFERENCES "public"."quizzes"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "quizzes" ADD CONSTRAINT "quizzes_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "_quizzes_v" ADD CONSTRAINT "_quizzes_v_parent_id_quizzes_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."quizzes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_quizzes_v" ADD CONSTRAINT "_quizzes_v_school" FOREIGN KEY ("version_tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "_quizzes_v" ADD CONSTRAINT "_quizzes_v_parent_wall" FOREIGN KEY ("parent_id","version_tenant_id") REFERENCES "public"."quizzes"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "offers_prices" ADD CONSTRAINT "offers_prices_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."offers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "offers" ADD CONSTRAINT "offers_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "offers" ADD CONSTRAINT "offers_course_wall" FOREIGN KEY ("course_id","tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "coupons" ADD CONSTRAINT "coupons_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "coupons_rels" ADD CONSTRAINT "coupons_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."coupons"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "coupons_rels" ADD CONSTRAINT "coupons_rels_offers_fk" FOREIGN KEY ("offers_id") REFERENCES "public"."offers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_coupon_id_coupons_id_fk" FOREIGN KEY ("coupon_id") REFERENCES "public"."coupons"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_buyer_wall" FOREIGN KEY ("buyer_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_coupon_wall" FOREIGN KEY ("coupon_id","tenant_id") REFERENCES "public"."coupons"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_order_wall" FOREIGN KEY ("order_id","tenant_id") REFERENCES "public"."orders"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_offer_wall" FOREIGN KEY ("offer_id","tenant_id") REFERENCES "public"."offers"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_course_wall" FOREIGN KEY ("course_id","tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "coupon_redemptions" ADD CONSTRAINT "coupon_redemptions_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "coupon_redemptions" ADD CONSTRAINT "coupon_redemptions_coupon_wall" FOREIGN KEY ("coupon_id","tenant_id") REFERENCES "public"."coupons"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "coupon_redemptions" ADD CONSTRAINT "coupon_redemptions_order_wall" FOREIGN KEY ("order_id","tenant_id") REFERENCES "public"."orders"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "coupon_redemptions" ADD CONSTRAINT "coupon_redemptions_buyer_wall" FOREIGN KEY ("buyer_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "payments" ADD CONSTRAINT "payments_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "payments" ADD CONSTRAINT "payments_order_wall" FOREIGN KEY ("order_id","tenant_id") REFERENCES "public"."orders"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "payment_events" ADD CONSTRAINT "payment_events_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "gateway_sessions" ADD CONSTRAINT "gateway_sessions_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "gateway_sessions" ADD CONSTRAINT "gateway_sessions_order_wall" FOREIGN KEY ("order_id","tenant_id") REFERENCES "public"."orders"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_learner_wall" FOREIGN KEY ("learner_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_course_wall" FOREIGN KEY ("course_id","tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_order_wall" FOREIGN KEY ("order_id","tenant_id") REFERENCES "public"."orders"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "progress" ADD CONSTRAINT "progress_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "progress" ADD CONSTRAINT "progress_learner_wall" FOREIGN KEY ("learner_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "progress" ADD CONSTRAINT "progress_lesson_wall" FOREIGN KEY ("lesson_id","tenant_id") REFERENCES "public"."lessons"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "progress" ADD CONSTRAINT "progress_course_wall" FOREIGN KEY ("course_id","tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "progress" ADD CONSTRAINT "progress_enrollment_wall" FOREIGN KEY ("enrollment_id","tenant_id") REFERENCES "public"."enrollments"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "quiz_attempts" ADD CONSTRAINT "quiz_attempts_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "quiz_attempts" ADD CONSTRAINT "quiz_attempts_learner_wall" FOREIGN KEY ("learner_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "quiz_attempts" ADD CONSTRAINT "quiz_attempts_quiz_wall" FOREIGN KEY ("quiz_id","tenant_id") REFERENCES "public"."quizzes"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "quiz_attempts" ADD CONSTRAINT "quiz_attempts_lesson_wall" FOREIGN KEY ("lesson_id","tenant_id") REFERENCES "public"."lessons"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "quiz_attempts" ADD CONSTRAINT "quiz_attempts_enrollment_wall" FOREIGN KEY ("enrollment_id","tenant_id") REFERENCES "public"."enrollments"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "regrades" ADD CONSTRAINT "regrades_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "regrades" ADD CONSTRAINT "regrades_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "regrades" ADD CONSTRAINT "regrades_attempt_wall" FOREIGN KEY ("attempt_id","tenant_id") REFERENCES "public"."quiz_attempts"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "regrades" ADD CONSTRAINT "regrades_quiz_wall" FOREIGN KEY ("quiz_id","tenant_id") REFERENCES "public"."quizzes"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "regrades" ADD CONSTRAINT "regrades_learner_wall" FOREIGN KEY ("learner_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "regrades" ADD CONSTRAINT "regrades_actor_wall" FOREIGN KEY ("actor_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "regrades" ADD CONSTRAINT "regrades_event_wall" FOREIGN KEY ("event_id","tenant_id") REFERENCES "public"."events"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "certificates" ADD CONSTRAINT "certificates_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "certificates" ADD CONSTRAINT "certificates_enrollment_wall" FOREIGN KEY ("enrollment_id","tenant_id") REFERENCES "public"."enrollments"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "certificates" ADD CONSTRAINT "certificates_learner_wall" FOREIGN KEY ("learner_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "certificates" ADD CONSTRAINT "certificates_course_wall" FOREIGN KEY ("course_id","tenant_id") REFERENCES "public"."courses"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "pages" ADD CONSTRAINT "pages_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "_pages_v" ADD CONSTRAINT "_pages_v_parent_id_pages_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."pages"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_pages_v" ADD CONSTRAINT "_pages_v_school" FOREIGN KEY ("version_tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "_pages_v" ADD CONSTRAINT "_pages_v_parent_wall" FOREIGN KEY ("parent_id","version_tenant_id") REFERENCES "public"."pages"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_locked_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_courses_fk" FOREIGN KEY ("courses_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_lessons_fk" FOREIGN KEY ("lessons_id") REFERENCES "public"."lessons"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_quizzes_fk" FOREIGN KEY ("quizzes_id") REFERENCES "public"."quizzes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_pages_fk" FOREIGN KEY ("pages_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "auth_accounts" ADD CONSTRAINT "auth_accounts_user_wall" FOREIGN KEY ("user_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "auth_sessions" ADD CONSTRAINT "auth_sessions_user_wall" FOREIGN KEY ("user_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "events_tenant_idx" ON "events" USING btree ("tenant_id");
  CREATE INDEX "events_fact_idx" ON "events" USING btree ("fact");
  CREATE INDEX "events_actor_idx" ON "events" USING btree ("actor_id");
  CREATE INDEX "events_updated_at_idx" ON "events" USING btree ("updated_at");
  CREATE INDEX "events_created_at_idx" ON "events" USING btree ("created_at");
  CREATE INDEX "tenant_createdAt_idx" ON "events" USING btree ("tenant_id","created_at");
  CREATE INDEX "dead_letters_tenant_idx" ON "dead_letters" USING btree ("tenant_id");
  CREATE UNIQUE INDEX "dead_letters_job_idx" ON "dead_letters" USING btree ("job");
  CREATE INDEX "dead_letters_updated_at_idx" ON "dead_letters" USING btree ("updated_at");
  CREATE INDEX "dead_letters_created_at_idx" ON "dead_letters" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenants_slug_idx" ON "tenants" USING btree ("slug");
  CREATE INDEX "tenants_updated_at_idx" ON "tenants" USING btree ("updated_at");
  CREATE INDEX "tenants_created_at_idx" ON "tenants" USING btree ("created_at");
  CREATE INDEX "domains_tenant_idx" ON "domains" USING btree ("tenant_id");
  CREATE UNIQUE INDEX "domains_host_idx" ON "domains" USING btree ("host");
  CREATE INDEX "domains_updated_at_idx" ON "domains" USING btree ("updated_at");
  CREATE INDEX "domains_created_at_idx" ON "domains" USING btree ("created_at");
  CREATE INDEX "secrets_tenant_idx" ON "secrets" USING btree ("tenant_id");
  CREATE INDEX "secrets_updated_at_idx" ON "secrets" USING btree ("updated_at");
  CREATE INDEX "secrets_created_at_idx" ON "secrets" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_name_idx" ON "secrets" USING btree ("tenant_id","name");
  CREATE INDEX "emails_tenant_idx" ON "emails" USING btree ("tenant_id");
  CREATE INDEX "emails_to_idx" ON "emails" USING btree ("to");
  CREATE INDEX "emails_updated_at_idx" ON "emails" USING btree ("updated_at");
  CREATE INDEX "emails_created_at_idx" ON "emails" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_dedupeKey_idx" ON "emails" USING btree ("tenant_id","dedupe_key");
  CREATE INDEX "email_templates_tenant_idx" ON "email_templates" USING btree ("tenant_id");
  CREATE INDEX "email_templates_updated_at_idx" ON "email_templates" USING btree ("updated_at");
  CREATE INDEX "email_templates_created_at_idx" ON "email_templates" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_kind_locale_idx" ON "email_templates" USING btree ("tenant_id","kind","locale");
  CREATE INDEX "users_roles_order_idx" ON "users_roles" USING btree ("order");
  CREATE INDEX "users_roles_parent_idx" ON "users_roles" USING btree ("parent_id");
  CREATE INDEX "users_tenant_idx" ON "users" USING btree ("tenant_id");
  CREATE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_email_idx" ON "users" USING btree ("tenant_id","email");
  CREATE UNIQUE INDEX "media_filename_compound_idx" ON "media" USING btree ("tenant_id","filename");
  CREATE INDEX "media_tenant_idx" ON "media" USING btree ("tenant_id");
  CREATE INDEX "media_is_public_idx" ON "media" USING btree ("is_public");
  CREATE INDEX "media_updated_at_idx" ON "media" USING btree ("updated_at");
  CREATE INDEX "media_created_at_idx" ON "media" USING btree ("created_at");
  CREATE INDEX "media_filename_idx" ON "media" USING btree ("filename");
  CREATE INDEX "media_sizes_small_sizes_small_filename_idx" ON "media" USING btree ("sizes_small_filename");
  CREATE INDEX "media_sizes_medium_sizes_medium_filename_idx" ON "media" USING btree ("sizes_medium_filename");
  CREATE INDEX "media_sizes_large_sizes_large_filename_idx" ON "media" USING btree ("sizes_large_filename");
  CREATE INDEX "courses_tenant_idx" ON "courses" USING btree ("tenant_id");
  CREATE INDEX "courses_cover_idx" ON "courses" USING btree ("cover_id");
  CREATE INDEX "courses_instructor_idx" ON "courses" USING btree ("instructor_id");
  CREATE INDEX "courses_slug_idx" ON "courses" USING btree ("slug");
  CREATE INDEX "courses_updated_at_idx" ON "courses" USING btree ("updated_at");
  CREATE INDEX "courses_created_at_idx" ON "courses" USING btree ("created_at");
  CREATE INDEX "courses_deleted_at_idx" ON "courses" USING btree ("deleted_at");
  CREATE INDEX "courses__status_idx" ON "courses" USING btree ("_status");
  CREATE UNIQUE INDEX "tenant_slug_idx" ON "courses" USING btree ("tenant_id","slug");
  CREATE INDEX "_courses_v_parent_idx" ON "_courses_v" USING btree ("parent_id");
  CREATE INDEX "_courses_v_version_version_tenant_idx" ON "_courses_v" USING btree ("version_tenant_id");
  CREATE INDEX "_courses_v_version_version_cover_idx" ON "_courses_v" USING btree ("version_cover_id");
  CREATE INDEX "_courses_v_version_version_instructor_idx" ON "_courses_v" USING btree ("version_instructor_id");
  CREATE INDEX "_courses_v_version_version_slug_idx" ON "_courses_v" USING btree ("version_slug");
  CREATE INDEX "_courses_v_version_version_updated_at_idx" ON "_courses_v" USING btree ("version_updated_at");
  CREATE INDEX "_courses_v_version_version_created_at_idx" ON "_courses_v" USING btree ("version_created_at");
  CREATE INDEX "_courses_v_version_version_deleted_at_idx" ON "_courses_v" USING btree ("version_deleted_at");
  CREATE INDEX "_courses_v_version_version__status_idx" ON "_courses_v" USING btree ("version__status");
  CREATE INDEX "_courses_v_created_at_idx" ON "_courses_v" USING btree ("created_at");
  CREATE INDEX "_courses_v_updated_at_idx" ON "_courses_v" USING btree ("updated_at");
  CREATE INDEX "_courses_v_latest_idx" ON "_courses_v" USING btree ("latest");
  CREATE INDEX "_courses_v_autosave_idx" ON "_courses_v" USING btree ("autosave");
  CREATE INDEX "version_tenant_version_slug_idx" ON "_courses_v" USING btree ("version_tenant_id","version_slug");
  CREATE INDEX "sections__sections_sections_order_idx" ON "sections" USING btree ("_sections_sections_order");
  CREATE INDEX "sections_tenant_idx" ON "sections" USING btree ("tenant_id");
  CREATE INDEX "sections_course_idx" ON "sections" USING btree ("course_id");
  CREATE INDEX "sections_updated_at_idx" ON "sections" USING btree ("updated_at");
  CREATE INDEX "sections_created_at_idx" ON "sections" USING btree ("created_at");
  CREATE INDEX "lessons__lessons_lessons_order_idx" ON "lessons" USING btree ("_lessons_lessons_order");
  CREATE INDEX "lessons_tenant_idx" ON "lessons" USING btree ("tenant_id");
  CREATE INDEX "lessons_section_idx" ON "lessons" USING btree ("section_id");
  CREATE INDEX "lessons_course_idx" ON "lessons" USING btree ("course_id");
  CREATE INDEX "lessons_video_idx" ON "lessons" USING btree ("video_id");
  CREATE INDEX "lessons_quiz_idx" ON "lessons" USING btree ("quiz_id");
  CREATE INDEX "lessons_updated_at_idx" ON "lessons" USING btree ("updated_at");
  CREATE INDEX "lessons_created_at_idx" ON "lessons" USING btree ("created_at");
  CREATE INDEX "lessons_deleted_at_idx" ON "lessons" USING btree ("deleted_at");
  CREATE INDEX "lessons__status_idx" ON "lessons" USING btree ("_status");
  CREATE INDEX "_lessons_v_parent_idx" ON "_lessons_v" USING btree ("parent_id");
  CREATE INDEX "_lessons_v_version_version__lessons_lessons_order_idx" ON "_lessons_v" USING btree ("version__lessons_lessons_order");
  CREATE INDEX "_lessons_v_version_version_tenant_idx" ON "_lessons_v" USING btree ("version_tenant_id");
  CREATE INDEX "_lessons_v_version_version_section_idx" ON "_lessons_v" USING btree ("version_section_id");
  CREATE INDEX "_lessons_v_version_version_course_idx" ON "_lessons_v" USING btree ("version_course_id");
  CREATE INDEX "_lessons_v_version_version_video_idx" ON "_lessons_v" USING btree ("version_video_id");
  CREATE INDEX "_lessons_v_version_version_quiz_idx" ON "_lessons_v" USING btree ("version_quiz_id");
  CREATE INDEX "_lessons_v_version_version_updated_at_idx" ON "_lessons_v" USING btree ("version_updated_at");
  CREATE INDEX "_lessons_v_version_version_created_at_idx" ON "_lessons_v" USING btree ("version_created_at");
  CREATE INDEX "_lessons_v_version_version_deleted_at_idx" ON "_lessons_v" USING btree ("version_deleted_at");
  CREATE INDEX "_lessons_v_version_version__status_idx" ON "_lessons_v" USING btree ("version__status");
  CREATE INDEX "_lessons_v_created_at_idx" ON "_lessons_v" USING btree ("created_at");
  CREATE INDEX "_lessons_v_updated_at_idx" ON "_lessons_v" USING btree ("updated_at");
  CREATE INDEX "_lessons_v_latest_idx" ON "_lessons_v" USING btree ("latest");
  CREATE INDEX "_lessons_v_autosave_idx" ON "_lessons_v" USING btree ("autosave");
  CREATE INDEX "quizzes_tenant_idx" ON "quizzes" USING btree ("tenant_id");
  CREATE INDEX "quizzes_updated_at_idx" ON "quizzes" USING btree ("updated_at");
  CREATE INDEX "quizzes_created_at_idx" ON "quizzes" USING btree ("created_at");
  CREATE INDEX "quizzes__status_idx" ON "quizzes" USING btree ("_status");
  CREATE INDEX "_quizzes_v_parent_idx" ON "_quizzes_v" USING btree ("parent_id");
  CREATE INDEX "_quizzes_v_version_version_tenant_idx" ON "_quizzes_v" USING btree ("version_tenant_id");
  CREATE INDEX "_quizzes_v_version_version_updated_at_idx" ON "_quizzes_v" USING btree ("version_updated_at");
  CREATE INDEX "_quizzes_v_version_version_created_at_idx" ON "_quizzes_v" USING btree ("version_created_at");
  CREATE INDEX "_quizzes_v_version_version__status_idx" ON "_quizzes_v" USING btree ("version__status");
  CREATE INDEX "_quizzes_v_created_at_idx" ON "_quizzes_v" USING btree ("created_at");
  CREATE INDEX "_quizzes_v_updated_at_idx" ON "_quizzes_v" USING btree ("updated_at");
  CREATE INDEX "_quizzes_v_latest_idx" ON "_quizzes_v" USING btree ("latest");
  CREATE INDEX "_quizzes_v_autosave_idx" ON "_quizzes_v" USING btree ("autosave");
  CREATE INDEX "offers_prices_order_idx" ON "offers_prices" USING btree ("_order");
  CREATE INDEX "offers_prices_parent_id_idx" ON "offers_prices" USING btree ("_parent_id");
  CREATE INDEX "offers_tenant_idx" ON "offers" USING btree ("tenant_id");
  CREATE INDEX "offers_course_idx" ON "offers" USING btree ("course_id");
  CREATE INDEX "offers_updated_at_idx" ON "offers" USING btree ("updated_at");
  CREATE INDEX "offers_created_at_idx" ON "offers" USING btree ("created_at");
  CREATE INDEX "coupons_tenant_idx" ON "coupons" USING btree ("tenant_id");
  CREATE INDEX "coupons_expires_at_idx" ON "coupons" USING btree ("expires_at");
  CREATE INDEX "coupons_updated_at_idx" ON "coupons" USING btree ("updated_at");
  CREATE INDEX "coupons_created_at_idx" ON "coupons" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_code_idx" ON "coupons" USING btree ("tenant_id","code");
  CREATE INDEX "coupons_rels_order_idx" ON "coupons_rels" USING btree ("order");
  CREATE INDEX "coupons_rels_parent_idx" ON "coupons_rels" USING btree ("parent_id");
  CREATE INDEX "coupons_rels_path_idx" ON "coupons_rels" USING btree ("path");
  CREATE INDEX "coupons_rels_offers_id_idx" ON "coupons_rels" USING btree ("offers_id");
  CREATE INDEX "orders_tenant_idx" ON "orders" USING btree ("tenant_id");
  CREATE INDEX "orders_buyer_idx" ON "orders" USING btree ("buyer_id");
  CREATE INDEX "orders_coupon_idx" ON "orders" USING btree ("coupon_id");
  CREATE INDEX "orders_updated_at_idx" ON "orders" USING btree ("updated_at");
  CREATE INDEX "orders_created_at_idx" ON "orders" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_number_idx" ON "orders" USING btree ("tenant_id","number");
  CREATE UNIQUE INDEX "tenant_provider_session_idx" ON "orders" USING btree ("tenant_id","provider","session");
  CREATE INDEX "status_expiresAt_idx" ON "orders" USING btree ("status","expires_at");
  CREATE INDEX "order_lines_tenant_idx" ON "order_lines" USING btree ("tenant_id");
  CREATE INDEX "order_lines_order_idx" ON "order_lines" USING btree ("order_id");
  CREATE INDEX "order_lines_offer_idx" ON "order_lines" USING btree ("offer_id");
  CREATE INDEX "order_lines_course_idx" ON "order_lines" USING btree ("course_id");
  CREATE INDEX "order_lines_updated_at_idx" ON "order_lines" USING btree ("updated_at");
  CREATE INDEX "order_lines_created_at_idx" ON "order_lines" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_order_offer_idx" ON "order_lines" USING btree ("tenant_id","order_id","offer_id");
  CREATE INDEX "coupon_redemptions_tenant_idx" ON "coupon_redemptions" USING btree ("tenant_id");
  CREATE INDEX "coupon_redemptions_coupon_idx" ON "coupon_redemptions" USING btree ("coupon_id");
  CREATE INDEX "coupon_redemptions_order_idx" ON "coupon_redemptions" USING btree ("order_id");
  CREATE INDEX "coupon_redemptions_buyer_idx" ON "coupon_redemptions" USING btree ("buyer_id");
  CREATE INDEX "coupon_redemptions_updated_at_idx" ON "coupon_redemptions" USING btree ("updated_at");
  CREATE INDEX "coupon_redemptions_created_at_idx" ON "coupon_redemptions" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_order_idx" ON "coupon_redemptions" USING btree ("tenant_id","order_id");
  CREATE INDEX "coupon_buyer_idx" ON "coupon_redemptions" USING btree ("coupon_id","buyer_id");
  CREATE INDEX "payments_tenant_idx" ON "payments" USING btree ("tenant_id");
  CREATE INDEX "payments_order_idx" ON "payments" USING btree ("order_id");
  CREATE INDEX "payments_updated_at_idx" ON "payments" USING btree ("updated_at");
  CREATE INDEX "payments_created_at_idx" ON "payments" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_provider_providerPayment_idx" ON "payments" USING btree ("tenant_id","provider","provider_payment");
  CREATE INDEX "payment_events_tenant_idx" ON "payment_events" USING btree ("tenant_id");
  CREATE INDEX "payment_events_updated_at_idx" ON "payment_events" USING btree ("updated_at");
  CREATE INDEX "payment_events_created_at_idx" ON "payment_events" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_provider_providerEvent_idx" ON "payment_events" USING btree ("tenant_id","provider","provider_event");
  CREATE INDEX "gateway_sessions_tenant_idx" ON "gateway_sessions" USING btree ("tenant_id");
  CREATE INDEX "gateway_sessions_order_idx" ON "gateway_sessions" USING btree ("order_id");
  CREATE INDEX "gateway_sessions_updated_at_idx" ON "gateway_sessions" USING btree ("updated_at");
  CREATE INDEX "gateway_sessions_created_at_idx" ON "gateway_sessions" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_order_1_idx" ON "gateway_sessions" USING btree ("tenant_id","order_id");
  CREATE UNIQUE INDEX "tenant_session_idx" ON "gateway_sessions" USING btree ("tenant_id","session");
  CREATE INDEX "enrollments_tenant_idx" ON "enrollments" USING btree ("tenant_id");
  CREATE INDEX "enrollments_learner_idx" ON "enrollments" USING btree ("learner_id");
  CREATE INDEX "enrollments_course_idx" ON "enrollments" USING btree ("course_id");
  CREATE INDEX "enrollments_order_idx" ON "enrollments" USING btree ("order_id");
  CREATE INDEX "enrollments_updated_at_idx" ON "enrollments" USING btree ("updated_at");
  CREATE INDEX "enrollments_created_at_idx" ON "enrollments" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_learner_course_idx" ON "enrollments" USING btree ("tenant_id","learner_id","course_id");
  CREATE INDEX "progress_tenant_idx" ON "progress" USING btree ("tenant_id");
  CREATE INDEX "progress_learner_idx" ON "progress" USING btree ("learner_id");
  CREATE INDEX "progress_lesson_idx" ON "progress" USING btree ("lesson_id");
  CREATE INDEX "progress_course_idx" ON "progress" USING btree ("course_id");
  CREATE INDEX "progress_enrollment_idx" ON "progress" USING btree ("enrollment_id");
  CREATE INDEX "progress_updated_at_idx" ON "progress" USING btree ("updated_at");
  CREATE INDEX "progress_created_at_idx" ON "progress" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_learner_lesson_idx" ON "progress" USING btree ("tenant_id","learner_id","lesson_id");
  CREATE INDEX "quiz_attempts_tenant_idx" ON "quiz_attempts" USING btree ("tenant_id");
  CREATE INDEX "quiz_attempts_learner_idx" ON "quiz_attempts" USING btree ("learner_id");
  CREATE INDEX "quiz_attempts_quiz_idx" ON "quiz_attempts" USING btree ("quiz_id");
  CREATE INDEX "quiz_attempts_lesson_idx" ON "quiz_attempts" USING btree ("lesson_id");
  CREATE INDEX "quiz_attempts_enrollment_idx" ON "quiz_attempts" USING btree ("enrollment_id");
  CREATE INDEX "quiz_attempts_updated_at_idx" ON "quiz_attempts" USING btree ("updated_at");
  CREATE INDEX "quiz_attempts_created_at_idx" ON "quiz_attempts" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_learner_lesson_number_idx" ON "quiz_attempts" USING btree ("tenant_id","learner_id","lesson_id","number");
  CREATE INDEX "regrades_tenant_idx" ON "regrades" USING btree ("tenant_id");
  CREATE INDEX "regrades_attempt_idx" ON "regrades" USING btree ("attempt_id");
  CREATE INDEX "regrades_quiz_idx" ON "regrades" USING btree ("quiz_id");
  CREATE INDEX "regrades_learner_idx" ON "regrades" USING btree ("learner_id");
  CREATE INDEX "regrades_actor_idx" ON "regrades" USING btree ("actor_id");
  CREATE INDEX "regrades_event_idx" ON "regrades" USING btree ("event_id");
  CREATE INDEX "regrades_updated_at_idx" ON "regrades" USING btree ("updated_at");
  CREATE INDEX "regrades_created_at_idx" ON "regrades" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_attempt_event_idx" ON "regrades" USING btree ("tenant_id","attempt_id","event_id");
  CREATE INDEX "certificates_tenant_idx" ON "certificates" USING btree ("tenant_id");
  CREATE UNIQUE INDEX "certificates_enrollment_idx" ON "certificates" USING btree ("enrollment_id");
  CREATE INDEX "certificates_learner_idx" ON "certificates" USING btree ("learner_id");
  CREATE INDEX "certificates_course_idx" ON "certificates" USING btree ("course_id");
  CREATE UNIQUE INDEX "certificates_serial_idx" ON "certificates" USING btree ("serial");
  CREATE INDEX "certificates_updated_at_idx" ON "certificates" USING btree ("updated_at");
  CREATE INDEX "certificates_created_at_idx" ON "certificates" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_number_1_idx" ON "certificates" USING btree ("tenant_id","number");
  CREATE INDEX "pages_tenant_idx" ON "pages" USING btree ("tenant_id");
  CREATE INDEX "pages_slug_idx" ON "pages" USING btree ("slug");
  CREATE INDEX "pages_updated_at_idx" ON "pages" USING btree ("updated_at");
  CREATE INDEX "pages_created_at_idx" ON "pages" USING btree ("created_at");
  CREATE INDEX "pages__status_idx" ON "pages" USING btree ("_status");
  CREATE UNIQUE INDEX "tenant_slug_1_idx" ON "pages" USING btree ("tenant_id","slug");
  CREATE INDEX "_pages_v_parent_idx" ON "_pages_v" USING btree ("parent_id");
  CREATE INDEX "_pages_v_version_version_tenant_idx" ON "_pages_v" USING btree ("version_tenant_id");
  CREATE INDEX "_pages_v_version_version_slug_idx" ON "_pages_v" USING btree ("version_slug");
  CREATE INDEX "_pages_v_version_version_updated_at_idx" ON "_pages_v" USING btree ("version_updated_at");
  CREATE INDEX "_pages_v_version_version_created_at_idx" ON "_pages_v" USING btree ("version_created_at");
  CREATE INDEX "_pages_v_version_version__status_idx" ON "_pages_v" USING btree ("version__status");
  CREATE INDEX "_pages_v_created_at_idx" ON "_pages_v" USING btree ("created_at");
  CREATE INDEX "_pages_v_updated_at_idx" ON "_pages_v" USING btree ("updated_at");
  CREATE INDEX "_pages_v_latest_idx" ON "_pages_v" USING btree ("latest");
  CREATE INDEX "_pages_v_autosave_idx" ON "_pages_v" USING btree ("autosave");
  CREATE INDEX "version_tenant_version_slug_1_idx" ON "_pages_v" USING btree ("version_tenant_id","version_slug");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_locked_documents_global_slug_idx" ON "payload_locked_documents" USING btree ("global_slug");
  CREATE INDEX "payload_locked_documents_updated_at_idx" ON "payload_locked_documents" USING btree ("updated_at");
  CREATE INDEX "payload_locked_documents_created_at_idx" ON "payload_locked_documents" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_rels_order_idx" ON "payload_locked_documents_rels" USING btree ("order");
  CREATE INDEX "payload_locked_documents_rels_parent_idx" ON "payload_locked_documents_rels" USING btree ("parent_id");
  CREATE INDEX "payload_locked_documents_rels_path_idx" ON "payload_locked_documents_rels" USING btree ("path");
  CREATE INDEX "payload_locked_documents_rels_courses_id_idx" ON "payload_locked_documents_rels" USING btree ("courses_id");
  CREATE INDEX "payload_locked_documents_rels_lessons_id_idx" ON "payload_locked_documents_rels" USING btree ("lessons_id");
  CREATE INDEX "payload_locked_documents_rels_quizzes_id_idx" ON "payload_locked_documents_rels" USING btree ("quizzes_id");
  CREATE INDEX "payload_locked_documents_rels_pages_id_idx" ON "payload_locked_documents_rels" USING btree ("pages_id");
  CREATE INDEX "payload_locked_documents_rels_users_id_idx" ON "payload_locked_documents_rels" USING btree ("users_id");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");
  CREATE INDEX "auth_accounts_user_idx" ON "auth_accounts" USING btree ("user_id");
  CREATE INDEX "auth_sessions_user_idx" ON "auth_sessions" USING btree ("user_id");
  CREATE INDEX "auth_verifications_identifier_idx" ON "auth_verifications" USING btree ("tenant_id","identifier");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "events" CASCADE;
  DROP TABLE "dead_letters" CASCADE;
  DROP TABLE "tenants" CASCADE;
  DROP TABLE "domains" CASCADE;
  DROP TABLE "secrets" CASCADE;
  DROP TABLE "emails" CASCADE;
  DROP TABLE "email_templates" CASCADE;
  DROP TABLE "users_roles" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "media" CASCADE;
  DROP TABLE "courses" CASCADE;
  DROP TABLE "_courses_v" CASCADE;
  DROP TABLE "sections" CASCADE;
  DROP TABLE "lessons" CASCADE;
  DROP TABLE "_lessons_v" CASCADE;
  DROP TABLE "quizzes" CASCADE;
  DROP TABLE "_quizzes_v" CASCADE;
  DROP TABLE "offers_prices" CASCADE;
  DROP TABLE "offers" CASCADE;
  DROP TABLE "coupons" CASCADE;
  DROP TABLE "coupons_rels" CASCADE;
  DROP TABLE "orders" CASCADE;
  DROP TABLE "order_lines" CASCADE;
  DROP TABLE "coupon_redemptions" CASCADE;
  DROP TABLE "payments" CASCADE;
  DROP TABLE "payment_events" CASCADE;
  DROP TABLE "gateway_sessions" CASCADE;
  DROP TABLE "enrollments" CASCADE;
  DROP TABLE "progress" CASCADE;
  DROP TABLE "quiz_attempts" CASCADE;
  DROP TABLE "regrades" CASCADE;
  DROP TABLE "certificates" CASCADE;
  DROP TABLE "pages" CASCADE;
  DROP TABLE "_pages_v" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_locked_documents" CASCADE;
  DROP TABLE "payload_locked_documents_rels" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TABLE "auth_accounts" CASCADE;
  DROP TABLE "auth_sessions" CASCADE;
  DROP TABLE "auth_verifications" CASCADE;
  DROP TYPE "public"."enum_tenants_kind";
  DROP TYPE "public"."enum_tenants_settings_radius";
  DROP TYPE "public"."enum_tenants_settings_font_pair";
  DROP TYPE "public"."enum_tenants_settings_locale";
  DROP TYPE "public"."enum_emails_locale";
  DROP TYPE "public"."enum_emails_status";
  DROP TYPE "public"."enum_email_templates_kind";
  DROP TYPE "public"."enum_email_templates_locale";
  DROP TYPE "public"."enum_users_roles";
  DROP TYPE "public"."enum_users_status";
  DROP TYPE "public"."enum_users_locale";
  DROP TYPE "public"."enum_courses_level";
  DROP TYPE "public"."enum_courses_status";
  DROP TYPE "public"."enum__courses_v_version_level";
  DROP TYPE "public"."enum__courses_v_version_status";
  DROP TYPE "public"."enum_lessons_kind";
  DROP TYPE "public"."enum_lessons_status";
  DROP TYPE "public"."enum__lessons_v_version_kind";
  DROP TYPE "public"."enum__lessons_v_version_status";
  DROP TYPE "public"."enum_quizzes_status";
  DROP TYPE "public"."enum__quizzes_v_version_status";
  DROP TYPE "public"."enum_offers_kind";
  DROP TYPE "public"."enum_orders_status";
  DROP TYPE "public"."enum_payments_status";
  DROP TYPE "public"."enum_payment_events_outcome";
  DROP TYPE "public"."enum_gateway_sessions_status";
  DROP TYPE "public"."enum_enrollments_status";
  DROP TYPE "public"."enum_enrollments_source";
  DROP TYPE "public"."enum_pages_status";
  DROP TYPE "public"."enum__pages_v_version_status";`)
}
