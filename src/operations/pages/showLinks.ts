import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { LinkedDocument } from '@/domain/pages/textLinks'

import { rows } from '@/database/transaction'
import { linksIn, withLinks } from '@/domain/pages/textLinks'
import { languageOf } from '@/operations/translation/reading'
import { textIn } from '@/operations/translation/textIn'

/** What a text may lead to, published; whatever else it names leads nowhere. */
const PUBLISHED = {
  courses: sql`select id, slug, title from courses where _status = 'published' and deleted_at is null`,
  pages: sql`select id, slug, title from pages where _status = 'published'`,
}

/**
 * A rich text as it was read by SQL, with the published courses and pages it points at in the place of
 * their ids: one statement for each of the two, and none where the text points nowhere.
 */
export const showLinks = async <Text>({
  req,
  text,
}: {
  req: PayloadRequest
  text: Text
}): Promise<Text> => {
  const links = linksIn(text)
  const found = new Map<string, LinkedDocument>()
  const language = links.length === 0 ? null : await languageOf(req)
  for (const collection of ['courses', 'pages'] as const) {
    const ids = links.filter(([name]) => name === collection).map(([, id]) => id)
    const documents =
      ids.length === 0
        ? []
        : await rows<LinkedDocument & { id: string }>(
            req,
            sql`select d.id, d.slug,
                  ${textIn(language, collection, { field: 'title', of: sql`d.id`, own: sql`d.title` })} as title
                from (${PUBLISHED[collection]}) as d
                where d.id::text in (${sql.join(
                  ids.map((id) => sql`${id}`),
                  sql`, `,
                )})`,
          )
    documents.forEach(({ id, ...document }) => found.set(`${collection}/${id}`, document))
  }

  return links.length === 0 ? text : withLinks(text, found)
}
