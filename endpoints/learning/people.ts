import { z } from 'zod'

import { readPerson } from '@/operations/learning/person'

import { publicEndpoint } from '../support/endpoint'
import { NotHere } from '../support/errors'

/**
 * GET /api/people/:id: somebody's profile, `{ id, name, bio, picture, joinedAt, courses, history, bookings }`, as
 * their privacy lets the caller see it; 404 for everybody else. `courses` is `[{ course, completedAt }]`,
 * empty unless they show it; `history` is null for others, and for the person and staff
 * `[{ enrollment, course, status, percent, enrolledAt, purchasedAt, completedAt }]`; so is `bookings`,
 * `[{ course, cohort, state, steps: [{ state, side, at }] }]`, see `BOOKING_STATES`.
 */
export const person = publicEndpoint({
  input: z.object({ id: z.string().max(64) }),
  method: 'get',
  path: '/people/:id',
  run: async ({ input: { id }, req }) => {
    const found = await readPerson({ id, req })
    if (!found) {
      throw new NotHere()
    }

    return found
  },
})
