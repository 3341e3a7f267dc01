import { describe, expect, it } from '@jest/globals'

import type { Rights, Situation } from './spaces'

import { rightsIn } from './spaces'

const stranger: Situation = {
  atEnd: 'open',
  hasEnded: false,
  isMember: false,
  isOn: true,
  staff: null,
}
const member: Situation = { ...stranger, isMember: true }
const rights = (closed: Rights['closed'], mayWrite: boolean, mayModerate = false): Rights => ({
  closed,
  mayModerate,
  mayWrite,
})

describe('what somebody may do in a discussion', () => {
  it.each<[string, Situation, null | Rights]>([
    ['a stranger', stranger, null],
    ['somebody of the cohort', member, rights(null, true)],
    ['somebody of the cohort, switched off', { ...member, isOn: false }, null],
    ['somebody of the cohort, over and open', { ...member, hasEnded: true }, rights(null, true)],
    [
      'somebody of the cohort, over and readable',
      { ...member, atEnd: 'readOnly', hasEnded: true },
      rights('ended', false),
    ],
    [
      'somebody of the cohort, over and closed',
      { ...member, atEnd: 'closed', hasEnded: true },
      null,
    ],
    ['somebody of the cohort, closed later', { ...member, atEnd: 'closed' }, rights(null, true)],
    ['who keeps order', { ...stranger, staff: 'moderates' }, rights(null, true, true)],
    [
      'who keeps order, switched off',
      { ...stranger, isOn: false, staff: 'moderates' },
      rights('off', false, true),
    ],
    [
      'who keeps order, over and closed',
      { ...stranger, atEnd: 'closed', hasEnded: true, staff: 'moderates' },
      rights('ended', false, true),
    ],
    ['who helps', { ...stranger, staff: 'writes' }, rights(null, true)],
    ['who looks on', { ...stranger, staff: 'reads' }, rights(null, false)],
    ['who looks on and learns there', { ...member, staff: 'reads' }, rights(null, true)],
  ])('as %s', (_, situation, expected) => {
    expect(rightsIn(situation)).toEqual(expected)
  })
})
