type Read = (from: number, length: number) => Promise<Uint8Array>

/** Where a box begins, with its first bytes. */
export type BoxHead = { at: number; bytes: Uint8Array }

const MOST_BOXES = 10_000
const HEAD = 16
const SHORTEST = 8

const sizeOf = (bytes: Uint8Array, left: number): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const short = view.getUint32(0)
  if (short !== 1) {
    return short === 0 ? left : short
  }

  return bytes.length < HEAD ? 0 : Number(view.getBigUint64(SHORTEST))
}

/**
 * The heads of the boxes of an ISO base media file (ISO/IEC 14496-12, 4.2), which follow one another to its very end; null
 * where they do not: it is cut short, or broken.
 */
export const isoBoxes = async ({ read, size }: { read: Read; size: number }): Promise<BoxHead[] | null> => {
  const heads: BoxHead[] = []
  let at = 0
  while (at < size) {
    const bytes = await read(at, Math.min(HEAD, size - at))
    const length = bytes.length < SHORTEST ? 0 : sizeOf(bytes, size - at)
    if (length < SHORTEST || length > size - at || heads.length === MOST_BOXES) {
      return null
    }
    heads.push({ at, bytes })
    at += length
  }

  return heads
}
