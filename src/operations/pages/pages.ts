import type { Page } from '@payload-types'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'
import { AUTHORS } from '@/domain/identity/roles'
import { filesIn, withFiles } from '@/domain/media/filesIn'
import { languageOf } from '@/operations/translation/reading'
import { textIn } from '@/operations/translation/textIn'
import { translator } from '@/operations/translation/translate'
import { holds } from '@hooks/access'

/** A page as it is rendered: its blocks, with the media and the courses they name. */
export type ShownPage = Pick<Page, 'description' | 'id' | 'layout' | 'slug' | 'title'>

const SHOWN = { slug: true, description: true, layout: true, title: true } as const

/** The published page of a slug; null where the school has none. */
export const pageBySlug = async ({
  slug,
  req,
}: {
  req: PayloadRequest
  slug: string
}): Promise<null | ShownPage> => {
  const { docs } = await req.payload.find({
    collection: 'pages',
    depth: 1,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    req,
    select: SHOWN,
    where: { slug: { equals: slug } },
  })

  const [page] = docs
  if (!page) {
    return null
  }
  const translate = await translator(req, { media: filesIn(page), pages: [page.id] })

  return withFiles(translate('pages', page.id, page), (file) => translate('media', file.id, file))
}

/** Those of the slugs at which a published page stands, in their order; one statement. */
export const publishedPages = async ({
  req,
  slugs,
}: {
  req: PayloadRequest
  slugs: readonly string[]
}): Promise<{ slug: string; title: string }[]> => {
  const given = sql`${sql.param([...slugs])}::text[]`
  const title = textIn(await languageOf(req), 'pages', {
    field: 'title',
    of: sql`pages.id`,
    own: sql`title`,
  })

  return rows<{ slug: string; title: string }>(
    req,
    sql`select slug, ${title} as title from pages where _status = 'published' and slug = any(${given})
        order by array_position(${given}, slug::text)`,
  )
}

/** The newest draft of a page, for those who write pages; null for anybody else and for an unknown id. */
export const pageDraft = async ({
  id,
  req,
}: {
  id: string
  req: PayloadRequest
}): Promise<null | ShownPage> => {
  if (!holds(req, [...AUTHORS, 'superAdmin']) || !UUID.test(id)) {
    return null
  }

  return req.payload.findByID({
    id,
    collection: 'pages',
    depth: 1,
    disableErrors: true,
    draft: true,
    overrideAccess: false,
    req,
    select: SHOWN,
  })
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
