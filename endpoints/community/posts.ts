import { z } from 'zod'

import { POST_ACTIONS, readCommentCursor } from '@/domain/community/posts'
import { deletePost as remove, editPost as edit } from '@/operations/community/change'
import { readThread } from '@/operations/community/comments'
import { followPost as follow } from '@/operations/community/follow'
import { moderatePost as moderate } from '@/operations/community/moderate'
import { writeComment as answer } from '@/operations/community/write'

import { endpoint } from '../support/endpoint'
import { NotHere } from '../support/errors'
import { text } from './discussions'
import { keptOr429, ownOr403, requireModerating, requireRoom, requireWriting } from './rooms'

const path = '/discussion/posts/:id'
const id = z.uuid()

/**
 * GET /api/discussion/posts/:id?after=: a post with a page of its replies, oldest first: `{ closed, cohort, comments, course,
 * isFollowing, mayModerate, mayWrite, next, now, post }`; see `Thread`. `after` is the `next` of the page before.
 */
export const thread = endpoint({
  input: z.object({
    id,
    after: z
      .string()
      .max(200)
      .refine((given) => readCommentCursor(given), 'No cursor of this list.')
      .optional(),
  }),
  method: 'get',
  path,
  run: async ({ input: { id: post, after }, req }) => {
    const room = await requireRoom(req, { post })
    const found = await readThread({
      after: after ? readCommentCursor(after) : null,
      post,
      req,
      room,
    })
    if (!found) {
      throw new NotHere()
    }
    const { closed, cohort, course, mayModerate, mayWrite, now } = room

    return { ...found, closed, cohort, course, mayModerate, mayWrite, now }
  },
})

/**
 * PATCH /api/discussion/posts/:id `{ title?, body }`: changes the caller's own post, which is then marked as edited; a title
 * that is missing is taken away. 403 for somebody else's, 409 discussionClosed, postLocked and postRemoved, 422 textMissing
 * and textTooLong with `field`.
 */
export const editPost = endpoint({
  input: z.object({ id, body: text, title: text.default('') }),
  method: 'patch',
  path,
  run: async ({ input, req }) =>
    ownOr403(await edit({ ...input, req, room: await requireWriting(req, { post: input.id }) })),
})

/** DELETE /api/discussion/posts/:id: takes the caller's own post away; its replies stay. Again does nothing; 403 for somebody else's. */
export const deletePost = endpoint({
  input: z.object({ id }),
  method: 'delete',
  path,
  run: async ({ input, req }) =>
    ownOr403(await remove({ ...input, req, room: await requireRoom(req, { post: input.id }) })),
})

/**
 * POST /api/discussion/posts/:id/comments `{ key, body }`: answers a post, once for a `key`: `{ id }`. Who follows the post is
 * told by mail. 409 discussionClosed, postLocked and postRemoved, 422 textMissing and textTooLong with `field`, 429 beyond
 * ten texts in a minute.
 */
export const writeComment = endpoint({
  input: z.object({ id, body: text, key: z.uuid() }),
  path: `${path}/comments`,
  run: async ({ input: { id: post, ...given }, req, tenant }) =>
    keptOr429(
      await answer({ ...given, post, req, room: await requireWriting(req, { post }), tenant }),
    ),
  status: 201,
})

/** POST /api/discussion/posts/:id/follow `{ isFollowing }`: whether the caller is told of replies to the post. */
export const followPost = endpoint({
  input: z.object({ id, isFollowing: z.boolean() }),
  path: `${path}/follow`,
  run: async ({ input: { id: post, isFollowing }, req, tenant }) =>
    follow({ isFollowing, post, req, room: await requireRoom(req, { post }), tenant }),
})

/**
 * POST /api/discussion/posts/:id/moderation `{ action, reason? }`: `pin`, `unpin`, `lock`, `unlock`, `remove` or `restore`; what
 * stands so already stays. For those who keep order: managers, moderators, and the course's team but those who only look on.
 * A removal needs a `reason`: 422 textMissing and textTooLong with `field`.
 */
export const moderatePost = endpoint({
  input: z.object({ id, action: z.enum(POST_ACTIONS), reason: text.default('') }),
  path: `${path}/moderation`,
  run: async ({ input, req, tenant }) =>
    moderate({ ...input, req, room: await requireModerating(req, { post: input.id }), tenant }),
})
