import { z } from 'zod'

import { PaymentUnavailable } from '@/adapters/payments/types'
import { parseMoney } from '@/domain/commerce/parseMoney'
import { searchTransactions } from '@/operations/commerce/financeSearch'
import { providerState } from '@/operations/commerce/providerState'
import { isManager } from '@hooks/access'

import { endpoint } from '../support/endpoint'
import { CodedError, NotAllowed, NotHere } from '../support/errors'

const day = z.iso.date().optional()

/**
 * GET /api/finance/transactions?text=&amount=&currency=&from=&to=&before=, for managers: payments, refunds and disputes, 25 at once and
 * the newest first: `{ transactions: [{ kind, id, amount, currency, state, provider, providerId, at, order: { id, number }, buyer: { email, name } }],
 * next }`, amounts in minor units. `text` is an address, an order's number or any id of a provider's; `amount` is as people write it, in `currency`;
 * `from` and `to` are days; `next` is the `before` of the next page. 403 for others, 400 badInput for an amount without a currency, or that is none.
 */
const search = endpoint({
  input: z
    .object({
      amount: z.string().trim().max(20).optional(),
      before: z.string().max(80).optional(),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .optional(),
      from: day,
      text: z.string().trim().max(200).default(''),
      to: day,
    })
    .transform(({ amount, currency, ...rest }, context) => {
      const wanted = amount && currency ? parseMoney(amount, currency) : null
      if (amount && wanted === null) {
        context.addIssue({
          code: 'custom',
          message: 'An amount needs its currency.',
          path: ['amount'],
        })
      }

      return { ...rest, amount: wanted, currency: currency ?? null }
    }),
  method: 'get',
  path: '/finance/transactions',
  run: async ({ input: { amount, before, currency, from, text, to }, req, tenant }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }

    return searchTransactions({
      ...(before && { before }),
      req,
      search: { amount, currency, from: from ?? null, text, to: to ?? null },
      tenant,
    })
  },
})

/**
 * GET /api/finance/payments/:id/state, for managers: how the provider says now that a payment stands, `{ state: { status, amount, currency,
 * payment } | null }`; null where it knows of none. 403 for others, 404 for no payment of the school, 503 paymentUnavailable while it cannot be asked.
 */
const state = endpoint({
  input: z.object({ id: z.uuid() }),
  method: 'get',
  path: '/finance/payments/:id/state',
  run: async ({ input: { id }, req }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }
    try {
      const found = await providerState({ payment: id, req })
      if (!found) {
        throw new NotHere()
      }

      return found
    } catch (error) {
      if (error instanceof PaymentUnavailable) {
        throw new CodedError({ code: 'paymentUnavailable', status: 503 })
      }
      throw error
    }
  },
})

export const financeEndpoints = [search, state] as const
