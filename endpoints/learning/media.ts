import { z } from 'zod'

import { COURSE_LANGUAGES } from '@/domain/catalog/languages'
import { askerOf } from '@/operations/learning/asker'
import { lessonMediaOf } from '@/operations/learning/lessonMedia'
import { serveMedia } from '@/operations/media/serveMedia'

import { publicEndpoint } from '../support/endpoint'
import { CodedError, SignInRequired } from '../support/errors'
import { found } from './answers'

/**
 * GET /api/learn/media/:lesson: the bytes of a lesson's video, of its `captions` in a language, or of the `file` in its text or among its resources, by range where
 * asked, for those who may open the lesson. 401 to a visitor, 403 lessonLocked to whoever is not enrolled.
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
    const { lock, media } = await found(lessonMediaOf({ ...input, asker: askerOf(req), req }))
    if (lock === 'signIn') {
      throw new SignInRequired()
    }
    if (lock) {
      throw new CodedError({ code: 'lessonLocked', status: 403 })
    }

    return serveMedia({ media, req })
  },
})
