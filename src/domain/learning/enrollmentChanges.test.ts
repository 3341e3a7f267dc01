import { describe, expect, it } from '@jest/globals'

import { canChange, ENROLLMENT_ACTIONS } from './enrollmentChanges'

describe('what staff can do to an enrollment', () => {
  it.each([
    [null, ['enroll']],
    ['active', ['move', 'pause', 'extend', 'remove']],
    ['paused', ['move', 'resume', 'extend', 'remove']],
    ['expired', ['enroll', 'move', 'extend', 'remove']],
    ['revoked', ['enroll']],
  ] as const)('that is %s is %j', (status, actions) => {
    expect(ENROLLMENT_ACTIONS.filter((action) => canChange(action, status))).toEqual(actions)
  })
})
