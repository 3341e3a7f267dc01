import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { CommentCursor } from '@/domain/community/posts'

import { row, rows } from '@/database/transaction'
import { COMMENTS_PAGE, writeCommentCursor } from '@/domain/community/posts'

import type { ShownPost } from './posts'
import type { Room } from './room'
import type { ReadText, ShownText } from './shown'

import { onePost } from './posts'
import { shownText, textColumns } from './shown'

/** A post with a page of its replies, oldest first, and whether the reader is told of new ones. */
export type Thread = {
  comments: ShownText[]
  isFollowing: boolean
  next: null | string
  post: ShownPost
}

/** Replies of a post: those that the school removed keep their place, those that their writer took away do not. */
const commentsPage = async ({
  after,
  post,
  req,
  room,
}: {
  after: CommentCursor | null
  post: ShownPost
  req: PayloadRequest
  room: Room
}): Promise<Pick<Thread, 'comments' | 'next'>> => {
  const beyond = after
    ? sql`and (r.created_at, r.id) > (${after.at}::timestamptz, ${after.id}::uuid)`
    : sql``
  const found = await rows<Omit<ReadText, 'isLocked'>>(
    req,
    sql`select ${textColumns('r')}, coalesce(r.created_at > m.read_at, true) as "isFresh"
        from comments r join spaces s on s.id = r.space_id left join users u on u.id = r.author_id
          left join space_members m on m.space_id = r.space_id and m.member_id = ${room.me}
        where r.post_id = ${post.id} and r.removed_by is distinct from 'author' ${beyond}
        order by r.created_at, r.id limit ${COMMENTS_PAGE + 1}`,
  )
  const page = found.slice(0, COMMENTS_PAGE)
  const last = found.length > COMMENTS_PAGE ? page.at(-1) : undefined
  const isLocked = post.isLocked || post.removedBy !== null

  return {
    comments: page.map((one) => shownText({ ...one, isLocked }, room)),
    next: last ? writeCommentCursor({ id: last.id, at: last.writtenAt }) : null,
  }
}

/** A post and what was answered to it; null where there is none for whoever asks. Three statements. */
export const readThread = async ({
  after,
  post: id,
  req,
  room,
}: {
  after: CommentCursor | null
  post: string
  req: PayloadRequest
  room: Room
}): Promise<null | Thread> => {
  const post = await onePost({ post: id, req, room })
  if (!post) {
    return null
  }
  const followed = await row<{ isFollowing: boolean }>(
    req,
    sql`select is_following as "isFollowing" from post_follows where post_id = ${id} and member_id = ${room.me}`,
  )
  const page = await commentsPage({ after, post, req, room })

  return { ...page, isFollowing: followed?.isFollowing ?? false, post }
}
