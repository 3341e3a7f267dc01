import { createHash } from 'node:crypto'

import { z } from 'zod'

import type { ListedObject } from '@/adapters/storage/types'

import { backupStorage, storage } from '@/adapters/storage'
import { sealingKey } from '@/secrets'

import type { Manifest } from './manifest'

import { FILES, FOLDER } from './manifest'
import { getPart, inParts, putPart } from './parts'

const shape = z.object({
  blob: z.string(),
  etag: z.string(),
  key: z.string(),
  /** Id of the master key under which it is sealed. */
  type: z.string(),
  keyId: z.string(),
  parts: z.number().int(),
  sha256: z.string(),
  size: z.number(),
})

/** A file as it was backed up: `blob` are its bytes, which backups share as long as it stays as it is. */
export type KeptFile = z.output<typeof shape>

/** Files that one part of a backup's list names. */
const LISTED_AT_ONCE = 20_000

/** Where a part of a file's bytes lies. */
export const blobPart = ({ blob }: { blob: string }, part: number): string =>
  `${FILES}/${blob.slice(0, 2)}/${blob}.${part}`

const listPart = (id: string, part: number): string => `${FOLDER}/${id}/files.${part}`

/** The files of a backup. */
export async function* filesOf({ id, fileParts }: Manifest): AsyncGenerator<KeptFile> {
  for (let part = 0; part < fileParts; part += 1) {
    const text = (await getPart(listPart(id, part), { pressed: true })).toString()
    yield* z.array(shape).parse(JSON.parse(text))
  }
}

/** Every part of a file's bytes that is kept. */
export const keptBlobParts = async (): Promise<Set<string>> => {
  const kept = new Set<string>()
  for await (const { key } of backupStorage().list(FILES)) {
    kept.add(key)
  }

  return kept
}

const hasAll = (file: KeptFile, kept: ReadonlySet<string>): boolean =>
  Array.from({ length: file.parts }, (_, part) => blobPart(file, part)).every((name) =>
    kept.has(name),
  )

/** Reads one file and keeps it; null where it is gone by now. */
const keepFile = async ({ etag, key }: ListedObject): Promise<KeptFile | null> => {
  const found = await storage().get({ key })
  if (!found) {
    return null
  }
  const blob = createHash('sha256').update(`${key}\0${found.etag}`).digest('hex')
  const whole = createHash('sha256')
  let [parts, size] = [0, 0]
  for await (const part of inParts(found.stream as AsyncIterable<Uint8Array>)) {
    whole.update(part)
    size += part.length
    await putPart(blobPart({ blob }, parts), part, { pressed: false })
    parts += 1
  }

  return {
    type: found.contentType,
    blob,
    etag: found.etag === etag ? etag : '',
    key,
    keyId: sealingKey().id,
    parts,
    sha256: whole.digest('hex'),
    size,
  }
}

type Kept = Pick<Manifest, 'fileBytes' | 'fileParts' | 'files'>

/**
 * Keeps every file that is stored now. What the last backup has of it, unchanged and under the present key, is named again and
 * not sent again. A file that is deleted while this runs may be lacking.
 */
export const keepFiles = async (id: string, last: Manifest | undefined): Promise<Kept> => {
  const there = await keptBlobParts()
  const known = new Map<string, KeptFile>()
  for await (const file of last ? filesOf(last) : []) {
    known.set(file.key, file)
  }
  const counted = { fileBytes: 0, fileParts: 0, files: 0 }
  let held: KeptFile[] = []
  const writeList = async () => {
    await putPart(listPart(id, counted.fileParts), Buffer.from(JSON.stringify(held)), {
      pressed: true,
    })
    counted.fileParts += 1
    held = []
  }
  for await (const object of storage().list()) {
    const before = known.get(object.key)
    const isSame =
      before?.etag === object.etag &&
      before.size === object.size &&
      before.keyId === sealingKey().id &&
      hasAll(before, there)
    const file = isSame ? before : await keepFile(object)
    if (file) {
      held.push(file)
      counted.files += 1
      counted.fileBytes += file.size
    }
    if (held.length === LISTED_AT_ONCE) {
      await writeList()
    }
  }
  if (held.length > 0) {
    await writeList()
  }

  return counted
}
