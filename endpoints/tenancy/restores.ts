import { sql } from '@payloadcms/db-postgres'
import { z } from 'zod'

import { row } from '@/database/transaction'
import { askPreview, askReplacement, restoreDesk } from '@/operations/tenancy/schoolRestores'
import { holds } from '@hooks/access'

import { endpoint, type SignedIn } from '../support/endpoint'
import { NotAllowed } from '../support/errors'
import { requireFresh } from '../support/fresh'

/** For the platform's staff, on the platform's host. */
const requirePlatform = async (req: SignedIn, tenant: string): Promise<void> => {
  const isPlatform = await row(
    req,
    sql`select 1 from tenants where id = ${tenant} and kind = 'platform'`,
  )
  if (!isPlatform || !holds(req, ['superAdmin'])) {
    throw new NotAllowed()
  }
}

/**
 * GET /api/restores: `{ backups: [{ id, at }], schools: [{ id, name, slug }], restores: [{ id, school, schoolName, backup, replaces, step, askedAt,
 * finishedAt, error, changes, losesDocuments, proof }] }`, the newest first.
 */
const listRestores = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/restores',
  run: async ({ req, tenant }) => {
    await requirePlatform(req, tenant)

    return restoreDesk()
  },
})

/** POST /api/restores/preview `{ backup, school }`: has the worker say what restoring a school would do. 202 `{ id }`; 401 reauthenticationNeeded; 422 schoolUnknown, restoreRunning. */
const previewRestore = endpoint({
  input: z.object({ backup: z.string().regex(/^[0-9TZ-]{16,30}$/), school: z.uuid() }),
  path: '/restores/preview',
  run: async ({ input, req, tenant }) => {
    await requirePlatform(req, tenant)
    await requireFresh(req, tenant)

    return { id: await askPreview({ ...input, req, tenant }) }
  },
  status: 202,
})

/**
 * POST /api/restores/:id/replace `{ name, documents? }`: has the worker do what a look of the last hour said, where `name` is the school's. 202
 * `{ id }`; 401 reauthenticationNeeded; 422 restoreNotSeen, restoreOtherName, restoreDocuments, restoreRunning.
 */
const replaceSchool = endpoint({
  input: z.object({
    id: z.uuid(),
    name: z.string().max(200),
    documents: z.boolean().default(false),
  }),
  path: '/restores/:id/replace',
  run: async ({ input: { id: preview, ...asked }, req, tenant }) => {
    await requirePlatform(req, tenant)
    await requireFresh(req, tenant)

    return { id: await askReplacement({ ...asked, preview, req, tenant }) }
  },
  status: 202,
})

export const restoreEndpoints = [listRestores, previewRestore, replaceSchool]
