import { createWriteStream } from 'node:fs'
import { mkdtemp, open, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'

import type { ArrivedType } from '@/domain/media/arrivals'

import { storage } from '@/adapters/storage'
import { RuleError } from '@/domain/errors'
import { HEAD_BYTES, isHeld } from '@/domain/media/arrivals'
import { isoBoxes } from '@/domain/media/isoBoxes'

import type { UploadedFile } from '../uploadedFile'

type Upload = UploadedFile & { mimetype: string; name: string }

type Given = { key: string; name: string; size: number; type: ArrivedType }

/** Bytes of an object of the storage, fewer at its end. */
export const reader = (key: string, size: number) => async (from: number, length: number) => {
  const end = Math.min(from + length, size) - 1
  const found = end < from ? null : await storage().get({ key, range: { end, start: from } })

  return found ? new Uint8Array(await buffer(found.stream)) : new Uint8Array()
}

/** A copy of a file on this machine, for what is looked at whole and may be changed. */
const copyHere = async ({ key }: Given, file: string): Promise<void> => {
  const found = await storage().get({ key })
  if (!found) {
    throw new Error(`The storage has no ${key}.`)
  }
  await pipeline(found.stream, createWriteStream(file))
}

/**
 * A file of the same length with the beginning of one in a bucket, and the heads of its boxes: all that Payload looks at in a
 * film, without gigabytes of it being fetched.
 */
const outlineHere = async ({ key, size }: Given, heads: { at: number; bytes: Uint8Array }[], file: string) => {
  const outline = await open(file, 'w')
  try {
    await outline.truncate(size)
    for (const { at, bytes } of [
      { at: 0, bytes: await reader(key, size)(0, HEAD_BYTES) },
      ...heads,
    ]) {
      await outline.write(bytes, 0, bytes.length, at)
    }
  } finally {
    await outline.close()
  }
}

/** The boxes of a film or sound in MP4; throws fileTruncated where it ends too soon. */
const boxesOf = async ({ type, key, size }: Given) => {
  if (type !== 'video/mp4' && type !== 'audio/mp4') {
    return []
  }
  const heads = await isoBoxes({ read: reader(key, size), size })
  if (!heads) {
    throw new RuleError('fileTruncated')
  }

  return heads
}

/**
 * Does something with a file of the storage in the shape in which Payload takes uploads, without taking a large one into memory
 * or copying it. Throws fileTruncated.
 */
export const asUpload = async <T>(given: Given, work: (file: Upload) => Promise<T>): Promise<T> => {
  const { name, type, key, size } = given
  const heads = await boxesOf(given)
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-'))
  const tempFilePath = path.join(folder, 'file')
  const { arrivals } = storage()
  const plain = { name, data: Buffer.alloc(0), mimetype: type, size, tempFilePath }
  try {
    if (isHeld(type)) {
      await copyHere(given, tempFilePath)

      return await work(plain)
    }
    if (arrivals.way === 'tus') {
      await symlink(path.resolve(arrivals.pathOf(key)), tempFilePath)
    } else {
      await outlineHere(given, heads, tempFilePath)
    }

    return await work({ ...plain, stored: reader(key, size) })
  } finally {
    await rm(folder, { force: true, recursive: true })
  }
}
