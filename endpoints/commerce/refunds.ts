import { z } from 'zod'

import { askRefund } from '@/operations/commerce/refunds/ask'
import { refundsOf } from '@/operations/commerce/refunds/overview'
import { isManager } from '@hooks/access'

import { endpoint } from '../support/endpoint'
import { NotAllowed, NotHere } from '../support/errors'

const MOST_LINES = 200
const amount = z.int().positive()

const which = z.object({ id: z.uuid() })

const wish = z.union([
  z.object({ amount }),
  z.object({
    lines: z
      .array(z.object({ amount, line: z.uuid() }))
      .min(1)
      .max(MOST_LINES),
  }),
])

/**
 * GET /api/orders/:id/refunds, for managers: what of an order can go back and what did, amounts in minor units of
 * `currency`: `{ currency, left, lines: [{ id, title, total, tax, left }], refunds: [{ id, amount, status, reason,
 * endsAccess, failure, author, askedAt, settledAt, creditNote: { id, number } | null }], refused }`, where `refused` is why nothing can
 * go back now (notRefundable, orderDisputed, transferUnderWay) or null. 403 for others, 404 for no order of the school.
 */
const overview = endpoint({
  input: which,
  method: 'get',
  path: '/:id/refunds',
  run: async ({ input: { id }, req }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }
    const found = await refundsOf({ order: id, req })
    if (!found) {
      throw new NotHere()
    }

    return found
  },
})

/**
 * POST /api/orders/:id/refunds, for managers, with `{ key, wish: { amount } | { lines: [{ line, amount }] }, reason, endsAccess }`: gives
 * money back, amounts in minor units of the order's currency, and answers 201 `{ refund: { id, amount, currency } }` at
 * once; a worker asks the provider. One `key` (a UUID of the caller's) makes one refund, however often it is sent.
 * 422 notRefundable, refundTooMuch (more than is left, refunds under way included), lineUnknown, orderDisputed; 409 transferUnderWay.
 */
const ask = endpoint({
  input: which.extend({
    endsAccess: z.boolean(),
    key: z.uuid(),
    reason: z.string().trim().min(1).max(500),
    wish,
  }),
  path: '/:id/refunds',
  run: async ({ input: { id, ...asked }, req, tenant }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }
    const refund = await askRefund({ ...asked, order: id, req, tenant })
    if (!refund) {
      throw new NotHere()
    }

    return { refund }
  },
  status: 201,
})

/** Endpoints below /api/orders, which Payload looks for in the collection itself. */
export const refundEndpoints = [overview, ask] as const
