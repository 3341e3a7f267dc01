import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "courses" ADD COLUMN "editor_id" uuid;
  ALTER TABLE "_courses_v" ADD COLUMN "version_editor_id" uuid;
  ALTER TABLE "lessons" ADD COLUMN "editor_id" uuid;
  ALTER TABLE "_lessons_v" ADD COLUMN "version_editor_id" uuid;
  ALTER TABLE "courses" ADD CONSTRAINT "courses_editor_id_users_id_fk" FOREIGN KEY ("editor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "courses" ADD CONSTRAINT "courses_editor_wall" FOREIGN KEY ("editor_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "_courses_v" ADD CONSTRAINT "_courses_v_version_editor_id_users_id_fk" FOREIGN KEY ("version_editor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_courses_v" ADD CONSTRAINT "_courses_v_version_editor_wall" FOREIGN KEY ("version_editor_id","version_tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "lessons" ADD CONSTRAINT "lessons_editor_id_users_id_fk" FOREIGN KEY ("editor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "lessons" ADD CONSTRAINT "lessons_editor_wall" FOREIGN KEY ("editor_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  ALTER TABLE "_lessons_v" ADD CONSTRAINT "_lessons_v_version_editor_id_users_id_fk" FOREIGN KEY ("version_editor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_lessons_v" ADD CONSTRAINT "_lessons_v_version_editor_wall" FOREIGN KEY ("version_editor_id","version_tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "courses_editor_idx" ON "courses" USING btree ("editor_id");
  CREATE INDEX "_courses_v_version_version_editor_idx" ON "_courses_v" USING btree ("version_editor_id");
  CREATE INDEX "lessons_editor_idx" ON "lessons" USING btree ("editor_id");
  CREATE INDEX "_lessons_v_version_version_editor_idx" ON "_lessons_v" USING btree ("version_editor_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "courses" DROP CONSTRAINT "courses_editor_id_users_id_fk";
  
  ALTER TABLE "courses" DROP CONSTRAINT "courses_editor_wall";
  
  ALTER TABLE "_courses_v" DROP CONSTRAINT "_courses_v_version_editor_id_users_id_fk";
  
  ALTER TABLE "_courses_v" DROP CONSTRAINT "_courses_v_version_editor_wall";
  
  ALTER TABLE "lessons" DROP CONSTRAINT "lessons_editor_id_users_id_fk";
  
  ALTER TABLE "lessons" DROP CONSTRAINT "lessons_editor_wall";
  
  ALTER TABLE "_lessons_v" DROP CONSTRAINT "_lessons_v_version_editor_id_users_id_fk";
  
  ALTER TABLE "_lessons_v" DROP CONSTRAINT "_lessons_v_version_editor_wall";
  
  DROP INDEX "courses_editor_idx";
  DROP INDEX "_courses_v_version_version_editor_idx";
  DROP INDEX "lessons_editor_idx";
  DROP INDEX "_lessons_v_version_version_editor_idx";
  ALTER TABLE "courses" DROP COLUMN "editor_id";
  ALTER TABLE "_courses_v" DROP COLUMN "version_editor_id";
  ALTER TABLE "lessons" DROP COLUMN "editor_id";
  ALTER TABLE "_lessons_v" DROP COLUMN "version_editor_id";`)
}
