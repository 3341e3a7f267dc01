import { describe, expect, it } from '@jest/globals'

import type { TaxRate } from './rates'

import { COUNTRIES, countryOptions, EU_MEMBERS, isCountry } from './countries'
import { percentText } from './percentText'
import { isPercent, ratesAt, regionsOf } from './rates'

const now = new Date('2026-11-01T12:00:00Z')
const rate = (country: string, percent: number, given: Partial<TaxRate> = {}): TaxRate => ({
  name: 'VAT',
  country,
  isAdded: false,
  percent,
  region: '',
  validFrom: '2020-01-01T00:00:00.000Z',
  ...given,
})
const rates = [
  rate('DE', 19),
  rate('DE', 16, { validFrom: '2019-01-01T00:00:00.000Z' }),
  rate('DE', 21, { validFrom: '2027-01-01T00:00:00.000Z' }),
  rate('CA', 5, { name: 'GST' }),
  rate('CA', 9.975, { name: 'QST', isAdded: true, region: 'Quebec' }),
  rate('CA', 13, { name: 'HST', region: 'Ontario' }),
  rate('CA', 12, { name: 'HST', region: 'Manitoba', validFrom: '2030-01-01T00:00:00.000Z' }),
]

describe('the rates of a place', () => {
  it.each<[string, Parameters<typeof ratesAt>[1], [string, number][]]>([
    ['the one that began last', { country: 'DE' }, [['VAT', 19]]],
    ['none where the school entered none', { country: 'FR' }, []],
    [
      'both where a region’s comes on top',
      { country: 'CA', region: 'quebec ' },
      [
        ['GST', 5],
        ['QST', 9.975],
      ],
    ],
    [
      'the region’s where it replaces the country’s',
      { country: 'CA', region: 'Ontario' },
      [['HST', 13]],
    ],
    ['the country’s in every other region', { country: 'CA', region: 'other' }, [['GST', 5]]],
  ])('are %s', (_, place, expected) => {
    expect(ratesAt(rates, place, now).map(({ name, percent }) => [name, percent])).toEqual(expected)
  })

  it('ask for a region where some have rates of their own by now', () => {
    expect(regionsOf(rates, 'CA', now)).toEqual(['Ontario', 'Quebec'])
    expect(regionsOf(rates, 'DE', now)).toEqual([])
  })
})

it.each([
  [0, true],
  [100, true],
  [9.975, true],
  [19.1, true],
  [0.0001, false],
  [100.001, false],
  [-1, false],
  [Number.NaN, false],
  ['19', false],
])('%p is a percentage: %p', (value, expected) => {
  expect(isPercent(value)).toBe(expected)
})

it('knows the countries by their codes and calls them in three languages', () => {
  expect(new Set(COUNTRIES).size).toBe(249)
  expect(EU_MEMBERS).toHaveLength(27)
  expect(EU_MEMBERS.every(isCountry)).toBe(true)
  expect(isCountry('XX')).toBe(false)
  expect(countryOptions('ru')).toContainEqual({ label: 'Германия', value: 'DE' })
  expect(countryOptions('he')).toContainEqual({ label: 'גרמניה', value: 'DE' })
})

it('writes percentages with as many decimals as they have', () => {
  expect(percentText(19, 'en')).toBe('19%')
  expect(percentText(9.975, 'en')).toBe('9.975%')
})
