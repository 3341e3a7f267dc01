/** Reads numbers of a TIFF block, whose byte order is its own. */
type Tiff = { short: (at: number) => number; start: number; view: DataView; word: (at: number) => number }

const GPS_POINTER = 0x8825
const ENTRY = 12
const MOST_ENTRIES = 512

/** Bytes of one value of each type (TIFF 6.0, section 2). */
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

const tiffAt = (bytes: Uint8Array, start: number): null | Tiff => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isLittle = bytes[start] === 0x49
  const inside = (at: number, length: number) => start + at + length <= bytes.length

  return inside(0, 8)
    ? {
        short: (at) => (inside(at, 2) ? view.getUint16(start + at, isLittle) : 0),
        start,
        view,
        word: (at) => (inside(at, 4) ? view.getUint32(start + at, isLittle) : 0),
      }
    : null
}

/** Blanks the values of a directory that lie outside of it, then the directory. */
const blankDirectory = (bytes: Uint8Array, { short, start, word }: Tiff, at: number): void => {
  const count = short(at)
  if (count > MOST_ENTRIES) {
    return
  }
  for (let entry = at + 2; entry < at + 2 + count * ENTRY; entry += ENTRY) {
    const length = (TYPE_BYTES[short(entry + 2)] ?? 0) * word(entry + 4)
    if (length > 4) {
      bytes.fill(0, start + word(entry + 8), start + word(entry + 8) + length)
    }
  }
  bytes.fill(0, start + at, start + at + 2 + count * ENTRY)
}

/** Takes the place out of a TIFF block (Exif 2.32, 4.6.3: the GPS directory and the entry that points to it); true where there was one. */
const scrubTiff = (bytes: Uint8Array, tiff: Tiff): boolean => {
  const { short, start, view, word } = tiff
  const directory = word(4)
  const count = short(directory)
  if (directory < 8 || count === 0 || count > MOST_ENTRIES) {
    return false
  }
  for (let entry = directory + 2; entry < directory + 2 + count * ENTRY; entry += ENTRY) {
    if (short(entry) === GPS_POINTER) {
      blankDirectory(bytes, tiff, word(entry + 8))
      const end = start + directory + 2 + count * ENTRY + 4
      bytes.copyWithin(start + entry, start + entry + ENTRY, Math.min(end, bytes.length))
      view.setUint16(start + directory, count - 1, bytes[start] === 0x49)

      return true
    }
  }

  return false
}

const SIGNATURES = [
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
] as const

/** Everywhere a TIFF block may begin: the containers that carry one (JPEG, WebP, AVIF) differ, the block does not. */
const tiffStarts = (bytes: Uint8Array): number[] => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

  return SIGNATURES.flatMap((signature) => {
    const found: number[] = []
    const wanted = Buffer.from(signature)
    for (let at = buffer.indexOf(wanted); at >= 0; at = buffer.indexOf(wanted, at + 1)) {
      found.push(at)
    }

    return found
  })
}

const PACKET = { end: '</x:xmpmeta>', start: '<x:xmpmeta' } as const
const SAYS_PLACE = /GPS|Location|City|CountryName|CountryCode|Sublocation/

/** Blanks XMP packets that name a place; true where there was one. */
const scrubXmp = (bytes: Uint8Array): boolean => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let hasChanged = false
  for (let at = buffer.indexOf(PACKET.start); at >= 0; at = buffer.indexOf(PACKET.start, at + 1)) {
    const end = buffer.indexOf(PACKET.end, at)
    if (end >= 0 && SAYS_PLACE.test(buffer.toString('latin1', at, end))) {
      buffer.fill(0x20, at, end + PACKET.end.length)
      hasChanged = true
    }
  }

  return hasChanged
}

const PNG = [0x89, 0x50, 0x4e, 0x47] as const
const PNG_HEADER = 8

/** A PNG without the chunks that may name a place (PNG 3, 11.3: `eXIf`, XMP in `iTXt`); each of its chunks stands alone and has a sum of its own. */
const withoutChunks = (bytes: Uint8Array): null | Uint8Array => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, PNG_HEADER)]
  let hasChanged = false
  for (let at = PNG_HEADER; at + 12 <= bytes.length; ) {
    const end = at + 12 + buffer.readUInt32BE(at)
    const name = buffer.toString('latin1', at + 4, at + 8)
    const isXmp = name === 'iTXt' && buffer.toString('latin1', at + 8, at + 25) === 'XML:com.adobe.xmp'
    if (name === 'eXIf' || isXmp) {
      hasChanged = true
    } else {
      kept.push(bytes.subarray(at, end))
    }
    at = end
  }

  return hasChanged ? Buffer.concat(kept) : null
}

/**
 * An image without the place where it was taken, its picture untouched: a camera's coordinates are nobody else's.
 * Everything else the camera wrote stays, such as which side is up. Null where the image names no place.
 */
export const withoutLocation = (image: Uint8Array): null | Uint8Array => {
  if (PNG.every((byte, index) => image[index] === byte)) {
    return withoutChunks(image)
  }
  const bytes = Uint8Array.from(image)
  const tiffs = tiffStarts(bytes).map((start) => {
    const tiff = tiffAt(bytes, start)

    return tiff !== null && scrubTiff(bytes, tiff)
  })
  const hasXmp = scrubXmp(bytes)

  return hasXmp || tiffs.includes(true) ? bytes : null
}
