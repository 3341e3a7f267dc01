import type { PayloadRequest } from 'payload'
import type { Readable } from 'node:stream'

import { sql } from '@payloadcms/db-postgres'
import { createReadStream } from 'node:fs'

import type { WorkFile } from '@/domain/learning/assignments/workFile'
import type { WorkType } from '@/domain/learning/assignments/workFiles'

import { storage } from '@/adapters/storage'
import { inTransaction, row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { WORK_SIGNATURE_BYTES, workName, workTypeOf } from '@/domain/learning/assignments/workFiles'
import { workKey } from '@/domain/media/keys'
import { storageLimit } from '@/operations/media/storageLimit'
import { held, type HeldFile } from '@/operations/media/heldFile'
import { askOf, takeRoom } from '@/operations/tenancy/limits'

import type { Draft } from './draft'

import { draftFor } from './draft'
import { workLink } from './links'
import { dropFile } from './removeFile'

type Given = {
  /** The file's bytes as they come. */
  body: Readable
  /** What its sender calls it. */
  isSound?: boolean
  learner: string
  lesson: string
  name: string
  number: number
  req: PayloadRequest
  /** How many bytes were announced. */
  size: number
  tenant: string
}

type Reserved = Draft & { file: string }

/** Takes room for a file in a draft before its bytes come; what is left over of a broken upload is swept at night. */
const reserve = async (given: Given): Promise<null | Reserved> => {
  const { name, learner, lesson, req, size, tenant } = given
  const found = await draftFor(given)
  if (!found) {
    return null
  }
  const { assignment, draft } = found
  if (size > assignment.mostBytes) {
    throw new RuleError('fileTooLarge', { most: assignment.mostBytes })
  }
  if (draft.files.length >= assignment.mostFiles) {
    throw new RuleError('filesFull', { most: assignment.mostFiles })
  }
  await takeRoom({ ask: askOf(req), limit: storageLimit, more: size, tenant })
  const made = await row<{ id: string }>(
    req,
    sql`insert into submission_files (id, tenant_id, learner_id, lesson_id, filename, filesize, is_stored)
        values (uuidv7(), ${tenant}, ${learner}, ${lesson}, ${name.slice(0, 200)}, ${size}, false) returning id`,
  )

  return made ? { ...found, file: made.id } : null
}

/** Puts a file whose bytes are there beside the others of its draft, unless that was handed in or is full by now. */
const settle = async (
  { req }: Given,
  { assignment, draft, file }: Reserved,
  { type, filename, size }: { filename: string; size: number; type: string },
): Promise<void> => {
  const kept = await row(
    req,
    sql`update submissions set files = files || to_jsonb(array[${file}::text]), updated_at = now()
        where id = ${draft.id} and state = 'draft' and jsonb_array_length(files) < ${assignment.mostFiles} returning id`,
  )
  if (!kept) {
    throw new RuleError('filesFull', { most: assignment.mostFiles })
  }
  await row(
    req,
    sql`update submission_files set is_stored = true, filename = ${filename}, filesize = ${size}, mime_type = ${type},
          updated_at = now() where id = ${file}`,
  )
}

/** What a file is, where its assignment takes such. */
const accepted = async (
  { name, isSound }: Given,
  { assignment }: Reserved,
  file: HeldFile,
): Promise<WorkType> => {
  const found = workTypeOf({ name, bytes: await file.head(WORK_SIGNATURE_BYTES), isSound })
  if (!found || !assignment.fileKinds.includes(found.kind)) {
    throw new RuleError('fileNotAccepted')
  }

  return found
}

/**
 * Takes in a file for a draft: what it is, is told by its bytes, and it counts in the school's storage. Of many at once no
 * more get in than there may be. Null where there is no such assignment; throws fileNotAccepted, fileTooLarge, filesFull,
 * limitReached, submissionClosed and assignmentClosed. Opens its own transactions, none of them while bytes come.
 */
export const uploadWork = async (given: Given): Promise<null | WorkFile> => {
  const { body, learner, req, tenant } = given
  const reserved = await inTransaction(req, () => reserve(given))
  if (!reserved) {
    return null
  }
  const id = reserved.file
  try {
    return await held({ body, most: reserved.assignment.mostBytes }, async (file) => {
      const work = await accepted(given, reserved, file)
      const filename = workName(given.name, work)
      await storage().put({
        body: createReadStream(file.path),
        contentType: work.type,
        key: workKey({ id, filename, tenant }),
      })
      const { size } = file
      await inTransaction(req, () => settle(given, reserved, { type: work.type, filename, size }))

      return {
        id,
        filename,
        mimeType: work.type,
        size,
        url: workLink({ account: learner, file: id, now: new Date(), tenant }),
      }
    })
  } catch (error) {
    await inTransaction(req, () => dropFile({ file: id, req, tenant }))
    throw error
  }
}
