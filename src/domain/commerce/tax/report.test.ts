import { describe, expect, it } from '@jest/globals'

import type { TaxedDocument } from './report'
import type { Taxation } from './taxed'

import { periodOf, taxReport, taxReportFile, taxTotalInBase, taxTotals } from './report'

const taxation = (given: Partial<Taxation> = {}): Taxation => ({
  evidence: { billing: 'DE', network: null },
  isIncluded: false,
  place: { country: 'DE' },
  reference: null,
  source: 'table',
  taxes: [{ name: 'VAT', amount: 1900, percent: 19 }],
  treatment: 'charged',
  vat: null,
  ...given,
})
const document = (given: Partial<TaxedDocument> = {}): TaxedDocument => ({
  currency: 'EUR',
  kind: 'invoice',
  tax: 1900,
  taxation: taxation(),
  total: 11_900,
  ...given,
})

const documents = [
  document(),
  document(),
  document({ kind: 'creditNote', tax: 190, total: 1190 }),
  document({ currency: 'JPY', tax: 19, total: 119 }),
  document({
    tax: 1498,
    taxation: taxation({
      place: { country: 'CA', region: 'Quebec' },
      taxes: [
        { name: 'GST', amount: 500, percent: 5 },
        { name: 'QST', amount: 998, percent: 9.975 },
      ],
    }),
    total: 11_498,
  }),
  document({
    tax: 0,
    taxation: taxation({ place: { country: 'FR' }, taxes: [], treatment: 'reverseCharge' }),
    total: 10_000,
  }),
  document({ kind: 'creditNote', tax: 0, taxation: null, total: 500 }),
]

describe('a report on tax', () => {
  it('has a row for each place, rate and currency, with credit notes taken off', () => {
    expect(
      taxReport(documents).map(({ country, currency, gross, net, percent, tax, taxName }) => [
        country,
        taxName,
        percent,
        currency,
        net,
        tax,
        gross,
      ]),
    ).toEqual([
      [null, '', 0, 'EUR', -500, 0, -500],
      ['CA', 'GST + QST', 14.975, 'EUR', 10_000, 1498, 11_498],
      ['DE', 'VAT', 19, 'EUR', 19_000, 3610, 22_610],
      ['DE', 'VAT', 19, 'JPY', 100, 19, 119],
      ['FR', '', 0, 'EUR', 10_000, 0, 10_000],
    ])
  })

  it('sums to the documents, by currency', () => {
    expect(taxTotals(taxReport(documents))).toEqual([
      { currency: 'EUR', gross: 43_608, net: 38_500, tax: 5108 },
      { currency: 'JPY', gross: 119, net: 100, tax: 19 },
    ])
  })

  it('says what was sold in other currencies in the school’s own, at the rates of the orders', () => {
    const yen = document({
      currency: 'JPY',
      exchange: { currency: 'EUR', value: '160' },
      tax: 190,
      total: 1190,
    })
    const rows = taxReport(
      [document(), yen, { ...yen, kind: 'creditNote', tax: 19, total: 119 }],
      'EUR',
    )

    expect(rows.map(({ inBase }) => inBase)).toEqual([
      { currency: 'EUR', gross: 11_900, net: 10_000, tax: 1900 },
      { currency: 'EUR', gross: 670, net: 563, tax: 107 },
    ])
    expect(taxTotalInBase(rows)).toEqual({ currency: 'EUR', gross: 12_570, net: 10_563, tax: 2007 })
    expect(taxReportFile(rows).split('\r\n')[2]).toMatch(/,EUR,5\.63,1\.07,6\.7$/)
    const unknown = taxReport([{ ...yen, exchange: null }, yen], 'EUR')
    expect(unknown[0]).not.toHaveProperty('inBase')
    expect(taxTotalInBase(unknown)).toBeNull()
  })

  it('is a file with amounts in major units', () => {
    expect(taxReportFile(taxReport(documents)).split('\r\n').slice(1, 5)).toEqual([
      ',,,,0,EUR,-5,0,-5,0,1,,,,',
      'CA,Quebec,charged,GST + QST,14.975,EUR,100,14.98,114.98,1,0,,,,',
      'DE,,charged,VAT,19,EUR,190,36.1,226.1,2,1,,,,',
      'DE,,charged,VAT,19,JPY,100,19,119,1,0,,,,',
    ])
  })
})

it.each([
  ['2026-02', { from: '2026-02-01', to: '2026-02-28' }],
  ['2028-02', { from: '2028-02-01', to: '2028-02-29' }],
  ['2026-12', { from: '2026-12-01', to: '2026-12-31' }],
  ['2026-Q4', { from: '2026-10-01', to: '2026-12-31' }],
  ['2026', { from: '2026-01-01', to: '2026-12-31' }],
  ['2026-13', null],
  ['2026-Q5', null],
  ['26', null],
])('%s is %p', (text, expected) => {
  expect(periodOf(text)).toEqual(expected)
})
