import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { InvoiceText } from '@/domain/commerce/invoices'

import { row } from '@/database/transaction'
import { openedParty } from '@/operations/tenancy/taxIds'

type Which = { id: string; req: PayloadRequest; tenant: string }

/** The order that a credit note is about, or null where the school has no such credit note. */
export const orderOfCreditNote = async ({ id, req, tenant }: Which): Promise<null | string> => {
  const found = await row<{ order: string }>(
    req,
    sql`select r.order_id as "order" from credit_notes c join refunds r on r.id = c.refund_id
        where c.id = ${id} and c.tenant_id = ${tenant}`,
  )

  return found?.order ?? null
}

/** What is printed on a credit note, all of it as it was issued; null where the school has no such credit note. */
export const creditNoteText = async ({ id, req, tenant }: Which): Promise<InvoiceText | null> => {
  const found = await row<Omit<InvoiceText, 'issuedAt'> & { issuedAt: string }>(
    req,
    sql`select c.number, c.issued_at as "issuedAt", c.base::float8 as base, c.discount::float8 as discount,
          c.tax::float8 as tax, c.total::float8 as total, c.currency, null as coupon, c.seller, c.buyer, c.lines, c.taxation, c.locale,
          c.time_zone as "timeZone", o.number as "order", json_build_object('invoice', i.number, 'reason', c.reason) as credits
        from credit_notes c join invoices i on i.id = c.invoice_id join orders o on o.id = i.order_id
        where c.id = ${id} and c.tenant_id = ${tenant}`,
  )

  return found
    ? {
        ...found,
        buyer: openedParty(found.buyer, { tenant }),
        issuedAt: new Date(found.issuedAt),
        seller: openedParty(found.seller, { tenant }),
      }
    : null
}
