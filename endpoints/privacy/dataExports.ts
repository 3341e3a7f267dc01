import { z } from 'zod'

import { storage } from '@/adapters/storage'
import { rangeResponse } from '@/adapters/storage/rangeResponse'
import { askDataExport, dataExportFile, dataExports } from '@/operations/privacy/dataExports'
import { isManager } from '@hooks/access'

import type { SignedIn } from '../support/endpoint'

import { endpoint } from '../support/endpoint'
import { NotAllowed, NotHere } from '../support/errors'
import { requireFresh } from '../support/fresh'

type Place = { req: SignedIn; tenant: string }

const askedOf = (account: string, { req, tenant }: Place) => ({
  account,
  asker: String(req.user.id),
  req,
  tenant,
})

const requireManager = (req: SignedIn): void => {
  if (!isManager(req)) {
    throw new NotAllowed()
  }
}

const begin = async (account: string, place: Place) => {
  await requireFresh(place.req, place.tenant)
  const actorRoles: readonly string[] = place.req.user.roles ?? []
  const made = await askDataExport({ ...askedOf(account, place), actorRoles })
  if (!made) {
    throw new NotHere()
  }

  return made
}

const listed = async (account: string, place: Place) => ({
  exports: await dataExports(askedOf(account, place)),
})

const file = async (account: string, id: string, place: Place): Promise<Response> => {
  await requireFresh(place.req, place.tenant)
  const key = await dataExportFile({ ...askedOf(account, place), id })
  const answer =
    key &&
    (await rangeResponse({
      cacheControl: 'private, no-store',
      fileName: 'personal-data.zip',
      isDownload: true,
      key,
      request: { headers: place.req.headers, method: place.req.method },
      storage: storage(),
    }))
  if (!answer) {
    throw new NotHere()
  }

  return answer
}

/**
 * POST /api/account/exports: has a file made of all that the school keeps of the caller. 202 with it, see `DataExportReport`; while
 * one is being made, that one. A mail says when it is done. 401 `reauthenticationNeeded`.
 */
export const askOwnExport = endpoint({
  input: z.object({}),
  path: '/account/exports',
  run: ({ req, tenant }) => begin(String(req.user.id), { req, tenant }),
  status: 202,
})

/** GET /api/account/exports: `{ exports }`, those that the caller asked for of their own data in the last seven days, the newest first. */
export const listOwnExports = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/account/exports',
  run: ({ req, tenant }) => listed(String(req.user.id), { req, tenant }),
})

/** GET /api/account/exports/:id/file: the archive, for seven days. 401 `reauthenticationNeeded`; 404 once it is over. */
export const ownExportFile = endpoint({
  input: z.object({ id: z.uuid() }),
  method: 'get',
  path: '/account/exports/:id/file',
  run: ({ input: { id }, req, tenant }) => file(String(req.user.id), id, { req, tenant }),
})

/**
 * POST /api/people/:id/exports: has a file made of all that the school keeps of somebody. 202 with it. 401
 * `reauthenticationNeeded`; 403 `aboveYou`. For managers; who asked is who can fetch it.
 */
export const askPersonExport = endpoint({
  input: z.object({ id: z.uuid() }),
  path: '/people/:id/exports',
  run: ({ input: { id }, req, tenant }) => {
    requireManager(req)

    return begin(id, { req, tenant })
  },
  status: 202,
})

/** GET /api/people/:id/exports: `{ exports }`, those that the caller asked for. For managers. */
export const listPersonExports = endpoint({
  input: z.object({ id: z.uuid() }),
  method: 'get',
  path: '/people/:id/exports',
  run: ({ input: { id }, req, tenant }) => {
    requireManager(req)

    return listed(id, { req, tenant })
  },
})

/** GET /api/people/:id/exports/:export/file: the archive that the caller asked for. 401 `reauthenticationNeeded`. For managers. */
export const personExportFile = endpoint({
  input: z.object({ id: z.uuid(), export: z.uuid() }),
  method: 'get',
  path: '/people/:id/exports/:export/file',
  run: ({ input, req, tenant }) => {
    requireManager(req)

    return file(input.id, input.export, { req, tenant })
  },
})
