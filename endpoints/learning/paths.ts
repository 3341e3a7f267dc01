import { z } from 'zod'

import { joinPath as join, ownPath as own } from '@/operations/learning/paths'

import { endpoint } from '../support/endpoint'
import { NotHere } from '../support/errors'
import { found } from './answers'

const input = z.object({ id: z.uuid() })

/**
 * GET /api/paths/:id/mine: the caller's place on a path, joined or not: `{ isMember, percent, completedAt, certificate,
 * steps: [{ course, state, isEnrolled }] }`; `state` is `done`, `open` or `locked`.
 */
export const ownPath = endpoint({
  input,
  method: 'get',
  path: '/paths/:id/mine',
  run: ({ input: { id: path }, req }) => found(own({ learner: String(req.user.id), path, req })),
})

/** POST /api/paths/:id/join: joins a path, and enrolls in the free courses of its open steps. Answers as above; the same again changes nothing. */
export const joinPath = endpoint({
  input,
  path: '/paths/:id/join',
  run: async ({ input: { id: path }, req, tenant }) => {
    const learner = String(req.user.id)
    if (!(await join({ learner, path, req, tenant }))) {
      throw new NotHere()
    }

    return found(own({ learner, path, req }))
  },
})
