import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "offer_additions" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"offer_id" uuid NOT NULL,
  	"offered_id" uuid NOT NULL,
  	"title" varchar NOT NULL,
  	"text" varchar,
  	"percent_off" numeric DEFAULT 0,
  	"amount" numeric,
  	"currency" varchar,
  	"is_active" boolean DEFAULT true,
  	"position" numeric DEFAULT 0 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "offer_additions_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "order_lines" ADD COLUMN "addition_id" uuid;
  ALTER TABLE "offer_additions" ADD CONSTRAINT "offer_additions_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "offer_additions" ADD CONSTRAINT "offer_additions_offer_wall" FOREIGN KEY ("offer_id","tenant_id") REFERENCES "public"."offers"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "offer_additions" ADD CONSTRAINT "offer_additions_offered_wall" FOREIGN KEY ("offered_id","tenant_id") REFERENCES "public"."offers"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "offer_additions_tenant_idx" ON "offer_additions" USING btree ("tenant_id");
  CREATE INDEX "offer_additions_offer_idx" ON "offer_additions" USING btree ("offer_id");
  CREATE INDEX "offer_additions_offered_idx" ON "offer_additions" USING btree ("offered_id");
  CREATE INDEX "offer_additions_updated_at_idx" ON "offer_additions" USING btree ("updated_at");
  CREATE INDEX "offer_additions_created_at_idx" ON "offer_additions" USING btree ("created_at");
  ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_addition_id_offer_additions_id_fk" FOREIGN KEY ("addition_id") REFERENCES "public"."offer_additions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_addition_wall" FOREIGN KEY ("addition_id","tenant_id") REFERENCES "public"."offer_additions"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "order_lines_addition_idx" ON "order_lines" USING btree ("addition_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "offer_additions" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "offer_additions" CASCADE;
  ALTER TABLE "order_lines" DROP CONSTRAINT "order_lines_addition_id_offer_additions_id_fk";
  
  ALTER TABLE "order_lines" DROP CONSTRAINT "order_lines_addition_wall";
  
  DROP INDEX "order_lines_addition_idx";
  ALTER TABLE "order_lines" DROP COLUMN "addition_id";`)
}
