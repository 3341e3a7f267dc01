import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { announce } from '@hooks/events/announce'

import { draftFor } from './draft'

/** Forgets a file that no submission holds; its bytes go once that stands. Runs in the caller's transaction. */
export const dropFile = async ({
  file,
  req,
  tenant,
}: {
  file: string
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const gone = await row(
    req,
    sql`delete from submission_files f where f.id = ${file}
          and not exists (select 1 from submissions s where s.learner_id = f.learner_id and s.lesson_id = f.lesson_id and s.files ? f.id::text)
          and not exists (select 1 from submissions s where s.learner_id = f.learner_id and s.lesson_id = f.lesson_id
            and s.thread @> jsonb_build_array(jsonb_build_object('file', f.id::text)))
        returning f.id`,
  )
  if (gone) {
    await announce({ data: { file }, fact: 'submissionFile.removed', req, tenant })
  }
}

/**
 * Takes a file out of a draft. Null where there is no such assignment, or the draft has no such file; throws
 * submissionClosed and assignmentClosed. Runs in the caller's transaction.
 */
export const removeFile = async ({
  file,
  ...given
}: {
  file: string
  learner: string
  lesson: string
  number: number
  req: PayloadRequest
  tenant: string
}): Promise<null | { id: string }> => {
  const found = await draftFor(given)
  const taken =
    found &&
    (await row(
      given.req,
      sql`update submissions set files = files - ${file}::text, updated_at = now()
          where id = ${found.draft.id} and state = 'draft' and files ? ${file}::text returning id`,
    ))
  if (!taken) {
    return null
  }
  await dropFile({ ...given, file })

  return { id: file }
}
