import { z } from 'zod'

import { checkLicences, protectionOf, remakeFilms } from '@/operations/media/filmProtection'
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

/**
 * POST /api/film-protection/check, for managers: asks the licence service whether the account that counts can be used. Answers `{ isReady: true }`; 422
 * licenceKeysRefused with what it `said`, and licencesAway. 404 where there is no account.
 */
export const checkProtection = endpoint({
  input: z.object({}),
  path: '/film-protection/check',
  run: async ({ req, tenant }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }
    const checked = await checkLicences({ req, tenant })
    if (!checked) {
      throw new NotHere()
    }

    return checked
  },
  transaction: false,
})
