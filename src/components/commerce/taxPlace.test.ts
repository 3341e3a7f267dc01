import { describe, expect, it } from '@jest/globals'

import type { ShownTaxation } from '@/domain/commerce/tax/taxed'

import { growsByTax, missingPlace, placeFaultIn } from './taxPlace'

const taxation = (needs: ShownTaxation['needs'], isIncluded = false): ShownTaxation => ({
  asksPostalCode: false,
  isIncluded,
  needs,
  place: null,
  regions: [],
  taxes: [],
  treatment: null,
  vat: null,
})

describe('the place that tax depends on', () => {
  it.each([
    ['country', {}, 'countryNeeded'],
    ['country', { country: 'FR' }, null],
    ['region', { country: 'CA' }, 'regionNeeded'],
    ['region', { country: 'CA', region: 'Quebec' }, null],
    ['postalCode', { country: 'US', postalCode: '  ' }, 'postalCodeNeeded'],
    ['postalCode', { country: 'US', postalCode: '10001' }, null],
    ['service', {}, null],
    [null, {}, null],
  ] as const)(
    'asks for what is missing where %p is needed and %p is given',
    (needs, billing, fault) => {
      expect(missingPlace(taxation(needs), billing)).toBe(fault)
    },
  )

  it('is nobody’s concern where no tax is charged', () => {
    expect(missingPlace(undefined, {})).toBeNull()
    expect(growsByTax(undefined)).toBe(false)
  })

  it('keeps the sum open only where tax comes on top of it', () => {
    expect(growsByTax(taxation('country'))).toBe(true)
    expect(growsByTax(taxation('country', true))).toBe(false)
    expect(growsByTax(taxation(null))).toBe(false)
  })

  it('knows its own refusals from others', () => {
    expect(placeFaultIn('regionNeeded')).toBe('regionNeeded')
    expect(placeFaultIn('priceChanged')).toBeNull()
    expect(placeFaultIn(null)).toBeNull()
  })
})
