import { describe, expect, it } from '@jest/globals'

import { canonicalZone, isTimeZone } from './timeZones'

describe('a time zone', () => {
  it.each(['UTC', 'Europe/Berlin', 'Asia/Jerusalem', 'America/New_York'])(
    'is known: %s',
    (zone) => {
      expect(isTimeZone(zone)).toBe(true)
    },
  )

  it.each(['', 'Europe/Atlantis', 'constructor', '../etc', null, undefined, 5, {}])(
    'is refused: %p',
    (zone) => {
      expect(isTimeZone(zone)).toBe(false)
    },
  )

  it('is kept as Intl names it, however it was written', () => {
    expect(canonicalZone('europe/berlin')).toBe('Europe/Berlin')
  })
})
