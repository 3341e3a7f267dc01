type Read = (from: number, length: number) => Promise<Uint8Array>

/** Bytes in which the first frame has to begin, once the tag before it is passed. */
const SEARCHED = 4096

/** Kilobits a second by index, of MPEG 1 and of MPEG 2 and 2.5, Layer III (ISO/IEC 11172-3, 2.4.2.3; 13818-3). */
const RATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const RATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const SAMPLES_A_SECOND = [44_100, 48_000, 32_000]

type Frame = { at: number; isMono: boolean; isOne: boolean; kilobits: number; rate: number }

/** The first frame of Layer III in some bytes. */
const frameIn = (bytes: Uint8Array): Frame | null => {
  for (let at = 0; at + 4 <= bytes.length; at += 1) {
    const [sync = 0, version = 0, rates = 0, mode = 0] = bytes.subarray(at, at + 4)
    const id = (version >> 3) & 3
    const isSync = sync === 0xff && (version & 0xe0) === 0xe0
    if (isSync && id !== 1 && ((version >> 1) & 3) === 1) {
      const isOne = id === 3
      const kilobits = (isOne ? RATES_1 : RATES_2)[rates >> 4]
      const rate = SAMPLES_A_SECOND[(rates >> 2) & 3]
      if (kilobits && rate) {
        return {
          at,
          isMono: mode >> 6 === 3,
          isOne,
          kilobits,
          rate: isOne ? rate : id === 2 ? rate / 2 : rate / 4,
        }
      }
    }
  }

  return null
}

/** How many frames follow, where the first one says so in a Xing or Info header. */
const framesSaid = (bytes: Uint8Array, { at, isMono, isOne }: Frame): null | number => {
  const from = at + 4 + (isOne ? (isMono ? 17 : 32) : isMono ? 9 : 17)
  const name = String.fromCharCode(...bytes.subarray(from, from + 4))
  if ((name !== 'Xing' && name !== 'Info') || !((bytes[from + 7] ?? 0) & 1)) {
    return null
  }
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(from + 8, from + 12)

  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0
}

/** Bytes of the ID3v2 tag before the sound; its size is written seven bits to a byte. */
const tagSize = (head: Uint8Array): number => {
  const [i, d, three, , , , a = 0, b = 0, c = 0, e = 0] = head

  return i === 0x49 && d === 0x44 && three === 0x33
    ? 10 + ((a & 127) << 21) + ((b & 127) << 14) + ((c & 127) << 7) + (e & 127)
    : 0
}

/**
 * Length in seconds of an MP3: from its count of frames where it has one, else from the bit rate of its
 * first frame; null where there is none. `read` answers bytes of the file, fewer at its end.
 */
export const mp3Seconds = async ({
  read,
  size,
}: {
  read: Read
  size: number
}): Promise<null | number> => {
  const start = tagSize(await read(0, 10))
  const bytes = await read(start, SEARCHED)
  const frame = frameIn(bytes)
  if (!frame) {
    return null
  }
  const frames = framesSaid(bytes, frame)
  const seconds = frames
    ? (frames * (frame.isOne ? 1152 : 576)) / frame.rate
    : ((size - start - frame.at) * 8) / (frame.kilobits * 1000)

  return seconds > 0 ? Math.round(seconds * 1000) / 1000 : null
}
