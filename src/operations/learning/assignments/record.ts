import { sql } from '@payloadcms/db-postgres'

import { inTransaction, row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { MOST_RECORDING_BYTES } from '@/domain/learning/assignments/review'

import type { Sent } from './storeFile'

import { MOST_REPLIES, replyAsGrader } from './reply'
import { reserveFile, storeFile } from './storeFile'

type Given = Sent & {
  by: string
  /** The submission that it is said of. */
  id: string
}

/** Takes room for a recording about somebody's work; null where there is no such work. */
const reserve = async (given: Given): Promise<null | string> => {
  const work = await row<{ learner: string; lesson: string }>(
    given.req,
    sql`select learner_id as learner, lesson_id as lesson from submissions where id = ${given.id} and state <> 'draft'`,
  )
  if (!work) {
    return null
  }
  if (given.size > MOST_RECORDING_BYTES) {
    throw new RuleError('fileTooLarge', { most: MOST_RECORDING_BYTES })
  }

  return reserveFile({ ...given, ...work })
}

/**
 * A grader's spoken or filmed word about a submission, of which its learner is told as of a written one. It is a file of that
 * learner's work: opened as theirs are, and gone with them. Null where there is no such submission; throws fileNotAccepted
 * for what is neither sound nor film, fileTooLarge, filesFull where no more can be said, and limitReached. Opens its own transactions, none of them
 * while bytes come.
 */
export const recordAsGrader = async (given: Given): Promise<null | { id: string }> => {
  const { id, by, req, tenant } = given
  const file = await inTransaction(req, () => reserve(given))
  if (file === null) {
    return null
  }
  await storeFile({
    ...given,
    id: file,
    most: MOST_RECORDING_BYTES,
    settle: async () => {
      if (!(await replyAsGrader({ id, by, file, req, tenant, text: '' }))) {
        throw new RuleError('filesFull', { most: MOST_REPLIES })
      }
    },
    takes: ({ kind }) => kind === 'audio' || kind === 'video',
  })

  return { id: file }
}
