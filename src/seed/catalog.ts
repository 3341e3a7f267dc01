import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'

import type { Make } from './maker'
import type { SeedCategory, SeedReview } from './types'

/** The shelves of a catalog, in their order; answers their ids by slug. */
export const seedCategories = async ({
  categories,
  make,
}: {
  categories: SeedCategory[]
  make: Make
}): Promise<Record<string, string>> => {
  const ids: Record<string, string> = {}
  for (const [position, { name, slug, below, description }] of categories.entries()) {
    ids[slug] = await make('categories', {
      name,
      slug,
      description,
      parent: below && ids[below],
      position,
    })
  }

  return ids
}

/** What students say of a course that they have finished. */
export const seedReviews = async ({
  course,
  make,
  req,
  reviews,
}: {
  course: string
  make: Make
  req: PayloadRequest
  reviews: SeedReview[]
}): Promise<void> => {
  for (const { by, reply, stars, text } of reviews) {
    const { docs } = await req.payload.find({
      collection: 'users',
      depth: 0,
      limit: 1,
      overrideAccess: true,
      req,
      where: { email: { equals: by } },
    })
    const learner = docs[0]?.id
    const enrollment = await make('enrollments', {
      completedAt: new Date().toISOString(),
      course,
      learner,
      percent: 100,
      source: 'staff',
      status: 'active',
    })
    await row(
      req,
      sql`insert into progress (id, tenant_id, learner_id, lesson_id, course_id, enrollment_id, spans, seconds, share, position, completed_at)
          select uuidv7(), tenant_id, ${learner}, id, course_id, ${enrollment}, '[]', 0, 1, 0, now()
          from lessons where course_id = ${course}`,
    )
    await make('reviews', { course, learner, reply, stars, status: 'published', text })
  }
}
