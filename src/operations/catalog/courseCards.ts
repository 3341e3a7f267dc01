import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Level } from '@/domain/catalog/catalogQuery'
import type { ImageFile, Picture } from '@/domain/media/pictures'

import { rows } from '@/database/transaction'
import { pictureOf } from '@/domain/media/pictures'
import { pictureColumn } from '@/operations/media/pictureColumns'
import { languageOf } from '@/operations/translation/reading'
import { textIn } from '@/operations/translation/textIn'

/**
 * A published course as a card shows it; `seconds` is how long it takes: what its author says, else the
 * length of all its lessons. `language` is an ISO 639-1 code.
 */
export type CourseCard = {
  cover: null | Picture
  id: string
  language: string
  lessons: number
  level: Level
  seconds: number
  slug: string
  summary: null | string
  title: string
}

type Read = Omit<CourseCard, 'cover'> & { cover: ImageFile | null }

/** Published courses in one statement: those of `ids`, in that order, or without them the newest. `newTo`: without those that this learner has. */
export const courseCards = async ({
  ids = [],
  limit,
  newTo = null,
  req,
}: {
  ids?: readonly string[]
  limit: number
  newTo?: null | string
  req: PayloadRequest
}): Promise<CourseCard[]> => {
  const language = await languageOf(req)
  const text = (field: 'summary' | 'title') =>
    textIn(language, 'courses', { field, of: sql`c.id`, own: sql`c.${sql.identifier(field)}` })
  const chosen = sql`${sql.param([...ids])}::uuid[]`
  const found = await rows<Read>(
    req,
    sql`select c.id, c.slug, ${text('title')} as title, ${text('summary')} as summary, c.level, ${pictureColumn(language)} as cover,
          coalesce(l.lessons, 0)::int as lessons, coalesce(c.language::text, t.settings_locale::text) as language,
          coalesce(c.duration_minutes * 60, l.seconds, 0)::float8 as seconds
        from courses c
        join tenants t on t.id = c.tenant_id
        left join media m on m.id = c.cover_id
        left join lateral (
          select count(*) as lessons, sum(x.duration) as seconds from lessons x
          where x.course_id = c.id and x._status = 'published' and x.deleted_at is null) l on true
        where c._status = 'published' and c.deleted_at is null
          and (${ids.length === 0} or c.id = any(${chosen}))
          and not exists (select 1 from enrollments e where e.course_id = c.id and e.learner_id = ${newTo}::uuid and e.status in ('active', 'paused'))
        order by array_position(${chosen}, c.id), c.created_at desc, c.id desc
        limit ${limit}`,
  )

  return found.map((card) => ({ ...card, cover: pictureOf(card.cover) }))
}
