import { describe, expect, it } from '@jest/globals'

import { certificateNumber, isSerial, SERIAL_BYTES, spelled } from './serials'

describe('a serial', () => {
  it('spells every bit of its bytes', () => {
    expect(spelled(new Uint8Array([0xff]))).toBe('zw')
    expect(spelled(new Uint8Array([0x00, 0x44, 0x32, 0x14, 0xc7]))).toBe('01234567')
    expect(spelled(new Uint8Array(SERIAL_BYTES))).toBe('0'.repeat(26))
  })

  it('has 26 signs, none of them easily mistaken', () => {
    const bytes = Uint8Array.from({ length: SERIAL_BYTES }, (_, index) => index * 17)

    expect(isSerial(spelled(bytes))).toBe(true)
    expect(isSerial('short')).toBe(false)
    expect(isSerial('i'.repeat(26))).toBe(false)
    expect(isSerial('A'.repeat(26))).toBe(false)
  })
})

it('numbers a certificate by its year and eight signs', () => {
  const issuedAt = new Date('2026-12-31T23:59:59Z')

  expect(certificateNumber({ bytes: new Uint8Array([255, 255, 255, 255, 255]), issuedAt })).toBe(
    '2026-ZZZZZZZZ',
  )
})
