import { z } from 'zod'

import { askerOf } from '@/operations/learning/asker'
import { launchPackage, recordPackage } from '@/operations/learning/packages'

import { endpoint } from '../support/endpoint'
import { found } from './answers'

/** Where the caller's page stands, as its browser says. */
const originOfPage = (headers: Headers, url: string | undefined): string =>
  headers.get('origin') ?? new URL(url ?? 'http://localhost').origin

/**
 * POST /api/learn/packages/:lesson: opens a lesson's SCORM package for who is enrolled, and for authors:
 * `{ src, origin, token, cmi }`. `src` is the page to frame, on the package's own host; `cmi` is what its
 * API begins with.
 */
export const openPackage = endpoint({
  input: z.object({ lesson: z.uuid() }),
  path: '/learn/packages/:lesson',
  run: ({ input: { lesson }, req, tenant }) =>
    found(
      launchPackage({
        isAuthor: askerOf(req).isAuthor,
        learner: { id: String(req.user.id), name: (req.user as { name?: string }).name ?? '' },
        lesson,
        origin: originOfPage(req.headers, req.url),
        req,
        tenant,
      }),
    ),
})

/**
 * POST /api/progress/package `{ lesson, token, cmi }`: what a package told of its learner's work, in the
 * words of its version. Answers `{ completed, percent, score }`. 422 packageClosed where `token` is not
 * what opened it for this learner, or is older than twelve hours.
 */
export const packageTold = endpoint({
  input: z.object({
    cmi: z.record(z.string().max(100), z.unknown()),
    lesson: z.uuid(),
    token: z.string().max(1000),
  }),
  path: '/progress/package',
  run: ({ input, req, tenant }) =>
    found(recordPackage({ ...input, learner: String(req.user.id), req, tenant })),
})
