import { z } from 'zod'

import { holds } from '@hooks/access'

import { STAFF } from '@/domain/identity/roles'
import { holderOfCode } from '@/operations/learning/codes'

import { endpoint } from '../support/endpoint'
import { NotAllowed } from '../support/errors'
import { found } from './answers'

/**
 * GET /api/codes/:code: whose the code is that a recording of a video or a page of a document shows, however it was
 * written down: `{ kind, account, name, address, lesson, title, at }`, with `kind` `video` or `document`. For staff; 404 where it is
 * none of the school's.
 */
export const codeHolder = endpoint({
  input: z.object({ code: z.string().trim().min(1).max(40) }),
  method: 'get',
  path: '/codes/:code',
  run: ({ input: { code }, req }) => {
    if (!holds(req, [...STAFF, 'superAdmin'])) {
      throw new NotAllowed()
    }

    return found(holderOfCode({ code, req }))
  },
})
