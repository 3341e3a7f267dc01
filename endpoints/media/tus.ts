import type { IncomingMessage } from 'node:http'
import type { Payload, PayloadRequest } from 'payload'

import { createLocalReq } from 'payload'

import type { Arrival } from '@/operations/media/arrivals'
import type { SessionUser } from '@/operations/identity/session'

import { isNoSpace } from '@/adapters/storage/noSpace'
import { openFront } from '@/database/requests'
import { asHost } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { isId } from '@/domain/ids'
import { RuleError } from '@/domain/errors'
import { LARGEST_FILE } from '@/domain/media/arrivals'
import { sessionUser } from '@/operations/identity/session'
import {
  arrivalOf,
  beginArrival,
  bytesHere,
  Busy,
  finishArrival,
  Garbled,
  giveUpArrival,
  receiveBytes,
} from '@/operations/media/arrivals'

import type { Answered } from '../support/endpoint'
import type { Admitted } from '../support/withoutNext'

import { serveWithoutNext } from '../support/withoutNext'
import { metadataOf, sha256Of } from './tusHeaders'

const PATH = /^\/api\/uploads(?:\/([\w-]+))?$/

/** tus 1.0.0 with its extensions for creation, ending, expiry and checksums. */
const VERSION = '1.0.0'

const TUS = { 'Cache-Control': 'no-store', 'Tus-Resumable': VERSION }

const ABOUT = {
  ...TUS,
  'Tus-Checksum-Algorithm': 'sha256',
  'Tus-Extension': 'creation,termination,checksum',
  'Tus-Max-Size': String(LARGEST_FILE),
  'Tus-Version': VERSION,
}

const NO_SPACE = 507

/** 460 is tus's own: a checksum that differs. */
const GARBLED = 460

const empty = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { headers: { ...TUS, ...headers }, status })

const refused = (status: number, code: string): Answered => ({
  body: { code },
  headers: { ...TUS, Connection: 'close' },
  status,
})

/** How a refusal of a rule, or a failure of the disk, is told; others are faults. */
const told = (error: unknown): Answered => {
  if (error instanceof RuleError) {
    return refused(error.code === 'fileTooLarge' ? 413 : 422, error.code)
  }
  if (error instanceof Busy) {
    return refused(423, 'uploadBusy')
  }
  if (error instanceof Garbled) {
    return refused(GARBLED, 'checksumMismatch')
  }
  if (isNoSpace(error)) {
    return refused(NO_SPACE, 'noSpace')
  }
  throw error
}

type Asked = { admitted: Admitted; id: string | undefined; payload: Payload; request: IncomingMessage }
type Own = { arrival: Arrival; payload: Payload; req: PayloadRequest; request: IncomingMessage; user: SessionUser }

const numberIn = ({ headers }: IncomingMessage, name: string): number => {
  const value = headers[name]

  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : NaN
}

const create = async ({
  payload,
  req,
  request,
  tenant,
  user,
}: Omit<Own, 'arrival'> & { tenant: string }): Promise<Answered> => {
  const size = numberIn(request, 'upload-length')
  if (Number.isNaN(size)) {
    return refused(400, 'lengthRequired')
  }
  if (!(await payload.collections.media.config.access.create({ req }))) {
    return refused(403, 'forbidden')
  }
  const { filename = 'file', folder, sha256 } = metadataOf(request.headers['upload-metadata'])
  const { id } = await inTransaction(req, () =>
    beginArrival({
      name: filename,
      account: user.id,
      checksum: sha256,
      folder: folder && isId(folder) ? folder : undefined,
      req,
      size,
      tenant,
    }),
  )

  return empty(201, { Location: `/api/uploads/${id}` })
}

/** Finishes a file once it has come whole; whoever sent it may ask how that went. */
const finishLater = ({ arrival: { id }, payload, user }: Own): void => {
  finishArrival({ id, payload, user: user as never }).catch((error: unknown) => {
    payload.logger.error(error)
  })
}

const append = async (own: Own): Promise<Answered> => {
  const { arrival, req, request } = own
  if (arrival.state !== 'open') {
    return refused(410, 'uploadClosed')
  }
  if (request.headers['content-type'] !== 'application/offset+octet-stream') {
    return refused(415, 'badInput')
  }
  const checksum = sha256Of(request.headers['upload-checksum'])
  if (checksum === undefined) {
    return refused(400, 'badInput')
  }
  const offset = numberIn(request, 'upload-offset')
  if (offset !== (await bytesHere(arrival))) {
    return refused(409, 'wrongOffset')
  }
  try {
    const sent = await receiveBytes({ arrival, body: request, checksum, offset, req })
    if (sent === arrival.filesize && !request.headers['lectern-finishes']) {
      finishLater(own)
    }

    return empty(204, { 'Upload-Offset': String(sent) })
  } catch (error) {
    if (error instanceof RuleError) {
      await giveUpArrival({ arrival, req })
    }
    throw error
  }
}

const tell = async ({ arrival }: Own): Promise<Answered> =>
  arrival.state === 'refused' || arrival.state === 'quarantined'
    ? empty(410)
    : empty(200, {
        'Upload-Length': String(arrival.filesize),
        'Upload-Offset': String(arrival.state === 'open' ? await bytesHere(arrival) : arrival.filesize),
      })

const end = async ({ arrival, req }: Own): Promise<Answered> =>
  (await giveUpArrival({ arrival, req })) ? empty(204) : refused(409, 'uploadClosed')

const WAYS: Record<string, (own: Own) => Promise<Answered>> = { DELETE: end, HEAD: tell, PATCH: append }

const answer = async ({ id, admitted, payload, request }: Asked): Promise<Answered> => {
  const { headers, method, tenant } = admitted
  if (method === 'OPTIONS') {
    return new Response(null, { headers: ABOUT, status: 204 })
  }
  if (headers.get('tus-resumable') !== VERSION) {
    return new Response(null, { headers: ABOUT, status: 412 })
  }
  const user = await sessionUser({ headers, payload })
  if (!user) {
    return refused(401, 'signInRequired')
  }
  const req = await createLocalReq({ req: { headers, method }, user: user as never }, payload)
  if (!id) {
    return method === 'POST' ? create({ payload, req, request, tenant, user }) : refused(405, 'badInput')
  }
  const arrival = isId(id) ? await arrivalOf({ id, account: user.id, req }) : null
  const way = WAYS[method]

  return arrival && way ? way({ arrival, payload, req, request, user }) : refused(404, 'notFound')
}

/**
 * Takes files bit by bit, past Next (tus 1.0.0, for clients that say so): PATCH appends what comes to what is there, HEAD says how
 * much that is. Where files go to a bucket, their bytes never come here.
 */
export const openTus = (payload: Payload): void => {
  openFront('tus', (request, response) => {
    const [, id] = PATH.exec(request.url?.split('?')[0] ?? '') ?? []
    if (!PATH.test(request.url?.split('?')[0] ?? '') || !request.headers['tus-resumable']) {
      return false
    }
    void asHost(request.headers.host, () =>
      serveWithoutNext({
        answer: async (admitted) => {
          try {
            return await answer({ id, admitted, payload, request })
          } catch (error) {
            return told(error)
          }
        },
        payload,
        request,
        response,
      }),
    )

    return true
  })
}
