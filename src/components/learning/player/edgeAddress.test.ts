import { describe, expect, it } from '@jest/globals'

import { edgeAddress } from './edgeAddress'

const HOME = 'https://school.example/api/stream/film/run/'
const src = `${HOME}master.m3u8`
const edge = { after: '?token=1', home: 'https://edge.example/api/edge/school/film/run/' }

describe('where a file of a stream is fetched', () => {
  it('is at the edge for a segment, with the newest token', () => {
    expect(edgeAddress(`${HOME}v720/00003.ts`, { edge, src })).toBe(
      'https://edge.example/api/edge/school/film/run/v720/00003.ts?token=1',
    )
  })

  it.each([
    src,
    `${HOME}v720/index.m3u8`,
    `${HOME}v720/key/0`,
    'https://school.example/api/stream/other/run/v720/00003.ts',
    `${HOME}../v720/00003.ts`,
  ])('is at the school for %s', (url) => {
    expect(edgeAddress(url, { edge, src })).toBeNull()
  })
})
