import { describe, expect, it } from '@jest/globals'

import { readVatId } from './vatIds'

describe('a VAT id', () => {
  it.each([
    ['DE 123 456 789', 'DE', 'DE123456789'],
    ['de-123.456.789', 'FR', 'DE123456789'],
    ['123456789', 'DE', 'DE123456789'],
    ['EL123456789', 'GR', 'EL123456789'],
    ['123456789', 'GR', 'EL123456789'],
    ['ATU12345678', 'AT', 'ATU12345678'],
    ['FRXX123456789', 'FR', 'FRXX123456789'],
    ['NL123456789B01', 'NL', 'NL123456789B01'],
    ['IE1234567FA', 'IE', 'IE1234567FA'],
    ['IE1A23456B', 'IE', 'IE1A23456B'],
    ['ESX1234567X', 'ES', 'ESX1234567X'],
    ['SE556012345601', 'SE', 'SE556012345601'],
  ])('is read from %s of %s as %s', (typed, country, expected) => {
    const read = readVatId(typed, country)

    expect(`${read?.prefix}${read?.number}`).toBe(expected)
  })

  it.each([
    ['', 'DE'],
    ['DE12345678', 'DE'],
    ['DE1234567890', 'DE'],
    ['hello', 'DE'],
    ['ATU1234567', 'AT'],
    ['123456789', 'US'],
    ['GB123456789', 'GB'],
  ])('is not %p of %s', (typed, country) => {
    expect(readVatId(typed, country)).toBeNull()
  })

  it('keeps the country that it names, whichever the buyer is in', () => {
    expect(readVatId('FR12345678901', 'DE')?.country).toBe('FR')
  })
})
