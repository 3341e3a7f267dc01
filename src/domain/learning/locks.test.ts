import { describe, expect, it } from '@jest/globals'

import { lockOf } from './locks'

const visitor = { isAuthor: false, isEnrolled: false, isPreview: false, isSignedIn: false }

describe('a lesson', () => {
  it('asks a visitor to sign in, and whoever has signed in to enroll', () => {
    expect(lockOf(visitor)).toBe('signIn')
    expect(lockOf({ ...visitor, isSignedIn: true })).toBe('enroll')
  })

  it('whose time is over tells so, while a preview stays open', () => {
    const over = { ...visitor, hasEnded: true, isSignedIn: true }

    expect(lockOf(over)).toBe('ended')
    expect(lockOf({ ...over, isPreview: true })).toBeNull()
  })

  it.each([
    { isPreview: true },
    { isEnrolled: true, isSignedIn: true },
    { isAuthor: true, isSignedIn: true },
  ])('is open where %j', (given) => {
    expect(lockOf({ ...visitor, ...given })).toBeNull()
  })
})
