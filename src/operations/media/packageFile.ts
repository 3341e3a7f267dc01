import type { PayloadRequest } from 'payload'
import type { Readable } from 'node:stream'

import { sql } from '@payloadcms/db-postgres'
import { PassThrough, pipeline, Transform } from 'node:stream'
import { createInflateRaw } from 'node:zlib'

import type { ScormPackage } from '@/domain/media/scorm/manifest'
import type { ZipEntry } from '@/domain/media/zip'

import { storage } from '@/adapters/storage'
import { row } from '@/database/transaction'
import { mediaKey } from '@/domain/media/keys'
import { zipEntries } from '@/domain/media/zip'

import { bytesAt } from './scormPackage'

/** A package that is open: where its archive lies, and its files by name. */
export type OpenPackage = { entries: ReadonlyMap<string, ZipEntry>; key: string; scorm: ScormPackage }

const bytesOfStream = async (stream: Readable): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of stream) {
    parts.push(part as Buffer)
  }

  return Buffer.concat(parts)
}

/** Reads parts of an object in the storage. */
const readerOf =
  (key: string, size: number) =>
  async (from: number, length: number): Promise<Uint8Array> => {
    const end = Math.min(from + length, size) - 1
    const found =
      end >= from && from >= 0 ? await storage().get({ key, range: { end, start: from } }) : null

    return found ? bytesOfStream(found.stream) : new Uint8Array()
  }

/** Packages that were opened lately, each with its directory: one is asked for hundreds of files. */
const opened = new Map<string, { held: OpenPackage; until: number }>()
const HELD_FOR = 5 * 60_000
const MOST_HELD = 50

/** The package of a row of `media`, by its archive as it lies in the storage; null where there is none. */
export const packageOf = async ({
  media,
  req,
  tenant,
}: {
  media: string
  req: () => Promise<PayloadRequest>
  tenant: string
}): Promise<null | OpenPackage> => {
  const name = `${tenant} ${media}`
  const known = opened.get(name)
  if (known && known.until > Date.now()) {
    return known.held
  }
  const found = await row<{ filename: string; scorm: ScormPackage }>(
    await req(),
    sql`select filename, scorm from media where id = ${media} and scorm is not null`,
  )
  const key = found && mediaKey({ id: media, filename: found.filename, tenant })
  const head = key ? await storage().head(key) : null
  const entries =
    key && head && (await zipEntries({ read: readerOf(key, head.size), size: head.size }))
  if (!found || !key || !entries || typeof entries === 'string') {
    return null
  }
  const held = { entries: new Map(entries.map((one) => [one.name, one])), key, scorm: found.scorm }
  if (opened.size >= MOST_HELD) {
    opened.clear()
  }
  opened.set(name, { held, until: Date.now() + HELD_FOR })

  return held
}

/** Lets no more bytes through than an entry says it has: a directory may lie. */
const atMost = (size: number): Transform => {
  let seen = 0

  return new Transform({
    transform: (part: Buffer, _, done) => {
      seen += part.length
      done(seen > size ? new Error('A file of a package is larger than it says.') : null, part)
    },
  })
}

/** The bytes of one file of a package, unpacked as they go; null where it has no such file. */
export const packageStream = async (
  { entries, key }: OpenPackage,
  name: string,
): Promise<null | { size: number; stream: Readable }> => {
  const entry = entries.get(name)
  const head = entry ? await storage().head(key) : null
  if (!entry || !head) {
    return null
  }
  const { length, start } = await bytesAt(readerOf(key, head.size), entry)
  if (length === 0) {
    return { size: 0, stream: new PassThrough().end() }
  }
  const found = await storage().get({ key, range: { end: start + length - 1, start } })
  if (!found) {
    return null
  }
  const packed = entry.isDeflated ? [createInflateRaw()] : []
  const limited = atMost(entry.size)
  pipeline([found.stream, ...packed, limited], () => undefined)

  return { size: entry.size, stream: limited }
}
