import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Question } from '@/domain/learning/grading'
import type { ImageFile, Pictures } from '@/domain/media/pictures'

import { rows } from '@/database/transaction'
import { picturesOf } from '@/domain/catalog/questionPictures'
import { pictureOf } from '@/domain/media/pictures'
import { altColumn, pictureColumn } from '@/operations/media/pictureColumns'
import { languageOf } from '@/operations/translation/reading'

/**
 * The pictures of questions: one statement, and none where there are none. What is not public is found at the
 * address that asks for the lock of the `lesson` again; without a lesson, at the one that staff may open.
 */
export const questionPictures = async ({
  lesson,
  questions,
  req,
}: {
  lesson?: string
  questions: readonly Question[]
  req: PayloadRequest
}): Promise<Pictures> => {
  const ids = picturesOf(questions)
  if (ids.length === 0) {
    return {}
  }
  const language = await languageOf(req)
  const found = await rows<{ file: ImageFile; id: string; picture: ImageFile | null }>(
    req,
    sql`select m.id, ${pictureColumn(language)} as picture,
          json_build_object('alt', ${altColumn(language)}, 'height', m.height, 'url', m.url, 'width', m.width) as file
        from media m where m.id::text = any(${sql.param(ids)}::text[])`,
  )

  return Object.fromEntries(
    found.flatMap(({ id, file, picture }) => {
      const shown = pictureOf(
        picture ?? { ...file, url: lesson ? `/api/learn/media/${lesson}?file=${id}` : file.url },
      )

      return shown ? [[id, shown]] : []
    }),
  )
}
