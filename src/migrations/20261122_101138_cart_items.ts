import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "cart_items" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"buyer_id" uuid NOT NULL,
  	"offer_id" uuid NOT NULL,
  	"cohort_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "cart_items_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "cart_items" ADD CONSTRAINT "cart_items_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "cart_items" ADD CONSTRAINT "cart_items_buyer_wall" FOREIGN KEY ("buyer_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "cart_items" ADD CONSTRAINT "cart_items_offer_wall" FOREIGN KEY ("offer_id","tenant_id") REFERENCES "public"."offers"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "cart_items" ADD CONSTRAINT "cart_items_cohort_wall" FOREIGN KEY ("cohort_id","tenant_id") REFERENCES "public"."cohorts"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "cart_items_tenant_idx" ON "cart_items" USING btree ("tenant_id");
  CREATE INDEX "cart_items_buyer_idx" ON "cart_items" USING btree ("buyer_id");
  CREATE INDEX "cart_items_offer_idx" ON "cart_items" USING btree ("offer_id");
  CREATE INDEX "cart_items_cohort_idx" ON "cart_items" USING btree ("cohort_id");
  CREATE INDEX "cart_items_updated_at_idx" ON "cart_items" USING btree ("updated_at");
  CREATE INDEX "cart_items_created_at_idx" ON "cart_items" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_buyer_offer_idx" ON "cart_items" USING btree ("tenant_id","buyer_id","offer_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "cart_items" CASCADE;`)
}
