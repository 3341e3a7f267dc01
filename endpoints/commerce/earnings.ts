import type { Endpoint } from 'payload'
import { z } from 'zod'

import { BadSignature } from '@/adapters/payments/types'
import { DIRECT, SCHOOL } from '@/domain/commerce/payouts'
import { RuleError } from '@/domain/errors'
import { askPayouts } from '@/operations/commerce/payouts/ask'
import { beginOnboarding, earns } from '@/operations/commerce/payouts/accounts'
import { earningsOf } from '@/operations/commerce/payouts/earnings'
import { receivePayoutEvent } from '@/operations/commerce/payouts/receive'
import { allSchools, payoutOverview } from '@/operations/commerce/payoutOverview'
import { holds, isManager } from '@hooks/access'

import { endpoint } from '../support/endpoint'
import { NotAllowed } from '../support/errors'
import { requireFresh } from '../support/fresh'

/**
 * GET /api/earnings?currency=&before=: the caller's own, minor units: `{ account: { isReady, needs } | null, balances: [{ currency, owed, held,
 * payable, onWay, paid }], inBase: { currency, owed, held, payable, onWay, paid, rates, unknown } | null, currency, entries: [{ sequence, kind, amount, balance, currency, postedAt, order, title, rule, share, refund, payout }], next, payouts: [{ id, amount, currency, status, failure, madeAt, settledAt }] }`,
 * 50 lines at once, newest first; `next` is the `before` of those before them. 401 for visitors.
 */
const own = endpoint({
  input: z.object({
    before: z.coerce.number().int().positive().optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
  }),
  method: 'get',
  path: '/earnings',
  run: ({ input, req, tenant }) =>
    earningsOf({ ...input, holder: String(req.user.id), req, tenant }),
})

/**
 * POST /api/earnings/account, for whoever is signed in, or with `{ school: true }`, or `{ direct: true }` for the one that sales go to at once, for managers: opens the account to which the caller,
 * or the school, is paid, or goes on with it: `{ url }` of the provider's page. 403 for the school's where the caller manages none of it, 422 nothingShared
 * for somebody who shares in no sales; 401 reauthenticationNeeded.
 */
const onboard = endpoint({
  input: z.object({ direct: z.boolean().default(false), school: z.boolean().default(false) }),
  path: '/earnings/account',
  run: async ({ input, req, tenant }) => {
    const { direct } = input
    const school = direct || input.school
    if (school && !isManager(req)) {
      throw new NotAllowed()
    }
    await requireFresh(req, tenant)
    const { id, email } = req.user
    if (!school && !(await earns({ account: String(id), req }))) {
      throw new RuleError('nothingShared')
    }
    const returnUrl = new URL(
      school ? '/admin/collections/payouts' : '/account/earnings',
      originOf(req),
    )
    const url = await beginOnboarding({
      email,
      holder: direct ? DIRECT : school ? SCHOOL : String(id),
      person: school ? null : String(id),
      req,
      returnUrl: returnUrl.toString(),
      tenant,
    })

    return { url }
  },
  transaction: false,
})

const originOf = (req: { headers: Headers; url?: string }): string =>
  req.headers.get('origin') ?? new URL(req.url ?? 'http://localhost').origin

/**
 * GET /api/earnings/balances, for managers: `{ balances: [{ holder, name, currency, owed, held, payable, onWay, paid, isReady }] }`, minor units: what
 * everybody who earns is owed, and under `school` what the platform holds for the school itself. 403 for others.
 */
const balances = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/earnings/balances',
  run: async ({ req, tenant }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }

    return { balances: await payoutOverview({ req, tenant }) }
  },
})

/**
 * POST /api/earnings/payouts, for managers, with `{ holder }` for one of them alone: pays out what has cleared, to those whose account is ready, and answers 201
 * `{ payouts: [{ id, holder, amount, currency }] }` at once; a worker asks the provider. Asked twice it pays once. 403 for others.
 */
const pay = endpoint({
  input: z.object({ holder: z.union([z.uuid(), z.literal(SCHOOL)]).optional() }),
  path: '/earnings/payouts',
  run: async ({ input: { holder }, req, tenant }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }

    return {
      payouts: await askPayouts({ ...(holder && { holder }), req, scheduledAt: null, tenant }),
    }
  },
  status: 201,
})

/**
 * GET /api/platform/balances, for staff of the platform: `{ schools: [{ schoolId, school, currency, held, fees, owed, onWay }] }`, minor units, as the
 * books of every school say. 403 for others.
 */
const schools = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/platform/balances',
  run: async ({ req }) => {
    if (!holds(req, ['superAdmin'])) {
      throw new NotAllowed()
    }

    return { schools: await allSchools() }
  },
})

const MOST_CHARACTERS = 1024 * 1024

/**
 * POST /api/connect/stripe/webhook: events of Stripe Connect (`account.updated`, and `payout.*` of connected accounts). 200 `{ receipt }`: received, repeated, or ignored
 * where it was about nothing of ours; 400 badSignature for what Stripe did not sign with our secret within the last five minutes.
 */
const webhook: Endpoint = {
  handler: async (req) => {
    const { headers, payload } = req
    const body = (await req.text?.()) ?? ''
    const answer = (given: object, status: number) =>
      Response.json(given, { headers: { 'Cache-Control': 'no-store' }, status })
    if (body.length > MOST_CHARACTERS) {
      return answer({ code: 'tooLarge' }, 413)
    }
    try {
      return answer({ receipt: await receivePayoutEvent({ body, headers, payload }) }, 200)
    } catch (error) {
      if (error instanceof BadSignature) {
        return answer({ code: 'badSignature' }, 400)
      }
      throw error
    }
  },
  method: 'post',
  path: '/connect/stripe/webhook',
}

export const earningEndpoints = [own, onboard, balances, pay, schools, webhook] as const
