export const TRANSFER_KINDS = ['export', 'import', 'clone'] as const
export type TransferKind = (typeof TRANSFER_KINDS)[number]

/** A file that is imported comes in parts (`uploading`); all work is `working` until every course is done or refused. */
export const TRANSFER_STATES = ['uploading', 'working', 'done', 'refused'] as const
export type TransferState = (typeof TRANSFER_STATES)[number]

export const ITEM_STATES = ['waiting', 'done', 'refused'] as const
export type ItemState = (typeof ITEM_STATES)[number]

/** Courses in one transfer. */
export const MOST_COURSES = 500

/** Bytes of each part of an uploaded file but the last. */
export const PART_BYTES = 8 * 1024 * 1024

/** Bytes of one file, in or out: what is more comes in several. */
export const MOST_FILE_BYTES = 1024 ** 3

/** How long a transfer can be looked up, and its files fetched, in ms. */
export const KEPT_FOR = 7 * 24 * 3600 * 1000

/** How often one course is tried before the job goes on without it. */
export const MOST_ATTEMPTS = 3

/** The parts of an upload of so many bytes. */
export const partsOf = (size: number): number => Math.ceil(size / PART_BYTES)

/** How many bytes the part at `place`, counted from 0, has. */
export const partSize = (size: number, place: number): number =>
  Math.max(0, Math.min(PART_BYTES, size - place * PART_BYTES))

/** Files put together in their order, as few as hold them: each with at most `MOST_FILE_BYTES`, or one file alone. */
export const bundlesOf = <File extends { size: number }>(files: readonly File[]): File[][] => {
  const bundles: File[][] = []
  let left = 0
  for (const file of files) {
    const open = bundles.at(-1)
    if (open && file.size <= left) {
      open.push(file)
      left -= file.size
    } else {
      bundles.push([file])
      left = MOST_FILE_BYTES - ROOM_FOR_DIRECTORY - file.size
    }
  }

  return bundles
}

/** What the manifest and the directory of a bundle may take, in bytes. */
const ROOM_FOR_DIRECTORY = 1024 * 1024
