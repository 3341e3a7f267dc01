import { createWriteStream } from 'node:fs'
import { statfs } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

import { storage } from '@/adapters/storage'
import { VideoFailure } from '@/adapters/transcoding/failure'
import { mediaKey } from '@/domain/media/keys'

import type { Claimed } from './lease'

/** What has to stay free beside a film: segments that wait to be stored, and what else the machine does. */
const SPARE = 256 * 1024 ** 2

const requireRoom = async (folder: string, bytes: number): Promise<void> => {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < bytes + SPARE) {
    throw new VideoFailure('noSpace', `${bytes} bytes are needed in ${folder}`)
  }
}

/**
 * The file as it was uploaded, on this machine: where the storage has it on its disk, there; else fetched into `folder`. Throws
 * VideoFailure.
 */
export const originalOf = async (
  { id, filename, filesize, tenant }: Pick<Claimed, 'filename' | 'filesize' | 'id' | 'tenant'>,
  folder: string,
  signal: AbortSignal,
): Promise<string> => {
  const key = mediaKey({ id, filename, tenant })
  const here = storage().pathOf(key)
  await requireRoom(folder, here ? 0 : filesize)
  try {
    const head = await storage().head(key)
    if (!head) {
      throw new VideoFailure('gone')
    }
    if (head.size === 0) {
      throw new VideoFailure('broken', 'It is empty.')
    }
    if (here) {
      return here
    }
    const found = await storage().get({ key })
    if (!found) {
      throw new VideoFailure('gone')
    }
    const copy = path.join(folder, 'original')
    await pipeline(found.stream, createWriteStream(copy), { signal })

    return copy
  } catch (error) {
    if (error instanceof VideoFailure || signal.aborted) {
      throw error
    }
    const said = error instanceof Error ? error.message : String(error)
    throw new VideoFailure(said.includes('ENOSPC') ? 'noSpace' : 'storage', said)
  }
}
