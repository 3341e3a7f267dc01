import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { titleIn } from '@/operations/learning/outline'
import { languageOf } from '@/operations/translation/reading'

/** A course as pages of its discussions name it, in the reader's language. */
export type DiscussedCourse = { id: string; slug: string; title: string }

/** The course at an address; staff come by its id too, from where its address is not at hand. */
export const discussedCourse = async ({
  address,
  req,
}: {
  address: string
  req: PayloadRequest
}): Promise<null | DiscussedCourse> =>
  (await row<DiscussedCourse>(
    req,
    sql`select c.id, c.slug, ${titleIn(await languageOf(req), 'courses', 'c')} as title
        from courses c where (c.slug = ${address} or c.id::text = ${address}) and c.deleted_at is null`,
  )) ?? null
