import { z } from 'zod'

import {
  MOST_PEOPLE,
  PEOPLE_PAGE,
  PEOPLE_SORTS,
  readPeopleCursor,
} from '@/domain/identity/people/query'
import { ROLES } from '@/domain/identity/roles'
import { noteExport, peopleStream } from '@/operations/identity/people/file'
import { countPeople, listPeople, tagsInUse } from '@/operations/identity/people/list'
import { isManager, tenantStaff } from '@hooks/access'

import type { SignedIn } from '../support/endpoint'

import { endpoint } from '../support/endpoint'
import { NotAllowed } from '../support/errors'
import { requireFreshForFile } from '../support/fresh'

export const peopleFilter = z.object({
  course: z.uuid().optional(),
  role: z.enum(ROLES).optional(),
  search: z.string().trim().max(100).optional(),
  status: z.enum(['active', 'banned', 'erased', 'pending', 'suspended']).optional(),
  tag: z.string().trim().min(1).max(100).optional(),
})

const requireStaff = async (req: SignedIn): Promise<void> => {
  if (!(await tenantStaff({ req }))) {
    throw new NotAllowed()
  }
}

/**
 * GET /api/people `?search&role&status&tag&course&sort&after&limit`: `{ people, next }`, see `ListedPerson`. `search` is any
 * parts of names and addresses; `sort` is `name` or `newest`; `after` is the `next` of the page before. For staff.
 */
export const listOfPeople = endpoint({
  input: peopleFilter
    .extend({
      after: z.string().max(600).optional(),
      limit: z.coerce.number().int().min(1).max(MOST_PEOPLE).default(PEOPLE_PAGE),
      sort: z.enum(PEOPLE_SORTS).default('name'),
    })
    .refine(({ after, sort }) => after === undefined || readPeopleCursor(after, sort), {
      message: 'No cursor of this order.',
      path: ['after'],
    }),
  method: 'get',
  path: '/people',
  run: async ({ input: { after, limit, sort, ...filter }, req, tenant }) => {
    await requireStaff(req)

    return listPeople({ after, filter, limit, req, sort, tenant })
  },
})

/** GET /api/people/count `?search&role&status&tag&course`: `{ count, tags }`: how many there are, and the tags in use. For staff. */
export const countOfPeople = endpoint({
  input: peopleFilter,
  method: 'get',
  path: '/people/count',
  run: async ({ input: filter, req, tenant }) => {
    await requireStaff(req)

    return {
      count: await countPeople({ filter, req, tenant }),
      tags: await tagsInUse({ req, tenant }),
    }
  },
})

/** GET /api/people.csv: the same people as a file that can be brought in again; UTF-8 with a mark. For managers. 401 `reauthenticationNeeded`. */
export const peopleFile = endpoint({
  input: peopleFilter,
  method: 'get',
  path: '/people.csv',
  run: async ({ input: filter, req, tenant }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }
    await requireFreshForFile(req, tenant)
    await noteExport({ req, tenant })

    return new Response(peopleStream({ filter, req, tenant }), {
      headers: {
        'Cache-Control': 'private, no-store',
        'Content-Disposition': 'attachment; filename="people.csv"',
        'Content-Type': 'text/csv; charset=utf-8',
      },
    })
  },
})
