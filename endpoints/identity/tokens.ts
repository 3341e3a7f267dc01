import { z } from 'zod'

import type { Refused, Tokens } from '@/operations/identity/apiSessions'

import {
  beginApiSession,
  endApiSession,
  refreshApiSession,
} from '@/operations/identity/apiSessions'

import { publicEndpoint } from '../support/endpoint'

/** A refusal as an answer and not as an error: what the refused call wrote down is to stay written. */
const answerOf = (given: Refused | Tokens): object =>
  'status' in given
    ? Response.json(
        { code: given.code },
        { headers: { 'Cache-Control': 'no-store' }, status: given.status },
      )
    : given

const presented = z.object({ refreshToken: z.string().min(1).max(400) })

/**
 * POST /api/tokens `{ email, password, code?, device? }`: signs an API client in: `{ accessToken, expiresIn,
 * refreshToken, tokenType }`. The access token lives a quarter of an hour; `device` names the client among
 * its owner's devices; `code` is of their app, or a recovery code, where signing in takes a second step. 401
 * `INVALID_EMAIL_OR_PASSWORD`, `secondFactorNeeded`; 403 `EMAIL_NOT_VERIFIED`; 422 `wrongCode`, `tooManyCodes`; 429.
 */
export const takeTokens = publicEndpoint({
  input: z.object({
    code: z.string().min(1).max(40).optional(),
    device: z
      .string()
      .trim()
      .min(1)
      .max(120)
      .regex(/^[^\p{Cc}]+$/u)
      .optional(),
    email: z.string().trim().toLowerCase().max(254),
    password: z.string().min(1).max(128),
  }),
  path: '/tokens',
  run: async ({ input, req, tenant }) =>
    answerOf(await beginApiSession({ ...input, now: new Date(), req, tenant })),
  transaction: false,
})

/**
 * POST /api/tokens/refresh `{ refreshToken }`: the next pair, once for each refresh token. 400
 * `tokenReused` for one that was exchanged before, which ends the session with all its tokens; 400
 * `tokenEnded` for all others.
 */
export const renewTokens = publicEndpoint({
  input: presented,
  path: '/tokens/refresh',
  run: async ({ input: { refreshToken }, req, tenant }) =>
    answerOf(await refreshApiSession({ now: new Date(), req, tenant, token: refreshToken })),
})

/** POST /api/tokens/end `{ refreshToken }`: signs the client out; 200 `{ ended: true }`, whatever it was. */
export const giveTokensBack = publicEndpoint({
  input: presented,
  path: '/tokens/end',
  run: async ({ input: { refreshToken }, req, tenant }) => {
    await endApiSession({ req, tenant, token: refreshToken })

    return { ended: true }
  },
})
