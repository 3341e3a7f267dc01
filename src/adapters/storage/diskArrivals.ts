import { mkdir, open, stat, truncate } from 'node:fs/promises'
import { dirname } from 'node:path'

import type { DiskArrivals } from './types'

/** Bytes that are gathered before they are written: fewer, larger writes. */
const GATHERED = 1024 * 1024

/** Files that come to this machine; `pathOf` says where one of a key lies. */
export const diskArrivals = (pathOf: (key: string) => string): DiskArrivals => {
  const size = async (key: string): Promise<number> => {
    try {
      return (await stat(pathOf(key))).size
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
        return 0
      }
      throw error
    }
  }

  return {
    cut: async ({ key, size: wanted }) => {
      if ((await size(key)) > wanted) {
        await truncate(pathOf(key), wanted)
      }
    },
    pathOf,
    size,
    way: 'tus',
    write: async ({ body, key, offset }) => {
      await mkdir(dirname(pathOf(key)), { recursive: true })
      const file = await open(pathOf(key), (await size(key)) > 0 ? 'r+' : 'w')
      let at = offset
      let held: Uint8Array[] = []
      let bytes = 0
      const flush = async () => {
        const [parts, length] = [held, bytes]
        ;[held, bytes] = [[], 0]
        for (let left = parts, sent = 0; sent < length;) {
          const { bytesWritten } = await file.writev(left, at)
          at += bytesWritten
          sent += bytesWritten
          left = sent < length ? [Buffer.concat(parts).subarray(sent)] : []
        }
      }
      // What comes next is taken while this is written; an error is thrown by whoever waits for it.
      let writing = Promise.resolve()
      const write = async () => {
        await writing
        writing = flush()
        writing.catch(() => {})
      }
      try {
        for await (const part of body) {
          held.push(part)
          bytes += part.length
          if (bytes >= GATHERED) {
            await write()
          }
        }
      } finally {
        try {
          await write()
          await writing
        } finally {
          await file.close()
        }
      }

      return at
    },
  }
}
