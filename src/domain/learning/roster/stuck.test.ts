import { describe, expect, it } from '@jest/globals'

import type { QuizStanding, WorkStanding } from './stuck'

import { blocksOf, IDLE_DAYS, idleSince, stuckBecause } from './stuck'

const NOW = new Date('2026-06-15T12:00:00Z')
const day = (count: number) => new Date(NOW.getTime() - count * 86_400_000)
const NOTHING = { failedAt: null, overdueAt: null, returnedAt: null }

describe('who is stuck', () => {
  it('is nobody who was active within two weeks and has nothing in the way', () => {
    expect(stuckBecause({ ...NOTHING, activeAt: day(IDLE_DAYS - 0.01), now: NOW })).toEqual([])
  })

  it('is whoever did nothing for two weeks, to the moment', () => {
    const activeAt = idleSince(NOW)
    expect(stuckBecause({ ...NOTHING, activeAt, now: NOW })).toEqual([
      { reason: 'idle', since: activeAt },
    ])
  })

  it('is whoever something holds up, told with the longest first', () => {
    const told = stuckBecause({
      activeAt: day(20),
      failedAt: day(1),
      now: NOW,
      overdueAt: day(30),
      returnedAt: day(2),
    })
    expect(told.map(({ reason }) => reason)).toEqual(['overdue', 'idle', 'returned', 'failed'])
  })

  it('is not whose work is due later', () => {
    const later = new Date(NOW.getTime() + 1)
    const given = { ...NOTHING, activeAt: NOW, overdueAt: later }
    expect(stuckBecause({ ...given, now: NOW })).toEqual([])
    expect(stuckBecause({ ...given, now: later })).toHaveLength(1)
  })
})

const quiz = (given: Partial<QuizStanding>): QuizStanding => ({
  isDone: false,
  isOpen: false,
  lastAt: day(3),
  limit: 2,
  made: 2,
  passed: false,
  ...given,
})

describe('a quiz', () => {
  it('holds up whoever used all attempts without passing, since the last of them', () => {
    const quizzes = [quiz({}), quiz({ lastAt: day(5) })]
    expect(blocksOf({ quizzes, works: [] }).failedAt).toEqual(day(5))
  })

  it.each([
    ['that was passed', { passed: true }],
    ['with an attempt left', { made: 1 }],
    ['without a limit', { limit: null }],
    ['whose answers wait for a grader', { isOpen: true }],
    ['whose lesson is done all the same', { isDone: true }],
  ] as const)('holds nobody up %s', (_, given) => {
    expect(blocksOf({ quizzes: [quiz(given)], works: [] }).failedAt).toBeNull()
  })
})

const work = (given: Partial<WorkStanding>): WorkStanding => ({
  due: null,
  gradedAt: null,
  state: null,
  ...given,
})

describe('an assignment', () => {
  it('holds up whoever did not hand it in, once the minute in which it was due is over', () => {
    const works = [
      work({ due: day(4) }),
      work({ due: day(9) }),
      work({ due: day(20), state: 'submitted' }),
    ]
    expect(blocksOf({ quizzes: [], works }).overdueAt).toEqual(new Date(day(9).getTime() + 60_000))
  })

  it('holds up whoever has it back, until it is handed in again', () => {
    const returned = work({ gradedAt: day(6), state: 'returned' })
    expect(blocksOf({ quizzes: [], works: [returned] }).returnedAt).toEqual(day(6))
    const again = work({ gradedAt: day(6), state: 'submitted' })
    expect(blocksOf({ quizzes: [], works: [again] })).toEqual(NOTHING)
  })
})
