import { describe, expect, it } from '@jest/globals'

import { lockOf } from './locks'

const visitor = { isAuthor: false, isEnrolled: false, isPreview: false, isSignedIn: false }

describe('a lesson', () => {
  it('asks a visitor to sign in, and whoever has signed in to enroll', () => {
    expect(lockOf(visitor)).toBe('signIn')
    expect(lockOf({ ...visitor, isSignedIn: true })).toBe('enroll')
  })

  it.each([
    { isPreview: true },
    { isEnrolled: true, isSignedIn: true },
    { isAuthor: true, isSignedIn: true },
  ])('is open where %j', (given) => {
    expect(lockOf({ ...visitor, ...given })).toBeNull()
  })
})
