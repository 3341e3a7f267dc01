import { z } from 'zod'

import { AUTHORS } from '@/domain/identity/roles'
import { askTranscript as askFor } from '@/operations/media/transcripts'
import { holds } from '@hooks/access'

import { endpoint } from '../support/endpoint'
import { NotAllowed, NotHere } from '../support/errors'

/**
 * POST /api/videos/:id/transcript `{ language }`, for authors: has what is said in a film written down, once for each language, whoever asks and however
 * often; one that failed is tried again. How far it is: `GET /api/transcripts?where[media][equals]=`. 422 noSpeechAccount, 404 for what is no film.
 */
export const askTranscript = endpoint({
  input: z.object({ id: z.uuid(), language: z.string().regex(/^[a-z]{2}$/) }),
  path: '/videos/:id/transcript',
  run: async ({ input: { id, language }, req }) => {
    if (!holds(req, [...AUTHORS, 'superAdmin'])) {
      throw new NotAllowed()
    }
    if (!(await askFor({ id, language, req }))) {
      throw new NotHere()
    }

    return { queued: true }
  },
})
