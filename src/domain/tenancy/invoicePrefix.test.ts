import { describe, expect, it } from '@jest/globals'

import { isInvoicePrefix } from './invoicePrefix'

describe('the prefix of invoices', () => {
  it.each(['', 'INV-', '2026/A-', 'X'])('may be %p', (text) => {
    expect(isInvoicePrefix(text)).toBe(true)
  })

  it.each(['A1', 'inv-', 'A B-', '‏א-', 'ABCDEFGHIJKL-'])('may not be %p', (text) => {
    expect(isInvoicePrefix(text)).toBe(false)
  })
})
