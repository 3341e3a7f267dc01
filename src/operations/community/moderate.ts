import type { PayloadRequest } from 'payload'
import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

import type { CommentAction, PostAction } from '@/domain/community/posts'

import { row } from '@/database/transaction'
import { neededText } from '@/domain/community/posts'
import { announce } from '@hooks/events/announce'

import type { Room } from './room'

import { recountActivity } from './change'

type Given<Action> = {
  action: Action
  id: string
  /** Needed to remove something, and read by whoever wrote it. */
  reason: string
  req: PayloadRequest
  room: Room
  tenant: string
}

/** What a step sets, and of which rows: of those that it would change, and never of those that their writer took away. */
const stepOf = ({ action, reason, room: { me } }: Given<PostAction>): { set: SQL; where: SQL } => {
  switch (action) {
    case 'lock':
    case 'unlock':
      return {
        set: sql`is_locked = ${action === 'lock'}`,
        where: sql`is_locked <> ${action === 'lock'}`,
      }
    case 'pin':
    case 'unpin':
      return {
        set: sql`is_pinned = ${action === 'pin'}`,
        where: sql`is_pinned <> ${action === 'pin'}`,
      }
    case 'remove':
      return {
        set: sql`removed_at = now(), removed_by = 'staff', reason = ${neededText('reason', reason)}, moderator_id = ${me}`,
        where: sql`removed_at is null`,
      }
    case 'restore':
      return {
        set: sql`removed_at = null, removed_by = null, reason = null, moderator_id = ${me}`,
        where: sql`removed_by = 'staff'`,
      }
  }
}

/**
 * Pins, locks or removes a post, or takes that back; what stands so already stays as it is. Throws textMissing and
 * textTooLong for the reason of a removal. Runs in the caller's transaction.
 */
export const moderatePost = async (given: Given<PostAction>): Promise<{ id: string }> => {
  const { id, action, req, tenant } = given
  const { set, where } = stepOf(given)
  const moved = await row(
    req,
    sql`update posts set ${set}, updated_at = now() where id = ${id} and ${where} returning 1`,
  )
  if (moved) {
    await announce({ data: { action, post: id }, fact: 'post.moderated', req, tenant })
  }

  return { id }
}

/** Removes a reply or restores it, likewise. */
export const moderateComment = async (given: Given<CommentAction>): Promise<{ id: string }> => {
  const { id, action, req, tenant } = given
  const { set, where } = stepOf(given)
  const moved = await row<{ post: string }>(
    req,
    sql`update comments set ${set}, updated_at = now() where id = ${id} and ${where} returning post_id as post`,
  )
  if (moved) {
    await recountActivity(req, moved.post)
    await announce({ data: { action, comment: id }, fact: 'comment.moderated', req, tenant })
  }

  return { id }
}
