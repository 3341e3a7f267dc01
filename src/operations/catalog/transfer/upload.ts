import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Source } from './archive'
import type { ItemSource } from './begin'

import { storage } from '@/adapters/storage'
import { row, rows } from '@/database/transaction'
import { MOST_COURSES, PART_BYTES, partsOf, partSize } from '@/domain/catalog/transfer/job'
import { COURSE_FORMAT } from '@/domain/catalog/transfer/packed'

import { innerArchive, openArchive } from './archive'
import { addItems } from './begin'
import { readManifest } from './manifest'
import { partKey } from './keys'
import { reasonOf, refuse } from './refused'

type Given = { req: PayloadRequest; tenant: string; transfer: string }

type Uploading = { name: string; size: number; status: string }

const uploadOf = ({ req, transfer }: Given): Promise<undefined | Uploading> =>
  row<Uploading>(
    req,
    sql`select name, size::float8 as size, status::text from course_transfers
        where id = ${transfer} and kind = 'import' for no key update`,
  )

/**
 * Keeps one part of a file, counted from 0; the same part again takes the place of the first. False where there is no
 * such upload, or it is over, or the part is not as long as it is to be.
 */
export const keepPart = async ({
  bytes,
  part,
  ...given
}: Given & { bytes: Buffer; part: number }): Promise<boolean> => {
  const upload = await uploadOf(given)
  if (upload?.status !== 'uploading' || bytes.length !== partSize(upload.size, part)) {
    return false
  }
  await storage().put({
    body: bytes,
    contentType: 'application/octet-stream',
    key: partKey({ ...given, part }),
  })

  return true
}

/** An uploaded file, read across its parts. */
export const uploadedSource = ({
  size,
  ...at
}: {
  size: number
  tenant: string
  transfer: string
}): Source => ({
  read: async (from, length) => {
    const until = Math.min(from + length, size)
    const pieces: Buffer[] = []
    for (let place = from; place < until && place >= 0;) {
      const part = Math.floor(place / PART_BYTES)
      const start = place - part * PART_BYTES
      const end = Math.min(PART_BYTES, until - part * PART_BYTES) - 1
      const stored = await storage().get({ key: partKey({ ...at, part }), range: { end, start } })
      if (!stored) {
        break
      }
      for await (const piece of stored.stream) {
        pieces.push(piece as Buffer)
      }
      place = part * PART_BYTES + end + 1
    }

    return Buffer.concat(pieces)
  },
  size,
})

/** The courses in a file, by the members of the archive that hold them. */
const coursesIn = async (source: Source): Promise<ItemSource[]> => {
  const archive = await openArchive(source)
  const said = await readManifest(archive)
  if (said.format === COURSE_FORMAT) {
    return [{ source: ITSELF, title: said.title }]
  }
  if (said.courses.length === 0 || said.courses.length > MOST_COURSES) {
    throw refuse('contentBroken', { path: 'courses' })
  }
  const files = new Set(said.courses.map(({ file }) => file))
  if (files.size !== said.courses.length || [...files].some((file) => !archive.entries.has(file))) {
    throw refuse('fileMissing')
  }

  return said.courses.map(({ file, title }) => ({ source: file, title }))
}

/** In the place of a member: the file is that of one course. */
const ITSELF = '.'

/** The archive of one course in an uploaded file. */
export const courseArchive = async (source: Source, member: string) => {
  const archive = await openArchive(source)

  return member === ITSELF ? archive : innerArchive(archive, member)
}

/**
 * Looks at a file whose parts are all there and lets the worker take its courses. A file that is none, or was made to harm,
 * is refused as a whole, and the transfer says why. False where there is no such upload, or parts are missing; asked
 * again, it changes nothing. Runs in the caller's transaction.
 */
export const beginImport = async (given: Given): Promise<boolean> => {
  const { req, tenant, transfer } = given
  const upload = await uploadOf(given)
  if (upload?.status !== 'uploading') {
    return upload !== undefined
  }
  for (let part = 0; part < partsOf(upload.size); part += 1) {
    if (!(await storage().head(partKey({ part, tenant, transfer })))) {
      return false
    }
  }
  try {
    const items = await coursesIn(uploadedSource({ size: upload.size, tenant, transfer }))
    await rows(req, sql`update course_transfers set status = 'working' where id = ${transfer}`)
    await addItems({ items, req, tenant, transfer })
  } catch (error) {
    const reason = reasonOf(error)
    if (!reason) {
      throw error
    }
    await rows(
      req,
      sql`update course_transfers set status = 'refused', reason = ${JSON.stringify(reason)}::jsonb where id = ${transfer}`,
    )
  }

  return true
}
