import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX "tenant_openedAt_idx";
  CREATE INDEX "tenant_createdAt_1_idx" ON "orders" USING btree ("tenant_id","created_at");
  CREATE INDEX "tenant_createdAt_2_idx" ON "payments" USING btree ("tenant_id","created_at");
  CREATE INDEX "tenant_currency_amount_idx" ON "payments" USING btree ("tenant_id","currency","amount");
  CREATE INDEX "tenant_providerRefund_idx" ON "refunds" USING btree ("tenant_id","provider_refund");
  CREATE INDEX "tenant_createdAt_3_idx" ON "refunds" USING btree ("tenant_id","created_at");
  CREATE INDEX "tenant_currency_amount_1_idx" ON "refunds" USING btree ("tenant_id","currency","amount");
  CREATE INDEX "tenant_createdAt_4_idx" ON "disputes" USING btree ("tenant_id","created_at");
  CREATE INDEX "tenant_postedAt_idx" ON "ledger_entries" USING btree ("tenant_id","posted_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX "tenant_createdAt_1_idx";
  DROP INDEX "tenant_createdAt_2_idx";
  DROP INDEX "tenant_currency_amount_idx";
  DROP INDEX "tenant_providerRefund_idx";
  DROP INDEX "tenant_createdAt_3_idx";
  DROP INDEX "tenant_currency_amount_1_idx";
  DROP INDEX "tenant_createdAt_4_idx";
  DROP INDEX "tenant_postedAt_idx";
  CREATE INDEX "tenant_openedAt_idx" ON "disputes" USING btree ("tenant_id","opened_at");`)
}
