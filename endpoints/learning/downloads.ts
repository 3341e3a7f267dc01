import { z } from 'zod'

import { askerOf } from '@/operations/learning/asker'
import { fileAsked, lendFile } from '@/operations/learning/downloads'
import { lessonMediaOf } from '@/operations/learning/lessonMedia'
import { markedDocument } from '@/operations/learning/markedDocument'
import { serveMedia } from '@/operations/media/serveMedia'

import { endpoint } from '../support/endpoint'
import { CodedError } from '../support/errors'
import { found, unlessBusy } from './answers'

/**
 * POST /api/learn/downloads `{ lesson, file }`: a link to a file among a lesson's resources, for who is
 * enrolled: `{ url, completed, percent }`. It opens for five minutes, for that learner alone, and is counted.
 */
export const download = endpoint({
  input: z.object({ file: z.uuid(), lesson: z.uuid() }),
  path: '/learn/downloads',
  run: ({ input, req, tenant }) =>
    found(lendFile({ ...input, learner: String(req.user.id), req, tenant })),
})

const refused = (code: string) => new CodedError({ code, status: 403 })

/**
 * GET /api/learn/files/:token: the bytes behind such a link, to be kept. 403 badLink where it is not
 * whole, is somebody else's or its time is over; 403 lessonLocked where access has ended since. A PDF
 * carries the learner's mark in a school that marks documents; 503 busy while too many are made.
 */
export const lentFile = endpoint({
  input: z.object({ token: z.string().max(600) }),
  method: 'get',
  path: '/learn/files/:token',
  run: async ({ input: { token }, req, tenant }) => {
    const asked = fileAsked({ tenant, token })
    if (asked?.account !== String(req.user.id)) {
      throw refused('badLink')
    }
    const asker = askerOf(req)
    const { lesson } = asked
    const { lock, media } = await found(lessonMediaOf({ ...asked, asker, req }))
    if (lock) {
      throw refused('lessonLocked')
    }

    return (
      (await unlessBusy(markedDocument({ asker, isDownload: true, lesson, media, req }))) ??
      serveMedia({ isDownload: true, media, req })
    )
  },
})
