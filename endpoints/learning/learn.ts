import { z } from 'zod'

import { askerOf } from '@/operations/learning/asker'
import { readCurriculum } from '@/operations/learning/curriculum'

import { publicEndpoint } from '../support/endpoint'
import { found } from './answers'

/**
 * GET /api/learn/:courseSlug: `{ course, enrollment, sections }` for whoever asks. Every lesson says
 * whether it is `locked` and why (`signIn`, `enroll`), its `share` seen and whether it is `completed`.
 */
export const learn = publicEndpoint({
  input: z.object({ courseSlug: z.string().min(1).max(63) }),
  method: 'get',
  path: '/learn/:courseSlug',
  run: ({ input: { courseSlug }, req }) =>
    found(readCurriculum({ slug: courseSlug, asker: askerOf(req), req })),
})
