import { isCallersFault, isSoundFilter, MOST_ROWS, pageFor } from './query'

describe('filters', () => {
  it.each([
    [{}],
    [{ title: { equals: 'x' } }],
    [{ updatedAt: { greater_than: new Date(0) } }],
    [{ and: [{ or: [{ 'instructor.id': { in: ['a', 'b'] } }] }, { createdAt: { exists: true } }] }],
    [{ user: { equals: { relationTo: 'users', value: 'x' } } }],
    [{ lessons: { contains: { title: { like: 'x' } } } }],
  ])('takes %j', (where) => {
    expect(isSoundFilter(where)).toBe(true)
  })

  it.each([
    ['x'],
    [[]],
    [null],
    [{ title: 'x' }],
    [{ title: [] }],
    [{ or: 'x' }],
    [{ and: { 0: {} } }],
    [{ title: { near: '1,2' } }],
    [{ title: { "x'": '1' } }],
    [{ id: { equals: ['x'] } }],
    [{ id: { in: { a: 'x' } } }],
    [{ id: { in: [{ a: 'x' }] } }],
    [{ id: { equals: { a: 'x' } } }],
    [{ lessons: { contains: { title: { bogus: 'x' } } } }],
  ])('refuses %j', (where) => {
    expect(isSoundFilter(where)).toBe(false)
  })

  it('refuses one that is nested without end', () => {
    const deep = Array.from({ length: 20 }).reduce<object>((inner) => ({ and: [inner] }), {})
    expect(isSoundFilter(deep)).toBe(false)
  })
})

describe('pages', () => {
  it.each([
    [{}, {}],
    [{ limit: null }, {}],
    [{ limit: 1 }, { limit: 1, pagination: true }],
    [
      { limit: MOST_ROWS, pagination: false },
      { limit: MOST_ROWS, pagination: false },
    ],
    [{ limit: MOST_ROWS + 1 }, { limit: MOST_ROWS, pagination: true }],
    [{ limit: 1e308 }, { limit: MOST_ROWS, pagination: true }],
    [{ limit: 0 }, { limit: MOST_ROWS, pagination: true }],
    [{ pagination: false }, { limit: MOST_ROWS, pagination: true }],
    [
      { limit: 0, pagination: false },
      { limit: MOST_ROWS, pagination: true },
    ],
  ])('are bounded: %j makes %j', (asked, page) => {
    expect(pageFor(asked)).toEqual(page)
  })

  it.each([[-1], [1.5], [NaN], [''], ['x'], [[]], [['1']], [{}], [true]])('refuse %j', (limit) => {
    expect(pageFor({ limit })).toBeNull()
  })
})

describe('failures', () => {
  it('are the caller’s when a text does not fit its column, however deep the database says so', () => {
    expect(isCallersFault(new Error('failed', { cause: { code: '22P02' } }))).toBe(true)
    expect(isCallersFault(new SyntaxError('Unexpected token in JSON at position 0'))).toBe(true)
    expect(isCallersFault(new RangeError('Invalid time value'))).toBe(true)
  })

  it('are ours when the database refuses us, is gone, or a program is wrong', () => {
    expect(isCallersFault({ code: '42501' })).toBe(false)
    expect(isCallersFault({ code: '08006' })).toBe(false)
    expect(isCallersFault(new TypeError('undefined is not a function'))).toBe(false)
    expect(isCallersFault('text')).toBe(false)
  })
})
