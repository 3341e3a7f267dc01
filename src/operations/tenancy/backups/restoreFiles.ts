import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

import { storage } from '@/adapters/storage'

import type { KeptFile } from './files'
import type { Manifest } from './manifest'

import { bytesOf } from './bytesOf'
import { filesOf } from './files'

const putBack = async (file: KeptFile, scratch: string): Promise<void> => {
  const copy = path.join(scratch, 'file')
  await pipeline(bytesOf(file), createWriteStream(copy))
  await storage().put({ body: createReadStream(copy), contentType: file.type, key: file.key })
}

/** Whether what is stored is what was backed up. */
const isThere = async ({ etag, key, size }: KeptFile): Promise<boolean> => {
  const head = await storage().head(key)

  return head !== null && head.etag === etag && head.size === size
}

/**
 * Puts the files of a backup back where they are missing or another, those whose key begins with `<folder>/` alone where one
 * is given; each is seen whole or not at all. Answers how many were put.
 */
export const restoreFiles = async (manifest: Manifest, folder?: string): Promise<number> => {
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'lectern-restore-'))
  let put = 0
  try {
    for await (const file of filesOf(manifest)) {
      const concerns = folder === undefined || file.key.startsWith(`${folder}/`)
      if (concerns && !(await isThere(file))) {
        await putBack(file, scratch)
        put += 1
      }
    }
  } finally {
    await rm(scratch, { force: true, recursive: true })
  }

  return put
}
