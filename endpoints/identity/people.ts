import { z } from 'zod'

import { ACCOUNT_ACTIONS, MOST_REASON } from '@/domain/identity/standing'
import { changeStatus } from '@/operations/identity/people/changeStatus'
import { isManager } from '@hooks/access'

import { endpoint } from '../support/endpoint'
import { NotAllowed, NotHere } from '../support/errors'

/**
 * POST /api/people/:id/status `{ action, reason }`: `suspend`, `ban`, `restore` or `delete` somebody's account. 200
 * `{ status, changed }`; `changed` is false where it stood so already. Whom it concerns is told by mail, with the reason.
 * 403 `aboveYou` for whoever stands higher; 422 `yourself`, `onlyOwner`, `stillTeaching` (delete) and `limitReached`
 * (restore). For managers.
 */
export const changeAccountStatus = endpoint({
  input: z.object({
    id: z.uuid(),
    action: z.enum(ACCOUNT_ACTIONS),
    reason: z.string().trim().min(1).max(MOST_REASON),
  }),
  path: '/people/:id/status',
  run: async ({ input: { id, ...asked }, req, tenant }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }
    const done = await changeStatus({
      ...asked,
      account: id,
      actor: req.user,
      now: new Date(),
      req,
      tenant,
    })
    if (!done) {
      throw new NotHere()
    }

    return done
  },
})
