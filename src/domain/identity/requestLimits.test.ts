import {
  apiMost,
  countsForAddress,
  formOf,
  isHashing,
  isPressed,
  limitHeaders,
  REQUEST_LIMITS,
  waitAfter,
} from './requestLimits'

const namesOf = (
  method: string,
  path: string,
  more: { hasToken?: boolean; isSearch?: boolean } = {},
) =>
  REQUEST_LIMITS.filter(({ of }) =>
    of({ hasToken: false, isSearch: false, method, path, ...more }),
  ).map(({ name }) => name)

it.each([
  ['POST', '/api/auth/sign-in/email', ['sign-in']],
  ['POST', '/api/tokens', ['sign-in']],
  ['POST', '/api/tokens/refresh', []],
  ['POST', '/api/sign-in/mail', ['mail']],
  ['POST', '/api/sign-in/mail/code', ['sign-in']],
  ['POST', '/api/switch', ['sign-in']],
  ['POST', '/api/sign-in/passkey', ['sign-in']],
  ['POST', '/api/sign-in/passkey/begin', []],
  ['POST', '/api/auth/sign-up/email', ['sign-up']],
  ['POST', '/api/auth/request-password-reset', ['mail']],
  ['POST', '/api/checkout', ['checkout']],
  ['GET', '/api/checkout/quote', []],
  ['POST', '/api/cohorts/1/discussion', ['posting']],
  ['POST', '/api/courses/1/reviews', ['posting']],
  ['GET', '/api/courses', []],
  ['GET', '/', []],
])('counts %s %s as %j', (method, path, names) => {
  expect(namesOf(method, path)).toEqual(names)
})

it.each([
  ['GET', '/courses', false],
  ['POST', '/api/progress/watched', false],
  ['POST', '/api/account/notifications', true],
  ['DELETE', '/api/notes/1', true],
])('counts %s %s among what an address asks: %j', (method, path, counts) => {
  expect(countsForAddress({ method, path })).toBe(counts)
})

it.each([
  ['POST', '/api/auth/sign-in/email', true],
  ['POST', '/api/auth/sign-up/email', true],
  ['POST', '/api/auth/reset-password', true],
  ['POST', '/api/tokens', true],
  ['POST', '/api/account/proof', true],
  ['POST', '/api/tokens/refresh', false],
  ['GET', '/api/account/proof', false],
  ['POST', '/api/auth/sign-out', false],
])('has %s %s wait among those that hash a password: %j', (method, path, hashes) => {
  expect(isHashing({ method, path })).toBe(hashes)
})

it('counts what a client with a token asks of the API, and what anybody searches for', () => {
  expect(namesOf('GET', '/api/courses', { hasToken: true })).toEqual(['api'])
  expect(namesOf('GET', '/', { hasToken: true })).toEqual([])
  expect(namesOf('GET', '/courses', { isSearch: true })).toEqual(['search'])
})

const window = { name: 'api', ends: 30_500, most: 100, seconds: 60 }

it('tells a client how much is left of the window of which least is left', () => {
  const wide = { ...window, name: 'search', count: 1 }

  expect(limitHeaders([])).toEqual({})
  expect(limitHeaders([wide, { ...window, count: 58 }])).toEqual({
    RateLimit: '"api";r=42;t=31',
    'RateLimit-Policy': '"api";q=100;w=60',
  })
  expect(limitHeaders([{ ...window, count: 100 }])['Retry-After']).toBeUndefined()
  expect(limitHeaders([wide, { ...window, count: 101 }])).toEqual({
    RateLimit: '"api";r=0;t=31',
    'RateLimit-Policy': '"api";q=100;w=60',
    'Retry-After': '31',
  })
})

it.each([
  ['a token', null, null, 100],
  ['a token in a school whose plan says 300', 300, null, 300],
  ['a slow key', null, 'low', 30],
  ['a fast key', null, 'high', 600],
  ['a fast key in a school whose plan says 300', 300, 'high', 300],
  ['a slow key in a school whose plan says 300', 300, 'low', 30],
] as const)('lets %s ask as often as it may', (_, plan, rate, most) => {
  expect(apiMost({ plan, rate })).toBe(most)
})

it('has nobody wait for four mistakes, and then ever longer', () => {
  expect([0, 4, 5, 6, 7, 10, 14, 40].map(waitAfter)).toEqual([0, 0, 2, 4, 8, 64, 900, 900])
})

it.each([
  ['POST', '/api/auth/sign-up/email', 'sign-up'],
  ['POST', '/api/auth/request-password-reset', 'mail'],
  ['POST', '/api/sign-in/mail', 'mail'],
  ['POST', '/api/auth/sign-in/email', null],
  ['POST', '/api/checkout', null],
  ['GET', '/api/auth/sign-up/email', null],
])('may have something worked out for %s %s: as %j', (method, path, form) => {
  expect(formOf({ hasToken: false, isSearch: false, method, path })).toBe(form)
})

it('takes more than half of a limit for much', () => {
  const at = (count: number, most: number) =>
    isPressed({ name: 'mail', count, ends: 1, most, seconds: 60 })

  expect([at(5, 10), at(6, 10), at(10, 20), at(11, 20), at(2, 3), at(1, 1)]).toEqual([
    false,
    true,
    false,
    true,
    true,
    true,
  ])
})
