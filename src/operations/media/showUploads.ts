import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ImageFile } from '@/domain/media/pictures'

import { rows } from '@/database/transaction'
import { uploadsIn, withUploads } from '@/domain/media/textUploads'

import { PICTURE } from './pictureColumns'

/**
 * A rich text as it was read by SQL, with its public images in the place of their ids: one statement,
 * and none where the text has no files.
 */
export const showUploads = async <Text>({
  req,
  text,
}: {
  req: PayloadRequest
  text: Text
}): Promise<Text> => {
  const ids = uploadsIn(text)
  if (ids.length === 0) {
    return text
  }
  const found = await rows<{ file: ImageFile | null; id: string }>(
    req,
    sql`select m.id, ${PICTURE} as file from media m
        where m.id::text in (${sql.join(
          ids.map((id) => sql`${id}`),
          sql`, `,
        )})`,
  )

  return withUploads(text, new Map(found.map(({ id, file }) => [id, file])))
}
