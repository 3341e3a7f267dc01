import { changeOf, halvesOf } from './change'

describe('what changed', () => {
  it.each([
    [{ before: 100, now: 150 }, 50],
    [{ before: 100, now: 0 }, -100],
    [{ before: 3, now: 4 }, 33],
    [{ before: 7, now: 7 }, 0],
    [{ before: 0, now: 5 }, null],
    [{ before: 0, now: 0 }, null],
  ])('of %j is %s per cent', (sums, percent) => {
    expect(changeOf(sums)).toBe(percent)
  })

  it('compares the later half of the days with the earlier', () => {
    expect(halvesOf([1, 2, 3, 10, 20, 30])).toEqual({ before: 6, now: 60, recent: [10, 20, 30] })
    expect(halvesOf([])).toEqual({ before: 0, now: 0, recent: [] })
  })
})
