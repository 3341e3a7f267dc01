import { createHash } from 'node:crypto'
import { pipeline, Readable, Transform } from 'node:stream'
import { createInflateRaw } from 'node:zlib'

import type { ZipEntry } from '@/domain/media/zip'

import { zipEntries } from '@/domain/media/zip'
import { bytesAt } from '@/operations/media/scormPackage'

import { refuse } from './refused'

/** Random access to a file: bytes from a place on, fewer at its end. */
export type Source = { read: (from: number, length: number) => Promise<Uint8Array>; size: number }

export type Archive = Source & { entries: ReadonlyMap<string, ZipEntry> }

/** The directory of an archive; refuses those that are made to harm, and what is none. Nothing is unpacked. */
export const openArchive = async (source: Source): Promise<Archive> => {
  const entries = await zipEntries(source)
  if (typeof entries === 'string') {
    throw refuse(entries)
  }

  return { ...source, entries: new Map(entries.map((one) => [one.name, one])) }
}

const entryOf = ({ entries }: Archive, name: string): ZipEntry => {
  const entry = entries.get(name)
  if (!entry) {
    throw refuse('fileMissing', { path: name })
  }

  return entry
}

const STEP = 1024 * 1024

async function* bytesFrom({ read }: Source, start: number, length: number) {
  for (let done = 0; done < length;) {
    const part = await read(start + done, Math.min(STEP, length - done))
    if (part.length === 0) {
      throw refuse('archiveBroken')
    }
    done += part.length
    yield Buffer.from(part)
  }
}

/** Lets as many bytes through as there are to be, with the digest they are to have: a directory may lie, and so may a manifest. */
const checked = (name: string, size: number, sha256: string): Transform => {
  const digest = createHash('sha256')
  let seen = 0

  return new Transform({
    flush: (done) => {
      const isRight = seen === size && digest.digest('hex') === sha256
      done(isRight ? null : refuse('hashWrong', { path: name }))
    },
    transform: (part: Buffer, _, done) => {
      seen += part.length
      digest.update(part)
      done(seen > size ? refuse('archiveBomb', { path: name }) : null, part)
    },
  })
}

/** The bytes of a file of an archive, unpacked as they go; the stream fails where they are not those of the digest. */
export const memberStream = async (
  archive: Archive,
  name: string,
  sha256: string,
): Promise<Readable> => {
  const entry = entryOf(archive, name)
  const { length, start } = await bytesAt(archive.read, entry)
  const limit = checked(name, entry.size, sha256)
  const packed = Readable.from(bytesFrom(archive, start, length))
  pipeline([packed, ...(entry.isDeflated ? [createInflateRaw()] : []), limit], () => undefined)

  return limit
}

const inflated = (packed: Readable): Readable => {
  const unpack = createInflateRaw()
  pipeline(packed, unpack, () => undefined)

  return unpack
}

/** A small file of an archive; with `sha256`, only if it is that file. */
export const memberBytes = async (
  archive: Archive,
  name: string,
  { most, sha256 }: { most: number; sha256?: string },
): Promise<Buffer> => {
  const entry = entryOf(archive, name)
  if (entry.size > most) {
    throw refuse('archiveTooLarge', { path: name })
  }
  const { length, start } = await bytesAt(archive.read, entry)
  const packed = Readable.from(bytesFrom(archive, start, length))
  const parts: Buffer[] = []
  let seen = 0
  for await (const part of entry.isDeflated ? inflated(packed) : packed) {
    seen += (part as Buffer).length
    if (seen > entry.size) {
      throw refuse('archiveBomb', { path: name })
    }
    parts.push(part as Buffer)
  }
  const bytes = Buffer.concat(parts)
  if (sha256 !== undefined && createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw refuse('hashWrong', { path: name })
  }

  return bytes
}

/** An archive inside another, where it lies: it has to be in it unpacked. */
export const innerArchive = async (archive: Archive, name: string): Promise<Archive> => {
  const entry = entryOf(archive, name)
  if (entry.isDeflated) {
    throw refuse('archiveBroken', { path: name })
  }
  const { start } = await bytesAt(archive.read, entry)

  return openArchive({
    read: (from, length) =>
      archive.read(start + from, Math.max(0, Math.min(length, entry.size - from))),
    size: entry.size,
  })
}
