import type { Endpoint, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { inTransaction, row } from '@/database/transaction'
import { announce } from '@hooks/events/announce'

type Moved = { collectionSlug?: unknown; docsToMove?: unknown }

/**
 * The place of a lesson is the lesson's, and not that of one of its drafts. Payload's endpoint for
 * ordering writes it into the newest draft where there is one: the row keeps its place, and loses the
 * new one when the draft does. Here row and newest version get it together.
 */
export const placeOfLessons = ({ handler, ...endpoint }: Endpoint): Endpoint => ({
  ...endpoint,
  handler: async (req) => {
    const { collectionSlug, docsToMove } = (await req.json?.()) as Moved
    if (collectionSlug !== 'lessons' || !Array.isArray(docsToMove)) {
      return handler(req)
    }

    return inTransaction(req, async () => {
      const answer = await handler(req)
      const { orderValues = [] } = (await answer.clone().json()) as { orderValues?: string[] }
      for (const [nth, place] of orderValues.entries()) {
        await setPlace({ id: String(docsToMove[nth]), place, req })
      }

      return answer
    })
  },
})

const setPlace = async ({
  id,
  place,
  req,
}: {
  id: string
  place: string
  req: PayloadRequest
}): Promise<void> => {
  const moved = await row<{ tenant: string }>(
    req,
    sql`with newest as (
          update _lessons_v set version__lessons_lessons_order = ${place}
          where parent_id = ${id}::uuid and latest)
        update lessons set _lessons_lessons_order = ${place} where id = ${id}::uuid
        returning tenant_id as tenant`,
  )
  if (moved) {
    const data = { id, collection: 'lessons' }
    await announce({ data, fact: 'content.changed', req, tenant: moved.tenant })
  }
}
