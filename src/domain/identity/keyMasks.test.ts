import { describe, expect, it } from '@jest/globals'

import { isMask, maskOf } from './keyMasks'

describe('what is shown of a key', () => {
  it('is its last four characters, and nothing of a short one', () => {
    expect(maskOf('EJ9c-secret-of-an-account-7Kq2')).toBe('•••• 7Kq2')
    expect(maskOf('hunter2')).toBe('••••')
  })

  it('is never taken for a key', () => {
    expect(isMask(maskOf('EJ9c-secret-of-an-account-7Kq2'))).toBe(true)
    expect(isMask(maskOf('x'))).toBe(true)
    expect(isMask('EJ9c-secret-of-an-account-7Kq2')).toBe(false)
  })
})
