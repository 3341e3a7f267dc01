import { figuresOf, percentile, tableOf } from './figures.mjs'

describe('the figures of a bench', () => {
  it.each([
    [[], 0.5, 0],
    [[7], 0.95, 7],
    [[3, 1, 2], 0.5, 2],
    [Array.from({ length: 100 }, (_, index) => index + 1), 0.95, 95],
    [[10, 9], 0, 9],
  ])('take of %j at %d the nearest rank', (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected)
  })

  it('add up the rounds', () => {
    expect(
      figuresOf([
        { bytes: 2048, seconds: 1, times: [1, 2, 3] },
        { bytes: 2048, seconds: 3, times: [4] },
      ]),
    ).toEqual({ kilobytes: 2, p50: 2, p95: 4, perSecond: 1 })
  })

  it('of nothing are nothing', () => {
    expect(figuresOf([])).toEqual({ kilobytes: 0, p50: 0, p95: 0, perSecond: 0 })
  })

  it('stand in columns', () => {
    const figures = { kilobytes: 12.34, p50: 1.25, p95: 30, perSecond: 812.6 }
    const lines = tableOf([
      {
        aim: '≥ 0.8',
        baseline: figures,
        figures,
        met: true,
        queries: 0,
        ratio: 1,
        title: 'a page',
      },
      {
        aim: 'p95 < 1 s',
        figures: { ...figures, kilobytes: 0 },
        met: false,
        queries: 41,
        title: 'paid',
      },
    ])

    expect(lines[1]).toMatch(/^a page +813 +1\.3 +30 +12 +0\.0 +813 +1\.3 +1\.00 +≥ 0\.8 +yes$/)
    expect(lines[2]).toMatch(/^paid +813 +1\.3 +30 +– +41 +– +– +– +p95 < 1 s +no$/)
    expect(lines[0]?.indexOf('aim')).toBe(lines[1]?.indexOf('≥'))
  })
})
