import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { CourseFileAt } from './bundle'

import { storage } from '@/adapters/storage'
import { row, rows } from '@/database/transaction'
import { bundlesOf } from '@/domain/catalog/transfer/job'

import { writeBundle } from './bundle'
import { resultKey } from './keys'

type Given = { req: PayloadRequest; tenant: string; transfer: string }

/** A file to be fetched. */
export type ResultFile = { key: string; name: string; size: number }

const exported = async ({ req, transfer }: Given): Promise<CourseFileAt[]> => {
  const found = await rows<{ file: CourseFileAt }>(
    req,
    sql`select file from course_transfer_items
        where transfer_id = ${transfer} and status = 'done' and file is not null order by place`,
  )

  return found.map(({ file }) => file)
}

const schoolNamed = async ({ req, tenant }: Given): Promise<string> =>
  (await row<{ slug: string }>(req, sql`select slug from tenants where id = ${tenant}`))?.slug ??
  'school'

/** Puts the exported courses of a transfer together: one file for one course, else as few as hold them all. */
export const writeBundles = async (given: Given): Promise<ResultFile[]> => {
  const courses = await exported(given)
  const [only] = courses
  if (only && courses.length === 1) {
    const key = resultKey({ ...given, number: 1 })
    const stored = await storage().get({ key: only.key })
    if (!stored) {
      throw new Error(`The file of ${only.title} is not in the storage.`)
    }
    await storage().put({ body: stored.stream, contentType: 'application/zip', key })

    return [{ name: only.name.replace(/^\d+-/, ''), key, size: only.size }]
  }
  const school = await schoolNamed(given)
  const bundles = bundlesOf(courses)
  const files: ResultFile[] = []
  for (const [at, bundle] of bundles.entries()) {
    const key = resultKey({ ...given, number: at + 1 })
    const part = bundles.length > 1 ? `-${at + 1}` : ''
    const name = `${school}-courses${part}.zip`
    files.push({ name, key, size: await writeBundle(bundle, key) })
  }

  return files
}
