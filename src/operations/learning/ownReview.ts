import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { mayReview, REVIEW_FROM } from '@/domain/learning/reviews'
import { announce } from '@hooks/events/announce'

/** Seconds between two changes of one review: each makes the school's pages anew. */
const REST = 5

type Asked = { course: string; learner: string; req: PayloadRequest }

export type OwnReview = {
  editedAt: null | string
  hiddenReason: null | string
  id: string
  isHidden: boolean
  stars: number
  text: string
}

/** A learner's place in a course and what they wrote of it; undefined for whoever has no place there. */
export const reviewerOf = async ({
  course,
  learner,
  req,
}: Asked): Promise<
  undefined | { isCompleted: boolean; percent: number; review: null | OwnReview }
> =>
  row(
    req,
    sql`select e.percent::float8 as percent, e.completed_at is not null as "isCompleted",
          case when r.id is not null then json_build_object('id', r.id, 'stars', r.stars::int,
            'text', coalesce(r.text, ''), 'isHidden', r.status = 'hidden', 'hiddenReason', r.hidden_reason,
            'editedAt', r.edited_at) end as review
        from enrollments e
        left join reviews r on r.learner_id = e.learner_id and r.course_id = e.course_id
        where e.learner_id = ${learner} and e.course_id = ${course} and e.status <> 'revoked'`,
  )

/**
 * Writes a learner's review of a course, or changes the one there is: two requests at once make one. A
 * hidden one stays hidden. Answers null for whoever has no place in the course, and `wait` in seconds
 * where it was changed a moment ago; throws reviewTooEarly before a fifth of the course.
 */
export const writeReview = async ({
  course,
  learner,
  req,
  stars,
  tenant,
  text,
}: Asked & { stars: number; tenant: string; text: string }): Promise<
  null | { id: string } | { wait: number }
> => {
  const reviewer = await reviewerOf({ course, learner, req })
  if (!reviewer) {
    return null
  }
  if (!mayReview(reviewer)) {
    throw new RuleError('reviewTooEarly', { from: REVIEW_FROM, percent: reviewer.percent })
  }
  const written = await row<{ id: string }>(
    req,
    sql`insert into reviews as r (id, tenant_id, course_id, learner_id, stars, text, status)
        values (uuidv7(), ${tenant}, ${course}, ${learner}, ${stars}, ${text}, 'published')
        on conflict (tenant_id, learner_id, course_id) do update
          set stars = excluded.stars, text = excluded.text, edited_at = now(), updated_at = now()
          where (r.stars, coalesce(r.text, '')) is distinct from (excluded.stars, excluded.text)
            and r.updated_at <= now() - make_interval(secs => ${REST})
        returning id`,
  )
  if (written) {
    await tell({ id: written.id, fact: 'review.written', req, tenant })

    return written
  }
  const standing = await row<{ id: string; isSame: boolean }>(
    req,
    sql`select id, stars = ${stars} and coalesce(text, '') = ${text} as "isSame"
        from reviews where learner_id = ${learner} and course_id = ${course}`,
  )

  return standing?.isSame ? { id: standing.id } : { wait: REST }
}

/** Takes a learner's review of a course back; null for whoever has no place in the course. */
export const withdrawReview = async ({
  course,
  learner,
  req,
  tenant,
}: Asked & { tenant: string }): Promise<null | { isWithdrawn: boolean }> => {
  if (!(await reviewerOf({ course, learner, req }))) {
    return null
  }
  const gone = await row<{ id: string }>(
    req,
    sql`delete from reviews where learner_id = ${learner} and course_id = ${course} returning id`,
  )
  if (gone) {
    await tell({ id: gone.id, fact: 'review.withdrawn', req, tenant })
  }

  return { isWithdrawn: Boolean(gone) }
}

const tell = async ({
  id,
  fact,
  req,
  tenant,
}: {
  fact: 'review.withdrawn' | 'review.written'
  id: string
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  await announce({ data: { review: id }, fact, req, tenant })
  await announce({ data: { id, collection: 'reviews' }, fact: 'content.changed', req, tenant })
}
