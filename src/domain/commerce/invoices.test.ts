import { describe, expect, it } from '@jest/globals'

import { isInvoicePrefix } from '../tenancy/invoicePrefix'
import { invoiceNumber } from './invoices'

describe('the number of an invoice', () => {
  it.each([
    [null, 1, 'INV-0001'],
    ['', 42, 'INV-0042'],
    ['A/', 9999, 'A/9999'],
    ['2026-', 10_000, '2026-10000'],
  ])('with the prefix %p is %p → %p', (prefix, sequence, expected) => {
    expect(invoiceNumber({ prefix, sequence })).toBe(expected)
  })

  it('never reads like another, whatever prefixes a school has had', () => {
    const prefixes = ['A', 'A-', 'A1-', 'A10-', 'INV-', '2026/'].filter(isInvoicePrefix)
    const numbers = prefixes.flatMap((prefix) =>
      [1, 10, 101, 1001, 10_001, 100_001].map((sequence) => invoiceNumber({ prefix, sequence })),
    )

    expect(new Set(numbers).size).toBe(numbers.length)
  })
})
