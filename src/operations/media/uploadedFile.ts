import { createReadStream } from 'node:fs'
import { open, stat, writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'

type Read = (from: number, length: number) => Promise<Uint8Array>

/** An upload as Payload holds it: in memory, or in a temporary file where it is large; `stored` reads one that lies elsewhere already. */
export type UploadedFile = { data: Buffer; size: number; stored?: Read; tempFilePath?: string }

/** Random access to an upload's bytes without taking a large one into memory. */
export const bytesOf = ({ data, size, stored, tempFilePath }: UploadedFile) => ({
  read: async (from: number, length: number): Promise<Uint8Array> => {
    if (stored) {
      return stored(from, length)
    }
    if (!tempFilePath || data.length > 0) {
      return data.subarray(from, from + length)
    }
    const file = await open(tempFilePath)
    try {
      const wanted = Math.max(0, Math.min(length, (await stat(tempFilePath)).size - from))
      const { buffer, bytesRead } = await file.read(Buffer.alloc(wanted), 0, wanted, from)

      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  },
  size: data.length > 0 ? data.length : size,
})

/** An upload's bytes from the first on. */
export const streamOf = ({ data, tempFilePath }: UploadedFile): Readable =>
  tempFilePath && data.length === 0 ? createReadStream(tempFilePath) : Readable.from([data])

/** Puts other bytes in the place of an upload's, wherever Payload holds them. */
export const replaceBytes = async (file: UploadedFile, bytes: Buffer): Promise<void> => {
  if (file.tempFilePath && file.data.length === 0) {
    await writeFile(file.tempFilePath, bytes)
  } else {
    file.data = bytes
  }
  file.size = bytes.length
}
