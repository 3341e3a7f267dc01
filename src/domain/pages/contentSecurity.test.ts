import { isPaymentPage, isSamePolicy, paymentPolicy } from './contentSecurity'

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
  ['/learn/a/b', '/dashboard', true],
  ['/orders/0199/thanks', '/learn/a/b', false],
  ['/learn/a/b', '/account/plans', false],
  ['/pay/paddle', '/orders/0199/thanks', false],
])('tells whether %s and %s may be shown in one document: %s', (one, other, is) => {
  expect(isSamePolicy(one, other)).toBe(is)
})

const directive = (policy: string, name: string): string | undefined =>
  policy.split('; ').find((one) => one.startsWith(`${name} `))

it('lets run what the build made, what is named by its hash and what carries the nonce, and nothing else', () => {
  const policy = paymentPolicy({ hashes: ['sha256-AbC='], host: 'learn.example.com', nonce: 'n0' })

  expect(directive(policy, 'script-src')).toBe(
    "script-src learn.example.com/_next/static/ 'sha256-AbC=' 'nonce-n0'",
  )
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  expect(directive(policy, 'object-src')).toBe("object-src 'none'")
  expect(directive(policy, 'base-uri')).toBe("base-uri 'none'")
  expect(directive(policy, 'frame-ancestors')).toBe("frame-ancestors 'self'")
})

it('lets a CDN bring scripts from the folder of the build alone', () => {
  const policy = paymentPolicy({
    cdn: 'https://cdn.example.com',
    hashes: [],
    host: 'a.example.com',
  })

  expect(directive(policy, 'script-src')).toBe(
    'script-src https://cdn.example.com/_next/static/ a.example.com/_next/static/',
  )
})

it.each(['evil.example;script-src *', "a.example.com 'unsafe-inline'", 'a.example.com:80,x', ''])(
  'takes %j for no host',
  (host) => {
    expect(directive(paymentPolicy({ hashes: [], host }), 'script-src')).toBe("script-src 'none'")
  },
)
