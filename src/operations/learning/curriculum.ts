import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { languageOf } from '@/operations/translation/reading'
import { textIn } from '@/operations/translation/textIn'

import type { Asker } from './asker'
import type { OpenOrLocked, OutlineSection, Place, RuledOutline, Stands } from './outline'

import {
  endedOf,
  outlineOf,
  PLACE,
  placeOf,
  showable,
  standingOf,
  startOf,
  titleIn,
  withLocks,
} from './outline'

export type Curriculum = {
  course: { id: string; slug: string; summary: null | string; title: string }
  /** When the asker's access ended; null where it did not. */
  endedAt: null | string
  enrollment: null | Place
  sections: OutlineSection<OpenOrLocked>[]
  /** The cohort in which the asker has a place and which is still to start; null where there is none. */
  startsWith: null | { name: string; startsAt: string }
}

type Read = Omit<Curriculum, 'sections'> & { sections: RuledOutline[]; stands: Stands }

/**
 * A course's sections and published lessons, with lock and progress for whoever asks, in one
 * statement. Null where the school shows no course of that slug to the asker.
 */
export const readCurriculum = async ({
  slug,
  asker,
  now = new Date(),
  req,
}: {
  asker: Asker
  now?: Date
  req: PayloadRequest
  slug: string
}): Promise<Curriculum | null> => {
  const language = await languageOf(req)
  const read = await row<Read>(
    req,
    sql`select json_build_object('id', c.id, 'slug', c.slug, 'title', ${titleIn(language, 'courses', 'c')},
            'summary', ${textIn(language, 'courses', { field: 'summary', of: sql`c.id`, own: sql`c.summary` })}) as course,
          ${PLACE} as enrollment, ${endedOf(asker)} as "endedAt", ${standingOf(asker)} as stands,
          ${startOf(asker)} as "startsWith",
          ${outlineOf(sql`c.id`, asker, language)} as sections
        from courses c ${placeOf(asker)}
        where c.slug = ${slug} and ${showable(asker)}
        limit 1`,
  )

  if (!read) {
    return null
  }
  const { sections, stands, ...rest } = read

  return { ...rest, sections: withLocks(sections, { asker, now, stands }) }
}
