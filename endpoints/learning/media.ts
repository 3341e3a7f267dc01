import { z } from 'zod'

import { COURSE_LANGUAGES } from '@/domain/catalog/languages'
import { askerOf } from '@/operations/learning/asker'
import { refuseLocked } from '@/operations/learning/entitlements'
import { lessonMediaOf } from '@/operations/learning/lessonMedia'
import { markedDocument } from '@/operations/learning/markedDocument'
import { serveMedia } from '@/operations/media/serveMedia'

import { publicEndpoint } from '../support/endpoint'
import { CodedError, SignInRequired } from '../support/errors'
import { found, unlessBusy } from './answers'

/**
 * GET /api/learn/media/:lesson: the bytes of a lesson's video, of its `captions` in a language, or of the `file` in its text or among its resources, by range where
 * asked, for those who may open the lesson. 401 to a visitor, 403 accessEnded, lessonNotYet or lessonLocked to whom it is closed,
 * 409 streamed where the video is watched as a stream alone, or will be once it is prepared. A PDF is the learner's own marked copy in a school that marks documents, whole and not
 * by range; 503 busy while too many are made.
 */
export const lessonMedia = publicEndpoint({
  input: z.object({
    captions: z.enum(COURSE_LANGUAGES).optional(),
    file: z.uuid().optional(),
    lesson: z.uuid(),
  }),
  method: 'get',
  path: '/learn/media/:lesson',
  run: async ({ input, req }) => {
    const asker = askerOf(req)
    const { isWithheld, media, video } = await found(openMedia({ ...input, req }))
    if ((isWithheld || video?.isAlone) && !asker.isAuthor) {
      throw new CodedError({ code: 'streamed', status: 409 })
    }
    const { lesson } = input

    return (
      (await unlessBusy(markedDocument({ asker, lesson, media, req }))) ??
      serveMedia({ media, req })
    )
  },
})

const openMedia = async ({ req, ...asked }: Omit<Parameters<typeof lessonMediaOf>[0], 'asker'>) => {
  const held = await lessonMediaOf({ ...asked, asker: askerOf(req), req })
  if (held?.lock === 'signIn') {
    throw new SignInRequired()
  }
  refuseLocked(held?.lock ?? null)

  return held
}
