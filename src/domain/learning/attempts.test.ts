import { describe, expect, it } from '@jest/globals'

import { deadlineOf, GRACE_MS, isOverdue, nextNumber } from './attempts'

const startedAt = new Date('2026-11-01T12:00:00Z')

describe('the time of an attempt', () => {
  it('ends the given minutes after its start', () => {
    expect(deadlineOf(startedAt, 30)).toEqual(new Date('2026-11-01T12:30:00Z'))
  })

  it('never ends without a limit', () => {
    expect(deadlineOf(startedAt, null)).toBeNull()
    expect(isOverdue(null, new Date('2030-01-01T00:00:00Z'))).toBe(false)
  })

  it('is over only after the grace for a slow connection', () => {
    const deadline = deadlineOf(startedAt, 1)
    const after = (ms: number) => new Date(startedAt.getTime() + 60_000 + ms)

    expect(isOverdue(deadline, after(0))).toBe(false)
    expect(isOverdue(deadline, after(GRACE_MS))).toBe(false)
    expect(isOverdue(deadline, after(GRACE_MS + 1))).toBe(true)
  })
})

describe('the number of an attempt', () => {
  it('counts from one', () => {
    expect(nextNumber({ limit: null, made: 0 })).toBe(1)
    expect(nextNumber({ limit: 3, made: 2 })).toBe(3)
  })

  it('is refused beyond the limit', () => {
    expect(() => nextNumber({ limit: 3, made: 3 })).toThrow('attemptLimitReached')
  })
})
