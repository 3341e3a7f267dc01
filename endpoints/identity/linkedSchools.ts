import type { PayloadRequest } from 'payload'

import { z } from 'zod'

import { RuleError } from '@/domain/errors'
import { beginSession } from '@/operations/identity/beginSession'
import { rememberBrowser } from '@/operations/identity/linkBrowsers'
import { linkedSchools } from '@/operations/identity/linkedSchools'
import { askLink, confirmLink, endLink } from '@/operations/identity/schoolLinks'
import { beginSwitch, takeSwitch } from '@/operations/identity/schoolSwitch'

import { endpoint, publicEndpoint, type SignedIn } from '../support/endpoint'
import { floodGate } from '../support/floods'
import { requireFresh } from '../support/fresh'
import { signedInAnswer } from './signedInAnswer'

const asks = floodGate({ most: 20, seconds: 300 })
const tries = floodGate({ most: 60, seconds: 300 })

const whose = (req: SignedIn, tenant: string) => ({ account: req.user.id, req, tenant })

/** An answer in a browser in which the account is signed in, which is remembered. */
const known = async (
  of: { account: string; req: PayloadRequest; tenant: string },
  said: object,
): Promise<Response> => signedInAnswer({ cookies: [await rememberBrowser(of)] }, said)

/** GET /api/account/schools: `{ schools: [{ id, name, address }], state }` that the caller linked with this one. Nobody else sees it, staff in a view neither. */
const listLinkedSchools = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/account/schools',
  run: ({ req, tenant }) => linkedSchools({ account: req.user.id, tenant }),
  shows: false,
})

/**
 * POST /api/account/schools `{ address }`: 200 `{ url }` at that school, where the caller agrees, signed in with the same address,
 * within a quarter of an hour. 401 reauthenticationNeeded; 422 schoolUnknown, linkedAccountsOff, learnersOnly, confirmEmailFirst.
 */
const askToLink = endpoint({
  input: z.object({ address: z.string().trim().min(1).max(300) }),
  path: '/account/schools',
  run: async ({ input: { address }, req, tenant }) => {
    asks({ headers: req.headers, now: new Date(), tenant })
    await requireFresh(req, tenant)
    const url = await askLink({ account: req.user.id, address, tenant })

    return known(whose(req, tenant), { url })
  },
  transaction: false,
})

/** POST /api/account/schools/confirm `{ token }`: links with the account that asked. 200 as listing; 401 reauthenticationNeeded; 422 linkOver, linkOtherAddress, linkedAccountsOff, learnersOnly. */
const agreeToLink = endpoint({
  input: z.object({ token: z.string().max(200) }),
  path: '/account/schools/confirm',
  run: async ({ input: { token }, req, tenant }) => {
    asks({ headers: req.headers, now: new Date(), tenant })
    await requireFresh(req, tenant)
    await confirmLink({ ...whose(req, tenant), token })

    return known(whose(req, tenant), await linkedSchools({ account: req.user.id, tenant }))
  },
  transaction: false,
})

/** POST /api/account/schools/:id/remove: ends a link on both sides. 200 as listing; 422 linkOver where there is none. */
const removeLink = endpoint({
  input: z.object({ id: z.uuid() }),
  path: '/account/schools/:id/remove',
  run: async ({ input: { id }, req, tenant }) => {
    if (!(await endLink({ ...whose(req, tenant), id }))) {
      throw new RuleError('linkOver')
    }

    return linkedSchools({ account: req.user.id, tenant })
  },
  transaction: false,
})

/** POST /api/account/schools/:id/switch: 200 `{ url }` at the other school, with a code in its fragment that works once within 45 seconds. 422 linkOver. */
const beginSwitchTo = endpoint({
  input: z.object({ id: z.uuid() }),
  path: '/account/schools/:id/switch',
  run: async ({ input: { id }, req, tenant }) => {
    tries({ headers: req.headers, now: new Date(), tenant })
    const url = await beginSwitch({ id, account: req.user.id, tenant })

    return known(whose(req, tenant), { url })
  },
  transaction: false,
})

/** POST /api/account/schools/browser: remembers this browser as one in which the caller signed in. 200 `{ known: true }`. */
const knowBrowser = endpoint({
  input: z.object({}),
  path: '/account/schools/browser',
  run: ({ req, tenant }) => known(whose(req, tenant), { known: true }),
  transaction: false,
})

/**
 * POST /api/switch `{ code }`: lets in whoever comes from a linked school, in a browser that knows this one. 200 as signing in,
 * with a second step where the account has one; 422 linkOver, linkedAccountsOff, signInHere, and what else keeps the account out.
 */
const arriveBySwitch = publicEndpoint({
  input: z.object({ code: z.string().max(200) }),
  path: '/switch',
  run: async ({ input: { code }, req, tenant }) => {
    tries({ headers: req.headers, now: new Date(), tenant })
    const account = await takeSwitch({ req, tenant, token: code })
    const { cookies, ...begun } = await beginSession({ account, req, tenant })

    return signedInAnswer({
      ...begun,
      cookies: [...cookies, await rememberBrowser({ account, req, tenant })],
    })
  },
  transaction: false,
})

export const linkedSchoolEndpoints = [
  listLinkedSchools,
  askToLink,
  agreeToLink,
  removeLink,
  beginSwitchTo,
  knowBrowser,
  arriveBySwitch,
]
