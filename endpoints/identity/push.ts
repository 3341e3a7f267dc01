import { z } from 'zod'

import { takesPush } from '@/adapters/push'
import { RuleError } from '@/domain/errors'
import { LONGEST_ENDPOINT } from '@/domain/mail/pushServices'
import { addBrowser, removeBrowser, toldBrowsers } from '@/operations/identity/pushBrowsers'
import { pushKeyOf } from '@/operations/mail/pushKeys'

import { endpoint } from '../support/endpoint'

/** Bytes in base64url, without padding. */
const bytes = (count: number) =>
  z
    .string()
    .regex(/^[\w-]+$/)
    .refine((text) => Buffer.from(text, 'base64url').length === count)

/** GET /api/account/push: the caller's browsers that are told of what happens. 200 `{ browsers: [{ id, browser, system, digest, since }] }`. */
export const pushBrowsers = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/account/push',
  run: async ({ req }) => ({ browsers: await toldBrowsers({ account: String(req.user.id), req }) }),
})

/** POST /api/account/push/key: the key by which the school is known to push services, as a browser asks for it. 200 `{ key }`. */
export const pushKey = endpoint({
  input: z.object({}),
  path: '/account/push/key',
  run: async ({ req, tenant }) => ({ key: await pushKeyOf({ req, tenant }) }),
})

/**
 * POST /api/account/push `{ endpoint, keys: { auth, p256dh } }`, as `PushSubscription.toJSON` says it: has the browser told that the
 * caller's session is of. 200 `{ added }`, false without a session; 422 `pushServiceUnknown` for an address of no push service.
 */
export const addPushBrowser = endpoint({
  input: z.object({
    endpoint: z.url().max(LONGEST_ENDPOINT),
    keys: z.object({ auth: bytes(16), p256dh: bytes(65) }),
  }),
  path: '/account/push',
  run: async ({ input: { endpoint: address, keys }, req, tenant }) => {
    if (!takesPush(address)) {
      throw new RuleError('pushServiceUnknown')
    }

    return {
      added: await addBrowser({
        account: String(req.user.id),
        browser: { ...keys, endpoint: address },
        req,
        tenant,
      }),
    }
  },
})

/** POST /api/account/push/remove `{ id }`: tells one of the caller's browsers no more. 200 `{ removed }`, false for what is not theirs. */
export const removePushBrowser = endpoint({
  input: z.object({ id: z.uuid() }),
  path: '/account/push/remove',
  run: async ({ input: { id }, req }) => ({
    removed: await removeBrowser({ id, account: String(req.user.id), req }),
  }),
})
