import { describe, expect, it } from '@jest/globals'

import { isPackageDone, keptOf, packageScore } from './packages'

describe('the score a package tells', () => {
  it.each([
    [{ raw: 85 }, 85],
    [{ max: 20, min: 0, raw: 15 }, 75],
    [{ scaled: 0.9 }, 90],
    [{ scaled: -0.5 }, 0],
    [{ raw: 0 }, 0],
    [{}, null],
    [{ raw: 101 }, null],
    [{ raw: -1 }, null],
    [{ max: 10, raw: 11 }, null],
    [{ max: 0, min: 0, raw: 0 }, null],
    [{ raw: 50, scaled: 7 }, null],
    [{ raw: NaN }, null],
    [{ max: Infinity, raw: 5 }, null],
  ])('as %j is %j', (state, score) => {
    expect(packageScore(state)).toBe(score)
  })

  it('stays the best there was, whatever comes after', () => {
    const first = keptOf(null, { raw: 40 })
    const second = keptOf(first, { raw: 90 })
    expect([first.best, second.best]).toEqual([40, 90])
    expect(keptOf(second, { raw: 10 })).toEqual({ best: 90, state: { raw: 10 } })
    expect(keptOf(second, { raw: 1000 }).best).toBe(90)
    expect(keptOf(null, {}).best).toBeNull()
  })
})

describe('a package is done', () => {
  it.each([
    ['1.2', { completion: 'passed' }, true],
    ['1.2', { completion: 'completed' }, true],
    ['1.2', { completion: 'failed' }, false],
    ['1.2', { completion: 'incomplete', success: 'passed' }, false],
    ['2004', { completion: 'completed', success: 'unknown' }, true],
    ['2004', { completion: 'completed', success: 'failed' }, false],
    ['2004', { completion: 'incomplete', success: 'passed' }, true],
    ['2004', {}, false],
  ] as const)('in SCORM %s at %j: %s', (version, state, expected) => {
    expect(isPackageDone(version, state)).toBe(expected)
  })
})
