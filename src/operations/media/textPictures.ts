import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ImageFile, Picture } from '@/domain/media/pictures'

import { rows } from '@/database/transaction'
import { pictureOf } from '@/domain/media/pictures'
import { uploadsIn } from '@/domain/media/uploadsIn'

import { PICTURE } from './pictureColumns'

/** The public images of a rich text by their ids, in one statement; in none where it has no files. */
export const textPictures = async ({
  req,
  text,
}: {
  req: PayloadRequest
  text: unknown
}): Promise<Record<string, Picture>> => {
  const ids = uploadsIn(text)
  if (ids.length === 0) {
    return {}
  }
  const found = await rows<{ file: ImageFile | null; id: string }>(
    req,
    sql`select m.id, ${PICTURE} as file from media m
        where m.id::text in (${sql.join(ids.map((id) => sql`${id}`), sql`, `)})`,
  )

  return Object.fromEntries(
    found.flatMap(({ id, file }) => {
      const picture = pictureOf(file)

      return picture ? [[id, picture]] : []
    }),
  )
}
