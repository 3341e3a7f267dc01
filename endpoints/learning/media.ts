import { z } from 'zod'

import { askerOf } from '@/operations/learning/asker'
import { lessonMediaOf } from '@/operations/learning/lessonMedia'
import { serveMedia } from '@/operations/media/serveMedia'

import { publicEndpoint } from '../support/endpoint'
import { CodedError, SignInRequired } from '../support/errors'
import { found } from './answers'

/**
 * GET /api/learn/media/:lesson: the bytes of a lesson's video, or of the `file` in its text or among its resources, by range where
 * asked, for those who may open the lesson. 401 to a visitor, 403 lessonLocked to whoever is not enrolled.
 */
export const lessonMedia = publicEndpoint({
  input: z.object({ file: z.uuid().optional(), lesson: z.uuid() }),
  method: 'get',
  path: '/learn/media/:lesson',
  run: async ({ input: { file, lesson }, req }) => {
    const { lock, media } = await found(lessonMediaOf({ asker: askerOf(req), file, lesson, req }))
    if (lock === 'signIn') {
      throw new SignInRequired()
    }
    if (lock) {
      throw new CodedError({ code: 'lessonLocked', status: 403 })
    }

    return serveMedia({ media, req })
  },
})
