import { takesForeign } from './foreignRequests'

it.each([
  ['/api/payments/stripe/webhook', true],
  ['/api/connect/stripe/webhook', true],
  ['/api/unsubscribe/a.b', true],
  ['/api/auth/callback/google', true],
  ['/api/auth/sso/saml2/sp/acs/aurora', true],
  ['/api/payments/stripe', false],
  ['/api/payments/stripe/webhook/../../checkout', false],
  ['/api/unsubscribe', false],
  ['/api/auth/sign-in/email', false],
  ['/api/checkout', false],
  ['/', false],
])('tells whether a change at %s may come from elsewhere: %s', (path, may) => {
  expect(takesForeign(path)).toBe(may)
})
