import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { InvoiceText } from '@/domain/commerce/invoices'

import { row } from '@/database/transaction'
import { openedParty } from '@/operations/tenancy/taxIds'

type Which = { id: string; req: PayloadRequest; tenant: string }

/** The order an invoice was issued for, or null where the school has no such invoice. */
export const orderOfInvoice = async ({ id, req, tenant }: Which): Promise<null | string> => {
  const found = await row<{ order: string }>(
    req,
    sql`select order_id as "order" from invoices where id = ${id} and tenant_id = ${tenant}`,
  )

  return found?.order ?? null
}

/** What is printed on an invoice, all of it as it was issued; null where the school has no such invoice. */
export const invoiceText = async ({ id, req, tenant }: Which): Promise<InvoiceText | null> => {
  const found = await row<Omit<InvoiceText, 'issuedAt'> & { issuedAt: string }>(
    req,
    sql`select i.number, i.issued_at as "issuedAt", i.base::float8 as base, i.discount::float8 as discount,
          i.tax::float8 as tax, i.total::float8 as total, i.currency, i.coupon, i.seller, i.buyer, i.lines, i.taxation, i.locale,
          i.time_zone as "timeZone", o.number as "order"
        from invoices i join orders o on o.id = i.order_id
        where i.id = ${id} and i.tenant_id = ${tenant}`,
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
