import type { CollectionSlug, PayloadRequest, Where } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'

import { collectionsOfCourse } from './courseHolds'

/**
 * Removes for good what a course is made of, in the caller's transaction: the rows of all collections
 * that call themselves a part of it, and the quizzes that no other course uses and nobody took. Throws
 * where one of them cannot go.
 */
export const eraseContents = async ({
  course,
  req,
}: {
  course: string
  req: PayloadRequest
}): Promise<void> => {
  const quizzes = await rows<{ id: string }>(
    req,
    sql`select distinct l.quiz_id as id from lessons l
        where l.course_id = ${course} and l.quiz_id is not null
          and not exists (select 1 from quiz_attempts a where a.quiz_id = l.quiz_id)
          and not exists (select 1 from lessons o
            where o.quiz_id = l.quiz_id and o.course_id is distinct from l.course_id)
          and not exists (select 1 from edition_lessons x
            where x.facts ->> 'quiz_id' = l.quiz_id::text and x.course_id <> l.course_id)`,
  )
  for (const collection of collectionsOfCourse(req.payload, 'part')) {
    await erase(req, collection, { course: { equals: course } })
  }
  await erase(req, 'quizzes', { id: { in: quizzes.map(({ id }) => id) } })
}

const erase = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  where: Where,
): Promise<void> => {
  const { errors } = await req.payload.delete({
    collection,
    depth: 0,
    overrideAccess: true,
    req,
    trash: true,
    where,
  })
  const [failed] = errors
  if (failed) {
    throw new Error(`${collection} ${failed.id}: ${failed.message}`)
  }
}
