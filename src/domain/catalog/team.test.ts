import { answered, rolesWith, shareLeft, TEAM_ROLES, TEAM_STATES, WHOLE } from './team'

describe('the roles of a course’s team', () => {
  it('hold what the table says, and each right’s holders all see the course', () => {
    expect({
      grade: rolesWith('grade'),
      publish: rolesWith('publish'),
      see: rolesWith('see'),
      write: rolesWith('write'),
    }).toEqual({
      grade: ['lead', 'editor', 'assistant'],
      publish: ['lead'],
      see: [...TEAM_ROLES],
      write: ['lead', 'editor'],
    })
  })
})

describe('the shares of a course', () => {
  it.each([
    [[], WHOLE],
    [[3000, 2000], 5000],
    [[WHOLE], 0],
    [[9000, 2000], 0],
  ])('%j leave %i', (shares, left) => {
    expect(shareLeft(shares)).toBe(left)
  })
})

describe('an answer to an invitation', () => {
  const now = new Date('2026-11-22T10:00:00Z')
  const later = new Date(now.getTime() + 1)
  const given = { expiresAt: later, now } as const

  it('is taken while the invitation stands', () => {
    expect(answered({ ...given, answer: 'accepted', state: 'invited' })).toBe('accepted')
    expect(answered({ ...given, answer: 'declined', state: 'invited' })).toBe('declined')
    expect(answered({ ...given, answer: 'accepted', expiresAt: now, state: 'invited' })).toBe(
      'expired',
    )
  })

  it('changes nothing once more, however late', () => {
    for (const answer of ['accepted', 'declined'] as const) {
      expect(answered({ ...given, answer, expiresAt: now, state: answer })).toBe('again')
    }
  })

  it('is closed to every other', () => {
    for (const answer of ['accepted', 'declined'] as const) {
      for (const state of TEAM_STATES.filter((one) => one !== answer && one !== 'invited')) {
        expect(answered({ ...given, answer, state })).toBe('closed')
      }
    }
  })
})
