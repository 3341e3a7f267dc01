import type { PayloadRequest } from 'payload'

import { z } from 'zod'

import { inTransaction } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { nextPath, withNext } from '@/domain/identity/nextPath'
import { awayCookieHeader, awayToken, beginSession } from '@/operations/identity/beginSession'
import { connectionsOf } from '@/operations/identity/connectedProviders'
import { accountOfProved, connectProved, disconnect } from '@/operations/identity/providedAccount'
import {
  beginProvider,
  cameBack,
  cameUnasked,
  identified,
} from '@/operations/identity/providerSignIn'
import { proveOneself } from '@/operations/identity/reauthentication'
import { checkProvider } from '@/operations/identity/signInProviders'
import { newToken } from '@/operations/identity/tokens'
import { isManager } from '@hooks/access'

import { endpoint, publicEndpoint } from '../support/endpoint'
import { NotAllowed, NotHere } from '../support/errors'
import { floodGate } from '../support/floods'
import { goTo, refusalCookie } from './goTo'
import { signedInAnswer } from './signedInAnswer'

const gate = floodGate({ most: 60, seconds: 300 })
const tries = floodGate({ most: 20, seconds: 300 })

const proof = { password: z.string().max(128).optional() }

type Sent = { account?: string; id: string; next: null | string }

/** Sends a browser to a provider: `{ url }`, and a cookie without which nobody comes back. */
const sendAway = async ({
  req,
  tenant,
  ...sent
}: Sent & { req: PayloadRequest; tenant: string }) => {
  const browser = awayToken(req) || newToken()
  const url = await beginProvider({ ...sent, browser, req, tenant })

  return signedInAnswer({ cookies: [awayCookieHeader(req, browser)] }, { url })
}

/**
 * POST /api/sign-in/provider/:id `{ next? }`: 200 `{ url }`, where the browser is to go to sign in, with a cookie for ten minutes.
 * 422 providerOff, providerAway, providerRefused.
 */
export const beginProviderSignIn = publicEndpoint({
  input: z.object({ id: z.uuid(), next: z.string().max(2000).nullish() }),
  path: '/sign-in/provider/:id',
  run: ({ input: { id, next }, req, tenant }) => {
    gate({ headers: req.headers, now: new Date(), tenant })

    return sendAway({ id, next: nextPath(next, '') || null, req, tenant })
  },
  transaction: false,
})

const query = z.object({
  id: z.uuid(),
  code: z.string().max(4000).optional(),
  error: z.string().max(400).optional(),
  iss: z.string().max(400).optional(),
  state: z.string().max(400).default(''),
})

type Back = { input: z.output<typeof query>; req: PayloadRequest; tenant: string }

type Away = NonNullable<Awaited<ReturnType<typeof cameBack>>>

/** Where somebody goes who came back, let in or connected. */
const arrived = async ({ away, input, req, tenant }: Back & { away: Away }): Promise<Response> => {
  const { code, error, iss: issuer } = input
  if (!code) {
    throw new RuleError(error === 'access_denied' ? 'providerGivenUp' : 'providerRefused')
  }
  const said = await identified({ away, code, issuer, req, tenant })
  if (away.account) {
    const { account } = away
    if (String(req.user?.id) !== account) {
      throw new RuleError('providerOver')
    }
    await inTransaction(req, () => connectProved({ ...said, account, req, tenant }))

    return goTo('/account/security?connected=1', [])
  }
  const account = await inTransaction(req, () => accountOfProved({ ...said, req, tenant }))
  const begun = await beginSession({ account, by: said.by.realm, req, tenant })

  return goTo(
    'step' in begun
      ? withNext(`/sign-in?step=${begun.step}`, away.next)
      : nextPath(away.next, '/dashboard'),
    begun.cookies,
  )
}

/**
 * GET /api/sign-in/provider/:id/callback: where a provider sends people back. 303 to where they wanted, to the second step, or back
 * to where they began, with a cookie that says why: providerOver for whoever was not sent from this browser within ten minutes.
 */
export const providerCallback = publicEndpoint({
  input: query,
  method: 'get',
  path: '/sign-in/provider/:id/callback',
  run: async ({ input, req, tenant }) => {
    gate({ headers: req.headers, now: new Date(), tenant })
    const asked = { id: input.id, browser: awayToken(req), req, state: input.state, tenant }
    const { id, code: handle = '', state } = input
    const away = state ? await cameBack(asked) : await cameUnasked({ id, handle, req, tenant })
    try {
      if (!away) {
        throw new RuleError('providerOver')
      }

      return await arrived({ away, input, req, tenant })
    } catch (error) {
      if (!(error instanceof RuleError)) {
        throw error
      }
      const back = away?.account ? '/account/security' : withNext('/sign-in', away?.next)

      return goTo(back, [refusalCookie(error)])
    }
  },
  transaction: false,
})

/** GET /api/account/providers: `{ connected: [{ id, kind, label, addedAt }], offered: [{ id, kind, label }] }` of the caller. */
export const listConnections = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/account/providers',
  run: ({ req, tenant }) => connectionsOf({ account: req.user.id, req, tenant }),
})

/** POST /api/account/providers/:id/connect `{ password? }`: 200 `{ url }` as signing in, after which the account is connected. 422 wrongPassword, signInAgain. */
export const beginConnection = endpoint({
  input: z.object({ ...proof, id: z.uuid() }),
  path: '/account/providers/:id/connect',
  run: async ({ input: { id, password }, req, tenant }) => {
    const now = new Date()
    tries({ headers: req.headers, now, tenant })
    const whose = { account: req.user.id, req, tenant }
    await proveOneself({ ...whose, now, password })

    return sendAway({ ...whose, id, next: null })
  },
  transaction: false,
})

/** POST /api/account/providers/:id/remove `{ password? }`: 200 as listing; 422 wrongPassword, signInAgain, and lastWayIn where nothing else lets the account in. */
export const removeConnection = endpoint({
  input: z.object({ ...proof, id: z.uuid() }),
  path: '/account/providers/:id/remove',
  run: async ({ input: { id, password }, req, tenant }) => {
    const now = new Date()
    tries({ headers: req.headers, now, tenant })
    const whose = { account: req.user.id, req, tenant }
    await proveOneself({ ...whose, now, password })
    await disconnect({ ...whose, id })

    return connectionsOf(whose)
  },
})

/** POST /api/sign-in-providers/:id/check, for managers: asks the provider whether it knows the keys. `{ isReady: true }`; 422 providerRefused with what it `said`, providerAway. */
export const checkSignInProvider = endpoint({
  input: z.object({ id: z.uuid() }),
  path: '/sign-in-providers/:id/check',
  run: async ({ input: { id }, req, tenant }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }
    const checked = await checkProvider({ id, req, tenant })
    if (!checked) {
      throw new NotHere()
    }

    return checked
  },
  transaction: false,
})
