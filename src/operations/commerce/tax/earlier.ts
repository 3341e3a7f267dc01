import type { Billing } from '@/domain/commerce/invoices'
import type { Taxation } from '@/domain/commerce/tax/taxed'
import type { VatCheck } from '@/domain/commerce/tax/vatIds'

import { ELSEWHERE } from '@/domain/commerce/tax/rates'

/** What an earlier order says of its buyer, as tax is asked for by it again; a VAT id that was valid then holds while nobody answers now. */
export const billingOf = ({
  billing,
  taxation,
}: {
  billing: Billing | null
  taxation: null | Taxation
}): { billing: Billing | null; earlierVat: null | VatCheck } => {
  if (!taxation) {
    return { billing, earlierVat: null }
  }
  const { place, vat } = taxation

  return {
    billing: { ...billing, ...place, region: place.region ?? ELSEWHERE },
    earlierVat: vat?.status === 'valid' ? vat : null,
  }
}
