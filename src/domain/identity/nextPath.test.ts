import { nextPath, withNext } from './nextPath'

describe('where to go next', () => {
  it.each([
    '/',
    '/dashboard',
    '/checkout?offer=1&coupon=A%20B',
    '/courses/light#price',
    '/learn/a/b',
  ])('keeps the path %s of this origin', (path) => {
    expect(nextPath(path, '/fallback')).toBe(path)
  })

  it.each([
    null,
    undefined,
    '',
    'dashboard',
    'https://evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' /dashboard',
    '/x/..//evil.example',
    'javascript:alert(1)',
    '/api/auth/sign-out',
    '/x/../api/session',
    '/api',
  ])('falls back for %j', (path) => {
    expect(nextPath(path, '/fallback')).toBe('/fallback')
  })

  it('resolves steps upwards inside the origin', () => {
    expect(nextPath('/a/../b', '/fallback')).toBe('/b')
  })
})

describe('a path that carries where to go next', () => {
  it('appends a good path in encoded form', () => {
    expect(withNext('/sign-in', '/checkout?offer=1')).toBe('/sign-in?next=%2Fcheckout%3Foffer%3D1')
    expect(withNext('/confirm?done=1', '/a')).toBe('/confirm?done=1&next=%2Fa')
  })

  it('is the path alone when there is no good one', () => {
    expect(withNext('/sign-in', '//evil.example')).toBe('/sign-in')
    expect(withNext('/sign-in', null)).toBe('/sign-in')
  })
})
