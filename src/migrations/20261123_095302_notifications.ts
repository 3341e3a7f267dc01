import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "notification_choices" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"user_id" uuid NOT NULL,
  	"channel" text NOT NULL,
  	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	"event" text NOT NULL,
  	"is_on" boolean NOT NULL,
  	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "notification_choices_once" UNIQUE("tenant_id","user_id","event","channel")
  );
  
  CREATE TABLE "notifications" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"user_id" uuid NOT NULL,
  	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	"data" jsonb NOT NULL,
  	"key" text NOT NULL,
  	"link" text NOT NULL,
  	"read_at" timestamp (3) with time zone,
  	"template" text NOT NULL,
  	CONSTRAINT "notifications_once" UNIQUE("tenant_id","user_id","key")
  );
  
  ALTER TABLE "tenants" ADD COLUMN "settings_retention_notifications" numeric;
  ALTER TABLE "notification_choices" ADD CONSTRAINT "notification_choices_user_wall" FOREIGN KEY ("user_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_wall" FOREIGN KEY ("user_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "notification_choices_user_idx" ON "notification_choices" USING btree ("user_id");
  CREATE INDEX "notifications_user_idx" ON "notifications" USING btree ("user_id","id");
  ALTER TABLE "users" DROP COLUMN "mails_course_updates";
  ALTER TABLE "users" DROP COLUMN "mails_discussions";
  ALTER TABLE "users" DROP COLUMN "mails_reminders";
  ALTER TABLE "users" DROP COLUMN "mails_sign_ins";`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "notification_choices" CASCADE;
  DROP TABLE "notifications" CASCADE;
  ALTER TABLE "users" ADD COLUMN "mails_course_updates" boolean DEFAULT true;
  ALTER TABLE "users" ADD COLUMN "mails_discussions" boolean DEFAULT true;
  ALTER TABLE "users" ADD COLUMN "mails_reminders" boolean DEFAULT true;
  ALTER TABLE "users" ADD COLUMN "mails_sign_ins" boolean DEFAULT true;
  ALTER TABLE "tenants" DROP COLUMN "settings_retention_notifications";`)
}
