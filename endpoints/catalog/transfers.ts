import { z } from 'zod'

import { storage } from '@/adapters/storage'
import { rangeResponse } from '@/adapters/storage/rangeResponse'
import { MOST_COURSES, MOST_FILE_BYTES, PART_BYTES, partsOf } from '@/domain/catalog/transfer/job'
import { courseLimit } from '@/operations/catalog/courseLimit'
import { beginExport, beginTransfer } from '@/operations/catalog/transfer/begin'
import { beginImport, keepPart } from '@/operations/catalog/transfer/upload'
import { fileOfLink, latestTransfers, transferReport } from '@/operations/catalog/transfer/view'
import { askOf, takeRoom } from '@/operations/tenancy/limits'

import type { SignedIn } from '../support/endpoint'

import { endpoint } from '../support/endpoint'
import { CodedError, NotAllowed, NotHere } from '../support/errors'

/** A name that whoever asks gives to what is asked, so that asking again changes nothing. */
const key = z.uuid()

/** Throws unless whoever asks makes courses for the school; which they may change is asked of each. */
const requireAuthor = async (req: SignedIn): Promise<void> => {
  if (!(await req.payload.collections.courses.config.access.create({ req }))) {
    throw new NotAllowed()
  }
}

const found = <T>(value: T | null): T => {
  if (value === null) {
    throw new NotHere()
  }

  return value
}

const reportOf = async (req: SignedIn, tenant: string, transfer: string) =>
  found(await transferReport({ req, tenant, transfer }))

/** Throws unless whoever asks may change each of the courses. */
const requireAll = async (req: SignedIn, courses: readonly string[]): Promise<void> => {
  const { totalDocs } = await req.payload.count({
    collection: 'courses',
    overrideAccess: true,
    req,
    where: {
      and: [{ id: { in: [...courses] } }, ...(await grantedBy(req))],
    },
  })
  if (totalDocs !== new Set(courses).size) {
    throw new NotHere()
  }
}

const grantedBy = async (req: SignedIn) => {
  const granted = await req.payload.collections.courses.config.access.update({ req })

  return typeof granted === 'object' ? [granted] : []
}

/**
 * POST /api/transfers/exports `{ courses, key }`: writes courses, by their ids or `"all"`, into files: one for one course,
 * else one with all (of 1 GB at most each). Answers 202 and the report of GET /api/transfers/:id. For whoever may change
 * these courses; the same key is the same export. 422 tooManyCourses with `most`, where all are more than one job moves.
 */
export const askExport = endpoint({
  input: z.object({
    courses: z.union([z.literal('all'), z.array(z.uuid()).min(1).max(MOST_COURSES)]),
    key,
  }),
  path: '/transfers/exports',
  run: async ({ input: { courses, ...input }, req, tenant }) => {
    await requireAuthor(req)
    if (courses === 'all' && (await grantedBy(req)).length > 0) {
      throw new NotAllowed()
    }
    if (courses !== 'all') {
      await requireAll(req, courses)
    }
    const asker = String(req.user.id)
    const begun = found(await beginExport({ ...input, asker, courses, req, tenant }))

    if (begun === 'tooMany') {
      throw new CodedError({
        code: 'tooManyCourses',
        data: { most: MOST_COURSES },
        status: 422,
      })
    }

    return reportOf(req, tenant, begun.id)
  },
  status: 202,
})

/**
 * POST /api/transfers/imports `{ name, size, key }`: announces a file of `size` bytes. Answers 201 `{ id, partBytes, parts }`:
 * the file is then sent in so many parts of so many bytes, the last as long as it is. For authors, while the school may
 * have more courses (422 limitReached).
 */
export const askImport = endpoint({
  input: z.object({
    name: z.string().trim().min(1).max(200),
    key,
    size: z.number().int().min(1).max(MOST_FILE_BYTES),
  }),
  path: '/transfers/imports',
  run: async ({ input, req, tenant }) => {
    await requireAuthor(req)
    await takeRoom({ ask: askOf(req), limit: courseLimit, more: 1, tenant })
    const asker = String(req.user.id)
    const { id } = await beginTransfer({
      ...input,
      asker,
      kind: 'import',
      req,
      status: 'uploading',
      tenant,
    })

    return { id, partBytes: PART_BYTES, parts: partsOf(input.size) }
  },
  status: 201,
})

/**
 * POST /api/transfers/imports/:id/parts/:part: the bytes of one part, counted from 0, as the body. A part may be sent again. 409
 * partRefused where it has not as many bytes as it is to have, or the import has begun.
 */
export const addPart = endpoint({
  input: z.object({
    id: z.uuid(),
    bytes: z.instanceof(Buffer),
    part: z.coerce.number().int().min(0).max(partsOf(MOST_FILE_BYTES)),
  }),
  path: '/transfers/imports/:id/parts/:part',
  run: async ({ input: { id: transfer, ...input }, req, tenant }) => {
    await requireAuthor(req)
    if (!(await keepPart({ ...input, req, tenant, transfer }))) {
      throw new CodedError({ code: 'partRefused', status: 409 })
    }

    return { part: input.part }
  },
  takesBytes: PART_BYTES,
})

/**
 * POST /api/transfers/imports/:id/start: all parts are there. Looks at the file and begins to take its courses; answers 202 and the
 * report, which says `refused` and why where the file as a whole is not taken. 409 partsMissing. Asked again, it changes nothing.
 */
export const startImport = endpoint({
  input: z.object({ id: z.uuid() }),
  path: '/transfers/imports/:id/start',
  run: async ({ input: { id: transfer }, req, tenant }) => {
    await requireAuthor(req)
    if (!(await beginImport({ req, tenant, transfer }))) {
      throw new CodedError({ code: 'partsMissing', status: 409 })
    }

    return reportOf(req, tenant, transfer)
  },
  status: 202,
})

/** GET /api/transfers: the latest ten exports and imports of the school, newest first, as `{ transfers }`. For authors. */
export const transfers = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/transfers',
  run: async ({ req }) => {
    await requireAuthor(req)

    return { transfers: await latestTransfers({ req }) }
  },
})

/**
 * GET /api/transfers/:id: how far an export or import is (`status`, `done`, `refused` of `total`), what became of each
 * course, and links to the files, which open for a quarter of an hour. Kept for seven days. For authors.
 */
export const transfer = endpoint({
  input: z.object({ id: z.uuid() }),
  method: 'get',
  path: '/transfers/:id',
  run: async ({ input: { id }, req, tenant }) => {
    await requireAuthor(req)

    return reportOf(req, tenant, id)
  },
})

/** GET /api/transfers/files/:token: the file behind a link of a report. 410 linkOver where its time is over, or it was not signed here. */
export const transferFile = endpoint({
  input: z.object({ token: z.string().max(600) }),
  method: 'get',
  path: '/transfers/files/:token',
  run: async ({ input: { token }, req, tenant }) => {
    await requireAuthor(req)
    const file = await fileOfLink({ req, tenant, token })
    const answer =
      file &&
      (await rangeResponse({
        cacheControl: 'private, no-store',
        fileName: file.name,
        isDownload: true,
        key: file.key,
        request: { headers: req.headers, method: req.method },
        storage: storage(),
      }))
    if (!answer) {
      throw new CodedError({ code: 'linkOver', status: 410 })
    }

    return answer
  },
})
