import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { readCode } from '@/domain/media/streams'

/** Whose code it is: that of a watching, from `at` on, or of somebody's copies of a document, first made `at`. */
export type CodeHolder = {
  account: string
  address: string
  at: string
  kind: 'document' | 'video'
  lesson: string
  name: null | string
  title: string
}

/** The holder of a code as somebody read it off a recording or a page, however it was written; null where it is none of the school's. */
export const holderOfCode = async ({
  code,
  req,
}: {
  code: string
  req: PayloadRequest
}): Promise<CodeHolder | null> =>
  (await row<CodeHolder>(
    req,
    sql`with found as (
          select 'video' as kind, account_id, lesson_id, since as at from video_plays where code = ${readCode(code)}
          union all
          select 'document', account_id, lesson_id, created_at from document_copies where code = ${readCode(code)})
        select f.kind, f.account_id as account, u.email as address, u.name, f.lesson_id as lesson, l.title, to_json(f.at) #>> '{}' as at
        from found f join users u on u.id = f.account_id join lessons l on l.id = f.lesson_id limit 1`,
  )) ?? null
