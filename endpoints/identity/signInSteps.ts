import { z } from 'zod'

import { RuleError } from '@/domain/errors'
import { openStrongSession, stepToken } from '@/operations/identity/beginSession'
import { beginSecondFactor } from '@/operations/identity/secondFactor'
import { finishStep, stepOf } from '@/operations/identity/signInSteps'

import { publicEndpoint } from '../support/endpoint'
import { floodGate } from '../support/floods'
import { signedInAnswer } from './signedInAnswer'

const gate = floodGate({ most: 30, seconds: 300 })

/** POST /api/sign-in/step/secret: whoever must set the second step up gets `{ qr: { path, size }, secret }`. 409 secondFactorOn; 422 stepOver. */
export const stepSecret = publicEndpoint({
  input: z.object({}),
  path: '/sign-in/step/secret',
  run: async ({ req, tenant }) => {
    gate({ headers: req.headers, now: new Date(), tenant })
    const step = await stepOf({ req, tenant, token: stepToken(req) })
    if (!step) {
      throw new RuleError('stepOver')
    }

    return beginSecondFactor({ ...step, req, tenant })
  },
})

/**
 * POST /api/sign-in/step `{ code, trusts? }`: the second step of signing in, with the cookie of the first. 200 `{ recoveryCodes, user:
 * { locale, timeZone } }` and the session's cookie; with `trusts` this device is not asked for thirty days. 422 stepOver, wrongCode, tooManyCodes.
 */
export const takeStep = publicEndpoint({
  input: z.object({ code: z.string().max(40), trusts: z.boolean().default(false) }),
  path: '/sign-in/step',
  run: async ({ input, req, tenant }) => {
    const now = new Date()
    gate({ headers: req.headers, now, tenant })
    const { recoveryCodes, ...done } = await finishStep({
      ...input,
      now,
      req,
      tenant,
      token: stepToken(req),
    })

    return signedInAnswer(await openStrongSession({ ...done, req, tenant }), { recoveryCodes })
  },
  transaction: false,
})
