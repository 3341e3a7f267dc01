import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'

import type { Room } from './room'

/** Keeps whether somebody is told of replies to a post. */
export const followPost = async ({
  isFollowing,
  post,
  req,
  room,
  tenant,
}: {
  isFollowing: boolean
  post: string
  req: PayloadRequest
  room: Room
  tenant: string
}): Promise<{ isFollowing: boolean }> => {
  await rows(
    req,
    sql`insert into post_follows (id, tenant_id, post_id, member_id, is_following)
        values (uuidv7(), ${tenant}, ${post}, ${room.me}, ${isFollowing})
        on conflict (tenant_id, post_id, member_id) do update set is_following = excluded.is_following, updated_at = now()`,
  )

  return { isFollowing }
}
