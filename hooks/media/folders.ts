import type { CollectionBeforeDeleteHook, FieldHook, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { idOf } from '@/domain/ids'
import { refuseFile } from '@hooks/media/refuseFile'

/** How deep folders may lie in one another. */
const DEEPEST = 8

/** How deep `parent` lies, and whether `folder` is it or above it. */
const placeOf = (req: PayloadRequest, { folder, parent }: { folder: null | string; parent: string }) =>
  row<{ deep: number; isInside: boolean }>(
    req,
    sql`with recursive above as (
          select f.id, f.parent_id, 1 as deep from media_folders f where f.id = ${parent}::uuid
          union all
          select f.id, f.parent_id, a.deep + 1 from above a join media_folders f on f.id = a.parent_id where a.deep < 50
        )
        select coalesce(max(deep), 0)::int as deep, coalesce(bool_or(id::text = ${folder ?? ''}), false) as "isInside" from above`,
  )

/** A folder never lies in itself, nor in one of those inside of it. Moves of one school wait for one another. */
export const keepOutOfItself: FieldHook = async ({ data, originalDoc, req, value }) => {
  if (!value) {
    return value as unknown
  }
  const own = (originalDoc as { id?: string } | undefined)?.id ?? null
  const { tenant } = { ...(originalDoc as object), ...data } as { tenant?: string | { id: string } }
  await row(
    req,
    sql`select pg_advisory_xact_lock(hashtextextended(${`folders:${idOf(tenant ?? '')}`}, 0))`,
  )
  const place = await placeOf(req, { folder: own, parent: idOf(value as string | { id: string }) })
  if (place && (place.isInside || place.deep >= DEEPEST)) {
    refuseFile(req, 'folderPlace', { collection: 'media-folders', path: 'parent' })
  }

  return value as unknown
}

/** What lies in a folder that is deleted comes to lie in the one around it. */
export const contentsGoUp: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const above = sql`(select nullif(f.parent_id, f.id) from media_folders f where f.id = ${id}::uuid)`
  await row(req, sql`update media set folder_id = ${above} where folder_id = ${id}::uuid`)
  await row(req, sql`update incoming_files set folder_id = ${above} where folder_id = ${id}::uuid`)
  await row(req, sql`update media_folders set parent_id = ${above} where parent_id = ${id}::uuid`)
}
