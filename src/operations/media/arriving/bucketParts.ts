import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ArrivedPart, BucketArrivals } from '@/adapters/storage/types'

import { storage } from '@/adapters/storage'
import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { partsOf } from '@/domain/media/arrivals'

import type { Arrival } from './arrival'

import { KEPT_UNTIL } from './arrival'

/** How long an address for a part is good, in seconds: a slow line sends a part in it. */
const SIGNED_FOR = 3600

/** Where one part is to be sent. */
export type SignedPart = { number: number; url: string }

const bucket = (): BucketArrivals => {
  const { arrivals } = storage()
  if (arrivals.way !== 'parts') {
    throw new RuleError('uploadClosed')
  }

  return arrivals
}

/** The bucket's own name of an upload, asked for once however many ask at once. */
const multipartOf = async (
  req: PayloadRequest,
  { id, key, mimeType, multipart }: Arrival,
): Promise<string> => {
  if (multipart) {
    return multipart
  }
  const mine = await bucket().begin({ contentType: mimeType ?? 'application/octet-stream', key })
  const kept = await row<{ multipart: string }>(
    req,
    sql`update incoming_files set multipart = coalesce(multipart, ${mine}) where id = ${id}::uuid returning multipart`,
  )
  const upload = kept?.multipart ?? mine
  if (upload !== mine) {
    await bucket().abort({ key, upload: mine })
  }

  return upload
}

/** Addresses to which parts of a file are sent, each for an hour. Throws uploadClosed. */
export const signParts = async ({
  arrival,
  numbers,
  req,
}: {
  arrival: Arrival
  numbers: readonly number[]
  req: PayloadRequest
}): Promise<SignedPart[]> => {
  if (arrival.state !== 'open' || numbers.some((number) => number > partsOf(arrival.filesize))) {
    throw new RuleError('uploadClosed')
  }
  const upload = await multipartOf(req, arrival)
  await row(
    req,
    sql`update incoming_files set expires_at = ${KEPT_UNTIL}, updated_at = now() where id = ${arrival.id}::uuid`,
  )
  const { key } = arrival

  return Promise.all(
    numbers.map(async (number) => ({
      number,
      url: await bucket().sign({ key, number, seconds: SIGNED_FOR, upload }),
    })),
  )
}

/** The parts of a file that the bucket has; none of one that goes to this machine. */
export const partsThere = async ({
  key,
  multipart,
  state,
}: Arrival): Promise<ArrivedPart[]> =>
  state === 'open' && multipart && storage().arrivals.way === 'parts'
    ? bucket().parts({ key, upload: multipart })
    : []
