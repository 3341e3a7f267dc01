import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { FileUse } from '@/domain/media/library'

import { rows } from '@/database/transaction'

/** A statement's list of ids. */
export const idList = (ids: readonly string[]) =>
  sql`(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`

/** The kind of document that a table holds, or holds versions of. */
const KIND = sql`case regexp_replace(u.place, '^_(.*)_v$', '\\1')
  when 'bank_questions' then 'bankQuestion' when 'courses' then 'course' when 'edition_lessons' then 'edition'
  when 'instructors' then 'instructor' when 'lessons' then 'lesson' when 'pages' then 'page' when 'paths' then 'path'
  when 'quizzes' then 'quiz' when 'tenants' then 'school' else 'other' end`

const TITLE = sql`case d.kind
  when 'bankQuestion' then (select b.title from bank_questions b where b.id = d.id)
  when 'course' then (select c.title from courses c where c.id = d.id)
  when 'edition' then (select l.title from edition_lessons e join lessons l on l.id = e.lesson_id where e.id = d.id)
  when 'instructor' then (select i.name from instructors i where i.id = d.id)
  when 'lesson' then (select l.title from lessons l where l.id = d.id)
  when 'page' then (select p.title from pages p where p.id = d.id)
  when 'path' then (select p.title from paths p where p.id = d.id)
  when 'quiz' then (select q.title from quizzes q where q.id = d.id)
  when 'school' then (select t.name from tenants t where t.id = d.id) end`

const WITHIN = sql`case d.kind
  when 'lesson' then (select c.title from lessons l join courses c on c.id = l.course_id where l.id = d.id)
  when 'edition' then (select c.title from edition_lessons e join courses c on c.id = e.course_id where e.id = d.id) end`

/** Most places that are named of one file. */
const MOST_NAMED = 100

/** A use, and the file that it is of. */
export type NamedUse = FileUse & { file: string }

/** Every document that names one of some files, in its present version or its draft, each once; by the index of what is kept of that. */
export const usesOf = async ({
  files,
  req,
}: {
  files: readonly string[]
  req: PayloadRequest
}): Promise<NamedUse[]> =>
  files.length === 0
    ? []
    : rows<NamedUse>(
        req,
        sql`with d as (
              select distinct u.media_id as file, u.doc_id as id, ${KIND} as kind
              from file_uses u where u.media_id in ${idList(files)} limit ${MOST_NAMED * files.length})
            select d.file, d.id, d.kind, ${TITLE} as title, ${WITHIN} as within from d order by d.kind, title, d.id`,
      )
