import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "quiz_allowances" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"enrollment_id" uuid NOT NULL,
  	"quiz_id" uuid,
  	"factor" numeric NOT NULL,
  	"minutes" numeric NOT NULL,
  	"attempts" numeric NOT NULL,
  	"reason" varchar NOT NULL,
  	"author_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "quiz_allowances_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "quiz_allowances" ADD CONSTRAINT "quiz_allowances_quiz_id_quizzes_id_fk" FOREIGN KEY ("quiz_id") REFERENCES "public"."quizzes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "quiz_allowances" ADD CONSTRAINT "quiz_allowances_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "quiz_allowances" ADD CONSTRAINT "quiz_allowances_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "quiz_allowances" ADD CONSTRAINT "quiz_allowances_enrollment_wall" FOREIGN KEY ("enrollment_id","tenant_id") REFERENCES "public"."enrollments"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "quiz_allowances" ADD CONSTRAINT "quiz_allowances_quiz_wall" FOREIGN KEY ("quiz_id","tenant_id") REFERENCES "public"."quizzes"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "quiz_allowances" ADD CONSTRAINT "quiz_allowances_author_wall" FOREIGN KEY ("author_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "quiz_allowances_tenant_idx" ON "quiz_allowances" USING btree ("tenant_id");
  CREATE INDEX "quiz_allowances_enrollment_idx" ON "quiz_allowances" USING btree ("enrollment_id");
  CREATE INDEX "quiz_allowances_quiz_idx" ON "quiz_allowances" USING btree ("quiz_id");
  CREATE INDEX "quiz_allowances_author_idx" ON "quiz_allowances" USING btree ("author_id");
  CREATE INDEX "quiz_allowances_updated_at_idx" ON "quiz_allowances" USING btree ("updated_at");
  CREATE INDEX "quiz_allowances_created_at_idx" ON "quiz_allowances" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "quiz_allowances" CASCADE;`)
}
