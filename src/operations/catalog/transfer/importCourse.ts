import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { inTransaction, row } from '@/database/transaction'
import { MANAGERS } from '@/domain/identity/roles'

import type { Item, Place } from './settle'

import { readCourseFile } from './courseFile'
import { importMedia } from './importMedia'
import { settle, settledAs } from './settle'
import { courseArchive, uploadedSource } from './upload'
import { writeCourse } from './write'

/**
 * Takes one course out of an uploaded file: checks all of it, uploads its files, then writes it in one transaction together
 * with the mark that it is there. Throws what refuses it; files that were uploaded are the caller's to drop.
 */
export const importCourse = async (given: Place, item: Item): Promise<void> => {
  const { req, tenant, transfer } = given
  const source = uploadedSource({ size: item.size ?? 0, tenant, transfer })
  const archive = await courseArchive(source, item.source)
  const file = await readCourseFile(archive, req)
  const media = await importMedia({ archive, file, item: item.id, req, tenant })
  await inTransaction(req, async () => {
    const waits = await row(
      req,
      sql`select 1 from course_transfer_items where id = ${item.id} and status = 'waiting' for update`,
    )
    if (waits) {
      const mayAddCategories = await isManager(req, item.askedBy)
      const made = await writeCourse({ mayAddCategories, media, packed: file.packed, req, tenant })
      await settle(given, item, settledAs(made))
    }
  })
}

/** Whether whoever asked may change the catalog's shelves, now that it is done. */
const isManager = async (req: PayloadRequest, account: null | string): Promise<boolean> =>
  (await row(
    req,
    sql`select 1 from users_roles where parent_id = ${account}::uuid
        and value::text = any(${sql.param([...MANAGERS])}::text[]) limit 1`,
  )) !== undefined
