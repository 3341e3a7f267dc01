import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { KeptDrmAccount } from '@/adapters/drm'
import type { FilmKeeper } from '@/adapters/videos/types'
import type { Lock } from '@/domain/learning/entitlement'

import { row } from '@/database/transaction'

import type { Asker } from './asker'
import type { LessonFacts } from './entitlements'

import { isAskedWith } from './cues/pictures'
import { lessonFacts, lockOf } from './entitlements'
import { MAIN_FILE } from './lessonContent'
import { placeOf, showable } from './outline'
import { HAS_QUESTIONS, lessonFor } from './seenLessons'

type Media = { filename: string; id: string; tenant: string }

/**
 * What was made of a film or a recording for watching. It is watched by that alone, and its file is nobody's to take, once
 * it `isAlone`: whoever began with the file before that sees it to its end.
 */
export type PreparedVideo = {
  duration: null | number
  hasPicture: boolean
  hasStory: boolean
  isAlone: boolean
  /** Who gives out licences, where it plays by them alone. */
  licences: KeptDrmAccount | null
  /** Who plays it, where that is not this platform. */
  keeper: Keeper | null
  run: string
  sealed: string
}

/** A film at an account of the school's: its id there, what its addresses are made of, and the account's sealed keys. */
type Keeper = { film: string; playback: null | string; provider: FilmKeeper; sealed: string }

type Read = { facts: LessonFacts; isWithheld: boolean; media: Media; video: null | PreparedVideo }

/** For how long after it was prepared a film's file is given to those who had begun with it. */
const GRACE = sql`interval '6 hours'`

/** Whether the school of the film `m` has films watched under licences alone. */
const IS_DRM_ON = sql`(coalesce(m.mime_type, '') like 'video/%' and exists (
  select 1 from tenants t where t.id = m.tenant_id and t.settings_playback_drm))`

/** `PreparedVideo` of the file `m`, as JSON; null until there is one. */
const PREPARED = sql`(select json_build_object('duration', v.duration, 'hasPicture', v.has_picture is true,
    'hasStory', coalesce(v.ladder ->> 'story', '') <> '', 'isAlone', ${IS_DRM_ON} or v.is_protected is true or v.updated_at < now() - ${GRACE}, 'run', v.run, 'sealed', v.secret,
    'licences', case when v.is_protected then (select json_build_object('provider', d.provider, 'sealed', d.sealed, 'tenant', d.tenant_id)
      from drm_accounts d where d.tenant_id = v.tenant_id order by d.id desc limit 1) end,
    'keeper', (select json_build_object('film', v.external_id, 'playback', v.playback, 'provider', a.provider, 'sealed', a.sealed)
      from video_accounts a where a.id = v.account_id))
  from videos v where v.id = m.id and v.run is not null)`

/** Whether JSON with questions has the file as a picture. */
const pictured = (
  questions: SQL,
  file: string,
): SQL => sql`jsonb_path_exists(${questions}, '$.**.picture ? (@ == $file)',
    jsonb_build_object('file', ${file}::text))`

/**
 * The file `m` of that id, where the text of the lesson `l` holds it, it is among its resources or slides, or it is a picture
 * of its quiz, or of an attempt that the asker made in it. Of a quiz inside a film, an attempt holds what was answered; what is asked is
 * known to `isAskedWith`.
 */
const heldBy = (file: string, { learner }: Asker) => sql`m.id = ${file}::uuid and (
  l.resources @> jsonb_build_array(jsonb_build_object('file', m.id))
  or (l.kind = 'slides' and l.slides @> jsonb_build_array(jsonb_build_object('picture', m.id)))
  or jsonb_path_exists(l.body, '$.** ? (@.type == "upload" && @.value == $file)',
    jsonb_build_object('file', ${file}::text))
  or ${HAS_QUESTIONS} and (
    l.kind = 'quiz' and exists (select 1 from quizzes q where q.id = l.quiz_id and q._status = 'published' and ${pictured(sql`q.questions`, file)})
    or exists (select 1 from quiz_attempts a
      where a.lesson_id = l.id and a.learner_id = ${learner}::uuid and ${pictured(sql`a.questions`, file)})))`

/** The file `m` of the captions in a language, of the lesson `l`. */
const captionsOf = (language: string) => sql`m.mime_type = 'text/vtt' and m.id::text = (
  select x.one ->> 'file' from jsonb_array_elements(coalesce(l.captions, '[]')) x (one) where x.one ->> 'language' = ${language} limit 1)`

const MAIN = sql`m.id = ${MAIN_FILE}`

/**
 * The file that a lesson is about, or its `captions` in a language, or the one under the id `file` that stands in its text or among its resources or slides, and whether it
 * is closed to the asker, with what was made of that main file for watching and whether the file itself `isWithheld` from all but authors, in one statement. Null where there is no such lesson or file in it;
 * throws as `isAskedWith` does where the film of the lesson may ask with that file.
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
}): Promise<null | ({ lock: Lock } & Omit<Read, 'facts'>)> => {
  const read = await row<Read>(
    req,
    sql`select json_build_object('id', m.id, 'filename', m.filename, 'tenant', m.tenant_id) as media,
          ${lessonFacts(asker)} as facts, ${file || captions ? sql`null` : PREPARED} as video,
          ${file || captions ? sql`false` : IS_DRM_ON} as "isWithheld"
        from ${lessonFor({ learner: asker.learner, lesson })} l
        join courses c on c.id = l.course_id
        join media m on ${file ? heldBy(file, asker) : captions ? captionsOf(captions) : MAIN}
        ${placeOf(asker)}
        where ${showable(asker)}`,
  )

  if (!read) {
    return file ? askedPicture({ asker, file, lesson, req }) : null
  }
  const { facts, ...held } = read

  return { ...held, lock: await lockOf({ asker, facts, req }) }
}

/** A picture of what the film of a lesson asks now: who is asked may see it. */
const askedPicture = async (
  asked: Parameters<typeof isAskedWith>[0],
): ReturnType<typeof lessonMediaOf> => {
  const media = (await isAskedWith(asked))
    ? await row<Media>(
        asked.req,
        sql`select m.id, m.filename, m.tenant_id as tenant from media m where m.id = ${asked.file}::uuid`,
      )
    : null

  return media ? { isWithheld: false, lock: null, media, video: null } : null
}

/** What was made for watching of a file of the school, whatever lesson it is in; null where nothing was. */
export const preparedVideo = async ({
  file,
  req,
}: {
  file: string
  req: PayloadRequest
}): Promise<null | PreparedVideo> =>
  (
    await row<{ video: null | PreparedVideo }>(
      req,
      sql`select ${PREPARED} as video from media m where m.id = ${file}::uuid`,
    )
  )?.video ?? null
