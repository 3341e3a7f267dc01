import { isOpenInMaintenance } from './maintenance'

describe('while a site is closed', () => {
  it.each([
    '/admin',
    '/admin/collections/courses',
    '/sign-in',
    '/forgot',
    '/api/auth/sign-in/email',
    '/api/session',
    '/api/payments/stripe/webhook',
    '/api/team/invitations/a',
    '/api/unsubscribe/a.b',
    '/api/media/file/logo.png',
    '/favicon.ico',
    '/favicon.svg',
    '/robots.txt',
  ])('%s answers', (path) => expect(isOpenInMaintenance(path)).toBe(true))

  it.each([
    '/',
    '/courses',
    '/administration',
    '/sign-in-here',
    '/dashboard',
    '/learn/light/1',
    '/api/checkout',
    '/api/courses',
    '/api/payments/test/1/approve',
    '/api/sessions',
    '/api/learn/light',
  ])('%s does not', (path) => expect(isOpenInMaintenance(path)).toBe(false))
})
