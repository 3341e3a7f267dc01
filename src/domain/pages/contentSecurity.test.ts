import { answerPolicy, isPaymentPage, isSamePolicy, pagePolicy } from './contentSecurity'

it.each([
  ['/checkout', true],
  ['/account', true],
  ['/account/plans', true],
  ['/orders/0199/thanks', true],
  ['/pay/test/abc', true],
  ['/payments-explained', false],
  ['/courses/checkout', false],
  ['/', false],
])('tells whether %s has to do with payments: %s', (path, is) => {
  expect(isPaymentPage(path)).toBe(is)
})

it.each([
  ['/checkout', '/orders/0199/thanks', true],
  ['/learn/a/b', '/preview/lessons/1', true],
  ['/learn/a/b', '/dashboard', false],
  ['/sign-in', '/learn/a/b', false],
  ['/courses', '/', true],
  ['/orders/0199/thanks', '/learn/a/b', false],
  ['/learn/a/b', '/account/plans', false],
  ['/pay/paddle', '/orders/0199/thanks', false],
])('tells whether %s and %s may be shown in one document: %s', (one, other, is) => {
  expect(isSamePolicy(one, other)).toBe(is)
})

const directive = (policy: string, name: string): string | undefined =>
  policy.split('; ').find((one) => one.startsWith(`${name} `))

const PATHS = ['/', '/courses/light', '/learn/a/b', '/admin', '/checkout', '/outbox', '/sign-in']

it.each(PATHS)(
  'lets run at %s what the build made, what is named and what carries the nonce, and nothing else',
  (path) => {
    const policy = pagePolicy({
      hashes: ['sha256-AbC='],
      host: 'learn.example.com',
      nonce: 'n0',
      path,
    })

    expect(directive(policy, 'script-src')).toBe(
      "script-src learn.example.com/_next/static/ 'sha256-AbC=' 'nonce-n0'",
    )
    expect(directive(policy, 'default-src')).toBe("default-src 'self'")
    expect(directive(policy, 'object-src')).toBe("object-src 'none'")
    expect(directive(policy, 'base-uri')).toBe("base-uri 'none'")
    expect(directive(policy, 'form-action')).toBe("form-action 'self'")
    expect(directive(policy, 'frame-ancestors')).toBe("frame-ancestors 'self'")
    expect(directive(policy, 'report-uri')).toBe('report-uri /api/security/reports')
  },
)

it('lets a CDN bring scripts from the folder of the build alone', () => {
  const policy = pagePolicy({
    hashes: [],
    host: 'a.example.com',
    origins: { cdn: 'https://cdn.example.com' },
    path: '/',
  })

  expect(directive(policy, 'script-src')).toBe(
    'script-src https://cdn.example.com/_next/static/ a.example.com/_next/static/',
  )
})

it.each(['evil.example;script-src *', "a.example.com 'unsafe-inline'", 'a.example.com:80,x', ''])(
  'takes %j for no host',
  (host) => {
    const policy = pagePolicy({ hashes: [], host, path: '/' })

    expect(directive(policy, 'script-src')).toBe("script-src 'none'")
  },
)

it.each([
  ['/checkout', "frame-src 'none'", "connect-src 'self'"],
  ['/account/plans', "frame-src 'none'", "connect-src 'self'"],
  ['/', 'https://www.youtube-nocookie.com', "connect-src 'self' https://cdn.films.example"],
  [
    '/learn/a/b',
    'https://*.packages.example.com',
    "connect-src 'self' https: https://cdn.films.example",
  ],
])('lets %s frame %s, and says %s', (path, frame, connect) => {
  const policy = pagePolicy({
    hashes: [],
    host: 'a.example.com',
    origins: { films: ['https://cdn.films.example'], packages: 'https://*.packages.example.com' },
    path,
  })

  expect(directive(policy, 'frame-src')).toContain(frame)
  expect(directive(policy, 'connect-src')).toBe(connect)
})

it('opens a checkout of Paddle on its page alone', () => {
  const policyAt = (path: string) => pagePolicy({ hashes: [], host: 'a.example.com', path })

  expect(directive(policyAt('/pay/paddle'), 'script-src')).toContain(
    'https://cdn.paddle.com/paddle/',
  )
  expect(policyAt('/pay/test/1')).not.toContain('paddle')
})

it.each([
  'application/json',
  'text/plain; charset=utf-8',
  '',
  'image/svg+xml',
  'text/javascript',
  'text/x-component',
])('lets nothing run in an answer of type %j that is no page', (type) => {
  const policy = answerPolicy(type)

  expect(directive(policy, 'default-src')).toBe("default-src 'none'")
  expect(directive(policy, 'frame-ancestors')).toBe("frame-ancestors 'self'")
  expect(policy).not.toContain('script-src')
})
