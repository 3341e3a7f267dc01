import { z } from 'zod'

import { CSV_MARK } from '@/domain/csv'
import { CONTEXT, LONGEST_NOTE, LONGEST_QUOTE, NOTE_KINDS } from '@/domain/learning/notes'
import { dropNote, notesFile, notesOf, rewriteNote, writeNote } from '@/operations/learning/notes'

import { endpoint } from '../support/endpoint'
import { found } from './answers'

const words = (most: number) =>
  z
    .string()
    .max(most)
    .refine((given) => given.isWellFormed(), 'Not a text.')

const filter = z.object({
  course: z.string().max(100).optional(),
  lesson: z.uuid().optional(),
  q: z.string().trim().max(200).optional(),
})

const written = z
  .object({
    anchor: z
      .object({
        after: words(CONTEXT),
        before: words(CONTEXT),
        quote: words(LONGEST_QUOTE).min(1),
      })
      .nullable()
      .default(null),
    key: z.uuid(),
    kind: z.enum(NOTE_KINDS),
    lesson: z.uuid(),
    second: z.number().min(0).max(604_800).nullable().default(null),
    text: words(LONGEST_NOTE).default(''),
  })
  .refine(({ anchor, second }) => anchor === null || second === null, {
    message: 'A second or words, not both.',
    path: ['second'],
  })
  .refine(({ kind, text }) => kind !== 'note' || text.trim() !== '', {
    message: 'A note says something.',
    path: ['text'],
  })
  .refine(({ anchor, kind }) => kind !== 'highlight' || anchor !== null, {
    message: 'A highlight is of words.',
    path: ['anchor'],
  })

/**
 * GET /api/notes `?q&course&lesson&after`: one's own notes, `{ notes, next }`: the newest first, of a lesson by their places in
 * it. `q` is looked for in what is written and quoted, `course` is an address; `after` is the `next` of the page before.
 */
export const notes = endpoint({
  input: filter.extend({ after: z.uuid().optional() }),
  method: 'get',
  path: '/notes',
  run: ({ input, req }) => notesOf({ filter: input, learner: String(req.user.id), req }),
})

/**
 * POST /api/notes `{ key, lesson, kind, text?, second?, anchor? }`: keeps a note, a bookmark or a highlight in a lesson that is
 * open to the caller, once for each `key`.
 */
export const newNote = endpoint({
  input: written,
  path: '/notes',
  run: ({ input, req, tenant }) =>
    found(writeNote({ given: input, learner: String(req.user.id), req, tenant })),
  status: 201,
})

/** PATCH /api/notes/:id `{ text }`: rewrites one's own note. */
export const changedNote = endpoint({
  input: z.object({ id: z.uuid(), text: words(LONGEST_NOTE) }),
  method: 'patch',
  path: '/notes/:id',
  run: ({ input, req }) => found(rewriteNote({ ...input, learner: String(req.user.id), req })),
})

/** DELETE /api/notes/:id: takes one's own note away. */
export const noNote = endpoint({
  input: z.object({ id: z.uuid() }),
  method: 'delete',
  path: '/notes/:id',
  run: ({ input, req }) => found(dropNote({ ...input, learner: String(req.user.id), req })),
})

const TYPES = { csv: 'text/csv', md: 'text/markdown' }

/** GET /api/notes/file `?format&q&course&lesson`: the same notes as a file, by courses, lessons and places: `md` or `csv`. */
export const fileOfNotes = endpoint({
  input: filter.extend({ format: z.enum(['csv', 'md']).default('md') }),
  method: 'get',
  path: '/notes/file',
  run: async ({ input: { format, ...of }, req }) => {
    const text = await notesFile({ filter: of, format, learner: String(req.user.id), req })

    return new Response(`${format === 'csv' ? CSV_MARK : ''}${text}`, {
      headers: {
        'Cache-Control': 'private, no-store',
        'Content-Disposition': `attachment; filename="notes.${format}"`,
        'Content-Type': `${TYPES[format]}; charset=utf-8`,
      },
    })
  },
})
