import type { PayloadRequest } from 'payload'

import { z } from 'zod'

import { KEY_DAYS, RATE_NAMES } from '@/domain/identity/apiKeys'
import { PERMISSIONS } from '@/domain/identity/permissions/areas'
import { isOneLine } from '@/domain/identity/profile'
import { STAFF } from '@/domain/identity/roles'
import { makeKey, revokeKey } from '@/operations/identity/apiKeys'
import { keyDesk } from '@/operations/identity/keyDesk'
import { holds, isManager } from '@hooks/access'

import { endpoint } from '../support/endpoint'
import { NotAllowed, NotHere } from '../support/errors'
import { requireFresh } from '../support/fresh'

/** Keys are for those who work in the school, and on its own host. */
const requireStaff = (req: PayloadRequest): void => {
  if (!holds(req, STAFF)) {
    throw new NotAllowed()
  }
}

/**
 * GET /api/keys: `{ keys: [{ id, name, owner, isOwn, shown, scopes, rate, createdAt, expiresAt,
 * lastUsedAt }], permissions }`: the caller's keys, for managers all of the school's, and the permissions
 * that a key of the caller may have.
 */
export const listKeys = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/keys',
  run: async ({ req, tenant }) => {
    const desk = await keyDesk({ req, tenant })
    if (!desk) {
      throw new NotAllowed()
    }

    return desk
  },
})

/**
 * POST /api/keys `{ name, scopes, days, rate? }`: a key with permissions that the caller has, which ends
 * after 30, 90 or 365 `days`, or never (null). 201 `{ id, key }`; `key` is never shown again. 422
 * `beyondOwnPermissions`, `tooManyKeys`; 401 `reauthenticationNeeded`.
 */
export const createKey = endpoint({
  input: z.object({
    name: z.string().trim().min(1).max(80).refine(isOneLine),
    days: z.union(KEY_DAYS.map((days) => z.literal(days))).nullable(),
    rate: z.enum(RATE_NAMES).default('standard'),
    scopes: z.array(z.enum(PERMISSIONS)).min(1).max(PERMISSIONS.length),
  }),
  path: '/keys',
  run: async ({ input, req, tenant }) => {
    requireStaff(req)
    await requireFresh(req, tenant)

    return makeKey({ now: new Date(), req, tenant, wish: input })
  },
  status: 201,
})

/** POST /api/keys/:id/revoke: ends a key at once, one's own or, for managers, any of the school's. 200 `{ revoked: true }`; 404. */
export const endKey = endpoint({
  input: z.object({ id: z.uuid() }),
  path: '/keys/:id/revoke',
  run: async ({ input: { id }, req, tenant }) => {
    requireStaff(req)
    if (!(await revokeKey({ id, isManager: isManager(req), req, tenant }))) {
      throw new NotHere()
    }

    return { revoked: true }
  },
})
