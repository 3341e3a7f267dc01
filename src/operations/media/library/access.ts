import type { PayloadRequest } from 'payload'

/** Whether whoever asks works with the school's files: the rule of their folders says so, which knows no public ones. */
export const mayLookAtFiles = async (req: PayloadRequest): Promise<boolean> =>
  Boolean(await req.payload.collections['media-folders'].config.access.read({ req }))

/** Whether they may move, rename and delete them. */
export const mayChangeFiles = async (req: PayloadRequest): Promise<boolean> =>
  Boolean(await req.payload.collections.media.config.access.update({ req }))
