import { describe, expect, it } from '@jest/globals'

import type { SubmissionState } from './submissions'

import { LATE_RULES, RESUBMISSIONS } from '../../catalog/lessons/assignment'
import { closedFor, isAnswer } from './submissions'

const DUE = new Date('2026-05-01T12:00:00Z')
const [BEFORE, AFTER] = [new Date('2026-05-01T12:00:59Z'), new Date('2026-05-01T12:01:00Z')]

const states = (said: string) => said.split(' ').filter(Boolean) as SubmissionState[]

describe('whether anything can be handed in', () => {
  it.each([
    // Resubmission, late rule, what was handed in, in time, and why not.
    ['none', 'accepted', '', true, null],
    ['none', 'accepted', '', false, null],
    ['none', 'refused', '', true, null],
    ['none', 'refused', '', false, 'late'],
    ['none', 'accepted', 'submitted', true, 'once'],
    ['none', 'accepted', 'returned', true, 'once'],
    ['returned', 'accepted', 'submitted', true, 'waits'],
    ['returned', 'accepted', 'graded', true, 'once'],
    ['returned', 'accepted', 'returned', false, null],
    ['returned', 'refused', 'returned', false, null],
    ['untilDue', 'accepted', 'submitted', true, null],
    ['untilDue', 'accepted', 'graded', true, null],
    ['untilDue', 'accepted', 'submitted', false, 'over'],
    ['untilDue', 'accepted', 'returned', false, null],
    ['times', 'accepted', 'submitted', false, null],
    ['times', 'refused', 'submitted', false, 'late'],
    ['times', 'accepted', 'replaced submitted', true, null],
    ['times', 'accepted', 'replaced replaced submitted', true, 'used'],
    ['times', 'accepted', 'replaced replaced returned', true, null],
  ] as const)(
    '%s, late is %s, after [%s], in time: %s is %s',
    (resubmission, late, past, isInTime, why) => {
      expect(
        closedFor({
          assignment: { late, resubmission, resubmissions: 2 },
          due: DUE,
          now: isInTime ? BEFORE : AFTER,
          past: states(past),
        }),
      ).toBe(why)
    },
  )

  it.each([
    ['refused', BEFORE, null],
    ['refused', AFTER, 'late'],
    ['accepted', AFTER, null],
    ['deducted', AFTER, null],
  ] as const)(
    'what was given back is wanted again by a day; late is %s, at %s: %s',
    (late, now, why) => {
      const assignment = { late, resubmission: 'returned', resubmissions: 0 } as const
      const past = states('returned')
      expect(closedFor({ again: DUE, assignment, due: null, now, past })).toBe(why)
    },
  )

  it('is never held up by a time that was not set', () => {
    for (const late of LATE_RULES) {
      for (const resubmission of RESUBMISSIONS) {
        const assignment = { late, resubmission, resubmissions: 1 }
        expect(closedFor({ assignment, due: null, now: AFTER, past: [] })).toBeNull()
      }
    }
  })

  it('answers what was given back, and nothing else', () => {
    const assignment = { late: 'accepted', resubmission: 'returned', resubmissions: 0 } as const
    expect(isAnswer({ assignment, past: states('returned') })).toBe(true)
    expect(isAnswer({ assignment, past: states('returned graded') })).toBe(false)
    expect(isAnswer({ assignment, past: [] })).toBe(false)
  })
})
