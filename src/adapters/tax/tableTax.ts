import { ratesAt } from '@/domain/commerce/tax/rates'
import { taxAtRates } from '@/domain/commerce/tax/taxed'

import type { TaxCalculator } from './types'

/** Tax by the rates that the school entered itself. */
export const tableTax: TaxCalculator = {
  name: 'table',
  calculate: ({ amounts, isIncluded, isReverseCharged, now, place, rates }) => {
    const applied = isReverseCharged ? [] : ratesAt(rates, place, now)
    const treatment = isReverseCharged
      ? 'reverseCharge'
      : applied.length > 0
        ? 'charged'
        : 'outside'

    return Promise.resolve({
      ...taxAtRates({ amounts, isIncluded, rates: applied }),
      reference: null,
      treatment,
    })
  },
  needsPostalCode: [],
}
