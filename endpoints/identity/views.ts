import { z } from 'zod'

import { endView, noView } from '@/operations/identity/viewOn'
import { beginView } from '@/operations/identity/views'
import { holds } from '@hooks/access'

import { endpoint, publicEndpoint } from '../support/endpoint'
import { NotAllowed, NotHere } from '../support/errors'

const PRIVATE = { 'Cache-Control': 'private, no-store' }

/**
 * POST /api/people/:id/view: this browser sees the school as a learner does, and changes nothing, for an hour or until
 * `POST /api/view/end`. 200 `{ until }`; 403 `viewOnly` for every change meanwhile. 422 `notALearner` for whoever works in the school,
 * `notActive`, `yourself`, and `browserOnly` for API clients. For owners, admins and support.
 */
export const viewAsLearner = endpoint({
  input: z.object({ id: z.uuid() }),
  path: '/people/:id/view',
  run: async ({ input: { id: account }, req, tenant }) => {
    if (!holds(req, ['owner', 'admin', 'support'])) {
      throw new NotAllowed()
    }
    const begun = await beginView({ account, req, tenant })
    if (!begun) {
      throw new NotHere()
    }
    const { cookie, until } = begun

    return Response.json({ until }, { headers: { ...PRIVATE, 'Set-Cookie': cookie } })
  },
})

/** POST /api/view/end: ends the view that this browser comes with; whoever began it is themselves again. 200 `{ ended: true }`, without a view too. */
export const endViewHere = publicEndpoint({
  input: z.object({}),
  path: '/view/end',
  run: async ({ req, tenant }) => {
    await endView(req.headers, tenant)

    return Response.json(
      { ended: true },
      { headers: { ...PRIVATE, 'Set-Cookie': noView(req.headers) } },
    )
  },
  shows: true,
  transaction: false,
})
