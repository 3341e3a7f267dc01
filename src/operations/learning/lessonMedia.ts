import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Lock } from '@/domain/learning/entitlement'

import { row } from '@/database/transaction'

import type { Asker } from './asker'
import type { LessonFacts } from './entitlements'

import { lessonFacts, lockOf } from './entitlements'
import { placeOf, showable, VISIBLE } from './outline'

type Media = { filename: string; id: string; tenant: string }
type Read = { facts: LessonFacts; media: Media }

/** The file `m` of that id, where the text of the lesson `l` holds it, or it is among its resources. */
const heldBy = (file: string) => sql`m.id = ${file}::uuid and (
  l.resources @> jsonb_build_array(jsonb_build_object('file', m.id))
  or jsonb_path_exists(l.body, '$.** ? (@.type == "upload" && @.value == $file)',
    jsonb_build_object('file', ${file}::text)))`

/** The file `m` of the captions in a language, of the lesson `l`. */
const captionsOf = (language: string) => sql`m.mime_type = 'text/vtt' and m.id::text = (
  select x.one ->> 'file' from jsonb_array_elements(coalesce(l.captions, '[]')) x (one) where x.one ->> 'language' = ${language} limit 1)`

const VIDEO = sql`m.id = l.video_id and l.kind = 'video'`

/**
 * The file of a lesson's video, or of its `captions` in a language, or the one under the id `file` that stands in its text or among its resources, and whether it
 * is closed to the asker, in one statement. Null where there is no such lesson or file in it.
 */
export const lessonMediaOf = async ({
  asker,
  captions,
  file,
  lesson,
  req,
}: {
  asker: Asker
  captions?: string
  file?: string
  lesson: string
  req: PayloadRequest
}): Promise<null | { lock: Lock; media: Media }> => {
  const read = await row<Read>(
    req,
    sql`select json_build_object('id', m.id, 'filename', m.filename, 'tenant', m.tenant_id) as media,
          ${lessonFacts(asker)} as facts
        from lessons l
        join courses c on c.id = l.course_id
        join media m on ${file ? heldBy(file) : captions ? captionsOf(captions) : VIDEO}
        ${placeOf(asker)}
        where l.id = ${lesson} and ${VISIBLE} and ${showable(asker)}`,
  )

  return read ? { lock: await lockOf({ asker, facts: read.facts, req }), media: read.media } : null
}
