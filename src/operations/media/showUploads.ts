import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ImageFile } from '@/domain/media/pictures'

import { rows } from '@/database/transaction'
import { uploadsIn, withUploads } from '@/domain/media/textUploads'

import { languageOf } from '@/operations/translation/reading'

import { altColumn, pictureColumn } from './pictureColumns'

type Described = ImageFile & { filename: string; mimeType: string }

/**
 * A rich text as it was read by SQL, with its public files in the place of their ids: one statement,
 * and none where the text has no files. In the text of a `lesson` that whoever asks may open, the
 * others too, at the address that asks for the lesson's lock again.
 */
export const showUploads = async <Text>({
  lesson,
  req,
  text,
}: {
  lesson?: string
  req: PayloadRequest
  text: Text
}): Promise<Text> => {
  const ids = uploadsIn(text)
  if (ids.length === 0) {
    return text
  }
  const language = await languageOf(req)
  const found = await rows<{ file: Described; id: string; picture: ImageFile | null }>(
    req,
    sql`select m.id, ${pictureColumn(language)} as picture, json_build_object('alt', ${altColumn(language)}, 'filename', m.filename,
          'height', m.height, 'mimeType', m.mime_type, 'width', m.width) as file
        from media m where m.id::text in (${sql.join(
          ids.map((id) => sql`${id}`),
          sql`, `,
        )})`,
  )
  const shown = found.map(({ id, file, picture }) => {
    const url = picture?.url ?? (lesson && `/api/learn/media/${lesson}?file=${id}`)

    return [id, url ? { ...picture, ...file, url } : null] as const
  })

  return withUploads(text, new Map(shown))
}
