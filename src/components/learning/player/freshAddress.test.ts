import { describe, expect, it } from '@jest/globals'

import { freshAddress } from './freshAddress'

const OLD = 'https://vz-1.b-cdn.net/bcdn_token=A&expires=1/film/playlist.m3u8'
const NEW = 'https://vz-1.b-cdn.net/bcdn_token=B&expires=2/film/playlist.m3u8'

describe('an address whose leave was renewed', () => {
  it.each([
    ['of the play list is its newest', OLD, NEW],
    [
      'of a segment beside it lies beside the newest',
      'https://vz-1.b-cdn.net/bcdn_token=A&expires=1/film/720p/video3.ts',
      'https://vz-1.b-cdn.net/bcdn_token=B&expires=2/film/720p/video3.ts',
    ],
    ['of somewhere else stays', 'https://cdn.example/x.ts', 'https://cdn.example/x.ts'],
    ['that is new already stays', NEW, NEW],
  ])('%s', (_what, url, now) => {
    expect(freshAddress(url, { before: [OLD], now: NEW })).toBe(now)
  })

  it('has another token in its query where that is where tokens are', () => {
    const [before, now] = [
      'https://stream.mux.com/a.m3u8?token=1',
      'https://stream.mux.com/a.m3u8?token=2',
    ]

    expect(freshAddress(before, { before: [before], now })).toBe(now)
    expect(freshAddress('https://stream.mux.com/b.ts', { before: [before], now })).toBe(
      'https://stream.mux.com/b.ts',
    )
  })
})
