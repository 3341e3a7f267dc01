import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'

import type { OfferOnSale } from './offers'

import { HOLDERS, JOINABLE, WAITING } from './cohortPlaces'

/** A cohort in which places are given now; moments are ISO 8601. */
export type CohortOnSale = {
  /** Until when one can come in. */
  closesAt: string
  course: string
  endsAt: null | string
  /** Whether one can wait for a place once it is full. */
  hasWaitlist: boolean
  id: string
  /** Whether whoever asks has a place in it. */
  isMine: boolean
  /** How whoever asks stands in its queue: at which place, or until when a place is kept for them; null for who does not wait. */
  queued: null | { position: null | number; until: null | string }
  /** Places that are free and for which nobody waits; null where there is no limit. */
  left: null | number
  name: string
  startsAt: string
  /** How many wait for a place. */
  waiting: number
}

/**
 * Cohorts of some courses that people can come into now, the next one first: those on offer whose time to enroll has
 * begun and is not over. Where no last day is set, that is when they start.
 */
export const cohortsOnSale = ({
  courses,
  learner,
  req,
}: {
  courses: readonly string[]
  learner: null | string
  req: PayloadRequest
}): Promise<CohortOnSale[]> =>
  rows<CohortOnSale>(
    req,
    sql`select k.id, k.course_id as course, k.name, to_json(k.starts_at) #>> '{}' as "startsAt",
          to_json(k.ends_at) #>> '{}' as "endsAt", to_json(coalesce(k.enroll_until, k.starts_at)) #>> '{}' as "closesAt",
          case when k.capacity is not null and q.waiting = 0 then greatest(k.capacity::int - t.taken, 0)
            when k.capacity is not null then 0 end as left,
          coalesce(k.has_waitlist, true) as "hasWaitlist", q.waiting, (select json_build_object('until', w.offered_until,
              'position', case when w.status = 'waiting' then (select count(*)::int from waitlist_entries o
                where o.cohort_id = k.id and o.status = 'waiting' and (o.rank, o.id) <= (w.rank, w.id)) end)
            from waitlist_entries w where w.cohort_id = k.id and w.learner_id = ${learner}::uuid and w.status in ('waiting', 'offered')) as queued, t."isMine"
        from cohorts k
        cross join lateral (select count(*)::int as taken, coalesce(bool_or(h.learner = ${learner}::uuid), false) as "isMine"
          from (${HOLDERS}) h) t
        cross join lateral (select ${WAITING} as waiting) q
        where k.course_id::text in (select jsonb_array_elements_text(${JSON.stringify(courses)}::jsonb))
          and exists (select 1 from courses c where c.id = k.course_id and c._status = 'published' and c.deleted_at is null)
          and ${JOINABLE}
        order by k.starts_at, k.id`,
  )

/** What a purchase asks of cohorts: for each course that is sold by them, which there are, and which one was chosen. */
export type CohortChoice = {
  chosen: null | string
  course: string
  options: CohortOnSale[]
  title: string
}

type Asked = {
  buyer: null | string
  /** Ids of the cohorts that were chosen. */
  cohorts: readonly string[]
  offers: readonly OfferOnSale[]
  req: PayloadRequest
}

/**
 * The choices of a purchase, in one statement where something in it is sold for a cohort and none where nothing is.
 * Throws cohortClosed for a cohort that is not on sale, or not of what is bought, and for two of one course.
 */
export const cohortChoices = async ({
  buyer,
  cohorts,
  offers,
  req,
}: Asked): Promise<CohortChoice[]> => {
  const courses = offers.flatMap((offer) => (offer.isForCohort ? offer.courses : []))
  const ids = courses.map(({ id }) => id)
  const onSale = ids.length > 0 ? await cohortsOnSale({ courses: ids, learner: buyer, req }) : []
  const chosen = onSale.filter(({ id }) => cohorts.includes(id))
  const taken = new Set(chosen.map(({ course }) => course))
  if (chosen.length < new Set(cohorts).size || taken.size < chosen.length) {
    throw new RuleError('cohortClosed')
  }
  const taught = courses.filter(({ id }) => onSale.some(({ course }) => course === id))
  // A bundle may hold courses of both kinds; an offer with nothing to choose is not for sale by its own word.
  const asked = taught.length > 0 ? taught : courses.slice(0, 1)

  return asked.map(({ id, title }) => ({
    chosen: chosen.find(({ course }) => course === id)?.id ?? null,
    course: id,
    options: onSale.filter(({ course }) => course === id),
    title,
  }))
}

/** The chosen cohorts, by their courses. Throws cohortNeeded where one is still to be chosen. */
export const requireChosen = (choices: readonly CohortChoice[]): Map<string, string> =>
  new Map(
    choices.map(({ chosen, course }) => {
      if (!chosen) {
        throw new RuleError('cohortNeeded')
      }

      return [course, chosen]
    }),
  )
