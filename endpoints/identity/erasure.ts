import { z } from 'zod'

import { askErasure, keepAccount, readErasure } from '@/operations/identity/erasure'

import { endpoint } from '../support/endpoint'
import { NotHere } from '../support/errors'
import { floodGate } from '../support/floods'

/** Passwords tried here are as dear as those tried at the door. */
const gate = floodGate({ most: 10, seconds: 300 })

/**
 * GET /api/account/erasure: `{ erasesAt, needsPassword, refusal }`. `erasesAt` is ISO 8601, or null where
 * no erasure was asked for; `refusal` is null, `onlyOwner` or `stillTeaching`.
 */
export const readErasureState = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/account/erasure',
  run: async ({ req, tenant }) => {
    const erasure = await readErasure({ account: req.user.id, req, tenant })
    if (!erasure) {
      throw new NotHere()
    }

    return erasure
  },
})

/**
 * POST /api/account/erasure `{ password? }`: has the caller's account erased in fourteen days. 202
 * `{ erasesAt }`, and the same day when asked again. 422 `wrongPassword`; `signInAgain` where there is no
 * password and the session is older than ten minutes; `onlyOwner`; `stillTeaching`. 429 after ten tries in
 * five minutes.
 */
export const askForErasure = endpoint({
  input: z.object({ password: z.string().max(128).optional() }),
  path: '/account/erasure',
  run: async ({ input, req, tenant }) => {
    const now = new Date()
    gate({ headers: req.headers, now, tenant })

    return askErasure({ ...input, account: req.user.id, now, req, tenant })
  },
  status: 202,
})

/** DELETE /api/account/erasure: keeps the caller's account after all. 200 `{ isKept }`, false where nothing was asked. */
export const takeErasureBack = endpoint({
  input: z.object({}),
  method: 'delete',
  path: '/account/erasure',
  run: ({ req }) => keepAccount({ account: req.user.id, req }),
})
