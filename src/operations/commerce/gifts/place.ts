import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { GiftWish } from '@/domain/commerce/gifts'
import type { Locale } from '@/domain/tenancy/locales'

import { rows } from '@/database/transaction'

/** Writes down whom an order is for, in the caller's transaction. */
export const insertGift = async ({
  buyer,
  gift: { name, deliverAt, email, message },
  locale,
  order,
  req,
  tenant,
}: {
  buyer: string
  gift: GiftWish
  locale: Locale | null
  order: string
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  await rows(
    req,
    sql`insert into gifts (id, tenant_id, order_id, buyer_id, recipient_name, recipient_email, message, deliver_at, locale, status, version, mails)
        values (uuidv7(), ${tenant}, ${order}, ${buyer}, ${name}, ${email}, ${message}, ${deliverAt?.toISOString() ?? null}, ${locale}, 'ordered', 1, 0)`,
  )
  await rows(req, sql`update orders set is_gift = true where id = ${order}`)
}
