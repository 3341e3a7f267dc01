import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { PostCursor } from '@/domain/community/posts'

import { rows } from '@/database/transaction'
import { POSTS_PAGE, writePostCursor } from '@/domain/community/posts'

import type { Room } from './room'
import type { ReadText, ShownText } from './shown'

import { isReadable, shownText, textColumns } from './shown'

/** A post as lists and its own page show it. */
export type ShownPost = ShownText & {
  /** Whether replies are closed. */
  isLocked: boolean
  isPinned: boolean
  lastActivityAt: string
  replies: number
  title: null | string
}

type ReadPost = ReadText & Pick<ShownPost, 'isPinned' | 'lastActivityAt' | 'replies' | 'title'>

/** A post as whoever asks may read it. */
const shownPost = (read: ReadPost, room: Room): ShownPost => {
  const text = shownText(read, room)
  const { isLocked, isPinned, lastActivityAt, replies, title } = read

  return {
    ...text,
    isLocked,
    isPinned,
    lastActivityAt,
    replies,
    title: isReadable(room, text) ? title : null,
  }
}

/** Posts `p` that are there for whoever asks: one that was removed, for those who may read it or as long as it holds replies. */
const visible = ({ mayModerate, me }: Room) => sql`(p.removed_at is null
  or (p.removed_by = 'staff' and (${mayModerate} or p.author_id = ${me}))
  or exists (select 1 from comments r where r.post_id = p.id and r.removed_at is null))`

/** The posts of a space as somebody reads them; `narrow` says which, `s` is the space. */
const read = ({
  narrow,
  req,
  room,
}: {
  narrow: ReturnType<typeof sql>
  req: PayloadRequest
  room: Room
}) =>
  rows<ReadPost>(
    req,
    sql`select ${textColumns('p')}, p.title, p.is_pinned as "isPinned", p.is_locked as "isLocked",
          to_json(p.last_activity_at) #>> '{}' as "lastActivityAt",
          (select count(*)::int from comments r where r.post_id = p.id and r.removed_at is null) as replies,
          coalesce(p.last_activity_at > m.read_at, true)
            and (p.author_id is distinct from ${room.me}::uuid or exists (select 1 from comments r
              where r.post_id = p.id and r.removed_at is null and r.author_id is distinct from ${room.me}::uuid
                and coalesce(r.created_at > m.read_at, true))) as "isFresh"
        from posts p join spaces s on s.id = p.space_id left join users u on u.id = p.author_id
          left join space_members m on m.space_id = p.space_id and m.member_id = ${room.me}
        where p.space_id = ${room.space} and ${visible(room)} and ${narrow}`,
  )

/** A page of a discussion, what is pinned first and then what something happened in last; one statement. */
export const postsPage = async ({
  after,
  req,
  room,
}: {
  after: null | PostCursor
  req: PayloadRequest
  room: Room
}): Promise<{ next: null | string; posts: ShownPost[] }> => {
  if (!room.space) {
    return { next: null, posts: [] }
  }
  const beyond = after
    ? sql`(p.is_pinned, p.last_activity_at, p.id) < (${after.isPinned}, ${after.at}::timestamptz, ${after.id}::uuid)`
    : sql`true`
  const found = await read({
    narrow: sql`${beyond} order by p.is_pinned desc, p.last_activity_at desc, p.id desc limit ${POSTS_PAGE + 1}`,
    req,
    room,
  })
  const page = found.slice(0, POSTS_PAGE)
  const last = found.length > POSTS_PAGE ? page.at(-1) : undefined

  return {
    next: last
      ? writePostCursor({ id: last.id, at: last.lastActivityAt, isPinned: last.isPinned })
      : null,
    posts: page.map((one) => shownPost(one, room)),
  }
}

/** One post of a discussion; null where there is none for whoever asks. */
export const onePost = async ({
  post,
  req,
  room,
}: {
  post: string
  req: PayloadRequest
  room: Room
}): Promise<null | ShownPost> => {
  const [found] = await read({ narrow: sql`p.id = ${post}`, req, room })

  return found ? shownPost(found, room) : null
}
