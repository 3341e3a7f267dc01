import { z } from 'zod'

import { verifyAudit } from '@/operations/events/verifyAudit'
import { auditPage, auditStream } from '@/operations/identity/auditLog'
import { isManager } from '@hooks/access'

import type { SignedIn } from '../support/endpoint'

import { endpoint } from '../support/endpoint'
import { NotAllowed } from '../support/errors'
import { requireFreshForFile } from '../support/fresh'

const words = z.string().trim().min(1).max(200).optional()
const day = z.iso.date().optional()

const search = z.object({
  collection: words,
  document: words,
  from: day,
  operation: words,
  person: words,
  to: day,
})

const requireManager = (req: SignedIn): void => {
  if (!isManager(req)) {
    throw new NotAllowed()
  }
}

/**
 * GET /api/audit?person=&operation=&collection=&document=&from=&to=&before=, for managers: who did what in the school, 25 at once and the newest
 * first, `{ entries, next }`, see `AuditEntry`. `person` is a part of a name or address, or an id, of whoever did it or whom it is about; `from` and
 * `to` are days; `next` is the `before` of the next page. 403 for others.
 */
const list = endpoint({
  input: search.extend({ before: z.coerce.number().int().positive().optional() }),
  method: 'get',
  path: '/audit',
  run: async ({ input: { before, ...given }, req, tenant }) => {
    requireManager(req)

    return auditPage({ before, req, search: given, tenant })
  },
})

/** GET /api/audit.csv: the same entries as a file, all that are found; taking it stands in the log itself. 401 `reauthenticationNeeded`. */
const file = endpoint({
  input: search,
  method: 'get',
  path: '/audit.csv',
  run: async ({ input, req, tenant }) => {
    requireManager(req)
    await requireFreshForFile(req, tenant)

    return new Response(auditStream({ req, search: input, tenant }), {
      headers: {
        'Cache-Control': 'private, no-store',
        'Content-Disposition': 'attachment; filename="audit.csv"',
        'Content-Type': 'text/csv; charset=utf-8',
      },
    })
  },
})

/**
 * POST /api/audit/verify `{ known? }`, for managers: computes the whole log anew, `{ entries, faults: [{ fault, number }], head: { number, hash } }`.
 * `known` is the `head` of an earlier proof, to show that nothing up to it was made anew since.
 */
const verify = endpoint({
  input: z.object({
    known: z
      .object({ hash: z.string().regex(/^[0-9a-f]{64}$/), number: z.number().int().positive() })
      .optional(),
  }),
  path: '/audit/verify',
  run: async ({ input: { known }, req, tenant }) => {
    requireManager(req)

    return verifyAudit({ ...(known && { known }), req, tenant })
  },
})

export const auditEndpoints = [list, file, verify] as const
