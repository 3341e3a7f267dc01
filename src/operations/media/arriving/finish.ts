import type { Payload, PayloadRequest, TypedUser } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { randomUUID } from 'node:crypto'
import { APIError, createLocalReq } from 'payload'

import { giveId } from '@/database/givenIds'
import { inTransaction, row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { acceptedType, HEAD_BYTES, isHeld, wordsOfName } from '@/domain/media/arrivals'

import type { Arrival } from './arrival'
import type { Looked } from './look'

import { isScanned, virusAt } from '../viruses'
import { adoptArrival, markScanned } from './adopt'
import { arrivalOf, KEPT_UNTIL } from './arrival'
import { asUpload, reader } from './asUpload'
import { bytesThere, closeBucketUpload } from './bytesThere'
import { dropBytes } from './drop'
import { quarantine } from './quarantine'
import { lookAtWhole } from './look'
import { tellSender } from './tellSender'

/** How long whoever finishes a file is taken to be at it, without a sign of life. */
const LEASE = sql`now() + interval '60 seconds'`

type Finishing = {
  arrival: Arrival
  /** SHA-256 of each part as its sender made it, in hex. */
  digests?: readonly string[]
  req: PayloadRequest
  runner: string
}

/** Makes a runner the one that finishes a file; false where another is at it, or it is finished. */
const claim = async (req: PayloadRequest, { id, runner }: { id: string; runner: string }) =>
  Boolean(
    await row(
      req,
      sql`update incoming_files set state = 'finishing', runner = ${runner}, lease_until = ${LEASE}, updated_at = now()
          where id = ${id}::uuid and (state = 'open' or state = 'finishing' and lease_until < now()) returning id`,
    ),
  )

const settle = (
  req: PayloadRequest,
  { id, detail = null, reason = null, runner, state }: {
    detail?: null | string
    id: string
    reason?: null | string
    runner: string
    state: Arrival['state']
  },
) =>
  row(
    req,
    sql`update incoming_files set state = ${state}, reason = ${reason}, detail = ${detail}, expires_at = ${KEPT_UNTIL}, updated_at = now()
        where id = ${id}::uuid and state = 'finishing' and runner = ${runner} returning id`,
  )

/** Throws checksumMismatch where a file is not the one that was sent. */
const compare = ({ announced }: Arrival, { checksum, parts }: Looked, digests?: readonly string[]) => {
  const isOther = digests?.some((digest, at) => parts[at] !== digest.toLowerCase())
  if ((announced && announced.toLowerCase() !== checksum) || isOther) {
    throw new RuleError('checksumMismatch')
  }
}

/** Makes the row of `media` of the same id, in one transaction with its upload's end: both, or neither. */
const make = async ({ arrival, req, runner }: Finishing, { checksum }: Looked): Promise<void> => {
  const { id, filename, filesize, folder, key, tenant } = arrival
  const type = acceptedType(await reader(key, filesize)(0, HEAD_BYTES), filesize)
  await asUpload({ name: filename, type, key, size: filesize }, (file) =>
    inTransaction(req, async () => {
      const isMine = await row(
        req,
        sql`update incoming_files set state = 'done', checksum = ${checksum}, mime_type = ${type}, updated_at = now()
            where id = ${id}::uuid and state = 'finishing' and runner = ${runner} returning id`,
      )
      if (!isMine) {
        throw new Error(`Another runner finishes ${id}.`)
      }
      giveId(req, { id, collection: 'media' })
      markScanned(req)
      if (!isHeld(type)) {
        adoptArrival(req, key)
      }
      // Whoever began it was asked whether they may, and is asked again by the caller.
      await req.payload.create({
        collection: 'media',
        data: { alt: wordsOfName(filename), folder, tenant },
        depth: 0,
        file,
        overrideAccess: true,
        req,
      })
    }),
  )
}

/** A field's refusal; those of files have a code, and the detail that their sentence names. */
type Refused = { code?: string; detail?: string; message: string }

/** What will not become better by trying again, by its code. */
const finalReason = (error: unknown): null | { detail: null | string; reason: string } => {
  if (error instanceof RuleError) {
    const { signature } = error.detail

    return error.code === 'uploadIncomplete'
      ? null
      : { detail: typeof signature === 'string' ? signature : null, reason: error.code }
  }
  if (error instanceof APIError && error.status < 500) {
    const { code, errors } = (error.data ?? {}) as { code?: string; errors?: Refused[] }
    const [first] = errors ?? []

    return first?.code
      ? { detail: first.detail ?? null, reason: first.code }
      : { detail: first?.message ?? error.message, reason: code ?? 'fileRefused' }
  }

  return null
}

/** Throws fileInfected, and ScannerAway where nobody can tell. */
const refuseInfected = async ({ filesize, key }: Arrival): Promise<void> => {
  const type = acceptedType(await reader(key, filesize)(0, HEAD_BYTES), filesize)
  const signature = isScanned(type) ? await virusAt(key) : null
  if (signature) {
    throw new RuleError('fileInfected', { signature })
  }
}

const work = async (finishing: Finishing): Promise<void> => {
  const { arrival, digests, req, runner } = finishing
  const { id, filesize, key } = arrival
  const there = await bytesThere(arrival)
  if (there !== filesize) {
    throw new RuleError('uploadIncomplete', { sent: there })
  }
  await closeBucketUpload(arrival)
  const alive = async () => {
    await row(
      req,
      sql`update incoming_files set lease_until = ${LEASE} where id = ${id}::uuid and runner = ${runner}`,
    )
  }
  const looked = await lookAtWhole({ alive, key, withParts: Boolean(digests) })
  compare(arrival, looked, digests)
  await alive()
  await refuseInfected(arrival)
  await make(finishing, looked)
}

/**
 * Makes a file that has come whole a row of `media`, once, however often and by however many it is asked: it is compared with what was
 * announced, and looked at. Answers how the upload stands: finishing where another is at it, refused with a reason. Throws
 * uploadIncomplete; after any other error it can be asked again.
 */
export const finishArrival = async ({
  id,
  digests,
  payload,
  user,
}: {
  digests?: readonly string[]
  id: string
  payload: Payload
  user?: null | TypedUser
}): Promise<Arrival | null> => {
  // A request of its own: what is said on it of the file is said of no other.
  const req = await createLocalReq({ ...(user && { user }) }, payload)
  const runner = randomUUID()
  const isMine = await claim(req, { id, runner })
  const arrival = await arrivalOf({ id, req })
  if (!arrival || !isMine) {
    return arrival
  }
  try {
    await work({ arrival, digests, req, runner })
    await dropBytes({ arrival, but: (await arrivalOf({ id, req }))?.media?.filename })
  } catch (error) {
    const again = await createLocalReq({}, payload)
    const final = finalReason(error)
    const isInfected = final?.reason === 'fileInfected'
    const state = isInfected ? 'quarantined' : final ? 'refused' : 'open'
    const isSettled = await inTransaction(again, async () => {
      const settled = await settle(again, { id, ...final, runner, state })
      if (settled && isInfected) {
        await tellSender({ arrival, req: again, virus: final.detail ?? '' })
      }

      return settled
    })
    if (!final) {
      throw error
    }
    if (isSettled && isInfected) {
      await quarantine({ arrival, req: again })
    }
    if (isSettled) {
      await dropBytes({ arrival })
    }
  }

  return arrivalOf({ id, req: await createLocalReq({}, payload) })
}
