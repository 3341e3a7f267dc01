import { trashCutoff } from './trash'

describe('the cutoff of the trash', () => {
  it('lies thirty days back to the second, over the change of a clock and of a year', () => {
    expect(trashCutoff(new Date('2026-11-15T12:00:00.000Z')).toISOString()).toBe(
      '2026-10-16T12:00:00.000Z',
    )
    expect(trashCutoff(new Date('2027-01-01T00:00:00.500Z')).toISOString()).toBe(
      '2026-12-02T00:00:00.500Z',
    )
  })

  it('leaves the given moment as it is', () => {
    const now = new Date('2026-11-15T12:00:00.000Z')
    trashCutoff(now)

    expect(now.toISOString()).toBe('2026-11-15T12:00:00.000Z')
  })
})
