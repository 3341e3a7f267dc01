import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row, rows } from '@/database/transaction'

import { idList } from './uses'

/** Lays files into a folder of the school, or to the top; how many, null where it has no such folder. */
export const moveFiles = async ({
  files,
  folder,
  req,
}: {
  files: readonly string[]
  folder: null | string
  req: PayloadRequest
}): Promise<null | number> => {
  if (
    folder &&
    !(await row(req, sql`select 1 from media_folders where id = ${folder}::uuid for key share`))
  ) {
    return null
  }
  // No update of Payload: nothing that anybody else sees of a file changes with its place.
  const moved = await rows(
    req,
    sql`update media set folder_id = ${folder}::uuid where id in ${idList(files)} returning id`,
  )

  return moved.length
}
