import { z } from 'zod'

import { inTransaction } from '@/database/transaction'
import { proveOneself } from '@/operations/identity/reauthentication'
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  readSecondFactor,
  renewCodes,
} from '@/operations/identity/secondFactor'
import { takeSecondFactor } from '@/operations/identity/secondFactorCode'

import { endpoint } from '../support/endpoint'
import { requireFresh } from '../support/fresh'
import { floodGate } from '../support/floods'

const gate = floodGate({ most: 20, seconds: 300 })
const code = z.object({ code: z.string().max(40) })

/** GET /api/account/second-factor: `{ codesLeft, isOn, isRequired }`. */
export const showSecondFactor = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/account/second-factor',
  run: ({ req }) => readSecondFactor({ account: req.user.id, req }),
})

/**
 * POST /api/account/second-factor/begin `{ password? }`: a secret for an authenticator app, `{ qr: { path, size }, secret }`, which
 * counts once it is confirmed. 409 secondFactorOn; 422 wrongPassword, or signInAgain where there is no password and the session is older than ten minutes.
 */
export const setUpSecondFactor = endpoint({
  input: z.object({ password: z.string().max(128).optional() }),
  path: '/account/second-factor/begin',
  run: async ({ input, req, tenant }) => {
    const now = new Date()
    gate({ headers: req.headers, now, tenant })
    const whose = { account: req.user.id, req, tenant }
    await proveOneself({ ...whose, ...input, now })

    return beginSecondFactor(whose)
  },
})

/** POST /api/account/second-factor/confirm `{ code }`: 200 `{ recoveryCodes }`, shown this once; ends all other sessions. 422 wrongCode. */
export const confirmSecondFactorOf = endpoint({
  input: code,
  path: '/account/second-factor/confirm',
  run: async ({ input, req, tenant }) => {
    const now = new Date()
    gate({ headers: req.headers, now, tenant })

    return {
      recoveryCodes: await confirmSecondFactor({
        ...input,
        account: req.user.id,
        now,
        req,
        tenant,
      }),
    }
  },
})

/** POST /api/account/second-factor/codes `{ code }`: 200 `{ recoveryCodes }` in place of those before. 401 reauthenticationNeeded; 422 wrongCode, tooManyCodes. */
export const renewCodesOf = endpoint({
  input: code,
  path: '/account/second-factor/codes',
  run: async ({ input, req, tenant }) => {
    await requireFresh(req, tenant)
    const whose = { account: req.user.id, req, tenant }
    await takeSecondFactor({ ...whose, ...input, now: new Date() })

    return { recoveryCodes: await inTransaction(req, () => renewCodes(whose)) }
  },
  transaction: false,
})

/** POST /api/account/second-factor/off `{ code }`: 200 `{ isOn: false }`. 401 reauthenticationNeeded; 422 wrongCode, tooManyCodes, secondFactorRequired. */
export const endSecondFactorOf = endpoint({
  input: code,
  path: '/account/second-factor/off',
  run: async ({ input, req, tenant }) => {
    await requireFresh(req, tenant)
    const whose = { account: req.user.id, req, tenant }
    await takeSecondFactor({ ...whose, ...input, now: new Date() })
    await inTransaction(req, () => endSecondFactor(whose))

    return { isOn: false }
  },
  transaction: false,
})
