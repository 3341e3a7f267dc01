import { z } from 'zod'

import { openStrongSession } from '@/operations/identity/beginSession'
import { orTellOfIt } from '@/operations/identity/failedSignIns'
import {
  addPasskey,
  askPasskey,
  beginPasskey,
  passkeysOf,
  removePasskey,
  takePasskey,
} from '@/operations/identity/passkeys'
import { proveOneself } from '@/operations/identity/reauthentication'

import { endpoint, publicEndpoint } from '../support/endpoint'
import { floodGate } from '../support/floods'
import { signedInAnswer } from './signedInAnswer'

const gate = floodGate({ most: 60, seconds: 300 })
/** Every page for signing in asks, as long as it stands open. */
const asks = floodGate({ most: 600, seconds: 300 })
const tries = floodGate({ most: 20, seconds: 300 })

const proof = { password: z.string().max(128).optional() }
const response = z.looseObject({ id: z.string().min(1).max(1400), response: z.looseObject({}) })

/** GET /api/account/passkeys: `{ passkeys: [{ id, name, host, addedAt, usedAt }] }` of the caller. */
export const listPasskeys = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/account/passkeys',
  run: async ({ req }) => ({ passkeys: await passkeysOf({ account: req.user.id, req }) }),
})

/** POST /api/account/passkeys/begin `{ password? }`: what `navigator.credentials.create` is to be given. 422 wrongPassword, signInAgain, tooManyPasskeys. */
export const beginPasskeyOf = endpoint({
  input: z.object(proof),
  path: '/account/passkeys/begin',
  run: async ({ input, req, tenant }) => {
    const now = new Date()
    tries({ headers: req.headers, now, tenant })
    const whose = { account: req.user.id, req, tenant }
    await proveOneself({ ...whose, ...input, now })

    return beginPasskey(whose)
  },
})

/** POST /api/account/passkeys `{ name, response }`: keeps what the browser made. 201 `{ passkeys }`; 422 passkeyRefused. */
export const addPasskeyOf = endpoint({
  input: z.object({ name: z.string().trim().min(1).max(80), response }),
  path: '/account/passkeys',
  run: async ({ input, req, tenant }) => {
    await addPasskey({ ...input, account: req.user.id, req, tenant })

    return { passkeys: await passkeysOf({ account: req.user.id, req }) }
  },
  status: 201,
})

/** POST /api/account/passkeys/:id/remove `{ password? }`: 200 `{ passkeys }`, the same where it is none of theirs; 422 wrongPassword, signInAgain. */
export const removePasskeyOf = endpoint({
  input: z.object({ ...proof, id: z.uuid() }),
  path: '/account/passkeys/:id/remove',
  run: async ({ input: { id, password }, req, tenant }) => {
    const now = new Date()
    tries({ headers: req.headers, now, tenant })
    const whose = { account: req.user.id, req, tenant }
    await proveOneself({ ...whose, now, password })
    await removePasskey({ ...whose, id })

    return { passkeys: await passkeysOf(whose) }
  },
})

/** POST /api/sign-in/passkey/begin: what `navigator.credentials.get` is to be given. */
export const beginPasskeySignIn = publicEndpoint({
  input: z.object({}),
  path: '/sign-in/passkey/begin',
  run: ({ req, tenant }) => {
    asks({ headers: req.headers, now: new Date(), tenant })

    return askPasskey({ req, tenant })
  },
})

/** POST /api/sign-in/passkey `{ response }`: what the browser answered. 200 `{ user }` and a session, without a further step. 422 passkeyRefused. */
export const signInByPasskey = publicEndpoint({
  input: z.object({ response }),
  path: '/sign-in/passkey',
  run: async ({ input, req, tenant }) => {
    gate({ headers: req.headers, now: new Date(), tenant })
    const { response } = input
    const failed = { as: { passkey: response.id }, req, tenant, way: 'passkey' } as const
    const taken = takePasskey({ credential: response.id, req, response, tenant })
    const account = await orTellOfIt(taken, failed)

    return signedInAnswer(await openStrongSession({ account, req, tenant }))
  },
  transaction: false,
})
