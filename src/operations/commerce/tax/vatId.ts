import type { VatCheck, VatStatus } from '@/domain/commerce/tax/vatIds'

import { vatRegister } from '@/adapters/tax/index'
import { isAcrossMembers } from '@/domain/commerce/tax/taxed'
import { readVatId } from '@/domain/commerce/tax/vatIds'

import type { TaxSettings } from './settings'

type Asked = {
  /** Where the buyer is. */
  country: string
  /** The answer of an earlier check, for when the register does not answer now. */
  earlier: null | VatCheck
  now: Date
  seller: Pick<TaxSettings, 'country' | 'taxId'>
  typed: null | string | undefined
}

/** Checks a buyer's VAT id where tax depends on it: between two members of the European Union. Null elsewhere. */
export const checkVatId = async ({
  country,
  earlier,
  now,
  seller,
  typed,
}: Asked): Promise<null | VatCheck> => {
  if (!typed?.trim() || !isAcrossMembers({ buyer: country, seller: seller.country })) {
    return null
  }
  const vatId = readVatId(typed, country)
  if (!vatId) {
    return unasked('malformed')
  }
  if (vatId.country !== country) {
    return unasked('otherCountry')
  }
  const requester = seller.country ? readVatId(seller.taxId ?? '', seller.country) : null
  const found = await vatRegister().check({ now, requester, vatId })

  return found.status === 'unavailable' && earlier ? earlier : found
}

const unasked = (status: VatStatus): VatCheck => ({
  checkedAt: null,
  consultation: null,
  status,
})
