import { describe, expect, it } from '@jest/globals'

import { momentsOf, stageOf } from './session'

const session = {
  endsAt: '2026-03-29T02:30:00.000Z',
  opensBefore: 15,
  startsAt: '2026-03-29T00:30:00.000Z',
}

describe('a live session', () => {
  it.each([
    ['2026-03-29T00:14:59.999Z', 'before'],
    ['2026-03-29T00:15:00.000Z', 'open'],
    ['2026-03-29T02:29:59.999Z', 'open'],
    ['2026-03-29T02:30:00.000Z', 'after'],
  ])('is at %s %s, whatever clocks do that night', (now, stage) => {
    expect(stageOf(session, new Date(now))).toBe(stage)
  })

  it('without a time has no moments', () => {
    expect(momentsOf({ endsAt: null, opensBefore: null, startsAt: null })).toBeNull()
    expect(stageOf({ ...session, startsAt: 'soon' }, new Date())).toBeNull()
  })

  it('that ends before it begins lasts an hour, and opens ten minutes before', () => {
    const { closes, opens, starts } = momentsOf({
      ...session,
      endsAt: '2026-03-29T00:00:00.000Z',
      opensBefore: null,
    }) ?? { closes: 0, opens: 0, starts: 0 }
    expect((closes - starts) / 60_000).toBe(60)
    expect((starts - opens) / 60_000).toBe(10)
  })
})
