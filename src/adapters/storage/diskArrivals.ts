import { mkdir, stat, truncate } from 'node:fs/promises'
import { dirname } from 'node:path'

import type { DiskArrivals } from './types'

import { blockFile } from './blockFile'
import { BLOCK_BYTES, freeBlocks, takeBlocks } from './blocks'

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
      const blocks = takeBlocks()
      const file = await blockFile(pathOf(key), blocks.isAligned)
      let at = offset
      let filled = 0
      let [block, other] = blocks.pair
      // What comes next is taken while this is written; an error is thrown by whoever waits for it.
      let writing = Promise.resolve()
      const write = async () => {
        await writing
        writing = file.write(block.subarray(0, filled), at)
        writing.catch(() => {})
        at += filled
        filled = 0
        ;[block, other] = [other, block]
      }
      try {
        for await (const part of body) {
          for (let taken = 0; taken < part.length;) {
            // The first ends where a block of the file does, so that all others are whole.
            const room = BLOCK_BYTES - ((at + filled) % BLOCK_BYTES)
            const piece = part.subarray(taken, taken + room)
            block.set(piece, filled)
            filled += piece.length
            taken += piece.length
            if (piece.length === room) {
              await write()
            }
          }
        }
      } finally {
        try {
          await write()
          await writing
        } finally {
          await file.close()
          freeBlocks(blocks)
        }
      }

      return at
    },
  }
}
