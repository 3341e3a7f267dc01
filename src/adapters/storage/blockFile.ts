import type { FileHandle } from 'node:fs/promises'

import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

import { BLOCK_BYTES } from './blocks'

type Way = 'cached' | 'direct'

/** Milliseconds that a block takes by each way, as a moving average; 0 before it was tried. */
const pace: Record<Way, number> = { cached: 0, direct: 0 }

/** Of so many blocks one goes the way that was slower, so that a disk that changes is noticed. */
const TRIED_AGAIN = 32

/** How much of the average a new block makes. */
const WEIGHT = 0.2

let turn = 0

const nextWay = (): Way => {
  const quicker = pace.direct <= pace.cached ? 'direct' : 'cached'
  turn = (turn + 1) % TRIED_AGAIN

  return turn > 0 ? quicker : quicker === 'direct' ? 'cached' : 'direct'
}

const timed = async (way: Way, run: () => Promise<number>): Promise<number> => {
  const began = performance.now()
  const written = await run()
  const took = performance.now() - began
  pace[way] = pace[way] ? pace[way] + WEIGHT * (took - pace[way]) : took

  return written
}

/** Whether a file system knows no writes past its cache, or not for these bytes. */
const isRefused = (error: unknown): boolean =>
  ['EINVAL', 'ENOTSUP', 'EOPNOTSUPP'].includes((error as NodeJS.ErrnoException).code ?? '')

/**
 * A file that is written block by block. Whole aligned blocks at places that are multiples of a block go past the page cache where
 * that is quicker: it takes no memory from what is read often.
 */
export type BlockFile = {
  close: () => Promise<void>
  /** Writes all of `bytes`; one at a time. */
  write: (bytes: Buffer, at: number) => Promise<void>
}

/** Opens the file of `path` to be written into; it is made where it is not there, and keeps what it holds. */
export const blockFile = async (path: string, isAligned: boolean): Promise<BlockFile> => {
  const cached = await open(path, constants.O_WRONLY | constants.O_CREAT)
  let mayPass = isAligned && constants.O_DIRECT !== undefined
  let direct: FileHandle | null = null

  /** Bytes that went past the cache; 0 where they may not. */
  const past = async (bytes: Buffer, at: number): Promise<number> => {
    try {
      direct ??= await open(path, constants.O_WRONLY | constants.O_DIRECT)
      const file = direct

      return await timed(
        'direct',
        async () => (await file.write(bytes, 0, bytes.length, at)).bytesWritten,
      )
    } catch (error) {
      if (!isRefused(error)) {
        throw error
      }
      mayPass = false

      return 0
    }
  }

  const through = async (bytes: Buffer, at: number): Promise<void> => {
    for (let sent = 0; sent < bytes.length;) {
      sent += (await cached.write(bytes, sent, bytes.length - sent, at + sent)).bytesWritten
    }
  }

  return {
    close: async () => {
      await Promise.all([cached.close(), direct?.close()])
    },
    write: async (bytes, at) => {
      if (!mayPass || bytes.length < BLOCK_BYTES || at % BLOCK_BYTES > 0) {
        await through(bytes, at)
      } else if (nextWay() === 'direct') {
        const sent = await past(bytes, at)
        await through(bytes.subarray(sent), at + sent)
      } else {
        await timed('cached', async () => {
          await through(bytes, at)

          return bytes.length
        })
      }
    },
  }
}
