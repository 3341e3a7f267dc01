import { describe, expect, it } from '@jest/globals'

import { orderSearchOf } from './orderSearch'

describe('a search among orders', () => {
  it('is what an address says', () => {
    const query = { from: '2026-01-01', status: 'paid', text: ' water ', to: '2026-01-31' }
    expect(orderSearchOf(query)).toEqual({ ...query, text: 'water' })
  })

  it.each([
    [{}],
    [{ from: '2026-02-31', status: 'gone', text: '   ', to: 'soon' }],
    [{ from: '2026-13-01', status: ['paid', 'failed'], text: ['a'] }],
    [{ other: 'x' }],
  ])('leaves out what is none: %j', (query) => {
    expect(orderSearchOf(query)).toEqual({})
  })

  it('takes no more of a text than anything is called', () => {
    expect(orderSearchOf({ text: 'a'.repeat(500) }).text).toHaveLength(100)
  })
})
