import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "redirects" ADD COLUMN "learning_path_id" uuid;
  ALTER TABLE "redirects" ADD CONSTRAINT "redirects_learning_path_id_paths_id_fk" FOREIGN KEY ("learning_path_id") REFERENCES "public"."paths"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "redirects" ADD CONSTRAINT "redirects_learningPath_wall" FOREIGN KEY ("learning_path_id","tenant_id") REFERENCES "public"."paths"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "redirects_learning_path_idx" ON "redirects" USING btree ("learning_path_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "redirects" DROP CONSTRAINT "redirects_learning_path_id_paths_id_fk";
  
  ALTER TABLE "redirects" DROP CONSTRAINT "redirects_learningPath_wall";
  
  DROP INDEX "redirects_learning_path_idx";
  ALTER TABLE "redirects" DROP COLUMN "learning_path_id";`)
}
