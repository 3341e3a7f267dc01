import { describe, expect, it } from '@jest/globals'

import { mp3Seconds } from './mp3'

const seconds = (bytes: Uint8Array, size = bytes.length) =>
  mp3Seconds({
    read: (from, length) => Promise.resolve(bytes.subarray(from, from + length)),
    size,
  })

/** A header of MPEG 1, Layer III, 128 kbit/s, 44.1 kHz, stereo. */
const HEADER = [0xff, 0xfb, 0x90, 0x00]

const file = (...parts: number[][]) => Uint8Array.from(parts.flat())

describe('the length of an MP3', () => {
  it('is told by its size where the rate is constant', async () => {
    expect(await seconds(file(HEADER, Array<number>(413).fill(0)), 160_000)).toBe(10)
  })

  it('leaves the tag before the sound out', async () => {
    const tag = [0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 20, ...Array<number>(20).fill(0xff)]
    expect(await seconds(file(tag, HEADER, Array<number>(413).fill(0)), 160_030)).toBe(10)
  })

  it('is told by the count of frames where there is one', async () => {
    const xing = [...'Xing'].map((sign) => sign.charCodeAt(0))
    const bytes = file(HEADER, Array<number>(32).fill(0), xing, [0, 0, 0, 1, 0, 0, 0x03, 0xe8])
    expect(await seconds(bytes, 9_000_000)).toBe(26.122)
  })

  it.each([
    ['nothing', []],
    ['noise', [1, 2, 3, 4, 5, 6]],
    ['a tag without sound', [0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 0]],
    ['another layer', [0xff, 0xfd, 0x90, 0x00]],
  ])('of %s is unknown', async (_, bytes) => {
    expect(await seconds(file(bytes))).toBeNull()
  })
})
