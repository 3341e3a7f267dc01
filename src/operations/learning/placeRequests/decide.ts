import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { PlaceRequestStatus } from '@/domain/learning/placeRequests'
import type { Locale } from '@/domain/tenancy/locales'

import { inTransaction, row, rows } from '@/database/transaction'
import { DAYS_TO_PAY } from '@/domain/commerce/onRequest'
import { RuleError } from '@/domain/errors'
import { requestAfter } from '@/domain/learning/placeRequests'
import { requirePlaces } from '@/operations/commerce/cohortPlaces'
import { placeOrder } from '@/operations/commerce/placeOrder'
import { offerPlaces } from '@/operations/learning/offerPlaces'
import { enqueue } from '@/operations/learning/waitlist'

import { requireAdmissible } from './admissible'
import { tellOfRequest } from './tell'

type Deciding = {
  action: 'approve' | 'decline'
  /** Why, in words that the learner reads; needed where it is declined. */
  reason: string
  req: PayloadRequest
  tenant: string
}

/** What was decided, and what could not be, with the code of the rule. */
export type Decided = { decided: number; refused: { code: string; request: string }[] }

/**
 * Decides on some requests, each in a transaction of its own: one that cannot be approved holds up no other. A request that
 * somebody else decided on meanwhile, or that was withdrawn, is refused as requestClosed.
 */
export const decideOnRequests = async ({
  requests,
  ...deciding
}: Deciding & { requests: readonly string[] }): Promise<Decided> => {
  const decided: Decided = { decided: 0, refused: [] }
  for (const request of new Set(requests)) {
    try {
      await inTransaction(deciding.req, () => decide(request, deciding))
      decided.decided += 1
    } catch (error) {
      if (!(error instanceof RuleError)) {
        throw error
      }
      decided.refused.push({ code: error.code, request })
    }
  }

  return decided
}

type Held = {
  cohort: null | string
  course: string
  id: string
  learner: string
  locale: Locale | null
  offer: null | string
  status: PlaceRequestStatus
}

const decide = async (request: string, deciding: Deciding): Promise<void> => {
  const { action, req } = deciding
  const held = await row<Held>(
    req,
    sql`select p.id, p.learner_id as learner, p.course_id as course, p.offer_id as offer, p.cohort_id as cohort, p.status, u.locale
        from place_requests p join users u on u.id = p.learner_id where p.id = ${request}::uuid for no key update of p`,
  )
  if (!held || !requestAfter(action, held.status)) {
    throw new RuleError('requestClosed')
  }
  await (action === 'approve' ? approve(held, deciding) : decline(held, deciding))
}

type Written = { courses?: string[]; days?: null | number; status: PlaceRequestStatus }

/** Keeps what was decided, and tells whom it concerns. A cohort's place is kept no longer than people can join it. */
const write = async (held: Held, { reason, req, tenant }: Deciding, written: Written) => {
  const { courses = [held.course], days = null, status } = written
  await rows(
    req,
    sql`update place_requests p set status = ${status}::enum_place_requests_status, reason = nullif(${reason}, ''), decided_at = now(),
          updated_at = now(),
          decided_by_id = (select u.id from users u where u.id = ${req.user?.id ?? null}::uuid and u.tenant_id = ${tenant}::uuid),
          pay_until = least(now() + ${days}::int * interval '1 day',
            (select coalesce(k.enroll_until, k.starts_at) from cohorts k where k.id = p.cohort_id and ${days}::int is not null))
        where p.id = ${held.id}`,
  )
  await tellOfRequest({
    courses,
    learner: held.learner,
    req,
    request: held.id,
    side: 'school',
    status,
    tenant,
  })
}

/** An approved place that is being paid for is not taken back. */
const decline = async (held: Held, deciding: Deciding): Promise<void> => {
  const paying = await row(
    deciding.req,
    sql`select 1 from orders o join order_lines l on l.order_id = o.id
        where o.buyer_id = ${held.learner} and l.offer_id = ${held.offer}::uuid and o.status = 'pending' limit 1`,
  )
  if (paying && held.status === 'approved') {
    throw new RuleError('requestClosed')
  }
  await write(held, deciding, { status: 'declined' })
}

/** A place that costs nothing is given at once, any other kept until it is paid for; in a full cohort it is waited for. */
const approve = async (held: Held, deciding: Deciding): Promise<void> => {
  const { courses, offer } = await requireAdmissible({ ...held, req: deciding.req })
  if (await isFull(held, deciding.req)) {
    await waitForPlace(held, deciding)
  } else if (offer.amount > 0 || offer.terms) {
    await write(held, deciding, {
      days: await daysToPay(offer.offer, deciding.req),
      status: 'approved',
    })
  } else {
    await givePlace({ courses, held, offer: offer.offer }, deciding)
  }
}

const isFull = async ({ cohort, learner }: Held, req: PayloadRequest): Promise<boolean> => {
  try {
    const cohorts = cohort ? [cohort] : []
    await requirePlaces({ cohorts, learners: [learner], req, yieldsToQueue: true })

    return false
  } catch (error) {
    if (error instanceof RuleError && error.code === 'cohortFull') {
      return true
    }
    throw error
  }
}

const waitForPlace = async (held: Held, deciding: Deciding): Promise<void> => {
  const { cohort, learner } = held
  const { req, tenant } = deciding
  const queue = await row(
    req,
    sql`select 1 from cohorts where id = ${cohort}::uuid and coalesce(has_waitlist, true)`,
  )
  if (!cohort || !queue) {
    throw new RuleError('cohortFull')
  }
  await enqueue({ cohort, learner, req, tenant })
  await write(held, deciding, { status: 'waitlisted' })
  await offerPlaces({ cohort, req, tenant })
}

const daysToPay = async (offer: string, req: PayloadRequest): Promise<number> =>
  (
    await row<{ days: null | number }>(
      req,
      sql`select days_to_pay::int as days from offers where id = ${offer}::uuid`,
    )
  )?.days ?? DAYS_TO_PAY

const givePlace = async (
  { courses, held, offer }: { courses: string[]; held: Held; offer: string },
  deciding: Deciding,
): Promise<void> => {
  const { req, tenant } = deciding
  // The order asks for an approved request, as anybody's would.
  await rows(req, sql`update place_requests set status = 'approved' where id = ${held.id}`)
  await placeOrder({
    accepts: false,
    buyer: held.learner,
    cohorts: held.cohort ? [held.cohort] : [],
    locale: held.locale,
    now: new Date(),
    offers: [offer],
    req,
    tenant,
  })
  await write(held, deciding, { courses, status: 'taken' })
}
