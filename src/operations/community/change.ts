import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row, rows } from '@/database/transaction'
import { fitText, neededText } from '@/domain/community/posts'
import { RuleError } from '@/domain/errors'

import type { Room } from './room'

type Given = { id: string; req: PayloadRequest; room: Room }

/** How something stands that its writer would change; `isOwn` is false for everybody else. */
type Standing = { isLocked: boolean; isOwn: boolean; isRemoved: boolean }

/** Throws postRemoved and postLocked for what cannot be changed any more; false where somebody else wrote it. */
const isOpenTo = (standing: Standing | undefined): boolean => {
  if (!standing?.isOwn) {
    return false
  }
  if (standing.isRemoved) {
    throw new RuleError('postRemoved')
  }
  if (standing.isLocked) {
    throw new RuleError('postLocked')
  }

  return true
}

/**
 * Changes one's own post, and marks it as edited where that says something else; null for somebody else's. Throws
 * textTooLong, textMissing, postRemoved and postLocked. Runs in the caller's transaction.
 */
export const editPost = async ({
  id,
  body: givenBody,
  req,
  room,
  title: givenTitle,
}: Given & { body: string; title: string }): Promise<null | { id: string }> => {
  const standing = await row<Standing>(
    req,
    sql`select author_id is not distinct from ${room.me}::uuid as "isOwn", is_locked as "isLocked", removed_at is not null as "isRemoved"
        from posts where id = ${id} for update`,
  )
  if (!isOpenTo(standing)) {
    return null
  }
  const [title, body] = [fitText('title', givenTitle), neededText('body', givenBody)]
  await rows(
    req,
    sql`update posts set title = ${title || null}, body = ${body}, edited_at = now(), updated_at = now()
        where id = ${id} and (coalesce(title, ''), body) is distinct from (${title}, ${body})`,
  )

  return { id }
}

/** The same for one's own reply, while the post that it answers is open. */
export const editComment = async ({
  id,
  body: given,
  req,
  room,
}: Given & { body: string }): Promise<null | { id: string }> => {
  const standing = await row<Standing>(
    req,
    sql`select r.author_id is not distinct from ${room.me}::uuid as "isOwn", p.is_locked as "isLocked",
          r.removed_at is not null or p.removed_at is not null as "isRemoved"
        from comments r join posts p on p.id = r.post_id where r.id = ${id} for update of r`,
  )
  if (!isOpenTo(standing)) {
    return null
  }
  const body = neededText('body', given)
  await rows(
    req,
    sql`update comments set body = ${body}, edited_at = now(), updated_at = now() where id = ${id} and body <> ${body}`,
  )

  return { id }
}

/** Takes one's own post away, and its words for good, unless staff removed it before; its replies stay. Again does nothing; null for somebody else's. */
export const deletePost = async ({ id, req, room }: Given): Promise<null | { id: string }> =>
  (await row<{ id: string }>(
    req,
    sql`update posts set removed_at = coalesce(removed_at, now()), removed_by = coalesce(removed_by, 'author'), updated_at = now(),
          title = case when removed_by = 'staff' then title end, body = case when removed_by = 'staff' then body else '' end
        where id = ${id} and author_id = ${room.me} returning id`,
  )) ?? null

/** Takes one's own reply away, likewise. Again does nothing; null for somebody else's. Runs in the caller's transaction. */
export const deleteComment = async ({ id, req, room }: Given): Promise<null | { id: string }> => {
  const gone = await row<{ id: string; post: string }>(
    req,
    sql`update comments set removed_at = coalesce(removed_at, now()), removed_by = coalesce(removed_by, 'author'), updated_at = now(),
          body = case when removed_by = 'staff' then body else '' end
        where id = ${id} and author_id = ${room.me} returning id, post_id as post`,
  )
  if (!gone) {
    return null
  }
  await recountActivity(req, gone.post)

  return { id: gone.id }
}

/** When something last happened in a post, counted anew from the replies that are there. */
export const recountActivity = (req: PayloadRequest, post: string) =>
  rows(
    req,
    sql`update posts p set last_activity_at = greatest(p.created_at,
          (select max(r.created_at) from comments r where r.post_id = p.id and r.removed_at is null))
        where p.id = ${post}`,
  )
