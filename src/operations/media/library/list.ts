import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { FileKind, FileSort, FileState } from '@/domain/media/library'
import type { Failure, VideoState } from '@/domain/media/videos'

import { rows } from '@/database/transaction'

/** A file as the library shows it; `thumb` is the name of its smallest picture, `percent` and `reason` are of its preparing. */
export type ShownFile = {
  alt: null | string
  createdAt: string
  duration: null | number
  filename: string
  filesize: number
  folder: null | string
  hasPoster: boolean
  hasWave: boolean
  height: null | number
  id: string
  isPackage: boolean
  isPublic: boolean
  mimeType: null | string
  pages: null | number
  percent: null | number
  reason: Failure | null
  state: null | VideoState
  thumb: null | string
  uses: number
  width: null | number
}

export type Asked = {
  /** Where the page before ended. */
  cursor?: string
  folder: null | string
  kind?: FileKind
  limit: number
  search?: string
  sort: FileSort
  state?: Exclude<FileState, 'quarantined'>
}

/** Columns of `ShownFile`, of the file `m` and what was made of it, `v`. */
export const SHOWN = sql`m.id, m.alt, to_json(m.created_at) #>> '{}' as "createdAt", m.duration::float8 as duration, m.filename,
  coalesce(m.filesize, 0)::float8 as filesize, m.folder_id as folder, coalesce(v.run is not null and v.has_picture, false) as "hasPoster",
  coalesce(v.run is not null and (v.ladder ->> 'waveform')::boolean, false) as "hasWave", m.height::int as height, m.scorm is not null as "isPackage",
  coalesce(m.is_public, false) as "isPublic", m.mime_type as "mimeType", m.pages::int as pages, v.percent::int as percent, v.reason, v.status as state,
  coalesce(m.sizes_small_filename, case when m.mime_type like 'image/%' then m.filename end) as thumb,
  (select count(distinct u.doc_id)::int from file_uses u where u.media_id = m.id) as uses, m.width::int as width`

/** What each order goes by, and which way; ids part what is equal. */
const ORDERS: Record<FileSort, { by: SQL; cast: SQL; isDown: boolean }> = {
  name: { by: sql`m.filename`, cast: sql`text`, isDown: false },
  largest: { by: sql`coalesce(m.filesize, 0)`, cast: sql`numeric`, isDown: true },
  newest: { by: sql`m.created_at`, cast: sql`timestamptz`, isDown: true },
  oldest: { by: sql`m.created_at`, cast: sql`timestamptz`, isDown: false },
}

const KINDS: Record<FileKind, SQL> = {
  audio: sql`m.mime_type like 'audio/%'`,
  captions: sql`m.mime_type = 'text/vtt'`,
  document: sql`m.mime_type not like all (array['audio/%', 'image/%', 'video/%', 'text/vtt']) and m.scorm is null`,
  image: sql`m.mime_type like 'image/%'`,
  package: sql`m.scorm is not null`,
  video: sql`m.mime_type like 'video/%'`,
}

const STATES: Record<NonNullable<Asked['state']>, SQL> = {
  failed: sql`v.status = 'failed'`,
  processing: sql`v.status in ('queued', 'processing')`,
  unused: sql`not exists (select 1 from file_uses u where u.media_id = m.id)`,
}

const escaped = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** What lies in the folder; whoever looks for something has what lies in those inside of it too. */
const inFolder = (folder: null | string, isDeep: boolean): SQL => {
  if (!isDeep) {
    return folder ? sql`m.folder_id = ${folder}::uuid` : sql`m.folder_id is null`
  }

  return folder
    ? sql`m.folder_id in (with recursive inside as (
        select ${folder}::uuid as id
        union select f.id from media_folders f join inside i on f.parent_id = i.id) select id from inside)`
    : sql`true`
}

const pastCursor = ({ cursor, sort }: Asked): SQL => {
  const [, id, value] = /^([\da-f-]{36}):(.*)$/s.exec(cursor ?? '') ?? []
  const { by, cast, isDown } = ORDERS[sort]

  return id === undefined || value === undefined
    ? sql`true`
    : sql`(${by}, m.id) ${isDown ? sql`<` : sql`>`} (${value}::${cast}, ${id}::uuid)`
}

type Page = { files: ShownFile[]; next: null | string }

/** A page of the school's files in one statement, and where the next begins; null after the last. */
export const listFiles = async ({ req, ...asked }: Asked & { req: PayloadRequest }): Promise<Page> => {
  const { folder, kind, limit, search = '', sort, state } = asked
  const { by, isDown } = ORDERS[sort]
  const way = isDown ? sql`desc` : sql`asc`
  const found = await rows<ShownFile & { place: string }>(
    req,
    sql`select ${SHOWN}, m.id || ':' || (${by})::text as place
        from media m left join videos v on v.id = m.id
        where ${inFolder(folder, Boolean(search || kind || state))}
          and ${search ? sql`(m.filename ilike ${escaped(search)} or m.alt ilike ${escaped(search)})` : sql`true`}
          and ${kind ? KINDS[kind] : sql`true`} and ${state ? STATES[state] : sql`true`}
          and m.filename is not null and ${pastCursor(asked)}
        order by ${by} ${way}, m.id ${way} limit ${limit + 1}`,
  )

  return { files: found.slice(0, limit), next: found.length > limit ? (found[limit - 1]?.place ?? null) : null }
}
