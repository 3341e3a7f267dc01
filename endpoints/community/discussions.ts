import { z } from 'zod'

import { readPostCursor } from '@/domain/community/posts'
import { discussionsOf, markRead as mark } from '@/operations/community/fresh'
import { postsPage } from '@/operations/community/posts'
import { writePost as write } from '@/operations/community/write'

import { endpoint } from '../support/endpoint'
import { keptOr429, requireRoom, requireWriting } from './rooms'

const path = '/cohorts/:id/discussion'
const id = z.uuid()

/** What a client may send of a text before the rules look at it: they say how long it may be, with a code. */
export const text = z.string().max(100_000)

/**
 * GET /api/courses/:id/discussions: the discussions of a course that the caller may open, `{ discussions: [{ cohort, course,
 * name, fresh }] }`: a learner's own, all of them for staff of the school and the course's team. `fresh` counts posts and
 * replies of others since the caller was there; 100 stands for more than 99.
 */
export const discussionsOfCourse = endpoint({
  input: z.object({ id }),
  method: 'get',
  path: '/courses/:id/discussions',
  run: async ({ input: { id: course }, req }) => ({
    discussions: await discussionsOf({ course, me: String(req.user.id), req }),
  }),
})

/**
 * GET /api/cohorts/:id/discussion?after=: a page of a cohort's discussion, `{ closed, cohort, course, mayModerate, mayWrite,
 * next, now, posts }`, pinned posts first, then those in which something happened last; see `ShownPost`. `closed` says why
 * nobody writes: `off` or `ended`. `after` is the `next` of the page before; one that is none is 400. 404 for whoever is
 * neither in the cohort now, nor of the school's staff, nor of the course's team.
 */
export const discussion = endpoint({
  input: z.object({
    id,
    after: z
      .string()
      .max(200)
      .refine((given) => readPostCursor(given), 'No cursor of this list.')
      .optional(),
  }),
  method: 'get',
  path,
  run: async ({ input: { id: cohort, after }, req }) => {
    const room = await requireRoom(req, { cohort })
    const page = await postsPage({ after: after ? readPostCursor(after) : null, req, room })
    const { closed, course, mayModerate, mayWrite, now } = room

    return { ...page, closed, cohort: room.cohort, course, mayModerate, mayWrite, now }
  },
})

/**
 * POST /api/cohorts/:id/discussion `{ key, title?, body }`: writes a post, once for a `key` (a UUID that the client makes):
 * `{ id }`. 409 discussionClosed, 422 textMissing and textTooLong with `field`, 429 beyond ten texts in a minute.
 */
export const writePost = endpoint({
  input: z.object({ id, body: text, key: z.uuid(), title: text.default('') }),
  path,
  run: async ({ input: { id: cohort, ...given }, req, tenant }) =>
    keptOr429(await write({ ...given, req, room: await requireWriting(req, { cohort }), tenant })),
  status: 201,
})

/**
 * POST /api/cohorts/:id/discussion/read `{ until }`: notes that the caller has read the discussion as it was at that moment
 * (ISO 8601, `now` of the page that was shown): `{ readAt }`, which never goes back; null where nothing was written yet.
 */
export const markRead = endpoint({
  input: z.object({ id, until: z.iso.datetime({ offset: true }) }),
  path: `${path}/read`,
  run: async ({ input: { id: cohort, until }, req, tenant }) =>
    mark({ req, room: await requireRoom(req, { cohort }), tenant, until }),
})
