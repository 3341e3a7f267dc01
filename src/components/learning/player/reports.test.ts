import { reportsIn, withReport, withoutReport, type Report } from './reports'

const report = (given: Partial<Report> = {}): Report => ({
  at: 1000,
  lesson: 'one',
  position: 10,
  spans: [[0, 10]],
  ...given,
})

describe('withReport', () => {
  it('unites the spans of a lesson and keeps the later position', () => {
    expect(withReport([report()], report({ at: 2000, position: 20, spans: [[10, 20]] }))).toEqual([
      report({ at: 2000, position: 20, spans: [[0, 20]] }),
    ])
    expect(withReport([report()], report({ at: 500, position: 3, spans: [[30, 40]] }))).toEqual([
      report({
        spans: [
          [0, 10],
          [30, 40],
        ],
      }),
    ])
  })

  it('keeps lessons apart', () => {
    expect(withReport([report()], report({ lesson: 'two' }))).toHaveLength(2)
  })

  it('never carries more than one request may', () => {
    const spans = Array.from({ length: 300 }, (_, place): [number, number] => [
      place * 10,
      place * 10 + 1 + place / 1000,
    ])

    expect(withReport([], report({ spans }))[0]?.spans).toHaveLength(200)
  })
})

describe('withoutReport', () => {
  it('takes out what has arrived, and leaves what grew since', () => {
    expect(withoutReport([report()], report())).toEqual([])
    expect(withoutReport([report({ at: 3000 })], report())).toEqual([report({ at: 3000 })])
  })
})

describe('reportsIn', () => {
  it('reads what was kept and drops what is broken', () => {
    expect(reportsIn(JSON.stringify([report(), { lesson: 1 }, null]))).toEqual([report()])
    expect(reportsIn('{')).toEqual([])
    expect(reportsIn(null)).toEqual([])
  })
})
