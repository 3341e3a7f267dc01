import type { PayloadRequest } from 'payload'

import { z } from 'zod'

import { storage } from '@/adapters/storage'
import { rangeResponse } from '@/adapters/storage/rangeResponse'
import { RuleError } from '@/domain/errors'
import { FILE_KINDS, FILE_SORTS, FILE_STATES, MOST_FILES_AT_ONCE } from '@/domain/media/library'
import {
  countQuarantined,
  fileDetails,
  listFiles,
  listFolders,
  listQuarantined,
  madeKey,
  mayChangeFiles,
  mayLookAtFiles,
  moveFiles,
  posterElsewhere,
  removeFiles,
  usesBeforeDelete,
} from '@/operations/media/library'

import { endpoint } from '../support/endpoint'
import { NotAllowed, NotHere } from '../support/errors'

const requireReader = async (req: PayloadRequest): Promise<void> => {
  if (!(await mayLookAtFiles(req))) {
    throw new NotAllowed()
  }
}

const requireAuthor = async (req: PayloadRequest): Promise<void> => {
  if (!(await mayChangeFiles(req))) {
    throw new NotAllowed()
  }
}

const PAGE = 48

const one = z.object({ id: z.uuid() })

const several = z.object({ files: z.array(z.uuid()).min(1).max(MOST_FILES_AT_ONCE) })

/**
 * GET /api/files: a page of the school's files, with its folders and how many files are quarantined. What is narrowed by
 * `search`, `kind` or `state` is looked for in `folder` and all inside of it. `state=quarantined` answers those that are kept
 * apart, in `quarantined`.
 */
export const listLibrary = endpoint({
  input: z.object({
    cursor: z.string().max(400).optional(),
    folder: z.uuid().optional(),
    kind: z.enum(FILE_KINDS).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(PAGE),
    search: z.string().trim().max(200).optional(),
    sort: z.enum(FILE_SORTS).default('newest'),
    state: z.enum(FILE_STATES).optional(),
  }),
  method: 'get',
  path: '/files',
  run: async ({ input: { folder = null, state, ...asked }, req }) => {
    await requireReader(req)
    const folders = await listFolders(req)
    if (folder && !folders.some(({ id }) => id === folder)) {
      throw new NotHere()
    }
    const canWrite = await mayChangeFiles(req)
    if (state === 'quarantined') {
      const quarantined = await listQuarantined(req)

      return {
        apart: quarantined.length,
        canWrite,
        files: [],
        folders,
        next: null,
        quarantined,
      }
    }
    const page = await listFiles({ ...asked, folder, req, state })

    return { ...page, apart: await countQuarantined(req), canWrite, folders, quarantined: [] }
  },
})

/** GET /api/files/:id: a file with all that is known of it, and `places`: whatever names it. */
export const showFile = endpoint({
  input: one,
  method: 'get',
  path: '/files/:id',
  run: async ({ input: { id }, req }) => {
    await requireReader(req)
    const found = await fileDetails({ id, req })
    if (!found) {
      throw new NotHere()
    }

    return found
  },
})

/** What was made here of a film or a recording; null where nothing was. */
const made = async (
  path: 'poster.webp' | 'waveform.json',
  { id, req }: { id: string; req: PayloadRequest },
): Promise<null | Response> => {
  const key = await madeKey({ id, path, req })

  return key
    ? rangeResponse({
        cacheControl: 'private, max-age=3600',
        key,
        request: { headers: req.headers, method: req.method },
        storage: storage(),
      })
    : null
}

/** For how long the address holds at which a provider shows a film's picture, and half of it is remembered, in seconds. */
const SHOWN_FOR = 600

/** Leads to the picture of a film that a provider keeps; null where there is none. */
const posterThere = async (asked: { id: string; req: PayloadRequest }): Promise<null | Response> => {
  const address = await posterElsewhere({ ...asked, seconds: SHOWN_FOR })

  return address
    ? new Response(null, {
        headers: { 'Cache-Control': `private, max-age=${SHOWN_FOR / 2}`, Location: address },
        status: 302,
      })
    : null
}

const orNotHere = (answer: null | Response): Response => {
  if (!answer) {
    throw new NotHere()
  }

  return answer
}

/** GET /api/files/:id/poster: a picture out of a prepared film, or where its provider shows one, for those who work with the files. */
export const filePoster = endpoint({
  input: one,
  method: 'get',
  path: '/files/:id/poster',
  run: async ({ input: { id }, req }) => {
    await requireReader(req)

    return orNotHere((await made('poster.webp', { id, req })) ?? (await posterThere({ id, req })))
  },
})

/** GET /api/files/:id/waveform: how loud a prepared recording is from its beginning to its end. */
export const fileWaveform = endpoint({
  input: one,
  method: 'get',
  path: '/files/:id/waveform',
  run: async ({ input: { id }, req }) => {
    await requireReader(req)

    return orNotHere(await made('waveform.json', { id, req }))
  },
})

/** POST /api/files/move `{ files, folder }`: lays files into a folder, or with `null` to the top. */
export const moveLibraryFiles = endpoint({
  input: several.extend({ folder: z.uuid().nullable() }),
  path: '/files/move',
  run: async ({ input: { files, folder }, req }) => {
    await requireAuthor(req)
    const moved = await moveFiles({ files, folder, req })
    if (!moved) {
      throw new NotHere()
    }

    return { moved }
  },
})

/**
 * POST /api/files/delete `{ files }`: deletes all of them, or none: 409 fileInUse with `places`, each with the `file` that it
 * names.
 */
export const deleteLibraryFiles = endpoint({
  input: several,
  path: '/files/delete',
  run: async ({ input: { files }, req }) => {
    await requireAuthor(req)
    const places = await usesBeforeDelete({ files, req })
    if (places.length > 0) {
      throw new RuleError('fileInUse', { places })
    }
    const deleted = await removeFiles({ files, req })
    if (deleted === 0) {
      throw new NotHere()
    }

    return { deleted }
  },
})
