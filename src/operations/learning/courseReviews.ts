import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row, rows } from '@/database/transaction'
import { publicName, shownRating } from '@/domain/learning/reviews'

/** A review as strangers read it; moments in ISO 8601. */
export type ShownReview = {
  author: string
  id: string
  reply: null | string
  stars: number
  text: string
  writtenAt: string
}

/** Reviews of a course that are shown: how many gave how many stars (`1` to `5`), and a page of those with words. */
export type CourseReviews = {
  average: null | number
  count: number
  reviews: ShownReview[]
  stars: Record<'1' | '2' | '3' | '4' | '5', number>
  /** How many have words. */
  written: number
}

/** Reviews on a page. */
const REVIEWS_PAGE = 6

/** What learners say of a course, newest first; two statements. */
export const courseReviews = async ({
  course,
  page = 1,
  req,
}: {
  course: string
  page?: number
  req: PayloadRequest
}): Promise<CourseReviews> => {
  const shown = sql`r.course_id = ${course} and r.status = 'published'`
  const sums = await row<Omit<CourseReviews, 'reviews'>>(
    req,
    sql`select count(*)::int as count, avg(stars)::float8 as average,
          count(*) filter (where coalesce(text, '') <> '')::int as written,
          json_build_object('1', count(*) filter (where stars = 1), '2', count(*) filter (where stars = 2),
            '3', count(*) filter (where stars = 3), '4', count(*) filter (where stars = 4),
            '5', count(*) filter (where stars = 5)) as stars
        from reviews r where ${shown}`,
  )
  const found = await rows<ShownReview>(
    req,
    sql`select r.id, u.name as author, r.stars::int as stars, r.text, nullif(trim(r.reply), '') as reply,
          to_json(r.created_at) #>> '{}' as "writtenAt"
        from reviews r join users u on u.id = r.learner_id
        where ${shown} and coalesce(r.text, '') <> ''
        order by r.created_at desc, r.id desc limit ${REVIEWS_PAGE} offset ${(page - 1) * REVIEWS_PAGE}`,
  )
  const none = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 }

  return {
    average: sums?.average == null ? null : shownRating(sums.average),
    count: sums?.count ?? 0,
    reviews: found.map((review) => ({ ...review, author: publicName(review.author) })),
    stars: sums?.stars ?? none,
    written: sums?.written ?? 0,
  }
}
