import fc from 'fast-check'

import { brandReport } from './report'

describe('what became of a brand colour', () => {
  it('is legible in light and dark, whichever colour it is', () => {
    fc.assert(
      fc.property(fc.integer({ max: 0xffffff, min: 0 }), (number) => {
        const report = brandReport(`#${number.toString(16).padStart(6, '0')}`)
        const pairs = [...(report?.dark ?? []), ...(report?.light ?? [])]
        expect(pairs).toHaveLength(8)
        expect(pairs.filter(({ needed, ratio }) => ratio < needed)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['#3b5bdb', 'kept', 'light'],
    ['#FFEE00', 'kept', 'dark'],
    ['#ffffff', 'kept', 'dark'],
    ['#000000', 'kept', 'light'],
    ['#e8590c', 'kept', 'dark'],
    ['#e03e3e', 'darkened', 'light'],
    ['#e64980', 'darkened', 'light'],
  ])('of %s says that buttons wear it %s, with %s text', (accent, fill, ink) => {
    expect(brandReport(accent)).toMatchObject({ fill, ink })
  })

  it.each(['', '#12', 'red', null, 7])('is nothing for %j', (accent) => {
    expect(brandReport(accent)).toBeNull()
  })
})
