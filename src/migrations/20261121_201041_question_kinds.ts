import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_quizzes_review" AS ENUM('afterLast', 'afterSubmitting', 'afterDate', 'never');
  CREATE TYPE "public"."enum__quizzes_v_version_review" AS ENUM('afterLast', 'afterSubmitting', 'afterDate', 'never');
  ALTER TABLE "quizzes" ADD COLUMN "shuffle_questions" boolean DEFAULT false;
  ALTER TABLE "quizzes" ADD COLUMN "shuffle_answers" boolean DEFAULT false;
  ALTER TABLE "quizzes" ADD COLUMN "review" "enum_quizzes_review" DEFAULT 'afterLast';
  ALTER TABLE "quizzes" ADD COLUMN "review_from" timestamp(3) with time zone;
  ALTER TABLE "_quizzes_v" ADD COLUMN "version_shuffle_questions" boolean DEFAULT false;
  ALTER TABLE "_quizzes_v" ADD COLUMN "version_shuffle_answers" boolean DEFAULT false;
  ALTER TABLE "_quizzes_v" ADD COLUMN "version_review" "enum__quizzes_v_version_review" DEFAULT 'afterLast';
  ALTER TABLE "_quizzes_v" ADD COLUMN "version_review_from" timestamp(3) with time zone;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "quizzes" DROP COLUMN "shuffle_questions";
  ALTER TABLE "quizzes" DROP COLUMN "shuffle_answers";
  ALTER TABLE "quizzes" DROP COLUMN "review";
  ALTER TABLE "quizzes" DROP COLUMN "review_from";
  ALTER TABLE "_quizzes_v" DROP COLUMN "version_shuffle_questions";
  ALTER TABLE "_quizzes_v" DROP COLUMN "version_shuffle_answers";
  ALTER TABLE "_quizzes_v" DROP COLUMN "version_review";
  ALTER TABLE "_quizzes_v" DROP COLUMN "version_review_from";
  DROP TYPE "public"."enum_quizzes_review";
  DROP TYPE "public"."enum__quizzes_v_version_review";`)
}
