import type { Request } from './requests'

const password = 'a long enough password'

/** A good request to everything that Payload brings along, about something that is not the caller's own. */
export const PAYLOAD_REQUESTS: Record<string, Request> = {
  'DELETE /payload-preferences/:key': ({ key }) => ({ path: `payload-preferences/${key}` }),
  'GET /access': () => ({ path: 'access' }),
  'GET /og': () => ({ path: 'og?title=Anything' }),
  'GET /payload-preferences/:key': ({ key }) => ({ path: `payload-preferences/${key}` }),
  'GET /tenants/populate-tenant-options': () => ({ path: 'tenants/populate-tenant-options' }),
  'GET /users/init': () => ({ path: 'users/init' }),
  'GET /users/me': () => ({ path: 'users/me' }),
  'POST /:collection/access/:id?': ({ course }) => ({
    body: {},
    path: `courses/access/${course}`,
  }),
  'POST /payload-preferences/:key': () => ({
    body: { value: { isOpen: true } },
    path: 'payload-preferences/nav',
  }),
  'POST /reorder': ({ sections: { after, before, key } }) => ({
    body: {
      collectionSlug: 'sections',
      docsToMove: [after],
      newKeyWillBe: 'less',
      orderableFieldName: '_sections_sections_order',
      target: { id: before, key },
    },
    path: 'reorder',
  }),
  'POST /users/first-register': () => ({
    body: { email: 'first@example.com', password },
    path: 'users/first-register',
  }),
  'POST /users/forgot-password': () => ({
    body: { email: 'student@aurora.test' },
    path: 'users/forgot-password',
  }),
  'POST /users/login': () => ({
    body: { email: 'student@aurora.test', password: 'lectern-demo' },
    path: 'users/login',
  }),
  'POST /users/logout': () => ({ body: {}, path: 'users/logout' }),
  'POST /users/refresh-token': () => ({ body: {}, path: 'users/refresh-token' }),
  'POST /users/reset-password': () => ({
    body: { password, token: 'a'.repeat(40) },
    path: 'users/reset-password',
  }),
  'POST /users/unlock': () => ({ body: { email: 'student@aurora.test' }, path: 'users/unlock' }),
  'POST /users/verify/:id': () => ({ body: {}, path: `users/verify/${'a'.repeat(40)}` }),
}
