import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { NamedUse } from './uses'

import { rows } from '@/database/transaction'

import { idList, usesOf } from './uses'

/**
 * What names one of some files, asked while nobody can begin to: whoever saves a row that names one waits for the caller's
 * transaction.
 */
export const usesBeforeDelete = async ({
  files,
  req,
}: {
  files: readonly string[]
  req: PayloadRequest
}): Promise<NamedUse[]> => {
  await rows(req, sql`select id from media where id in ${idList(files)} order by id for update`)

  return usesOf({ files, req })
}

/** Deletes files as Payload does, with all that follows; runs in the caller's transaction, all or none. How many there were. */
export const removeFiles = async ({
  files,
  req,
}: {
  files: readonly string[]
  req: PayloadRequest
}): Promise<number> => {
  const there = await rows<{ id: string }>(
    req,
    sql`select id from media where id in ${idList(files)} order by id`,
  )
  for (const { id } of there) {
    await req.payload.delete({ id, collection: 'media', depth: 0, overrideAccess: false, req })
  }

  return there.length
}
