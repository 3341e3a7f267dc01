import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Billing, InvoiceLine } from '@/domain/commerce/invoices'

import { row, rows } from '@/database/transaction'
import { invoiceNumber } from '@/domain/commerce/invoices'
import { openTaxId, sealedParty } from '@/operations/tenancy/taxIds'
import { textInTheirs } from '@/operations/translation/textIn'

type Asked = { order: string; req: PayloadRequest; tenant: string }

type Order = {
  accent: string
  address: null | string
  billing: Billing | null
  email: string
  legalName: null | string
  lines: InvoiceLine[]
  name: string
  note: null | string
  prefix: null | string
  school: string
  supportEmail: null | string
  taxId: null | string
}

/**
 * Issues the invoice of a paid order, in the transaction that books the payment: the next number of the
 * school, with seller, buyer and lines as they are now. The school's invoices are issued one after the other,
 * each until its transaction ends, so that no number is given twice and none is lost; a second call for
 * an order issues nothing, and neither does an order of nothing, or one that a merchant of record sold: the buyer's invoice is the merchant's.
 */
export const issueInvoice = async (asked: Asked): Promise<void> => {
  const { order, req, tenant } = asked
  await rows(req, sql`select pg_advisory_xact_lock(hashtextextended(${`invoices:${tenant}`}, 0))`)
  const found = await printed(asked)
  if (!found) {
    return
  }
  const { name, accent, address, email, legalName, note, school, supportEmail, taxId } = found
  const next = await row<{ sequence: number }>(
    req,
    sql`select coalesce(max(sequence), 0)::int + 1 as sequence from invoices where tenant_id = ${tenant}`,
  )
  const sequence = next?.sequence ?? 1
  const seller = sealedParty(
    {
      name: legalName || school,
      accent,
      address,
      email: supportEmail,
      note,
      taxId: openTaxId(taxId, { tenant }),
    },
    { tenant },
  )
  const buyer = { ...found.billing, name, email }
  await rows(
    req,
    sql`insert into invoices (id, tenant_id, number, sequence, order_id, issued_at, base, discount, tax, total, currency,
          coupon, seller, buyer, lines, taxation, locale, time_zone)
        select uuidv7(), ${tenant}, ${invoiceNumber({ prefix: found.prefix, sequence })}, ${sequence}, o.id, now(),
          o.base, o.discount, o.tax, o.total, o.currency, c.code, ${JSON.stringify(seller)}::jsonb,
          ${JSON.stringify(buyer)}::jsonb, ${JSON.stringify(found.lines)}::jsonb, o.taxation,
          coalesce(o.locale, t.settings_locale::text), t.settings_time_zone
        from orders o join tenants t on t.id = o.tenant_id left join coupons c on c.id = o.coupon_id
        where o.id = ${order}`,
  )
}

/** What the school `t` is called in the language of the order `o`. */
const SCHOOL = textInTheirs({ locale: sql`o.locale`, tenant: sql`t.id` }, 'tenants', {
  field: 'name',
  of: sql`t.id`,
  own: sql`t.name`,
})

/** What the invoice of an order has to say; undefined where it has one, cost nothing, is not paid, or was sold by somebody else. */
const printed = ({ order, req }: Asked): Promise<Order | undefined> =>
  row<Order>(
    req,
    sql`select ${SCHOOL} as school, t.settings_accent as accent, t.settings_support_email as "supportEmail",
          t.settings_invoicing_legal_name as "legalName", t.settings_invoicing_address as address,
          t.settings_invoicing_tax_id as "taxId", t.settings_invoicing_prefix as prefix, t.settings_invoicing_note as note,
          coalesce(o.guest_name, u.name) as name, u.email, o.billing,
          (select json_agg(json_build_object('title', l.title, 'base', l.base::float8, 'discount', l.discount::float8,
             'tax', l.tax::float8, 'total', l.total::float8) order by l.id) from order_lines l where l.order_id = o.id) as lines
        from orders o join tenants t on t.id = o.tenant_id join users u on u.id = o.buyer_id
        where o.id = ${order} and o.status = 'paid' and o.total > 0 and o.merchant is null
          and not exists (select 1 from invoices i where i.order_id = o.id)`,
  )
