import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

import type { Assignment, KeptAssignment } from '@/domain/catalog/lessons/assignment'
import type { KeptSurvey, Survey } from '@/domain/catalog/lessons/survey'
import type { Chapter } from '@/domain/media/chapters'
import type { Texts } from '@/domain/translation/texts'
import type { Completion } from '@/domain/learning/completion'
import type { ScormVersion } from '@/domain/media/scorm/manifest'
import type { Session } from '@/domain/learning/session'

import { surveyOf } from '@/domain/catalog/lessons/survey'
import { translated } from '@/domain/translation/texts'
import { assignmentOf } from '@/domain/catalog/lessons/assignment'
import { chaptersOf } from '@/domain/media/chapters'
import { frameOf } from '@/domain/media/embeds'
import { completionOf } from '@/domain/learning/completion'

import { KEPT_ASSIGNMENT } from './assignments/kept'
import { ASKS_INSIDE } from './seenLessons'
import { KEPT_SURVEY } from './surveys/read'

/** The seconds or pages of the lesson `l`, as its kind counts them; null where they are unknown. */
export const LENGTH = sql`case
  when l.kind not in ('pdf', 'slides') then l.duration
  when l.document_id is not null then (select d.pages from media d where d.id = l.document_id)
  else nullif(jsonb_array_length(coalesce(l.slides, '[]')), 0) end`

/** Id of the one file that the lesson `l` is about: its film, its recording or its document. */
export const MAIN_FILE = sql`case
  when l.kind in ('video', 'live') then l.video_id
  when l.kind = 'audio' then l.audio_id
  when l.kind in ('pdf', 'slides') then l.document_id end`

/** Captions of a film or a recording in one language (ISO 639-1); `label` is null where the language says it. */
type Captions = { label: null | string; language: string }

/** A picture of a lesson's slides, in its order; measures in pixels. */
export type Slide = {
  alt: null | string
  height: null | number
  note: null | string
  src: string
  width: null | number
}

/** A film or a recording, or the document of a lesson. */
export type LessonFile = {
  captions?: (Captions & { src: string })[]
  chapters?: Chapter[]
  filename: string
  /** Whether questions are asked inside it. */
  hasCues?: boolean
  mimeType: null | string
  /** Where leave to watch it is asked for, where that is not its lesson's own address. */
  opens?: string
  src: string
}

/** A live session as its lesson's page shows it; where to join is told when its door opens. */
type LessonSession = Session & { zone: null | string }

/** What a lesson is about, besides its text, its resources and its quiz. */
export type LessonContent = {
  assignment: Assignment | null
  embed: null | { host: string; src: string }
  file: LessonFile | null
  live: LessonSession | null
  /** A package that plays apart from the school. */
  package: null | { version: ScormVersion }
  slides: Slide[]
  survey: null | Survey
}

type KeptChapter = { at?: string; id?: string; title?: string }
type ReadFile = {
  captions: Captions[]
  chapters: KeptChapter[]
  filename: string
  hasCues: boolean
  mimeType: null | string
}
type ReadSlide = Omit<Slide, 'src'> & { id: string }

/** What `CONTENT` answers; null where the lesson is locked. */
export type ReadContent = {
  assignment: KeptAssignment | null
  embedUrl: null | string
  file: null | ReadFile
  live: LessonSession | null
  package: null | { version: ScormVersion }
  slides: ReadSlide[]
  survey: KeptSurvey | null
}

/** The captions of the lesson `l`, as JSON, in their author's order. */
const CAPTIONS = sql`(select coalesce(json_agg(json_build_object('language', x.one ->> 'language',
    'label', nullif(trim(x.one ->> 'label'), '')) order by x.place), '[]'::json)
  from jsonb_array_elements(coalesce(l.captions, '[]')) with ordinality x (one, place)
  join media f on f.id::text = x.one ->> 'file' and f.mime_type = 'text/vtt')`

const SLIDES = sql`(select coalesce(json_agg(json_build_object('id', f.id, 'alt', f.alt, 'width', f.width, 'height', f.height,
    'note', nullif(trim(x.one ->> 'note'), '')) order by x.place), '[]'::json)
  from jsonb_array_elements(coalesce(l.slides, '[]')) with ordinality x (one, place)
  join media f on f.id::text = x.one ->> 'picture')`

/** What the lesson `l` is about, as `ReadContent`; `m` is its main file. */
export const CONTENT: SQL = sql`json_build_object(
  'assignment', case when l.kind = 'assignment' then ${KEPT_ASSIGNMENT} end,
  'file', case when m.id is not null then json_build_object('filename', m.filename, 'mimeType', m.mime_type, 'hasCues', ${ASKS_INSIDE}, 'captions', ${CAPTIONS}, 'chapters', coalesce(l.chapters, '[]'::jsonb)) end,
  'slides', case when l.kind = 'slides' and m.id is null then ${SLIDES} else '[]'::json end,
  'survey', case when l.kind = 'survey' then ${KEPT_SURVEY} end,
  'package', case when l.kind = 'scorm' then (select json_build_object('version', k.scorm ->> 'version') from media k
    where k.id = l.package_id and k.scorm is not null) end,
  'embedUrl', case when l.kind = 'embed' then l.embed_url end,
  'live', case when l.kind = 'live' then json_build_object('startsAt', to_json(l.live_starts_at) #>> '{}', 'endsAt', to_json(l.live_ends_at) #>> '{}',
    'opensBefore', l.live_opens_before, 'zone', l.live_zone) end)`

/** What may stand in a frame, and whose it is. */
export const embedIn = (url: null | string | undefined): LessonContent['embed'] => {
  const src = frameOf(url ?? '')

  return src === null
    ? null
    : { host: new URL(src).hostname.replace(/^(?:embed|player|www)\.|-nocookie/g, ''), src }
}

/** A lesson's content as its page shows it, in the words of `texts`; files are behind the address that asks for the lesson's lock again. */
export const contentOf = (
  lesson: string,
  read: null | ReadContent,
  texts: null | Texts = null,
): LessonContent => {
  const src = `/api/learn/media/${lesson}`
  const captions = (read?.file?.captions ?? []).map((one) => ({
    ...one,
    src: `${src}?captions=${one.language}`,
  }))

  return {
    assignment: read?.assignment ? assignmentOf(read.assignment) : null,
    embed: embedIn(read?.embedUrl),
    file: read?.file
      ? { ...read.file, captions, chapters: chaptersOf(chaptersIn(read.file.chapters, texts)), src }
      : null,
    live: read?.live ?? null,
    package: read?.package ?? null,
    slides: (read?.slides ?? []).map(({ id, ...slide }) => ({
      ...slide,
      src: `${src}?file=${id}`,
    })),
    survey: read?.survey ? surveyOf(saidIn(read.survey, texts)) : null,
  }
}

const chaptersIn = (chapters: KeptChapter[], texts: null | Texts): KeptChapter[] =>
  texts ? translated('lessons', { chapters }, texts).chapters : chapters

const saidIn = (survey: KeptSurvey, texts: null | Texts): KeptSurvey =>
  texts ? translated('lessons', { survey }, texts).survey : survey

/** What completes a lesson as it was read. */
export const completionIn = (lesson: {
  kind: string
  length: null | number
  rule?: null | string
  share?: null | number
}): Completion => completionOf({ ...lesson, percent: lesson.share })
