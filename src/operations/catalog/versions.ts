import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'

/** What kind of save made a version: drafts kept while somebody wrote, a draft saved, or a publication. */
export type VersionKind = 'autosave' | 'draft' | 'published'

/** A version as a list shows it; `at` is ISO 8601, `editor` null where it was the platform, or before editors were kept. */
export type ListedVersion = {
  at: string
  editor: null | string
  id: string
  /** What visitors or learners see now. */
  isLive: boolean
  /** What a form shows now. */
  isNewest: boolean
  kind: VersionKind
}

/** The versions that a course or lesson has, the newest first. */
export const versionsOf = ({
  id,
  collection,
  req,
}: {
  collection: 'courses' | 'lessons'
  id: string
  req: PayloadRequest
}): Promise<ListedVersion[]> =>
  rows<ListedVersion>(
    req,
    sql`select v.id, to_json(v.updated_at) as at, u.name as editor, coalesce(v.latest, false) as "isNewest",
          case when v.version__status = 'published' then 'published' when v.autosave then 'autosave' else 'draft' end as kind,
          coalesce(d._status = 'published' and v.version__status = 'published' and not exists (
            select 1 from ${sql.identifier(`_${collection}_v`)} n
            where n.parent_id = v.parent_id and n.version__status = 'published' and n.updated_at > v.updated_at), false) as "isLive"
        from ${sql.identifier(`_${collection}_v`)} v
        join ${sql.identifier(collection)} d on d.id = v.parent_id
        left join users u on u.id = v.version_editor_id
        where v.parent_id::text = ${id} order by v.updated_at desc, v.id desc`,
  )
