import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_gifts_status" AS ENUM('ordered', 'scheduled', 'sent', 'redeemed', 'cancelled');
  ALTER TYPE "public"."enum_email_templates_kind" ADD VALUE 'giftReceived' BEFORE 'lessonsOpened';
  CREATE TABLE "gifts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid NOT NULL,
  	"order_id" uuid NOT NULL,
  	"buyer_id" uuid NOT NULL,
  	"recipient_name" varchar NOT NULL,
  	"recipient_email" varchar NOT NULL,
  	"message" varchar,
  	"deliver_at" timestamp(3) with time zone,
  	"status" "enum_gifts_status" NOT NULL,
  	"sent_at" timestamp(3) with time zone,
  	"redeemed_by_id" uuid,
  	"redeemed_at" timestamp(3) with time zone,
  	"locale" varchar,
  	"version" numeric NOT NULL,
  	"mails" numeric NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "gifts_id_tenant_uq" UNIQUE("id","tenant_id")
  );
  
  DROP INDEX "tenant_order_2_idx";
  ALTER TABLE "orders" ADD COLUMN "is_gift" boolean DEFAULT false;
  ALTER TABLE "orders" ADD COLUMN "holder_id" uuid;
  ALTER TABLE "gifts" ADD CONSTRAINT "gifts_redeemed_by_id_users_id_fk" FOREIGN KEY ("redeemed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "gifts" ADD CONSTRAINT "gifts_school" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "gifts" ADD CONSTRAINT "gifts_order_wall" FOREIGN KEY ("order_id","tenant_id") REFERENCES "public"."orders"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "gifts" ADD CONSTRAINT "gifts_buyer_wall" FOREIGN KEY ("buyer_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "gifts" ADD CONSTRAINT "gifts_redeemedBy_wall" FOREIGN KEY ("redeemed_by_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "gifts_tenant_idx" ON "gifts" USING btree ("tenant_id");
  CREATE INDEX "gifts_order_idx" ON "gifts" USING btree ("order_id");
  CREATE INDEX "gifts_buyer_idx" ON "gifts" USING btree ("buyer_id");
  CREATE INDEX "gifts_redeemed_by_idx" ON "gifts" USING btree ("redeemed_by_id");
  CREATE INDEX "gifts_updated_at_idx" ON "gifts" USING btree ("updated_at");
  CREATE INDEX "gifts_created_at_idx" ON "gifts" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_order_2_idx" ON "gifts" USING btree ("tenant_id","order_id");
  CREATE INDEX "status_deliverAt_idx" ON "gifts" USING btree ("status","deliver_at");
  ALTER TABLE "orders" ADD CONSTRAINT "orders_holder_id_users_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_holder_wall" FOREIGN KEY ("holder_id","tenant_id") REFERENCES "public"."users"("id","tenant_id") ON DELETE no action ON UPDATE no action;
  CREATE INDEX "orders_holder_idx" ON "orders" USING btree ("holder_id");
  CREATE UNIQUE INDEX "tenant_order_3_idx" ON "place_transfers" USING btree ("tenant_id","order_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "gifts" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "gifts" CASCADE;
  ALTER TABLE "orders" DROP CONSTRAINT "orders_holder_id_users_id_fk";
  
  ALTER TABLE "orders" DROP CONSTRAINT "orders_holder_wall";
  
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_email_templates_kind";
  CREATE TYPE "public"."enum_email_templates_kind" AS ENUM('accessChanged', 'accessEnding', 'accountErased', 'accountErasing', 'alreadyRegistered', 'attemptGraded', 'bookingNews', 'booksDiffer', 'certificate', 'changeEmail', 'checkoutLastReminder', 'checkoutReminder', 'commentWritten', 'confirm', 'courseAnswered', 'courseApproved', 'courseReturned', 'courseSubmitted', 'courseUpdate', 'disputeOpened', 'domainConnected', 'domainTroubled', 'emailChanging', 'enrolled', 'lessonsOpened', 'markChanged', 'passwordChanged', 'paymentConfirm', 'paymentFailed', 'paymentLastCall', 'payoutFailed', 'payoutPaid', 'placeGiven', 'placeMoved', 'placeOffered', 'placeReceived', 'placeToPay', 'planEnded', 'planWinBack', 'prerequisitesMet', 'receipt', 'refund', 'requestNews', 'reset', 'reviewRequest', 'setPassword', 'signInInstead', 'teamInvitation', 'teamNews', 'waitlistNews', 'workReviewed');
  ALTER TABLE "email_templates" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_email_templates_kind" USING "kind"::"public"."enum_email_templates_kind";
  DROP INDEX "orders_holder_idx";
  DROP INDEX "tenant_order_3_idx";
  CREATE UNIQUE INDEX "tenant_order_2_idx" ON "place_transfers" USING btree ("tenant_id","order_id");
  ALTER TABLE "orders" DROP COLUMN "is_gift";
  ALTER TABLE "orders" DROP COLUMN "holder_id";
  DROP TYPE "public"."enum_gifts_status";`)
}
