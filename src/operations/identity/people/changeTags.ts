import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row, rows } from '@/database/transaction'
import { cleanTags } from '@/domain/identity/people/query'

/**
 * Gives an account tags and takes others from it, in the caller's transaction; a tag is the same whatever its case.
 * Answers the tags it has then, and whether they are others; null where the school has no such account.
 */
export const changeTags = async ({
  account,
  add,
  remove,
  req,
}: {
  account: string
  add: readonly string[]
  remove: readonly string[]
  req: PayloadRequest
}): Promise<{ changed: boolean; tags: string[] } | null> => {
  const found = await row<{ tags: null | string[] }>(
    req,
    sql`select tags from users where id = ${account} and status <> 'erased' for no key update`,
  )
  if (!found) {
    return null
  }
  const before = found.tags ?? []
  const gone = new Set(cleanTags(remove).map((tag) => tag.toLowerCase()))
  const tags = cleanTags([...before.filter((tag) => !gone.has(tag.toLowerCase())), ...add])
  const changed = JSON.stringify(tags) !== JSON.stringify(before)
  if (changed) {
    await rows(
      req,
      sql`update users set tags = ${JSON.stringify(tags)}::jsonb, updated_at = now() where id = ${account}`,
    )
  }

  return { changed, tags }
}
