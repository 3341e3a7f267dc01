/** Whether a text is an address of the web that a browser may be sent to. */
export const isWebAddress = (value: unknown): value is string => {
  if (typeof value !== 'string' || !/^https?:\/\//i.test(value)) {
    return false
  }
  try {
    return new URL(value).hostname.includes('.')
  } catch {
    return false
  }
}

/** What kind of file a learner is about to get, in a few letters: `PDF`, `MP3`; null where its name has no ending. */
export const fileKind = (filename: string): null | string =>
  /\.([a-z\d]{1,5})$/i.exec(filename)?.[1]?.toUpperCase() ?? null

type Unit = 'byte' | 'gigabyte' | 'kilobyte' | 'megabyte'

const UNITS: readonly [Unit, number][] = [
  ['gigabyte', 1024 ** 3],
  ['megabyte', 1024 ** 2],
  ['kilobyte', 1024],
]

/** A size in bytes as people read it: a number with at most one decimal, and its unit (of 1024). */
export const fileSize = (bytes: number): { unit: Unit; value: number } => {
  const found = UNITS.find(([, size]) => bytes >= size)
  if (!found) {
    return { unit: 'byte', value: bytes }
  }
  const [unit, size] = found
  const value = bytes / size

  return { unit, value: value < 10 ? Math.round(value * 10) / 10 : Math.round(value) }
}
