import type { PayloadRequest } from 'payload'

import { Forbidden } from 'payload'
import { z } from 'zod'

import type { Arrival } from '@/operations/media/arrivals'

import { ScannerAway } from '@/adapters/scanner/types'
import { storage } from '@/adapters/storage'
import { isFileRefusal, refusalSentence } from '@/adapters/uploads/refusals'
import { HEAD_BYTES, PART_BYTES } from '@/domain/media/arrivals'
import {
  arrivalOf,
  beginArrival,
  finishArrival,
  giveUpArrival,
  ownArrivals,
  partsThere,
  signParts,
} from '@/operations/media/arrivals'

import type { SignedIn } from '../support/endpoint'

import { endpoint } from '../support/endpoint'
import { CodedError, NotAllowed, NotHere } from '../support/errors'

/** An upload as its sender sees it; `said` is why it was refused, in their language. */
const shown = (
  { id, detail, filename, filesize, folder, media, reason, sent, state }: Arrival,
  { i18n: { language } }: SignedIn,
) => ({
  id,
  detail,
  filename,
  filesize,
  folder,
  media,
  reason,
  said: isFileRefusal(reason) ? refusalSentence({ code: reason, detail, language }) : null,
  sent,
  state,
})

/** Whether the rules of the files let somebody upload at all; that there is room, the limit says itself. */
const requireUploader = async (req: PayloadRequest): Promise<void> => {
  const { access } = req.payload.collections.media.config
  try {
    if (await access.create({ req })) {
      return
    }
  } catch (error) {
    if (!(error instanceof Forbidden)) {
      throw error
    }
  }
  throw new NotAllowed()
}

const own = async (req: SignedIn, id: string): Promise<Arrival> => {
  const arrival = await arrivalOf({ id, account: String(req.user.id), req })
  if (!arrival) {
    throw new NotHere()
  }

  return arrival
}

const one = z.object({ id: z.uuid() })

/** How much of it there is, part by part where it goes to a bucket. */
const progressOf = async (arrival: Arrival, req: SignedIn) => {
  const parts = await partsThere(arrival)

  return {
    ...shown(arrival, req),
    partBytes: PART_BYTES,
    parts: parts.map(({ number }) => number),
    sent: arrival.sent || parts.reduce((sum, { size }) => sum + size, 0),
    way: storage().arrivals.way,
  }
}

/**
 * POST /api/uploads `{ name, size, head?, fingerprint?, folder?, checksum? }`: takes room for a file and says how it is to be sent:
 * `way` is `tus` (PATCH /api/uploads/:id, tus 1.0) or `parts` (POST /api/uploads/:id/parts). `head` is its first bytes in
 * Base64; with a `fingerprint` an upload of the same file that broke off is gone on with.
 */
export const beginUpload = endpoint({
  input: z.object({
    name: z.string().min(1).max(500),
    checksum: z.string().regex(/^[\da-f]{64}$/i).optional(),
    fingerprint: z.string().max(200).optional(),
    folder: z.uuid().nullish(),
    head: z.base64().max(HEAD_BYTES * 2).optional(),
    size: z.number().int().nonnegative(),
  }),
  path: '/uploads',
  run: async ({ input: { folder, head, ...input }, req, tenant }) => {
    await requireUploader(req)
    const arrival = await beginArrival({
      ...input,
      account: String(req.user.id),
      folder: folder ?? undefined,
      head: head === undefined ? undefined : Buffer.from(head, 'base64').subarray(0, HEAD_BYTES),
      req,
      tenant,
    })

    return progressOf(arrival, req)
  },
  status: 201,
})

/** GET /api/uploads: what the caller has under way, from whatever tab or machine. */
export const listUploads = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/uploads',
  run: async ({ req }) => ({
    docs: (await ownArrivals({ account: String(req.user.id), req })).map((one) => shown(one, req)),
  }),
})

/** GET /api/uploads/:id: how an upload of the caller's stands. */
export const showUpload = endpoint({
  input: one,
  method: 'get',
  path: '/uploads/:id',
  run: async ({ input: { id }, req }) => progressOf(await own(req, id), req),
})

/** POST /api/uploads/:id/parts `{ numbers }`: addresses to which parts of `partBytes` are sent with PUT, counted from 1. */
export const uploadParts = endpoint({
  input: one.extend({ numbers: z.array(z.number().int().min(1).max(10_000)).min(1).max(50) }),
  path: '/uploads/:id/parts',
  run: async ({ input: { id, numbers }, req }) => ({
    parts: await signParts({ arrival: await own(req, id), numbers, req }),
  }),
  transaction: false,
})

/**
 * POST /api/uploads/:id/finish `{ digests? }`: makes a file that has come whole one of the school's, once however often it is
 * asked. `digests` are SHA-256 of its parts in hex. 422 uploadIncomplete with what there is; `state` says how it ended.
 */
export const finishUpload = endpoint({
  input: one.extend({ digests: z.array(z.string().regex(/^[\da-f]{64}$/i)).max(10_000).optional() }),
  path: '/uploads/:id/finish',
  run: async ({ input: { id, digests }, req }) => {
    await requireUploader(req)
    await own(req, id)
    const ended = await finishArrival({ id, digests, payload: req.payload, user: req.user }).catch(
      (error: unknown) => {
        throw error instanceof ScannerAway
          ? new CodedError({ code: 'scannerAway', status: 503 })
          : error
      },
    )

    return ended ? shown(ended, req) : {}
  },
  transaction: false,
})

/** DELETE /api/uploads/:id: gives an upload up, with what came of it. 409 where it has ended. */
export const giveUpUpload = endpoint({
  input: one,
  method: 'delete',
  path: '/uploads/:id',
  run: async ({ input: { id }, req }) => {
    if (!(await giveUpArrival({ arrival: await own(req, id), req }))) {
      throw new CodedError({ code: 'uploadClosed', status: 409 })
    }

    return {}
  },
  transaction: false,
})
