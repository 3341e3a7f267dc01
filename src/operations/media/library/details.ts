import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'

import type { FileUse } from '@/domain/media/library'
import type { Ladder } from '@/domain/media/videos'
import type { ShownFile } from './list'

import { SHOWN } from './list'
import { usesOf } from './uses'

export type FileDetails = {
  file: ShownFile & { by: null | string; ladder: Ladder | null }
  places: FileUse[]
}

/** All that the library tells of a file; null where the school has none such. */
export const fileDetails = async ({
  id,
  req,
}: {
  id: string
  req: PayloadRequest
}): Promise<FileDetails | null> => {
  const file = await row<FileDetails['file']>(
    req,
    sql`select ${SHOWN}, v.ladder, (select coalesce(nullif(trim(u.name), ''), u.email)
            from incoming_files i join users u on u.id = i.account_id where i.id = m.id) as by
        from media m left join videos v on v.id = m.id where m.id = ${id}::uuid and m.filename is not null`,
  )
  const places = file ? await usesOf({ files: [id], req }) : []

  return file
    ? { file, places: places.map(({ id: doc, kind, title, within }) => ({ id: doc, kind, title, within })) }
    : null
}
