import { createHash } from 'node:crypto'

import { storage } from '@/adapters/storage'
import { PART_BYTES } from '@/domain/media/arrivals'

/** What was found by reading a file once from its beginning to its end. */
export type Looked = {
  /** SHA-256 of the whole, in hex. */
  checksum: string
  /** SHA-256 of each of its parts, in hex. */
  parts: string[]
}

/** Bytes between two signs of life. */
const STEP = 64 * 1024 ** 2

/** Cuts what comes at the ends of parts. */
const splitAt = (part: Buffer, at: number): Buffer[] => {
  const left = PART_BYTES - (at % PART_BYTES)

  return part.length > left ? [part.subarray(0, left), ...splitAt(part.subarray(left), at + left)] : [part]
}

/** Reads an object of the storage once, in bounded memory; `alive` is told now and then that it goes on. */
export const lookAtWhole = async ({
  alive,
  key,
  withParts,
}: {
  alive: () => Promise<void>
  key: string
  withParts: boolean
}): Promise<Looked> => {
  const found = await storage().get({ key })
  if (!found) {
    throw new Error(`The storage has no ${key}.`)
  }
  const whole = createHash('sha256')
  const parts: string[] = []
  let [at, told] = [0, 0]
  let piece = createHash('sha256')
  for await (const chunk of found.stream as AsyncIterable<Buffer>) {
    whole.update(chunk)
    for (const cut of withParts ? splitAt(chunk, at) : [chunk]) {
      at += cut.length
      if (withParts) {
        piece.update(cut)
        if (at % PART_BYTES === 0 || at === found.size) {
          parts.push(piece.digest('hex'))
          piece = createHash('sha256')
        }
      }
    }
    if (at - told > STEP) {
      told = at
      await alive()
    }
  }

  return { checksum: whole.digest('hex'), parts }
}
