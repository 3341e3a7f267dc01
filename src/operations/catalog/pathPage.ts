import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { PathStep } from '@/domain/catalog/pathSteps'
import type { ImageFile, Picture } from '@/domain/media/pictures'

import { row, rows } from '@/database/transaction'
import { pictureOf } from '@/domain/media/pictures'
import { pictureColumn } from '@/operations/media/pictureColumns'
import { languageOf } from '@/operations/translation/reading'
import { textIn } from '@/operations/translation/textIn'

/** A published path as visitors read it; `steps` in their order, with courses that may not be shown any more. */
export type PathPage = {
  cover: null | Picture
  description: null | string
  id: string
  slug: string
  steps: PathStep[]
  summary: null | string
  title: string
}

/** A path in a list. */
export type ListedPath = Pick<PathPage, 'slug' | 'summary' | 'title'> & { courses: number }

const textOf = (language: Awaited<ReturnType<typeof languageOf>>, field: string) =>
  textIn(language, 'paths', { field, of: sql`p.id`, own: sql`p.${sql.identifier(field)}` })

/** The published path of a slug; null where there is none. One statement. */
export const pathPage = async ({
  slug,
  req,
}: {
  req: PayloadRequest
  slug: string
}): Promise<null | PathPage> => {
  const language = await languageOf(req)
  const found = await row<Omit<PathPage, 'cover'> & { cover: ImageFile | null }>(
    req,
    sql`select p.id, p.slug, ${textOf(language, 'title')} as title, ${textOf(language, 'summary')} as summary,
          ${textOf(language, 'description')} as description, ${pictureColumn(language)} as cover, p.steps
        from paths p left join media m on m.id = p.cover_id
        where p.slug = ${slug} and p._status = 'published'`,
  )

  return found
    ? {
        ...found,
        cover: pictureOf(found.cover),
        steps: found.steps.filter(({ course }) => Boolean(course)),
      }
    : null
}

/** Most paths of a list. */
const MOST = 50

/** The published paths of a school by title; one statement. */
export const listedPaths = async (req: PayloadRequest): Promise<ListedPath[]> => {
  const language = await languageOf(req)

  return rows<ListedPath>(
    req,
    sql`select p.slug, ${textOf(language, 'title')} as title, ${textOf(language, 'summary')} as summary,
          jsonb_array_length(p.steps) as courses
        from paths p where p._status = 'published' order by title, p.id limit ${MOST}`,
  )
}
