import { describe, expect, it } from '@jest/globals'

import { disputeReason } from './disputeReasons'

describe('why a payment is contested', () => {
  it.each([
    ['product_not_received', 'The buyer says they did not get what they paid for.'],
    ['MERCHANDISE_OR_SERVICE_NOT_RECEIVED', 'The buyer says they did not get what they paid for.'],
    ['unauthorised', 'The buyer says they did not make this payment.'],
    ['debit_not_authorized', 'debit not authorized'],
  ])('%s is said as %s', (code, words) => {
    expect(disputeReason(code, 'en')).toBe(words)
  })

  it('is said in the language of its reader', () => {
    expect(disputeReason('duplicate', 'he')).toMatch(/פעמיים/)
    expect(disputeReason('duplicate', 'ru')).toMatch(/дважды/)
  })
})
