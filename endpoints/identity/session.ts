import { z } from 'zod'

import { holds } from '@hooks/access'
import { STAFF } from '@/domain/identity/roles'

import { publicEndpoint } from '../support/endpoint'

type Person = { email: string; id: string; name: string }

/**
 * GET /api/session: who is signed in here, for pages that are served from cache. Answers
 * `{ user: null }` or `{ user: { id, name, email, staff } }`; never an error.
 */
export const session = publicEndpoint({
  input: z.object({}),
  method: 'get',
  path: '/session',
  run: ({ req }) => {
    const user = req.user as unknown as null | Person
    const staff = holds(req, [...STAFF, 'superAdmin'])

    return Promise.resolve({
      user: user ? { id: user.id, name: user.name, email: user.email, staff } : null,
    })
  },
})
