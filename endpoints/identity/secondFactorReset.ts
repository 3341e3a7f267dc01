import { z } from 'zod'

import { resetSecondFactor } from '@/operations/identity/secondFactor'
import { personIn } from '@/operations/identity/people'
import { holds, isManager } from '@hooks/access'

import { endpoint } from '../support/endpoint'
import { NotAllowed, NotHere } from '../support/errors'
import { requireFresh } from '../support/fresh'

/**
 * POST /api/users/:id/second-factor/reset `{ reason }`: takes somebody's second step of signing in away and ends their sessions. 200
 * `{ isReset }`, false where there was none. For managers; an owner's is for owners. 401 reauthenticationNeeded.
 */
export const resetSecondFactorOf = endpoint({
  input: z.object({ id: z.uuid(), reason: z.string().trim().min(1).max(1000) }),
  path: '/users/:id/second-factor/reset',
  run: async ({ input: { id: account, reason }, req, tenant }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }
    const person = await personIn({ account, req, tenant })
    if (!person) {
      throw new NotHere()
    }
    if (person.isOwner && !holds(req, ['owner', 'superAdmin'])) {
      throw new NotAllowed()
    }
    await requireFresh(req, tenant)

    return { isReset: await resetSecondFactor({ account, by: req.user.id, reason, req, tenant }) }
  },
})
