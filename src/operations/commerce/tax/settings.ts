import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { TaxRate } from '@/domain/commerce/tax/rates'
import type { TaxSource } from '@/domain/tenancy/taxSources'

import { row } from '@/database/transaction'
import { openTaxId } from '@/operations/tenancy/taxIds'

/** How a school charges tax, with its own table of rates. */
export type TaxSettings = {
  /** The school's own country. */
  country: null | string
  isIncluded: boolean
  rates: TaxRate[]
  source: TaxSource
  /** The school's own tax number, as it was typed. */
  taxId: null | string
}

/** How the school charges tax; null where it charges none. */
export const taxSettings = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<null | TaxSettings> => {
  const found = await row<TaxSettings>(
    req,
    sql`select t.settings_taxation_country as country, coalesce(t.settings_taxation_is_included, false) as "isIncluded",
          coalesce(t.settings_taxation_source::text, 'table') as source, t.settings_invoicing_tax_id as "taxId",
          coalesce((select json_agg(json_build_object('country', r.country, 'isAdded', coalesce(r.is_added, false), 'name', r.name,
              'percent', r.percent::float8, 'region', coalesce(r.region, ''), 'validFrom', r.valid_from) order by r.id)
            from tax_rates r where r.tenant_id = t.id), '[]') as rates
        from tenants t where t.id = ${tenant} and t.settings_taxation_is_charged`,
  )

  return found ? { ...found, taxId: openTaxId(found.taxId, { tenant }) ?? null } : null
}
