import { sql } from '@payloadcms/db-postgres'

import type { Visibility } from '@/domain/identity/profile'
import type { Remover } from '@/domain/community/posts'
import type { Rights } from '@/domain/community/spaces'

import { isShownTo } from '@/domain/identity/profile'
import { portraitPath } from '@/domain/identity/portraits'
import { STAFF } from '@/domain/identity/roles'

import type { Room } from './room'

/** Who wrote something; null for an account that was erased. `isShown`: whether their page is open to whoever asks. */
type Author = null | {
  id: string
  isShown: boolean
  isTeam: boolean
  name: string
  picture: null | string
}

/** A post or a reply as somebody reads it; moments are ISO 8601. */
export type ShownText = {
  author: Author
  /** Empty where it was removed, but for its writer and those who keep order. */
  body: string
  editedAt: null | string
  id: string
  /** Whether something came after the reader was here last. */
  isFresh: boolean
  isOwn: boolean
  mayDelete: boolean
  mayEdit: boolean
  mayModerate: boolean
  /** Why it was removed, for its writer and for those who keep order. */
  reason: null | string
  removedBy: null | Remover
  writtenAt: string
}

/** A text as the database tells it. */
export type ReadText = {
  author: null | {
    id: string
    image: null | string
    isTeam: boolean
    name: string
    visibility: Visibility
  }
  body: string
  editedAt: null | string
  id: string
  isFresh: boolean
  isLocked: boolean
  reason: null | string
  removedBy: null | Remover
  writtenAt: string
}

/** A moment of a row, as ISO 8601. */
const iso = (column: string) => sql`to_json(${sql.raw(column)}) #>> '{}'`

/** The columns of a post `p` or a reply `r` that say what was written, by whom and when; `u` is its author. */
export const textColumns = (of: 'p' | 'r') => {
  const at = (column: string) => sql.raw(`${of}.${column}`)

  return sql`${at('id')} as id, ${at('body')} as body, ${at('reason')} as reason, ${at('removed_by')} as "removedBy",
    ${iso(`${of}.edited_at`)} as "editedAt", ${iso(`${of}.created_at`)} as "writtenAt",
    case when u.id is not null then json_build_object('id', u.id, 'name', u.name, 'image', u.image,
      'visibility', coalesce(u.visibility, 'private'), 'isTeam',
        exists (select 1 from users_roles o where o.parent_id = u.id and o.value::text in (select jsonb_array_elements_text(${JSON.stringify(STAFF)}::jsonb)))
        or exists (select 1 from course_team t where t.account_id = u.id and t.course_id = s.course_id and t.state = 'accepted')) end as author`
}

/** Whether something that its writer or the school took away is there for whoever asks, as what it was. */
export const isReadable = (
  { mayModerate }: Pick<Rights, 'mayModerate'>,
  { isOwn, removedBy }: Pick<ShownText, 'isOwn' | 'removedBy'>,
): boolean => removedBy === null || (removedBy === 'staff' && (mayModerate || isOwn))

const authorOf = (author: ReadText['author'], { mayModerate, me }: Room): Author => {
  if (!author) {
    return null
  }
  const { id, name, image, isTeam, visibility } = author
  const isShown = id === me || mayModerate || isShownTo({ isSignedIn: true, visibility })

  return {
    id,
    name,
    isShown,
    isTeam,
    picture: isShown ? portraitPath({ account: id, picture: image }) : null,
  }
}

/** A text as whoever asks may read it, and what they may do with it. */
export const shownText = (text: ReadText, room: Room): ShownText => {
  const { id, author, body, editedAt, isFresh, isLocked, reason, removedBy, writtenAt } = text
  const isOwn = author?.id === room.me
  const canRead = isReadable(room, { isOwn, removedBy })

  return {
    id,
    author: authorOf(author, room),
    body: canRead ? body : '',
    editedAt,
    isFresh: isFresh && !isOwn,
    isOwn,
    mayDelete: isOwn && removedBy === null,
    mayEdit: isOwn && removedBy === null && room.mayWrite && !isLocked,
    mayModerate: room.mayModerate && removedBy !== 'author',
    reason: canRead ? reason : null,
    removedBy,
    writtenAt,
  }
}
