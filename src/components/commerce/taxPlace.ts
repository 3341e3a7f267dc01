import type { Billing } from '@/domain/commerce/invoices'
import type { ShownTaxation } from '@/domain/commerce/tax/taxed'

/** What the checkout answers where tax needs to know more of where the buyer lives. */
export type PlaceFault = 'countryNeeded' | 'postalCodeNeeded' | 'regionNeeded'

/** The refusal that stands beside a field of the buyer's place; null for any other. */
export const placeFaultIn = (code: null | string): null | PlaceFault =>
  code === 'countryNeeded' || code === 'regionNeeded' || code === 'postalCodeNeeded' ? code : null

/** Which field of the buyer's place is empty and has to be filled before there is a sum to pay. */
export const missingPlace = (
  taxation: ShownTaxation | undefined,
  { country, postalCode, region }: Billing,
): null | PlaceFault => {
  switch (taxation?.needs) {
    case 'country':
      return country ? null : 'countryNeeded'
    case 'region':
      return region ? null : 'regionNeeded'
    case 'postalCode':
      return postalCode?.trim() ? null : 'postalCodeNeeded'
    default:
      return null
  }
}

/** Whether the sum that is shown grows by a tax that nobody knows yet. */
export const growsByTax = (taxation: ShownTaxation | undefined): boolean =>
  taxation !== undefined && !taxation.isIncluded && taxation.needs !== null
