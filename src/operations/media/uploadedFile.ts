import { open, stat } from 'node:fs/promises'

/** An upload as Payload holds it: in memory, or in a temporary file where it is large. */
export type UploadedFile = { data: Buffer; size: number; tempFilePath?: string }

/** Random access to an upload's bytes without taking a large one into memory. */
export const bytesOf = ({ data, size, tempFilePath }: UploadedFile) => ({
  read: async (from: number, length: number): Promise<Uint8Array> => {
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
