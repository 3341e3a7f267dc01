import { z } from 'zod'

import { storage } from '@/adapters/storage'
import { rangeResponse } from '@/adapters/storage/rangeResponse'
import { MOST_WORK_MEGABYTES } from '@/domain/catalog/lessons/assignment'
import { MOST_WORK_TEXT } from '@/domain/learning/assignments/submissions'
import { workKey } from '@/domain/media/keys'
import { keepText } from '@/operations/learning/assignments/draft'
import { workAsked, workFileFor } from '@/operations/learning/assignments/links'
import { removeFile } from '@/operations/learning/assignments/removeFile'
import { submitWork } from '@/operations/learning/assignments/submit'
import { uploadWork } from '@/operations/learning/assignments/upload'
import { readWork } from '@/operations/learning/assignments/work'

import { endpoint, fileEndpoint } from '../support/endpoint'
import { CodedError } from '../support/errors'
import { found } from './answers'
import { isGrader } from './graders'

const lesson = z.uuid()
const number = z.coerce.number().int().min(1).max(1000)
const text = z.string().max(MOST_WORK_TEXT)

/**
 * GET /api/assignments/:lesson: the caller's work in an assignment: `{ assignment, closed, due, next, now, submissions, zone }`.
 * `closed` says why nothing can be handed in, `next` is the number to write under.
 */
export const work = endpoint({
  input: z.object({ lesson }),
  method: 'get',
  path: '/assignments/:lesson',
  run: ({ input, req, tenant }) =>
    found(readWork({ ...input, learner: String(req.user.id), req, tenant })),
})

/** PATCH /api/assignments/:lesson `{ number, text }`: keeps the text of the draft. 409 submissionClosed once it was handed in. */
export const saveWork = endpoint({
  input: z.object({ lesson, number, text }),
  method: 'patch',
  path: '/assignments/:lesson',
  run: ({ input, req, tenant }) =>
    found(keepText({ ...input, learner: String(req.user.id), req, tenant })),
})

/**
 * POST /api/assignments/:lesson/submit `{ number, text }`: hands in the draft, once: `{ completed, id, lateDays, percent }`.
 * 409 submissionClosed, 422 assignmentClosed with `why`, 422 submissionEmpty.
 */
export const handInWork = endpoint({
  input: z.object({ lesson, number, text }),
  path: '/assignments/:lesson/submit',
  run: ({ input, req, tenant }) =>
    found(submitWork({ ...input, learner: String(req.user.id), req, tenant })),
})

/**
 * POST /api/assignments/files?lesson&number&name with a file as its body: puts it into the draft, and answers it. `sound`
 * says that a film's container holds sound alone. 422 fileNotAccepted, fileTooLarge, filesFull, limitReached.
 */
export const uploadWorkFile = fileEndpoint({
  input: z.object({
    name: z.string().min(1).max(400),
    lesson,
    number,
    sound: z.enum(['true', 'false']).optional(),
  }),
  path: '/assignments/files',
  run: ({ body, input: { sound, ...input }, req, size, tenant }) =>
    found(
      uploadWork({
        ...input,
        body,
        isSound: sound === 'true',
        learner: String(req.user.id),
        req,
        size,
        tenant,
      }),
    ),
  status: 201,
  takesFile: MOST_WORK_MEGABYTES * 1024 ** 2,
  transaction: false,
})

/** DELETE /api/assignments/:lesson/:number/files/:file: takes a file out of the draft. */
export const removeWorkFile = endpoint({
  input: z.object({ file: z.uuid(), lesson, number }),
  method: 'delete',
  path: '/assignments/:lesson/:number/files/:file',
  run: ({ input, req, tenant }) =>
    found(removeFile({ ...input, learner: String(req.user.id), req, tenant })),
})

/**
 * GET /api/assignments/files/:token: the bytes of a file of somebody's work, by range where asked, for whom the link was
 * made: its learner, or a grader. 403 badLink to everybody else, and once its time is over.
 */
export const workFile = endpoint({
  input: z.object({ token: z.string().max(600) }),
  method: 'get',
  path: '/assignments/files/:token',
  run: async ({ input: { token }, req, tenant }) => {
    const account = String(req.user.id)
    const asked = workAsked({ tenant, token })
    if (asked?.account !== account) {
      throw new CodedError({ code: 'badLink', status: 403 })
    }
    const file = await found(
      workFileFor({ account, file: asked.file, isGrader: await isGrader(req), req }),
    )
    const answer = await rangeResponse({
      key: workKey({ ...file, tenant }),
      request: { headers: req.headers, method: req.method },
      storage: storage(),
    })

    return found(Promise.resolve(answer))
  },
})
