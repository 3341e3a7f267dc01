import { z } from 'zod'

import { COMMENT_ACTIONS } from '@/domain/community/posts'
import { deleteComment as remove, editComment as edit } from '@/operations/community/change'
import { moderateComment as moderate } from '@/operations/community/moderate'

import { endpoint } from '../support/endpoint'
import { text } from './discussions'
import { ownOr403, requireModerating, requireRoom, requireWriting } from './rooms'

const path = '/discussion/comments/:id'
const id = z.uuid()

/** PATCH /api/discussion/comments/:id `{ body }`: changes the caller's own reply; as of a post. */
export const editComment = endpoint({
  input: z.object({ id, body: text }),
  method: 'patch',
  path,
  run: async ({ input, req }) =>
    ownOr403(await edit({ ...input, req, room: await requireWriting(req, { comment: input.id }) })),
})

/** DELETE /api/discussion/comments/:id: takes the caller's own reply away. Again does nothing; 403 for somebody else's. */
export const deleteComment = endpoint({
  input: z.object({ id }),
  method: 'delete',
  path,
  run: async ({ input, req }) =>
    ownOr403(await remove({ ...input, req, room: await requireRoom(req, { comment: input.id }) })),
})

/** POST /api/discussion/comments/:id/moderation `{ action, reason? }`: `remove` or `restore`; as of a post. */
export const moderateComment = endpoint({
  input: z.object({ id, action: z.enum(COMMENT_ACTIONS), reason: text.default('') }),
  path: `${path}/moderation`,
  run: async ({ input, req, tenant }) =>
    moderate({ ...input, req, room: await requireModerating(req, { comment: input.id }), tenant }),
})
