import { describe, expect, it } from '@jest/globals'

import { atTheEdge } from './atTheEdge'

const HOME = 'https://school.example/api/stream/film/run/'
const AT = `${HOME}v720/00003.ts`

const playing = (token: () => string = () => '1') => {
  const clock = { ms: 5 }

  return {
    clock,
    ...atTheEdge({
      leave: () => ({ after: `?token=${token()}`, home: 'https://edge.example/' }),
      now: () => clock.ms,
      src: `${HOME}master.m3u8`,
    }),
  }
}

describe('segments at the edge', () => {
  it('are asked for with the token of the newest leave', () => {
    let token = '1'
    const { addressOf } = playing(() => token)
    expect(addressOf(AT)).toBe('https://edge.example/v720/00003.ts?token=1')
    token = '2'
    expect(addressOf(AT)).toBe('https://edge.example/v720/00003.ts?token=2')
    expect(addressOf(`${HOME}v720/key/0`)).toBeNull()
  })

  it('come from the school for a minute after one did not come', () => {
    const { addressOf, clock, wasMissed } = playing()
    addressOf(AT)
    expect(wasMissed(AT)).toBe(true)
    expect(addressOf(AT)).toBeNull()
    expect(wasMissed(AT)).toBe(false)
    clock.ms += 60_000
    expect(addressOf(AT)).not.toBeNull()
  })

  it('are the school’s to miss where it was asked', () => {
    const { addressOf, wasMissed } = playing()
    addressOf(`${HOME}v720/index.m3u8`)
    expect(wasMissed(`${HOME}v720/index.m3u8`)).toBe(false)
  })

  it('come from the school where there is no edge', () => {
    expect(atTheEdge({ leave: () => null, src: `${HOME}master.m3u8` }).addressOf(AT)).toBeNull()
  })
})
