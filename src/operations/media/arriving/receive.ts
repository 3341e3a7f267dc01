import type { Hash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createHash } from 'node:crypto'

import type { DiskArrivals } from '@/adapters/storage/types'

import { storage } from '@/adapters/storage'
import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { acceptedType, HEAD_BYTES } from '@/domain/media/arrivals'

import type { Arrival } from './arrival'

import { KEPT_UNTIL } from './arrival'

/** Somebody else is sending the same file at this moment. */
export class Busy extends Error {}

/** What came is not what was said to come; none of it was kept. */
export class Garbled extends Error {}

/** Milliseconds after which a sender who says nothing has hung up. */
const SILENCE = 10_000

type Writing = { ended: Promise<unknown>; heardAt: number; stop: () => void }

/** Who writes which file, in this process. */
const writing = new Map<string, Writing>()

/** Waits until nobody writes the file; throws Busy while somebody does. */
const soleWriter = async (id: string): Promise<void> => {
  const other = writing.get(id)
  if (!other) {
    return
  }
  if (Date.now() - other.heardAt < SILENCE) {
    throw new Busy()
  }
  other.stop()
  await other.ended.catch(() => undefined)
}

type Coming = { arrival: Arrival; body: Readable; hash: Hash | null; offset: number; own: Writing }

/** Gives memory back at once: a collector that had to, for each sixteenth of a gigabyte, would look through all the server holds. */
const forget = ({ buffer, byteLength }: Buffer): void => {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) {
    buffer.transfer(0)
  }
}

/** Passes on what comes: no more than was announced, and nothing of a kind that is not taken. A part is there until the next is asked for. */
const checked = async function* ({
  arrival: { filesize },
  body,
  hash,
  offset,
  own,
}: Coming): AsyncGenerator<Buffer> {
  let at = offset
  let head: Buffer | null = offset === 0 ? Buffer.alloc(0) : null
  for await (const part of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    own.heardAt = Date.now()
    at += part.length
    if (at > filesize) {
      throw new RuleError('fileTooLarge', { most: filesize })
    }
    if (head) {
      head = Buffer.concat([head, part.subarray(0, HEAD_BYTES)])
      if (head.length >= HEAD_BYTES || at === filesize) {
        acceptedType(head.subarray(0, HEAD_BYTES), filesize)
        head = null
      }
    }
    hash?.update(part)
    yield part
    forget(part)
  }
}

const disk = (): DiskArrivals => {
  const { arrivals } = storage()
  if (arrivals.way !== 'tus') {
    throw new RuleError('uploadClosed')
  }

  return arrivals
}

/** Writes down how much of a file is here, for whoever looks from elsewhere. */
const note = (req: PayloadRequest, { id, sent }: { id: string; sent: number }) =>
  row(
    req,
    sql`update incoming_files set sent = ${sent}, expires_at = ${KEPT_UNTIL}, updated_at = now() where id = ${id}::uuid and state = 'open'`,
  )

/**
 * Takes bytes of a file from `offset` on, as they come, and answers how many are here now. What came before a broken line
 * stays, unless a `checksum` (SHA-256 of this body) was said: then all of it, or none. Throws Busy, Garbled and the rules of
 * `acceptedType`; of a file that may not be uploaded nothing stays.
 */
export const receiveBytes = async ({
  arrival,
  body,
  checksum,
  offset,
  req,
}: {
  arrival: Arrival
  body: Readable
  checksum: Buffer | null
  offset: number
  req: PayloadRequest
}): Promise<number> => {
  const { id, key } = arrival
  const arrivals = disk()
  await soleWriter(id)
  const hash = checksum && createHash('sha256')
  const ended = Promise.withResolvers<void>()
  const own: Writing = {
    ended: ended.promise,
    heardAt: Date.now(),
    stop: () => body.destroy(),
  }
  writing.set(id, own)
  try {
    const sent = await arrivals.write({
      body: checked({ arrival, body, hash, offset, own }),
      key,
      offset,
    })
    if (checksum && !hash?.digest().equals(checksum)) {
      throw new Garbled()
    }
    await note(req, { id, sent })

    return sent
  } catch (error) {
    if (checksum) {
      await arrivals.cut({ key, size: offset })
    }
    throw error
  } finally {
    if (writing.get(id) === own) {
      writing.delete(id)
    }
    ended.resolve()
  }
}

/** How many bytes of a file are on this machine. */
export const bytesHere = ({ key }: Arrival): Promise<number> => disk().size(key)
