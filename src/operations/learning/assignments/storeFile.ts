import type { PayloadRequest } from 'payload'
import type { Readable } from 'node:stream'

import { sql } from '@payloadcms/db-postgres'
import { createReadStream } from 'node:fs'

import type { WorkType } from '@/domain/learning/assignments/workFiles'

import { storage } from '@/adapters/storage'
import { inTransaction, row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { WORK_SIGNATURE_BYTES, workName, workTypeOf } from '@/domain/learning/assignments/workFiles'
import { workKey } from '@/domain/media/keys'
import { held } from '@/operations/media/heldFile'
import { isScanned, virusIn } from '@/operations/media/viruses'
import { storageLimit } from '@/operations/media/storageLimit'
import { askOf, takeRoom } from '@/operations/tenancy/limits'

import type { ReadFile } from './links'

import { dropFile } from './removeFile'

/** A file as it comes from a browser. */
export type Sent = {
  body: Readable
  /** Whether its sender says that a film's container holds sound alone. */
  isSound?: boolean
  name: string
  req: PayloadRequest
  /** How many bytes were announced. */
  size: number
  tenant: string
}

/**
 * Takes room for a file of a learner's work before its bytes come, and answers its id; what is left over of a broken upload is
 * swept at night. Throws limitReached. Runs in the caller's transaction.
 */
export const reserveFile = async ({
  name,
  learner,
  lesson,
  req,
  size,
  tenant,
}: Omit<Sent, 'body'> & { learner: string; lesson: string }): Promise<string> => {
  await takeRoom({ ask: askOf(req), limit: storageLimit, more: size, tenant })
  const made = await row<{ id: string }>(
    req,
    sql`insert into submission_files (id, tenant_id, learner_id, lesson_id, filename, filesize, is_stored)
        values (uuidv7(), ${tenant}, ${learner}, ${lesson}, ${name.slice(0, 200)}, ${size}, false) returning id`,
  )
  if (!made) {
    throw new Error('a file was not written down')
  }

  return made.id
}

/** Writes down what a file turned out to be. */
const settleFile = ({ id, filename, mimeType, size }: ReadFile, req: PayloadRequest) =>
  row(
    req,
    sql`update submission_files set is_stored = true, filename = ${filename}, filesize = ${size}, mime_type = ${mimeType},
          updated_at = now() where id = ${id}`,
  )

/**
 * Stores the bytes of a file that room was taken for: what it is, is told by them, and `takes` says whether that is wanted.
 * `settle` then puts it where it belongs, in the transaction that makes it be there. Where any of this fails, nothing is
 * left. Throws fileNotAccepted, fileTooLarge and fileInfected.
 */
export const storeFile = async ({
  id,
  name,
  body,
  isSound,
  most,
  req,
  settle,
  takes,
  tenant,
}: Omit<Sent, 'size'> & {
  id: string
  /** How many bytes it may have. */
  most: number
  settle: () => Promise<void>
  takes: (type: WorkType) => boolean
}): Promise<ReadFile> => {
  try {
    return await held({ body, most }, async (file) => {
      const found = workTypeOf({ name, bytes: await file.head(WORK_SIGNATURE_BYTES), isSound })
      if (!found || !takes(found)) {
        throw new RuleError('fileNotAccepted')
      }
      if (
        isScanned(found.type) &&
        (await virusIn(() => Promise.resolve(createReadStream(file.path))))
      ) {
        throw new RuleError('fileInfected')
      }
      const stored = { id, filename: workName(name, found), mimeType: found.type, size: file.size }
      await storage().put({
        body: createReadStream(file.path),
        contentType: found.type,
        key: workKey({ id, filename: stored.filename, tenant }),
      })
      await inTransaction(req, async () => {
        await settle()
        await settleFile(stored, req)
      })

      return stored
    })
  } catch (error) {
    await inTransaction(req, () => dropFile({ file: id, req, tenant }))
    throw error
  }
}
