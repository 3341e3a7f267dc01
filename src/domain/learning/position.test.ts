import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { laterPosition, reportedAt, resumeFrom, withinVideo } from './position'

const now = new Date('2026-11-01T12:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)

describe('the position in a video', () => {
  it('is not moved backwards by a late report', () => {
    const stored = { at: ago(5), seconds: 80 }

    expect(laterPosition(stored, { at: ago(30), seconds: 55 })).toBe(stored)
  })

  it('follows the viewer backwards when she went back herself', () => {
    const back = { at: now, seconds: 10 }

    expect(laterPosition({ at: ago(5), seconds: 80 }, back)).toBe(back)
    expect(laterPosition(null, back)).toBe(back)
  })

  it('is that of the last moment, in whatever order reports arrive', () => {
    const position = fc
      .tuple(fc.integer({ max: 1000, min: 0 }), fc.nat({ max: 300 }))
      .map(([age, seconds]) => ({ at: ago(age), seconds }))
    const reports = fc.uniqueArray(position, { minLength: 1, selector: ({ at }) => at.getTime() })
    fc.assert(
      fc.property(reports, (given) => {
        const newest = given.toSorted((a, b) => b.at.getTime() - a.at.getTime())[0]
        const [first, ...rest] = given

        expect(first && rest.reduce(laterPosition, first)).toEqual(newest)
      }),
    )
  })

  it('is never taken to be from the future, and is from now when nobody says', () => {
    expect(reportedAt({ at: now.getTime() + 60_000, now })).toBe(now)
    expect(reportedAt({ now })).toBe(now)
    expect(reportedAt({ at: now.getTime() - 60_000, now })).toEqual(ago(60))
  })

  it('lies inside the video', () => {
    expect(withinVideo(400, 300)).toBe(300)
    expect(withinVideo(-1, 300)).toBe(0)
    expect(withinVideo(400, 0)).toBe(400)
  })

  it.each([
    [120, 120],
    [294, 294],
    [296, 0],
    [300, 0],
  ])('left at %d s of 300 opens at %d', (left, expected) => {
    expect(resumeFrom(left, 300)).toBe(expected)
  })
})
