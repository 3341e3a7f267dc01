import fc from 'fast-check'

import { logoBox } from './logo'

const LIMITS = { height: 32, highest: 64, widest: 240 }

describe('the box of a logo', () => {
  it.each([
    ['a usual one', { height: 100, width: 400 }, { height: 32, width: 128 }],
    ['a square one', { height: 512, width: 512 }, { height: 64, width: 64 }],
    ['a tall one', { height: 700, width: 300 }, { height: 64, width: 27 }],
    ['a long one', { height: 10, width: 200 }, { height: 12, width: 240 }],
  ])('is, for %s, as heavy as for others', (_which, image, box) => {
    expect(logoBox(image, LIMITS)).toEqual(box)
  })

  it('keeps the shape of the image and its limits, whatever the image', () => {
    const side = fc.integer({ max: 5_000, min: 50 })
    fc.assert(
      fc.property(side, side, (height, width) => {
        const box = logoBox({ height, width }, LIMITS)
        expect(box.height).toBeLessThanOrEqual(64)
        expect(box.width).toBeLessThanOrEqual(240)
        expect(Math.abs(box.width - (box.height * width) / height)).toBeLessThanOrEqual(
          width / height / 2 + 1,
        )
      }),
    )
  })
})
