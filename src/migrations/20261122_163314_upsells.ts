import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_upsell_proposals_step" AS ENUM('upsell', 'downsell');
  CREATE TYPE "public"."enum_upsell_proposals_answer" AS ENUM('accepted', 'declined');
  CREATE TABLE "upsells" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"offered_id" uuid NOT NULL,
  	"title" varchar NOT NULL,
  	"text" varchar,
  	"percent_off" numeric DEFAULT 0,
  	"amount" numeric,
  	"currency" varchar,
  	"downsell_offered_id" uuid,
  	"downsell_title" varchar,
  	"downsell_text" varchar,
  	"downsell_percent_off" numeric DEFAULT 0,
  	"downsell_amount" numeric,
  	"downsell_currency" varchar,
  	"minutes" numeric DEFAULT 30 NOT NULL,
  	"is_active" boolean DEFAULT true,
  	"position" numeric DEFAULT 0 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "upsells_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  CREATE TABLE "upsells_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"offers_id" uuid
  );
  
  CREATE TABLE "upsell_proposals" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"order_id" uuid NOT NULL,
  	"upsell_id" uuid NOT NULL,
  	"step" "enum_upsell_proposals_step" NOT NULL,
  	"answer" "enum_upsell_proposals_answer",
  	"answered_at" timestamp(3) with time zone,
  	"placed_id" uuid,
  	"charging_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "upsell_proposals_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  ALTER TABLE "orders" ADD COLUMN "follows_id" uuid;
  ALTER TABLE "orders" ADD COLUMN "keeps_card" boolean DEFAULT false;
  ALTER TABLE "upsells" ADD CONSTRAINT "upsells_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "upsells" ADD CONSTRAINT "upsells_offered_wall" FOREIGN KEY ("offered_id","tenant_id") REFERENCES "public"."offers"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "upsells" ADD CONSTRAINT "upsells_downsell_offered_wall" FOREIGN KEY ("downsell_offered_id","tenant_id") REFERENCES "public"."offers"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "upsells_rels" ADD CONSTRAINT "upsells_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."upsells"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "upsells_rels" ADD CONSTRAINT "upsells_rels_offers_fk" FOREIGN KEY ("offers_id") REFERENCES "public"."offers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "upsell_proposals" ADD CONSTRAINT "upsell_proposals_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "upsell_proposals" ADD CONSTRAINT "upsell_proposals_order_wall" FOREIGN KEY ("order_id","tenant_id") REFERENCES "public"."orders"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "upsell_proposals" ADD CONSTRAINT "upsell_proposals_upsell_wall" FOREIGN KEY ("upsell_id","tenant_id") REFERENCES "public"."upsells"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "upsell_proposals" ADD CONSTRAINT "upsell_proposals_placed_wall" FOREIGN KEY ("placed_id","tenant_id") REFERENCES "public"."orders"("id","tenant_id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "upsells_tenant_idx" ON "upsells" USING btree ("tenant_id");
  CREATE INDEX "upsells_offered_idx" ON "upsells" USING btree ("offered_id");
  CREATE INDEX "upsells_downsell_downsell_offered_idx" ON "upsells" USING btree ("downsell_offered_id");
  CREATE INDEX "upsells_updated_at_idx" ON "upsells" USING btree ("updated_at");
  CREATE INDEX "upsells_created_at_idx" ON "upsells" USING btree ("created_at");
  CREATE INDEX "upsells_rels_order_idx" ON "upsells_rels" USING btree ("order");
  CREATE INDEX "upsells_rels_parent_idx" ON "upsells_rels" USING btree ("parent_id");
  CREATE INDEX "upsells_rels_path_idx" ON "upsells_rels" USING btree ("path");
  CREATE INDEX "upsells_rels_offers_id_idx" ON "upsells_rels" USING btree ("offers_id");
  CREATE INDEX "upsell_proposals_tenant_idx" ON "upsell_proposals" USING btree ("tenant_id");
  CREATE INDEX "upsell_proposals_order_idx" ON "upsell_proposals" USING btree ("order_id");
  CREATE INDEX "upsell_proposals_upsell_idx" ON "upsell_proposals" USING btree ("upsell_id");
  CREATE INDEX "upsell_proposals_placed_idx" ON "upsell_proposals" USING btree ("placed_id");
  CREATE INDEX "upsell_proposals_updated_at_idx" ON "upsell_proposals" USING btree ("updated_at");
  CREATE INDEX "upsell_proposals_created_at_idx" ON "upsell_proposals" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_order_step_idx" ON "upsell_proposals" USING btree ("tenant_id","order_id","step");
  ALTER TABLE "orders" ADD CONSTRAINT "orders_follows_id_orders_id_fk" FOREIGN KEY ("follows_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_follows_wall" FOREIGN KEY ("follows_id","tenant_id") REFERENCES "public"."orders"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "orders_follows_idx" ON "orders" USING btree ("follows_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "upsells" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "upsells_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "upsell_proposals" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "upsells" CASCADE;
  DROP TABLE "upsells_rels" CASCADE;
  DROP TABLE "upsell_proposals" CASCADE;
  ALTER TABLE "orders" DROP CONSTRAINT "orders_follows_id_orders_id_fk";
  
  ALTER TABLE "orders" DROP CONSTRAINT "orders_follows_wall";
  
  DROP INDEX "orders_follows_idx";
  ALTER TABLE "orders" DROP COLUMN "follows_id";
  ALTER TABLE "orders" DROP COLUMN "keeps_card";
  DROP TYPE "public"."enum_upsell_proposals_step";
  DROP TYPE "public"."enum_upsell_proposals_answer";`)
}
