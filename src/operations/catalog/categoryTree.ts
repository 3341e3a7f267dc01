import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'
import { languageOf } from '@/operations/translation/reading'
import { textIn } from '@/operations/translation/textIn'

/** A category as pages show it, in the reader's language where it was translated. */
export type Category = {
  description: null | string
  id: string
  name: string
  parent: null | string
  slug: string
}

/** All categories of a school in its order, those of one parent together; one statement. */
export const categoryTree = async (req: PayloadRequest): Promise<Category[]> => {
  const language = await languageOf(req)
  const text = (field: string, own: SQL) =>
    textIn(language, 'categories', { field, of: sql`k.id`, own })

  return rows<Category>(
    req,
    sql`select k.id, k.slug, ${text('name', sql`k.name`)} as name,
          ${text('description', sql`nullif(trim(k.description), '')`)} as description, k.parent_id as parent
        from categories k order by k.position, k.name, k.id`,
  )
}
