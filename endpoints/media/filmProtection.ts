import { z } from 'zod'

import { protectionOf, remakeFilms } from '@/operations/media/filmProtection'
import { isManager } from '@hooks/access'

import { endpoint } from '../support/endpoint'
import { NotAllowed, NotHere } from '../support/errors'

/**
 * GET /api/film-protection, for managers: how the protection of films stands, as `{ isOn, service, lastError, failedAt, protected, others, waiting,
 * failed, lacksPackager }`.
 */
export const showProtection = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/film-protection',
  run: async ({ req, tenant }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }
    const found = await protectionOf({ req, tenant })
    if (!found) {
      throw new NotHere()
    }

    return found
  },
})

/**
 * POST /api/film-protection/films, for managers: has the films that are ready made anew as the school's setting asks for now: `{ films }`, how
 * many. They go on playing as they are until then.
 */
export const protectFilms = endpoint({
  input: z.object({}),
  path: '/film-protection/films',
  run: async ({ req }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }

    return { films: await remakeFilms(req) }
  },
})
