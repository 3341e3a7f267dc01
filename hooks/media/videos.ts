import type { CollectionBeforeDeleteHook } from 'payload'

import type { ScheduledTask } from '@hooks/events/reaction'

import { currentTenant } from '@/database/pool'
import { queueMissingVideos, queueVideo } from '@/operations/media/queueVideo'
import { captionedFilms, pushCaptions } from '@/operations/media/filmCaptions'
import { leaveFilm, removeFilm } from '@/operations/media/videoAccounts'
import { forgetVideoReports } from '@/operations/media/videoReports'
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

/** Gives captions to the providers of films as lessons have them now. */
export const pushCaptionsOnContentChanged = reaction({
  name: 'pushCaptionsOnContentChanged',
  concerns: ({ collection }) => collection === 'lessons' || collection === 'media',
  on: 'content.changed',
  run: async ({ data, req, tenant }) => {
    for (const video of await captionedFilms(req, data)) {
      await pushCaptions({ payload: req.payload, tenant, video })
    }
  },
  transaction: false,
})

/** Says, before a file goes, that what an account keeps of it is to go too. */
export const leaveFilmOfFile: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const tenant = await currentTenant()
  if (tenant) {
    await leaveFilm({ id: String(id), req, tenant })
  }
}

/** Deletes a film where an account kept it; what is gone there already is no error. */
export const removeFilmOnVideoLeft = reaction({
  name: 'removeFilmOnVideoLeft',
  on: 'video.left',
  run: ({ data: { account, film }, req }) => removeFilm({ account, film, req }),
  transaction: false,
})

const EVERY_HOUR = '20 * * * *'

/** Forgets what providers reported of films long ago. */
export const forgetFilmReportsOften: ScheduledTask = {
  name: 'forgetFilmReportsOften',
  cron: EVERY_HOUR,
  run: () => forgetVideoReports(),
}
