import { z } from 'zod'

import { isFresh, proofWays, prove } from '@/operations/identity/proof'

import { endpoint } from '../support/endpoint'
import { floodGate } from '../support/floods'

/** Passwords tried here are as dear as those tried at the door. */
const gate = floodGate({ most: 10, seconds: 300 })

/**
 * GET /api/account/proof: `{ isFresh, ways }`: whether the caller has shown who they are within ten minutes, and
 * by what they can show it: `password`, `code`, `passkey`, or nothing but signing in again.
 */
export const readProof = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/account/proof',
  run: async ({ req, tenant }) => {
    const whose = { account: String(req.user.id), now: new Date(), req, tenant }

    return { isFresh: await isFresh(whose), ways: await proofWays(whose) }
  },
})

/**
 * POST /api/account/proof `{ password }`, `{ code }` of the app, or `{ response }`, a browser's to POST /api/sign-in/passkey/begin: shows
 * once more who asks. 200 `{ until }`; 422 `wrongPassword`, `signInAgain` where there is no password, `wrongCode`, `tooManyCodes`,
 * `passkeyRefused`. 429 after ten tries in five minutes.
 */
export const giveProof = endpoint({
  input: z
    .object({
      code: z.string().min(1).max(40).optional(),
      password: z.string().min(1).max(128).optional(),
      response: z.looseObject({ id: z.string().min(1).max(1400) }).optional(),
    })
    .refine((shown) => Object.values(shown).filter(Boolean).length === 1, 'One proof.'),
  path: '/account/proof',
  run: async ({ input, req, tenant }) => {
    const now = new Date()
    gate({ headers: req.headers, now, tenant })

    return prove({ ...input, account: String(req.user.id), now, req, tenant })
  },
  transaction: false,
})
