import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'setPassword';
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'signInInstead';
  ALTER TABLE "orders" ADD COLUMN "guest_name" varchar;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('alreadyRegistered', 'certificate', 'confirm', 'courseUpdate', 'domainConnected', 'domainTroubled', 'enrolled', 'receipt', 'reset');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  ALTER TABLE "orders" DROP COLUMN "guest_name";`)
}
