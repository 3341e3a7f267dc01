import { z } from 'zod'

import { explainCourse } from '@/operations/learning/explain'
import { openLessons } from '@/operations/learning/releases'

import { endpoint } from '../support/endpoint'
import { NotHere } from '../support/errors'
import { requireEditable } from '../support/editable'
import { requireInsight } from '../support/insight'

/**
 * GET /api/courses/:id/entitlement?learner=: what is open of a course to a learner, and why, or why not:
 * `{ course, learner, standing, timeZone, sections: [{ id, title, lessons: [{ id, title, because, lock, needs, opensAt }] }] }`.
 * For staff of the school, and for the team of the course.
 */
export const entitlement = endpoint({
  input: z.object({ id: z.uuid(), learner: z.uuid() }),
  method: 'get',
  path: '/courses/:id/entitlement',
  run: async ({ input: { id: course, learner }, req }) => {
    await requireInsight(req, course)
    const explained = await explainCourse({ course, learner, req })
    if (!explained) {
      throw new NotHere()
    }

    return explained
  },
})

const MOST_LEARNERS = 1000

/**
 * POST /api/courses/:id/releases `{ learners: [id] | 'all', lessons?: [id], reason, notifies? }`: opens lessons that
 * rules hold back, all of them where none is named, to learners, for good; mails them where `notifies`. Answers
 * `{ learners }`, the number of those who got something new. For who may edit the course.
 */
export const openForLearners = endpoint({
  input: z.object({
    id: z.uuid(),
    learners: z.union([z.literal('all'), z.array(z.uuid()).min(1).max(MOST_LEARNERS)]),
    lessons: z.array(z.uuid()).min(1).max(MOST_LEARNERS).optional(),
    notifies: z.boolean().default(false),
    reason: z.string().trim().min(1).max(500),
  }),
  path: '/courses/:id/releases',
  run: async ({ input: { id: course, learners, lessons = null, ...given }, req, tenant }) => {
    await requireEditable({ id: course, collection: 'courses', req, tenant })

    return {
      learners: await openLessons({
        ...given,
        course,
        learners: learners === 'all' ? null : learners,
        lessons,
        req,
        tenant,
      }),
    }
  },
})
