import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'

import { mp4Seconds } from './mp4'

const secondsOf = (bytes: Uint8Array) =>
  mp4Seconds({
    read: (from, length) => Promise.resolve(bytes.subarray(from, from + length)),
    size: bytes.length,
  })

describe('the length of an MP4', () => {
  it('is that of its movie header', async () => {
    expect(await secondsOf(readFileSync('media/seed/lesson-1.mp4'))).toBeCloseTo(60, 0)
    expect(await secondsOf(readFileSync('media/seed/lesson-he.mp4'))).toBeCloseTo(30, 0)
  })

  it('is unknown for what is no MP4, or is broken off or lies about its sizes', async () => {
    const whole = readFileSync('media/seed/lesson-he.mp4')

    expect(await secondsOf(new Uint8Array(0))).toBeNull()
    expect(await secondsOf(whole.subarray(0, 60))).toBeNull()
    expect(await secondsOf(new Uint8Array(400))).toBeNull()
    expect(await secondsOf(readFileSync('media/seed/cover-arcs.webp'))).toBeNull()
  })
})
