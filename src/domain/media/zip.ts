type Read = (from: number, length: number) => Promise<Uint8Array>

/** One file of an archive: where its own header lies, how it is packed, and how large it is before and after. */
export type ZipEntry = {
  /** True where its bytes are deflated (RFC 1951), false where they are as they are. */
  isDeflated: boolean
  name: string
  offset: number
  packed: number
  size: number
}

/** Why an archive is not opened. */
export type ZipFault =
  'archiveBomb' | 'archiveBroken' | 'archiveLink' | 'archiveLocked' | 'archivePath' | 'archiveTooLarge'

/** Files in one archive, bytes of all of them unpacked, and how much larger than packed they may be. */
const MOST_ENTRIES = 5000
const MOST_BYTES = 1024 ** 3
const MOST_GROWTH = 100

/** Below it a file may grow as it likes: a page of spaces is no bomb. */
const SMALL = 1024 * 1024

/** Signatures and sizes of APPNOTE.TXT 6.3, 4.3.7, 4.3.12 and 4.3.16. */
export const END = 0x06054b50
export const END_SIZE = 22
export const CENTRAL = 0x02014b50
export const CENTRAL_SIZE = 46
export const LOCAL_SIZE = 30

/** The longest comment an archive may end with. */
const COMMENT = 0xffff

/** Marks of an archive or a file that is too large for plain fields (ZIP64). */
const FULL = 0xffffffff

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Where the directory of an archive lies, by the record at its end. */
const directoryOf = async (read: Read, size: number) => {
  const from = Math.max(size - END_SIZE - COMMENT, 0)
  const tail = await read(from, size - from)
  const view = viewOf(tail)
  for (let at = tail.length - END_SIZE; at >= 0; at -= 1) {
    if (view.getUint32(at, true) === END) {
      return {
        count: view.getUint16(at + 10, true),
        offset: view.getUint32(at + 16, true),
        size: view.getUint32(at + 12, true),
      }
    }
  }

  return null
}

/** A name that stays where it is put: segments of plain signs, none of them going up, from no root or drive. */
const isPlainPath = (name: string): boolean =>
  name.length <= 500 &&
   
  !/[\\:\u0000-\u001f\u007f]/.test(name) &&
  !name.startsWith('/') &&
  name.replace(/\/$/, '').split('/').every((part) => part !== '' && part !== '.' && part !== '..')

/** Whether the mode that Unix keeps in the upper half of the attributes is of a plain file or a folder. */
const isPlainFile = (attributes: number): boolean => {
  const kind = (attributes >>> 16) & 0xf000

  return kind === 0 || kind === 0x8000 || kind === 0x4000
}

type Listed = ZipEntry & { fault: null | ZipFault; next: number }

const STORED = 0
const DEFLATED = 8
const ENCRYPTED = 1

const entryAt = (bytes: Uint8Array, at: number): Listed | null => {
  const view = viewOf(bytes)
  if (at + CENTRAL_SIZE > bytes.length || view.getUint32(at, true) !== CENTRAL) {
    return null
  }
  const method = view.getUint16(at + 10, true)
  const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
  const length = view.getUint16(at + 28, true)
  const rest = view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  const offset = view.getUint32(at + 42, true)
  const name = new TextDecoder().decode(
    bytes.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + length),
  )
  const faults: [boolean, ZipFault][] = [
    [(view.getUint16(at + 8, true) & ENCRYPTED) !== 0, 'archiveLocked'],
    [method !== STORED && method !== DEFLATED, 'archiveBroken'],
    [method === STORED && packed !== size, 'archiveBroken'],
    [[packed, size, offset].includes(FULL), 'archiveTooLarge'],
    [!isPlainPath(name), 'archivePath'],
    [!isPlainFile(view.getUint32(at + 38, true)), 'archiveLink'],
    [size > SMALL && size > packed * MOST_GROWTH, 'archiveBomb'],
  ]

  return {
    name,
    fault: faults.find(([isSo]) => isSo)?.[1] ?? null,
    isDeflated: method === DEFLATED,
    next: at + CENTRAL_SIZE + length + rest,
    offset,
    packed,
    size,
  }
}

/** Files that lie over one another are one file said many times: the trick of a bomb that needs no ratio. */
const overlaps = (entries: readonly ZipEntry[], end: number): boolean => {
  const sorted = entries.toSorted((a, b) => a.offset - b.offset)

  return sorted.some(({ name, offset, packed }, place) => {
    const until = sorted[place + 1]?.offset ?? end

    return offset + LOCAL_SIZE + new TextEncoder().encode(name).length + packed > until
  })
}

/**
 * The files of a ZIP archive by its directory, folders left out, or why it is not opened: names that lead
 * out of it, links, encryption, files over one another, and everything that would grow beyond measure.
 * `read` answers bytes of the archive, fewer at its end. Nothing is unpacked.
 */
export const zipEntries = async ({
  read,
  size,
}: {
  read: Read
  size: number
}): Promise<readonly ZipEntry[] | ZipFault> => {
  const directory = await directoryOf(read, size)
  if (!directory || directory.offset + directory.size > size) {
    return directory && [directory.offset, directory.size].includes(FULL)
      ? 'archiveTooLarge'
      : 'archiveBroken'
  }
  if (directory.count > MOST_ENTRIES) {
    return 'archiveTooLarge'
  }
  const bytes = await read(directory.offset, directory.size)
  const entries: ZipEntry[] = []
  let [at, total] = [0, 0]
  for (let seen = 0; seen < directory.count; seen += 1) {
    const listed = entryAt(bytes, at)
    if (!listed) {
      return 'archiveBroken'
    }
    const { fault, next, ...entry } = listed
    at = next
    total += entry.size
    if (fault ?? total > MOST_BYTES) {
      return fault ?? 'archiveTooLarge'
    }
    if (!entry.name.endsWith('/')) {
      entries.push(entry)
    }
  }
  const names = new Set(entries.map(({ name }) => name.toLowerCase()))

  return names.size !== entries.length || overlaps(entries, directory.offset)
    ? 'archiveBroken'
    : entries
}
