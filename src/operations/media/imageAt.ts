import { storage } from '@/adapters/storage'

/** Bytes of an image that are worth reading to draw it into another; a larger one is left out. */
const MOST_BYTES = 20_000_000

/** An image of the storage, whole; null where there is none, or one too large to be drawn. */
export const imageAt = async (key: string): Promise<Buffer | null> => {
  const found = await storage().get({ key })
  if (!found) {
    return null
  }
  if (found.size > MOST_BYTES) {
    found.stream.destroy()

    return null
  }
  const parts: Buffer[] = []
  for await (const part of found.stream) {
    parts.push(part as Buffer)
  }

  return Buffer.concat(parts)
}
