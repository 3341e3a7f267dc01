import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'

/**
 * Erases what an account wrote in discussions. A post that others answered stays in its place, without words and without
 * a name, so that their replies do; everything else goes.
 */
export const forgetAuthor = async ({
  account,
  req,
}: {
  account: string
  req: PayloadRequest
}): Promise<void> => {
  await rows(req, sql`delete from post_follows where member_id = ${account}`)
  await rows(req, sql`delete from space_members where member_id = ${account}`)
  await rows(req, sql`delete from comments where author_id = ${account}`)
  const answered = sql`exists (select 1 from comments r where r.post_id = p.id)`
  await rows(
    req,
    sql`update posts p set author_id = null, title = null, body = '', reason = null, removed_at = coalesce(p.removed_at, now()),
          removed_by = 'author', updated_at = now()
        where p.author_id = ${account} and ${answered}`,
  )
  await rows(
    req,
    sql`delete from post_follows where post_id in (select id from posts where author_id = ${account})`,
  )
  await rows(req, sql`delete from posts where author_id = ${account}`)
}
