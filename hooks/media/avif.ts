import type { ScheduledTask } from '@hooks/events/reaction'

import { makeAvif, makeMissingAvif } from '@/operations/media/avif'
import { reaction } from '@hooks/events/reaction'

/** Makes an image's sizes in AVIF once it is uploaded, or another file has taken its place. */
export const makeAvifOnContentChanged = reaction({
  name: 'makeAvifOnContentChanged',
  concerns: ({ collection }) => collection === 'media',
  on: 'content.changed',
  run: ({ data: { id }, req, tenant }) => makeAvif({ id, req, tenant }),
  transaction: false,
})

const EVERY_TEN_MINUTES = '*/10 * * * *'

/** The same for images that were uploaded before there were any, or failed. */
export const makeMissingAvifOften: ScheduledTask = {
  name: 'makeMissingAvifOften',
  cron: EVERY_TEN_MINUTES,
  run: ({ req: { payload } }) => makeMissingAvif(payload),
}
