import { sum, tallyOf } from './jest.mjs'
import { readArguments } from './test.mjs'

describe('npm test', () => {
  it('runs every part when none is named', () => {
    expect(readArguments([])).toEqual({
      args: [],
      parts: ['check', 'unit', 'integration', 'browser'],
    })
  })

  it('runs the named parts in their order and passes the rest to Jest', () => {
    expect(readArguments(['browser', '-t', 'buys', 'unit'])).toEqual({
      args: ['-t', 'buys'],
      parts: ['unit', 'browser'],
    })
  })

  it('counts a file that could not run as one failed test', () => {
    const report = { numFailedTests: 1, numPassedTests: 5, numRuntimeErrorTestSuites: 2 }

    expect(tallyOf(report)).toEqual({ failed: 3, passed: 5 })
  })

  it('adds up what its parts say', () => {
    expect(
      sum([
        { failed: 1, passed: 2 },
        { failed: 0, passed: 3 },
      ]),
    ).toEqual({ failed: 1, passed: 5 })
    expect(sum([])).toEqual({ failed: 0, passed: 0 })
  })
})
