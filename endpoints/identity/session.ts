import { z } from 'zod'

import type { SessionUser } from '@/operations/identity/session'

import { shownUser } from '@/operations/identity/shownUser'

import { publicEndpoint } from '../support/endpoint'

/**
 * GET /api/session: who is signed in here, for pages that are served from cache. Answers
 * `{ user: null }` or `{ user: { id, name, email, staff } }`; never an error.
 */
export const session = publicEndpoint({
  input: z.object({}),
  isHot: true,
  method: 'get',
  path: '/session',
  run: ({ req }) => Promise.resolve({ user: shownUser(req.user as unknown as null | SessionUser) }),
})
