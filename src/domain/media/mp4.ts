type Read = (from: number, length: number) => Promise<Uint8Array>

type Box = { body: number; end: number }

const MOST_BOXES = 64

const view = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The first box of one of `type` between two offsets, of boxes that follow one another. */
const boxIn = async (read: Read, type: string, { body, end }: Box): Promise<Box | null> => {
  let at = body
  for (let seen = 0; seen < MOST_BOXES && at + 8 <= end; seen += 1) {
    const head = await read(at, 16)
    if (head.length < 8) {
      return null
    }
    const short = view(head).getUint32(0)
    const isLong = short === 1 && head.length === 16
    const size = isLong ? Number(view(head).getBigUint64(8)) : short === 0 ? end - at : short
    const header = isLong ? 16 : 8
    if (size < header) {
      return null
    }
    if (String.fromCharCode(...head.subarray(4, 8)) === type) {
      return { body: at + header, end: Math.min(at + size, end) }
    }
    at += size
  }

  return null
}

/**
 * Length in seconds of an MP4 or M4A, from the movie header box (ISO/IEC 14496-12, 8.2.2); null where
 * there is none. `read` answers bytes of the file, fewer at its end.
 */
export const mp4Seconds = async ({ read, size }: { read: Read; size: number }): Promise<null | number> => {
  const movie = await boxIn(read, 'moov', { body: 0, end: size })
  const header = movie && (await boxIn(read, 'mvhd', movie))
  if (!header) {
    return null
  }
  const bytes = await read(header.body, 32)
  if (bytes.length < 32) {
    return null
  }
  const data = view(bytes)
  const isLong = data.getUint8(0) === 1
  const timescale = data.getUint32(isLong ? 20 : 12)
  const duration = isLong ? Number(data.getBigUint64(24)) : data.getUint32(16)

  return timescale > 0 && duration > 0 ? Math.round((duration / timescale) * 1000) / 1000 : null
}
