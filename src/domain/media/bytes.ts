type Measured = { filesize?: null | number }

/** A file's row as far as it says how much it takes; `sizes` are the smaller pictures made of an image. */
export type FileRow = Measured & { sizes?: null | Record<string, Measured | null | undefined> }

/** Bytes that a file takes in the storage, the smaller pictures made of it included. */
export const bytesOfRow = ({ filesize, sizes }: FileRow): number =>
  Object.values(sizes ?? {}).reduce((sum, size) => sum + (size?.filesize ?? 0), filesize ?? 0)
