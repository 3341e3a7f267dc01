import type { ScheduledTask } from '@hooks/events/reaction'

import { queueMissingVideos, queueVideo } from '@/operations/media/queueVideo'
import { reaction } from '@hooks/events/reaction'

/** Queues a film or a recording once it is uploaded, or another file has taken its place; forgets what was made of one that is gone. */
export const queueVideoOnContentChanged = reaction({
  name: 'queueVideoOnContentChanged',
  concerns: ({ collection }) => collection === 'media',
  on: 'content.changed',
  run: ({ data: { id }, req, tenant }) => queueVideo({ id, req, tenant }),
  transaction: false,
})

const EVERY_TEN_MINUTES = '*/10 * * * *'

/** The same for files that were there before there was a queue, or missed it. */
export const queueMissingVideosOften: ScheduledTask = {
  name: 'queueMissingVideosOften',
  cron: EVERY_TEN_MINUTES,
  run: ({ req: { payload } }) => queueMissingVideos(payload),
}
