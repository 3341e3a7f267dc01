import type { PayloadRequest } from 'payload'

import type { OfferOnSale } from '@/operations/commerce/offers'

import { RuleError } from '@/domain/errors'
import { cohortChoices, requireChosen } from '@/operations/commerce/cohortsOnSale'
import { coursesOf, offersOnSale } from '@/operations/commerce/offers'
import { ownershipOf } from '@/operations/commerce/ownership'
import { requirePrerequisites } from '@/operations/commerce/prerequisites'

type Asked = {
  cohort: null | string
  learner: string
  offer: null | string
  req: PayloadRequest
}

/** The offer and the courses that a request can be about now. */
export type Admissible = { courses: string[]; offer: OfferOnSale }

/**
 * Whether somebody could have, by an offer on request, what they ask for now; asked at the request and again at its approval.
 * Throws notForSale, also for an offer that is not on request, alreadyOwned, prerequisitesMissing, cohortNeeded and cohortClosed.
 */
export const requireAdmissible = async ({
  cohort,
  learner,
  offer: id,
  req,
}: Asked): Promise<Admissible> => {
  const [offer] = id ? await offersOnSale(req, [id]) : []
  if (!offer?.isOnRequest) {
    throw new RuleError('notForSale')
  }
  const offers = [offer]
  const courses = coursesOf(offers)
  if ((await ownershipOf({ buyer: learner, offers, req })).isWhole) {
    throw new RuleError('alreadyOwned')
  }
  await requirePrerequisites({ courses, learner, req })
  requireChosen(
    await cohortChoices({ buyer: learner, cohorts: cohort ? [cohort] : [], offers, req }),
  )

  return { courses, offer }
}
