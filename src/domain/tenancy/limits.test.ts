import { RuleError } from '../errors'
import { checkRoom, inUnits, isFull, isLimit, MEGABYTE, percentUsed } from './limits'

const refusal = (run: () => void): unknown => {
  try {
    run()

    return null
  } catch (error) {
    return error instanceof RuleError ? { code: error.code, ...error.detail } : error
  }
}

describe('a limit', () => {
  it('lets in what still fits, and names itself and its value when nothing does', () => {
    const courses = { limit: 'courses', most: 20 } as const
    expect(refusal(() => checkRoom({ ...courses, more: 1, used: 19 }))).toBeNull()
    expect(refusal(() => checkRoom({ ...courses, more: 1, used: 20 }))).toEqual({
      code: 'limitReached',
      limit: 'courses',
      most: 20,
    })
    expect(refusal(() => checkRoom({ ...courses, more: 2, used: 19 }))).toMatchObject({ most: 20 })
  })

  it('that is empty holds nothing back, and one of zero lets nothing in', () => {
    const accounts = { limit: 'accounts', more: 1, used: 0 } as const
    expect(refusal(() => checkRoom({ ...accounts, most: null, used: 1_000_000 }))).toBeNull()
    expect(refusal(() => checkRoom({ ...accounts, most: 0 }))).toMatchObject({ most: 0 })
  })

  it('refuses growth alone once it was lowered below what there is', () => {
    const over = { limit: 'courses', most: 2, used: 5 } as const
    expect(refusal(() => checkRoom({ ...over, more: 0 }))).toBeNull()
    expect(refusal(() => checkRoom({ ...over, more: -1 }))).toBeNull()
    expect(refusal(() => checkRoom({ ...over, more: 1 }))).toMatchObject({ code: 'limitReached' })
  })

  it('counts storage in bytes and is stated in megabytes', () => {
    const storage = { limit: 'storage', most: 3 } as const
    expect(refusal(() => checkRoom({ ...storage, more: MEGABYTE, used: 2 * MEGABYTE }))).toBeNull()
    expect(
      refusal(() => checkRoom({ ...storage, more: MEGABYTE + 1, used: 2 * MEGABYTE })),
    ).toMatchObject({ limit: 'storage', most: 3 })
  })

  it('is full when not one thing more fits', () => {
    expect(isFull({ limit: 'courses', most: 2, used: 1 })).toBe(false)
    expect(isFull({ limit: 'courses', most: 2, used: 2 })).toBe(true)
    expect(isFull({ limit: 'storage', most: 1, used: MEGABYTE - 1 })).toBe(false)
    expect(isFull({ limit: 'accounts', most: null, used: 9 })).toBe(false)
  })

  it('is a whole number or nothing', () => {
    expect([null, undefined, 0, 12].map(isLimit)).toEqual([true, true, true, true])
    expect([-1, 1.5, Infinity, '7', Number.NaN].map(isLimit)).toEqual(Array(5).fill(false))
  })
})

describe('usage', () => {
  it('is shown in the unit of its limit and never rounded down', () => {
    expect(inUnits({ limit: 'courses', used: 12 })).toBe(12)
    expect(inUnits({ limit: 'storage', used: 1_234_567 })).toBe(1.3)
    expect(inUnits({ limit: 'storage', used: 1 })).toBe(0.1)
    expect(inUnits({ limit: 'storage', used: 0 })).toBe(0)
  })

  it('is full at a hundred per cent and not before', () => {
    expect(percentUsed({ limit: 'courses', most: 3, used: 2 })).toBe(66)
    expect(percentUsed({ limit: 'storage', most: 1, used: MEGABYTE - 1 })).toBe(99)
    expect(percentUsed({ limit: 'courses', most: 2, used: 5 })).toBe(250)
    expect(percentUsed({ limit: 'courses', most: 0, used: 0 })).toBe(100)
    expect(percentUsed({ limit: 'courses', most: null, used: 5 })).toBeNull()
  })
})
