import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { Span } from './spans'

import { mergeSpans, MOST_SPANS, secondsSeen, shareSeen } from './spans'

describe('watched spans', () => {
  it('count a rewatched minute once', () => {
    const merged = mergeSpans(
      [
        [30, 90],
        [0, 60],
        [90, 100],
      ],
      100,
    )

    expect(merged).toEqual([[0, 100]])
    expect(secondsSeen(merged)).toBe(100)
  })

  it('do not count what was skipped', () => {
    const merged = mergeSpans(
      [
        [90, 100],
        [0, 10],
      ],
      100,
    )

    expect(secondsSeen(merged)).toBe(20)
    expect(shareSeen(20, 100)).toBeCloseTo(0.2)
  })

  it('count nothing before the start, beyond the end, backwards or empty', () => {
    const given: Span[] = [
      [-20, 5],
      [95, 4000],
      [60, 40],
      [50, 50],
    ]

    expect(mergeSpans(given, 100)).toEqual([
      [0, 5],
      [95, 100],
    ])
  })

  it('are no share of a video whose length is unknown', () => {
    expect(mergeSpans([[0, 10]], 0)).toEqual([])
    expect(shareSeen(10, 0)).toBe(0)
  })

  it('keep the longest when a client sends crumbs', () => {
    const crumbs = Array.from({ length: 1000 }, (_, n): Span => [n * 2, n * 2 + 1])
    const merged = mergeSpans([...crumbs, [3000, 3600]], 3600)

    expect(merged).toHaveLength(MOST_SPANS)
    expect(merged.at(-1)).toEqual([3000, 3600])
  })
})

describe('merging spans', () => {
  const DURATION = 300
  const second = fc.integer({ max: 400, min: -50 })
  const report = fc.array(fc.tuple(second, second), { maxLength: 30 })

  it('sees exactly the seconds that some span saw, in order and apart', () => {
    fc.assert(
      fc.property(report, (spans) => {
        const merged = mergeSpans(spans, DURATION)
        const seen = new Set<number>()
        for (const [from, to] of spans) {
          for (let at = Math.max(from, 0); at < Math.min(to, DURATION); at++) {
            seen.add(at)
          }
        }

        expect(secondsSeen(merged)).toBe(seen.size)
        merged.forEach(([from], index) => {
          expect(from).toBeGreaterThan(merged[index - 1]?.[1] ?? -1)
        })
      }),
    )
  })

  it('is the same in whatever order and however often reports arrive', () => {
    fc.assert(
      fc.property(report, report, (one, other) => {
        const together = mergeSpans([...one, ...other], DURATION)

        expect(mergeSpans([...mergeSpans(other, DURATION), ...one], DURATION)).toEqual(together)
        expect(mergeSpans([...together, ...one], DURATION)).toEqual(together)
      }),
    )
  })
})
