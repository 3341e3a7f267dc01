import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'

import type { PlaceRequest } from '@/domain/learning/placeRequests'

import { requireAdmissible } from './admissible'
import { courseOfOffer, requestOfLearner } from './read'
import { tellOfRequest } from './tell'

type Asking = {
  /** The one that was chosen, where the offer is for one. */
  cohort: null | string
  learner: string
  message: string
  offer: string
  req: PayloadRequest
  tenant: string
}

const LIVE: readonly string[] = ['approved', 'requested', 'waitlisted']

/**
 * Asks staff for a place by an offer, once however often it is asked: of a person and a course there is at most one open
 * request, by a unique index. Throws alreadyRequested where another offer of the course is asked about already, answerMissing
 * where the offer asks a question that was not answered, alreadyOwned for who is in the course, and what
 * `requireAdmissible` does. Null where the school has no such offer. Runs in the caller's transaction.
 */
export const askForPlace = async (asking: Asking): Promise<null | PlaceRequest> => {
  const { learner, message, offer, req, tenant } = asking
  const course = await courseOfOffer(offer, req)
  if (!course) {
    return null
  }
  const before = await openRequest(asking, course)
  if (before) {
    return before
  }
  await requireAdmissible(asking)
  if (await isInside({ course, learner, req })) {
    throw new RuleError('alreadyOwned')
  }
  const question = await questionOf(offer, req)
  if (question && !message) {
    throw new RuleError('answerMissing')
  }
  const request = await insert({ ...asking, course, question })
  if (request) {
    await tellOfRequest({
      courses: [course],
      learner,
      req,
      request,
      side: 'learner',
      status: 'requested',
      tenant,
    })
  }

  return openRequest(asking, course)
}

/** The request that is open already, be it another click's; throws alreadyRequested where it is about another offer. */
const openRequest = async (
  { learner, offer, req }: Asking,
  course: string,
): Promise<null | PlaceRequest> => {
  const found = await requestOfLearner({ course, learner, req })
  if (!found || !LIVE.includes(found.status)) {
    return null
  }
  if (found.offer !== offer) {
    throw new RuleError('alreadyRequested')
  }

  return found
}

const isInside = ({ course, learner, req }: Pick<Asking, 'learner' | 'req'> & { course: string }) =>
  row(
    req,
    sql`select 1 from enrollments where learner_id = ${learner}::uuid and course_id = ${course}::uuid and status <> 'revoked'`,
  )

const questionOf = async (offer: string, req: PayloadRequest): Promise<null | string> =>
  (
    await row<{ question: null | string }>(
      req,
      sql`select nullif(request_question, '') as question from offers where id = ${offer}::uuid`,
    )
  )?.question ?? null

const insert = async ({
  cohort,
  course,
  learner,
  message,
  offer,
  question,
  req,
  tenant,
}: Asking & { course: string; question: null | string }): Promise<string | undefined> =>
  (
    await row<{ id: string }>(
      req,
      sql`insert into place_requests (id, tenant_id, learner_id, course_id, offer_id, cohort_id, status, question, message)
          values (uuidv7(), ${tenant}::uuid, ${learner}::uuid, ${course}::uuid, ${offer}::uuid, ${cohort}::uuid, 'requested',
            ${question}, nullif(${message}, ''))
          on conflict (tenant_id, learner_id, course_id) where status in ('requested', 'approved') do nothing
          returning id`,
    )
  )?.id

/**
 * Takes back what somebody asked for, also once it is approved and before it is taken; answers whether there was anything.
 * Runs in the caller's transaction.
 */
export const withdrawRequest = async ({
  learner,
  offer,
  req,
  tenant,
}: Pick<Asking, 'learner' | 'offer' | 'req' | 'tenant'>): Promise<boolean> => {
  const withdrawn = await row<{ course: string; id: string }>(
    req,
    sql`update place_requests set status = 'withdrawn', pay_until = null, updated_at = now()
        where learner_id = ${learner}::uuid and offer_id = ${offer}::uuid and status in ('requested', 'approved')
        returning id, course_id as course`,
  )
  if (withdrawn) {
    await tellOfRequest({
      courses: [withdrawn.course],
      learner,
      req,
      request: withdrawn.id,
      side: 'learner',
      status: 'withdrawn',
      tenant,
    })
  }

  return Boolean(withdrawn)
}
