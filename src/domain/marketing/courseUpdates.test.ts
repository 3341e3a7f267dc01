import { secondsUntilNext } from './courseUpdates'

describe('the next update of a course', () => {
  it('waits for the rest of an hour, rounded up', () => {
    expect(secondsUntilNext(0)).toBe(3600)
    expect(secondsUntilNext(0.4)).toBe(3600)
    expect(secondsUntilNext(3599.5)).toBe(1)
  })

  it('is free from an hour on', () => {
    expect(secondsUntilNext(3600)).toBe(0)
    expect(secondsUntilNext(1e9)).toBe(0)
  })
})
