import { ValidationError } from 'payload'
import { z } from 'zod'

import type { CurriculumChange } from '@/domain/catalog/curriculum/changes'
import type { CurriculumTree } from '@/domain/catalog/curriculum/tree'

import { LONGEST_TITLE, MOST_AT_ONCE, MOST_ITEMS } from '@/domain/catalog/curriculum/changes'
import { LESSON_KINDS } from '@/domain/catalog/lessons/kinds'
import { readRelease } from '@/domain/catalog/release'
import { changeCurriculum } from '@/operations/catalog/curriculum/change'
import { readTree } from '@/operations/catalog/curriculumTree'

import type { SignedIn } from '../support/endpoint'

import { endpoint } from '../support/endpoint'
import { CodedError, NotAllowed, NotHere } from '../support/errors'
import { requireEditable } from '../support/editable'

const path = '/courses/:id/curriculum'
const input = z.object({ id: z.uuid() })

const treeOf = async (req: SignedIn, course: string): Promise<CurriculumTree> => {
  const tree = await readTree({ course, req })
  if (!tree) {
    throw new NotHere()
  }

  return tree
}

/**
 * GET /api/courses/:id/curriculum: the sections and lessons of a course as its author builds it, drafts
 * included, with the `version` of their order. For who may edit the course.
 */
export const curriculum = endpoint({
  input,
  method: 'get',
  path,
  run: async ({ input: { id: course }, req, tenant }) => {
    await requireEditable({ id: course, collection: 'courses', req, tenant })

    return treeOf(req, course)
  },
})

const title = z.string().trim().min(1).max(LONGEST_TITLE)
const lessons = z.array(z.uuid()).max(MOST_AT_ONCE)
const rows = z.array(z.uuid()).max(MOST_ITEMS)
const many = { lessons: rows.default([]), sections: rows.default([]) }
const picked = { lessons: lessons.default([]), sections: lessons.default([]) }
const to = z.object({ course: z.uuid(), section: z.uuid().nullable().default(null) })
const newLesson = z.object({ kind: z.enum(LESSON_KINDS), media: z.uuid().optional(), title })
const newPart = z
  .object({
    lessons: z.array(newLesson).max(MOST_AT_ONCE).default([]),
    section: z.uuid().optional(),
    title: title.optional(),
  })
  .refine(({ section, title: given }) => (section === undefined) !== (given === undefined), {
    message: 'Either a section that is there, or the title of a new one.',
  })

/** A rule of release as `ReleaseRule` says it, or null for none. */
const release = z
  .unknown()
  .refine((given) => given === null || readRelease(given) !== null, {
    message: 'A date, days, what has to be completed, or a grade.',
  })
  .transform((given) => readRelease(given))

const change = z.discriminatedUnion('do', [
  z.object({
    after: z.uuid().optional(),
    do: z.literal('add'),
    parts: z
      .array(newPart)
      .min(1)
      .refine(
        (parts) =>
          parts.reduce((sum, part) => sum + 1 + part.lessons.length, 0) <= 2 * MOST_AT_ONCE,
        { message: 'Too many at once.' },
      ),
  }),
  z.object({
    do: z.literal('arrange'),
    sections: z
      .array(z.object({ id: z.uuid(), lessons: z.array(z.uuid()).max(MOST_ITEMS) }))
      .max(MOST_ITEMS),
    version: z.string().max(64),
  }),
  z.object({ do: z.literal('copy'), to: to.optional(), ...picked }),
  z.object({ do: z.literal('mark'), isPreview: z.boolean(), lessons }),
  z.object({ do: z.literal('publish'), isPublished: z.boolean(), lessons }),
  z.object({
    id: z.uuid(),
    do: z.literal('release'),
    item: z.enum(['lesson', 'section']),
    release,
  }),
  z.object({
    id: z.uuid(),
    do: z.literal('rename'),
    item: z.enum(['lesson', 'section']),
    title,
    was: z.string().max(1000),
  }),
  z.object({ do: z.literal('restore'), ...many }),
  z.object({ do: z.literal('transfer'), to, ...many }),
  z.object({ do: z.literal('trash'), ...many }),
]) satisfies z.ZodType<CurriculumChange>

/** 400 releaseRefused with the reason, where a rule cannot be met. */
const refuseRule = (error: unknown): never => {
  const [found] =
    error instanceof ValidationError
      ? error.data.errors.filter(({ path: field }) => field === 'release')
      : []
  throw found
    ? new CodedError({ code: 'releaseRefused', data: { reason: found.message }, status: 400 })
    : error
}

/**
 * PATCH /api/courses/:id/curriculum `{ change }`: makes one change and answers `{ made, tree }`: ids of new
 * rows and the curriculum after it. 409 curriculumChanged with the `tree` as it stands where somebody else
 * was first: an order is saved against the version it was made of, a title against the one it replaces.
 */
export const changeOfCurriculum = endpoint({
  input: input.extend({ change }),
  method: 'patch',
  path,
  run: async ({ input: { id: course, change: asked }, req, tenant }) => {
    const changed = await changeCurriculum({ change: asked, course, req, tenant }).catch(refuseRule)
    if (changed === 'forbidden') {
      throw new NotAllowed()
    }
    if (changed === 'missing') {
      throw new NotHere()
    }
    if (changed === 'conflict') {
      const data = { tree: await treeOf(req, course) }
      throw new CodedError({ code: 'curriculumChanged', data, status: 409 })
    }

    return { made: changed.made, tree: changed.tree ?? (await treeOf(req, course)) }
  },
})
