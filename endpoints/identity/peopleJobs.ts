import { z } from 'zod'

import { parseCsv } from '@/domain/csv'
import { MOST_LINES, PERSON_FIELDS } from '@/domain/identity/people/job'
import { TAG_LENGTH } from '@/domain/identity/people/query'
import { ROLES } from '@/domain/identity/roles'
import { ACCOUNT_ACTIONS, MOST_REASON } from '@/domain/identity/standing'
import { beginBulk, beginImport, startImport } from '@/operations/identity/people/beginJob'
import { resultStream } from '@/operations/identity/people/file'
import { readPeopleJob, refusedLines } from '@/operations/identity/people/readJob'
import { isManager } from '@hooks/access'

import type { SignedIn } from '../support/endpoint'

import { endpoint } from '../support/endpoint'
import { CodedError, NotAllowed, NotHere } from '../support/errors'
import { requireFreshForFile } from '../support/fresh'
import { peopleFilter } from './peopleDesk'

const requireManager = (req: SignedIn): void => {
  if (!isManager(req)) {
    throw new NotAllowed()
  }
}

const reportOf = async (req: SignedIn, id: string) => {
  const job = await readPeopleJob({ id, req })
  if (!job) {
    throw new NotHere()
  }

  return { ...job, refused: await refusedLines({ id, req }) }
}

const role = z.enum(ROLES).exclude(['superAdmin'])
const tag = z.string().trim().min(1).max(TAG_LENGTH)
const key = z.string().min(1).max(100)

/** People picked by hand at once. */
const MOST_PICKED = 1000

/**
 * POST /api/people-jobs/begin `{ key, work, whom }`: does one thing to many people. `whom` is `{ ids }` or `{ filter }`; `work` is
 * `{ do: 'tags' | 'roles', add, remove }`, `{ do: 'status', action, reason }` or `{ do: 'confirm' }`. 202 with the work, see
 * `PeopleJobReport`, and `refused`, the first lines that were; the same `key` again, the same work. For managers.
 */
export const bulkOfPeople = endpoint({
  input: z.object({
    key,
    whom: z.union([
      z.object({ ids: z.array(z.uuid()).min(1).max(MOST_PICKED) }),
      z.object({ filter: peopleFilter }),
    ]),
    work: z.discriminatedUnion('do', [
      z.object({ add: z.array(tag).max(20), do: z.literal('tags'), remove: z.array(tag).max(20) }),
      z.object({ add: z.array(role), do: z.literal('roles'), remove: z.array(role) }),
      z.object({
        action: z.enum(ACCOUNT_ACTIONS),
        do: z.literal('status'),
        reason: z.string().trim().min(1).max(MOST_REASON),
      }),
      z.object({ do: z.literal('confirm') }),
    ]),
  }),
  path: '/people-jobs/begin',
  run: async ({ input, req, tenant }) => {
    requireManager(req)

    return reportOf(req, await beginBulk({ ...input, actor: req.user, req, tenant }))
  },
  status: 202,
})

/** GET /api/people-jobs/:id/report: work on many people as it stands, and `refused`, the first lines that were. For managers. */
export const peopleJob = endpoint({
  input: z.object({ id: z.uuid() }),
  method: 'get',
  path: '/people-jobs/:id/report',
  run: ({ input: { id }, req }) => {
    requireManager(req)

    return reportOf(req, id)
  },
})

/** GET /api/people-jobs/:id/result.csv: what became of each person, a line for each; UTF-8 with a mark. For managers. 401 `reauthenticationNeeded`. */
export const peopleJobFile = endpoint({
  input: z.object({ id: z.uuid() }),
  method: 'get',
  path: '/people-jobs/:id/result.csv',
  run: async ({ input: { id }, req, tenant }) => {
    requireManager(req)
    if (!(await readPeopleJob({ id, req }))) {
      throw new NotHere()
    }
    await requireFreshForFile(req, tenant)

    return new Response(resultStream({ id, req, tenant }), {
      headers: {
        'Cache-Control': 'private, no-store',
        'Content-Disposition': `attachment; filename="people-${id}.csv"`,
        'Content-Type': 'text/csv; charset=utf-8',
      },
    })
  },
})

const MOST_FILE = 20 * 1024 * 1024

/** The text of a file in UTF-8, or in UTF-16 as spreadsheets write it; null for anything else. */
const textOf = (bytes: Buffer): null | string => {
  try {
    const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
    const text = new TextDecoder(isWide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes)

    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}

/**
 * POST /api/people-imports/:key, a CSV file as the body: keeps it to be brought in. 201 with the work, its columns and what
 * they were guessed to hold (`mapping`, see `PERSON_FIELDS`). 400 `notATable`; 413 `tooLarge` over 20 MB; 422 `tooManyLines`.
 * For managers.
 */
export const importOfPeople = endpoint({
  input: z.object({ bytes: z.instanceof(Buffer), key }),
  path: '/people-imports/:key',
  run: async ({ input, req, tenant }) => {
    requireManager(req)
    const text = textOf(input.bytes)
    const table = text === null ? [] : parseCsv(text)
    if (table.length < 2) {
      throw new CodedError({ code: 'notATable', status: 400 })
    }
    if (table.length > MOST_LINES) {
      throw new CodedError({ code: 'tooManyLines', data: { most: MOST_LINES }, status: 422 })
    }
    const id = await beginImport({ actor: req.user, key: input.key, req, table, tenant })

    return reportOf(req, id)
  },
  status: 201,
  takesBytes: MOST_FILE,
})

/**
 * POST /api/people-jobs/:id/start `{ mapping, isDry, invites }`: checks a file, or brings it in; `invites` mails those who get an
 * account a link to choose a password. 202 with the work. 409 `wrongStage` where it is under way or over. For managers.
 */
export const startOfImport = endpoint({
  input: z.object({
    id: z.uuid(),
    invites: z.boolean().default(false),
    isDry: z.boolean(),
    mapping: z.array(z.enum(PERSON_FIELDS).nullable()).max(200),
  }),
  path: '/people-jobs/:id/start',
  run: async ({ input, req, tenant }) => {
    requireManager(req)
    await reportOf(req, input.id)
    if (!(await startImport({ ...input, req, tenant }))) {
      throw new CodedError({ code: 'wrongStage', status: 409 })
    }

    return reportOf(req, input.id)
  },
  status: 202,
})
