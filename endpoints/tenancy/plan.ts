import { z } from 'zod'

import { PaymentDeclined, PaymentUnavailable } from '@/adapters/payments/types'
import { bareHost } from '@/domain/tenancy/hosts'
import { LOCALES } from '@/domain/tenancy/locales'
import { originOf } from '@/operations/tenancy/origins'
import { planPortal, setPlanEnding } from '@/operations/tenancy/planSubscriptions/end'
import { choosePlan } from '@/operations/tenancy/planSubscriptions/subscribe'
import { schoolOf } from '@/operations/tenancy/school'
import { isOwner } from '@hooks/access'

import type { School } from '@/operations/tenancy/school'

import type { SignedIn } from '../support/endpoint'

import { endpoint } from '../support/endpoint'
import { CodedError, NotAllowed, NotHere } from '../support/errors'

/** The panel of plans in the admin, at the host that the owner is on. */
const panelOf = (req: SignedIn, { origin }: { origin: string }): string => {
  const host = bareHost(req.headers.get('host') ?? '')

  return `${host ? originOf(host) : origin}/admin/collections/plans`
}

const requireOwner = (req: SignedIn): void => {
  if (!isOwner(req)) {
    throw new NotAllowed()
  }
}

const schoolHere = async (req: SignedIn, tenant: string): Promise<School> => {
  const school = await schoolOf({ req, tenant })
  if (!school) {
    throw new NotHere()
  }

  return school
}

/** What a provider says, with the status that says it: 402 paymentDeclined, 502 paymentUnavailable. */
const asked = async <T>(req: SignedIn, ask: () => Promise<T>): Promise<T> => {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof PaymentDeclined) {
      throw new CodedError({ code: 'paymentDeclined', status: 402 })
    }
    if (error instanceof PaymentUnavailable) {
      req.payload.logger.error({ err: error }, 'The provider of plans did not do as it was asked.')
      throw new CodedError({ code: 'paymentUnavailable', status: 502 })
    }
    throw error
  }
}

/**
 * POST /api/plan/subscribe `{ plan, locale? }`: the owner takes the school to an offered plan. Answers `{ outcome, url? }`:
 * `pay` with the page of the provider on which it is paid, `moved` once the school is on it, `ending` where it goes there
 * when what is paid is over. 402 paymentDeclined; 409 planChanged; 422 planUnknown, planNotReady; 502 paymentUnavailable.
 */
export const subscribeToPlan = endpoint({
  input: z.object({ locale: z.enum(LOCALES).optional(), plan: z.uuid() }),
  path: '/plan/subscribe',
  run: async ({ input: { locale, plan }, req, tenant }) => {
    requireOwner(req)
    const school = await schoolHere(req, tenant)

    return asked(req, () =>
      choosePlan({
        email: String(req.user.email),
        locale: locale ?? school.locale,
        plan,
        req,
        returnUrl: panelOf(req, school),
        school,
      }),
    )
  },
  transaction: false,
})

const ending = (path: '/plan/cancel' | '/plan/resume') =>
  endpoint({
    input: z.object({}),
    path,
    run: async ({ req, tenant }) => {
      requireOwner(req)
      const ends = path === '/plan/cancel'
      await asked(req, () => setPlanEnding({ ends, req, tenant }))

      return { ends }
    },
    transaction: false,
  })

/** POST /api/plan/cancel: what the school pays for ends with the month that is paid: `{ ends: true }`. 409 planNotPaid. */
export const cancelPlan = ending('/plan/cancel')

/** POST /api/plan/resume: it goes on after all: `{ ends: false }`. 409 planNotPaid. */
export const resumePlan = ending('/plan/resume')

/** POST /api/plan/portal: `{ url }`, the provider's own page for cards and invoices. 409 planNotPaid where there is none. */
export const openPlanPortal = endpoint({
  input: z.object({}),
  path: '/plan/portal',
  run: async ({ req, tenant }) => {
    requireOwner(req)
    const returnUrl = panelOf(req, await schoolHere(req, tenant))

    return { url: await asked(req, () => planPortal({ req, returnUrl, tenant })) }
  },
  transaction: false,
})
