import type { Readable } from 'node:stream'

import { createWriteStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { RuleError } from '@/domain/errors'

/** A file that came over the network, on this machine for as long as it is looked at. */
export type HeldFile = {
  /** Its first bytes. */
  head: (bytes: number) => Promise<Uint8Array>
  path: string
  size: number
}

const counted = (most: number) => {
  const count = { bytes: 0 }
  const stream = new Transform({
    transform: (part: Buffer, _encoding, done) => {
      count.bytes += part.length
      done(count.bytes > most ? new RuleError('fileTooLarge', { most }) : null, part)
    },
  })

  return { count, stream }
}

const headOf = async (file: string, bytes: number): Promise<Uint8Array> => {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0)

    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** Does something with a file as it came, whole, without taking it into memory; throws fileTooLarge beyond `most` bytes. */
export const held = async <T>(
  { body, most }: { body: Readable; most: number },
  work: (file: HeldFile) => Promise<T>,
): Promise<T> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-'))
  const file = path.join(folder, 'file')
  try {
    const { count, stream } = counted(most)
    await pipeline(body, stream, createWriteStream(file))

    return await work({ head: (bytes) => headOf(file, bytes), path: file, size: count.bytes })
  } finally {
    await rm(folder, { force: true, recursive: true })
  }
}
