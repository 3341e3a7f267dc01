import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { StandingCourse } from '@/domain/learning/editions'

import { row } from '@/database/transaction'

import { LESSON_ORDER, SECTION_ORDER } from '../outline'
import { LONG_COLUMNS, RULED, VISIBLE } from '../seenLessons'

/** Columns that change without learners seeing anything else. */
const UNSEEN = ['_lessons_lessons_order', 'created_at', 'editor_id', 'section_id', 'updated_at']

const names = (columns: readonly string[]) =>
  sql.raw(`array[${columns.map((column) => `'${column}'`).join(', ')}]`)

/** The columns of the lesson `l` that hold anything, but the long ones: little enough to be read for many lessons at once. */
const FACTS = sql`(select jsonb_object_agg(f.key, f.value) from jsonb_each(to_jsonb(l) - ${names(Object.keys(LONG_COLUMNS))}) f
  where f.value <> 'null')`

/** All that learners can see of the lesson `l`, as text; a list without anything in it is none. */
const SEEN = sql`(select jsonb_object_agg(f.key, f.value) from jsonb_each(to_jsonb(l) - ${names(UNSEEN)}) f
  where f.value not in ('null', '[]'))::text`

/** What a lesson or section says in further languages, by language. */
const textsOf = (column: 'lesson_id' | 'section_id', of: 'l' | 's') =>
  sql`(select coalesce(jsonb_object_agg(w.locale, w.texts), '{}') from translations w where w.${sql.identifier(column)} = ${sql.identifier(of)}.id)`

/** The published version of the lesson `l`, as text; null where none is kept. */
const VERSION = sql`(select v.id::text from _lessons_v v where v.parent_id = l.id and v.version__status = 'published'
  order by v.updated_at desc, v.id desc limit 1)`

/**
 * Common tables of a statement, for a course as it stands: `sections_now` (id, place, title, kept, digest), `lessons_now` (id,
 * section, place, title, is_dripped, version, facts, texts, digest) and `digest_now`, one row with the digest of all of it.
 */
export const standingNow = (course: string) => sql`
  sections_now as materialized (
    select s.id, row_number() over (order by ${SECTION_ORDER}) as place, s.title, k.kept, md5((k.kept - '_sections_sections_order')::text) as digest
    from sections s cross join lateral (select jsonb_build_object('id', s.id, 'title', s.title, 'release', s.release,
      '_sections_sections_order', s._sections_sections_order, 'texts', ${textsOf('section_id', 's')}) as kept) k
    where s.course_id = ${course} and s.deleted_at is null),
  lessons_now as materialized (
    select l.id, l.section_id as section, row_number() over (order by sn.place, ${LESSON_ORDER}) as place, l.title, ${RULED} as is_dripped,
      ${VERSION} as version, ${FACTS} as facts, t.texts,
      md5(${SEEN} || t.texts::text) as digest
    from lessons l join sections_now sn on sn.id = l.section_id cross join lateral (select ${textsOf('lesson_id', 'l')} as texts) t
    where l.course_id = ${course} and ${VISIBLE}),
  digest_now as materialized (
    select md5(concat((select string_agg(concat(id, digest), ' ' order by place) from sections_now),
      '|', (select string_agg(concat(id, section, digest), ' ' order by place) from lessons_now))) as digest)`

type Given = { course: string; req: PayloadRequest }

/** A course as it stands for its learners: what is published, in its order. */
export const courseNow = async ({ course, req }: Given): Promise<StandingCourse> => {
  const found = await row<StandingCourse>(
    req,
    sql`with ${standingNow(course)}
        select (select coalesce(json_agg(json_build_object('id', id, 'title', title, 'digest', digest) order by place), '[]'::json)
            from sections_now) as sections,
          (select coalesce(json_agg(json_build_object('id', id, 'title', title, 'digest', digest, 'section', section, 'version', version)
            order by place), '[]'::json) from lessons_now) as lessons`,
  )

  return found ?? { lessons: [], sections: [] }
}

/** A course as an edition keeps it. */
export const courseThen = async ({
  edition,
  req,
}: {
  edition: string
  req: PayloadRequest
}): Promise<StandingCourse> => {
  const found = await row<StandingCourse>(
    req,
    sql`select (select coalesce(json_agg(json_build_object('id', t.one -> 'id', 'title', t.one -> 'title',
            'digest', md5((t.one - '_sections_sections_order')::text)) order by t.place), '[]'::json)
          from jsonb_array_elements(d.sections) with ordinality t (one, place)) as sections,
          (select coalesce(json_agg(json_build_object('id', x.lesson_id, 'title', x.facts -> 'title', 'digest', x.digest,
            'section', x.section, 'version', (select v.id from _lessons_v v where v.id::text = x.version)) order by x.place), '[]'::json)
          from edition_lessons x where x.edition_id = d.id) as lessons
        from course_editions d where d.id = ${edition}`,
  )

  return found ?? { lessons: [], sections: [] }
}
