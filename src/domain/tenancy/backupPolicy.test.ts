import { backupsToKeep, isDue, isOverdue } from './backupPolicy'

const HOUR = 3_600_000
const last = Date.UTC(2026, 10, 23, 2)

/** Backups every `hours`, the newest first, named by their moment. */
const every = (hours: number, count: number) =>
  Array.from({ length: count }, (_, index) => {
    const at = new Date(last - index * hours * HOUR)

    return { id: at.toISOString().slice(0, 13), at }
  })

const kept = (...[backups, policy]: Parameters<typeof backupsToKeep>) =>
  [...backupsToKeep(backups, policy)].sort().reverse()

describe('the backups that are kept', () => {
  it('are the newest of each day, week and month', () => {
    expect(kept(every(24, 60), { daily: 3, monthly: 3, weekly: 3 })).toEqual([
      '2026-11-23T02',
      '2026-11-22T02',
      '2026-11-21T02',
      '2026-11-15T02',
      '2026-10-31T02',
      '2026-09-30T02',
    ])
  })

  it('are one of a day, however many were taken in it', () => {
    expect(kept(every(1, 30), { daily: 2, monthly: 0, weekly: 0 })).toEqual([
      '2026-11-23T02',
      '2026-11-22T23',
    ])
  })

  it('do not grow fewer because the installation stood still', () => {
    const old = every(24, 60).slice(40)
    expect(kept(old, { daily: 2, monthly: 0, weekly: 0 })).toHaveLength(2)
  })

  it('hold the newest whatever the policy says, and nothing where there is none', () => {
    expect(kept(every(24, 9), { daily: 0, monthly: 0, weekly: 0 })).toEqual(['2026-11-23T02'])
    expect(kept([], { daily: 7, monthly: 1, weekly: 1 })).toEqual([])
  })

  it('change nothing when asked for again among themselves', () => {
    const policy = { daily: 7, monthly: 12, weekly: 5 }
    const backups = every(24, 400)
    const first = backupsToKeep(backups, policy)
    expect(
      backupsToKeep(
        backups.filter(({ id }) => first.has(id)),
        policy,
      ),
    ).toEqual(first)
  })
})

describe('what is done every so many hours', () => {
  const now = new Date(last)
  const ago = (hours: number) => new Date(last - hours * HOUR)

  it.each([
    [24, null, true, true],
    [24, ago(23), false, false],
    [24, ago(23.6), true, false],
    [24, ago(47), true, false],
    [24, ago(49), true, true],
    [0, null, false, false],
    [0, ago(1000), false, false],
  ])('every %s, last at %s: due %s, overdue %s', (hours, at, due, overdue) => {
    expect(isDue({ hours, last: at, now })).toBe(due)
    expect(isOverdue({ hours, last: at, now })).toBe(overdue)
  })
})
