import { isRevocable, PURPOSES, shortenedAddress } from './consents'

describe('an address as evidence', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0'],
    ['::ffff:203.0.113.77', '203.0.113.0'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::'],
    ['2001:0db8:0001::6', '2001:db8:1::'],
    ['2001:db8::1', '2001:db8:0::'],
    ['::1', '0:0:0::'],
    ['unknown', null],
    ['', null],
    [null, null],
  ])('%j is kept as %j', (address, kept) => {
    expect(shortenedAddress(address)).toBe(kept)
  })
})

describe('what can be taken back', () => {
  it('is all but the texts of a contract', () => {
    expect(PURPOSES.filter(isRevocable)).toEqual(['embeds', 'courseUpdates', 'reminders'])
  })
})
