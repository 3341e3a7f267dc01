import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { createHash } from 'node:crypto'

import { sql } from '@payloadcms/db-postgres'

import type { Arrangement } from '@/domain/catalog/curriculum/arrangement'
import type { CurriculumSection, CurriculumTree } from '@/domain/catalog/curriculum/tree'
import type { LessonContent } from '@/domain/catalog/lessons/kinds'

import { row } from '@/database/transaction'
import { arrangementOf } from '@/domain/catalog/curriculum/tree'
import { KIND_RULES, LESSON_KINDS } from '@/domain/catalog/lessons/kinds'

const LONG_ENOUGH = 24

/** Names an order of sections and lessons: the same for the same order, another for any other. */
export const versionOf = (arrangement: Arrangement): string =>
  createHash('sha256')
    .update(JSON.stringify(arrangement.map(({ id, lessons }) => [id, ...lessons])))
    .digest('hex')
    .slice(0, LONG_ENOUGH)

type Read = { course: CurriculumTree['course']; sections: CurriculumSection[] }

/**
 * A course as its author builds it, in one statement: sections and lessons that are not in the trash, in
 * their order, as their newest versions have them. Null where there is no such course.
 */
export const readTree = async ({
  course,
  req,
}: {
  course: string
  req: PayloadRequest
}): Promise<CurriculumTree | null> => {
  const found = await row<Read>(
    req,
    sql`select json_build_object('id', c.id, 'slug', c.slug, 'title', coalesce(cv.version_title, c.title, '')) as course,
          (select coalesce(json_agg(json_build_object('id', s.id, 'title', coalesce(s.title, ''), 'release', s.release, 'lessons', coalesce((
              select json_agg(json_build_object('id', l.id, 'title', coalesce(v.version_title, l.title, ''),
                'kind', coalesce(v.version_kind::text, l.kind::text), 'duration', v.version_duration,
                'isPreview', coalesce(v.version_is_preview, false), 'isRequired', coalesce(v.version_is_required, false),
                'release', case when v.id is null then l.release else v.version_release end, 'isFilled', ${FILLED}, 'isBegun', ${BEGUN}, 'state', ${STATE})
                order by l._lessons_lessons_order collate "C" nulls last, l.id)
              from lessons l left join _lessons_v v on v.parent_id = l.id and v.latest
              where l.section_id = s.id and l.deleted_at is null), '[]'::json))
            order by s._sections_sections_order collate "C" nulls last, s.id), '[]'::json)
          from sections s where s.course_id = c.id and s.deleted_at is null) as sections
        from courses c left join _courses_v cv on cv.parent_id = c.id and cv.latest
        where c.id = ${course} and c.deleted_at is null limit 1`,
  )

  return found ? { ...found, version: versionOf(arrangementOf(found.sections)) } : null
}

/** Whether the newest version `v` has something in a field. */
const HAS: Record<LessonContent, SQL> = {
  audio: sql`v.version_audio_id is not null`,
  body: sql`coalesce(jsonb_path_exists(v.version_body,
    '$.root.children[*] ? (@.type != "paragraph" || exists(@.children[0]))'), false)`,
  document: sql`v.version_document_id is not null`,
  embedUrl: sql`coalesce(v.version_embed_url, '') <> ''`,
  package: sql`v.version_package_id is not null`,
  quiz: sql`v.version_quiz_id is not null`,
  resources: sql`coalesce(jsonb_path_exists(v.version_resources, '$[*].file ? (@ != null)'), false)`,
  slides: sql`coalesce(jsonb_array_length(v.version_slides), 0) > 0`,
  startsAt: sql`v.version_live_starts_at is not null`,
  survey: sql`coalesce(jsonb_array_length(v.version_survey_questions), 0) > 0`,
  video: sql`v.version_video_id is not null`,
}

/** Whether the newest version `v` has what its kind is about. */
const FILLED = sql`case v.version_kind::text ${sql.join(
  LESSON_KINDS.map((kind) => {
    const held = KIND_RULES[kind].needs.map((content) => HAS[content])

    return sql`when ${kind} then (${sql.join(held, sql` or `)})`
  }),
  sql` `,
)} else false end`

/** Whether a learner has begun the lesson `l`. */
export const BEGUN = sql`(exists (select 1 from progress p where p.lesson_id = l.id)
  or exists (select 1 from quiz_attempts a where a.lesson_id = l.id))`

const STATE = sql`case when l._status is distinct from 'published' then 'draft'
  when v.version__status = 'draft' then 'changed' else 'published' end`
