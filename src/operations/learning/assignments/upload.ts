import { sql } from '@payloadcms/db-postgres'

import type { WorkFile } from '@/domain/learning/assignments/workFile'

import { inTransaction, row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'

import type { Draft } from './draft'
import type { Sent } from './storeFile'

import { draftFor } from './draft'
import { openedFor } from './links'
import { reserveFile, storeFile } from './storeFile'

type Given = Sent & { learner: string; lesson: string; number: number }

type Reserved = Draft & { file: string }

/** Takes room for a file in a draft before its bytes come. */
const reserve = async (given: Given): Promise<null | Reserved> => {
  const found = await draftFor(given)
  if (!found) {
    return null
  }
  const { assignment, draft } = found
  if (given.size > assignment.mostBytes) {
    throw new RuleError('fileTooLarge', { most: assignment.mostBytes })
  }
  if (draft.files.length >= assignment.mostFiles) {
    throw new RuleError('filesFull', { most: assignment.mostFiles })
  }

  return { ...found, file: await reserveFile(given) }
}

/** Puts a file beside the others of its draft, unless that was handed in or is full by now. */
const settle = async ({ req }: Given, { assignment, draft, file }: Reserved): Promise<void> => {
  const kept = await row(
    req,
    sql`update submissions set files = files || to_jsonb(array[${file}::text]), updated_at = now()
        where id = ${draft.id} and state = 'draft' and jsonb_array_length(files) < ${assignment.mostFiles} returning id`,
  )
  if (!kept) {
    throw new RuleError('filesFull', { most: assignment.mostFiles })
  }
}

/**
 * Takes in a file for a draft: what it is, is told by its bytes, and it counts in the school's storage. Of many at once no
 * more get in than there may be. Null where there is no such assignment; throws fileNotAccepted, fileTooLarge, filesFull,
 * limitReached, submissionClosed and assignmentClosed. Opens its own transactions, none of them while bytes come.
 */
export const uploadWork = async (given: Given): Promise<null | WorkFile> => {
  const { learner, req, tenant } = given
  const reserved = await inTransaction(req, () => reserve(given))
  if (!reserved) {
    return null
  }
  const { assignment, file } = reserved
  const stored = await storeFile({
    ...given,
    id: file,
    most: assignment.mostBytes,
    settle: () => settle(given, reserved),
    takes: ({ kind }) => assignment.fileKinds.includes(kind),
  })

  return openedFor({ account: learner, now: new Date(), tenant })(stored)
}
