import { z } from 'zod'

import { isOneLine } from '@/domain/identity/profile'
import { emailDomainsOf, proveEmailDomains } from '@/operations/identity/emailDomains'
import { directoryOf, makeScimToken, revokeScimToken } from '@/operations/identity/scimTokens'
import { isManager, isOwner } from '@hooks/access'

import { endpoint, type SignedIn } from '../support/endpoint'
import { NotAllowed, NotHere } from '../support/errors'
import { requireFresh } from '../support/fresh'

const named = z.object({ id: z.uuid() })

const requireOwner = (req: SignedIn): void => {
  if (!isOwner(req)) {
    throw new NotAllowed()
  }
}

/**
 * GET /api/sign-in-providers/:id/organisation, for managers: `{ domains: [{ domain, isProved, name, value }], groups, people, tokens:
 * [{ id, name, shown, createdAt, usedAt }] }`: the TXT records that prove the domains, and what the directory has told of. 404.
 */
export const showOrganisation = endpoint({
  input: named,
  method: 'get',
  path: '/sign-in-providers/:id/organisation',
  run: async ({ input: { id }, req, tenant }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }
    const domains = await emailDomainsOf({ id, req, tenant })
    const directory = await directoryOf({ provider: id, req, tenant })
    if (!domains || !directory) {
      throw new NotHere()
    }

    return { ...directory, domains }
  },
})

/** POST /api/sign-in-providers/:id/domains/check, for owners: asks for the TXT record of each domain. `{ domains }` as they stand then. 404. */
export const checkEmailDomains = endpoint({
  input: named,
  path: '/sign-in-providers/:id/domains/check',
  run: async ({ input: { id }, req, tenant }) => {
    requireOwner(req)
    const domains = await proveEmailDomains({ id, req, tenant })
    if (!domains) {
      throw new NotHere()
    }

    return { domains }
  },
  transaction: false,
})

/** POST /api/sign-in-providers/:id/scim-tokens `{ name }`, for owners: 201 `{ id, token }`; `token` is never shown again. 404; 422 tooManyKeys; 401 reauthenticationNeeded. */
export const createScimToken = endpoint({
  input: z.object({ id: z.uuid(), name: z.string().trim().min(1).max(80).refine(isOneLine) }),
  path: '/sign-in-providers/:id/scim-tokens',
  run: async ({ input: { id, name }, req, tenant }) => {
    requireOwner(req)
    await requireFresh(req, tenant)
    const made = await makeScimToken({ name, provider: id, req, tenant })
    if (!made) {
      throw new NotHere()
    }

    return made
  },
  status: 201,
})

/** POST /api/scim-tokens/:id/revoke, for owners: ends a token at once. 200 `{ revoked: true }`; 404. */
export const endScimToken = endpoint({
  input: named,
  path: '/scim-tokens/:id/revoke',
  run: async ({ input: { id }, req, tenant }) => {
    requireOwner(req)
    if (!(await revokeScimToken({ id, req, tenant }))) {
      throw new NotHere()
    }

    return { revoked: true }
  },
})
